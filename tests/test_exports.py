"""References, records and tables, read back by other programs than ours, equal to the records and to the pages."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import sqlite3
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import rispy
import yaml
from jsonschema import Draft202012Validator

import export_schemas
import exported
from chronicle.exports import data
from chronicle.model import FOLDERS, TYPES, Organization, Person
from site_under_test import ROOT

PROMISED = yaml.safe_load((ROOT / "tests" / "promised.yaml").read_text(encoding="utf-8"))


def sheet(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline=""), strict=True))


# References


def test_each_page_is_a_reference_that_three_programs_read(site: Path) -> None:
    for loaded, lang, folder in exported.pages(site):
        key, title = f"{loaded.id}-{lang}", exported.words(exported.page(folder), "h1#top")
        library = bibtexparser.parse_file(str(folder / "cite.bib"))
        assert not library.failed_blocks
        (entry,) = library.entries
        (ris,) = rispy.loads((folder / "cite.ris").read_text(encoding="utf-8"))
        (csl,) = json.loads((folder / "cite.json").read_text(encoding="utf-8"))
        assert (entry.entry_type, entry.key, csl["id"]) == ("inreference", key, key)
        assert (ris["type_of_reference"], csl["type"]) == ("ENCYC", "entry-encyclopedia")
        assert (ris["title"], csl["title"]) == (title, title)
        assert ris["urls"] == [csl["URL"]] == [entry["url"]]
        assert csl["URL"] in exported.words(exported.page(folder), ".cite")
        assert (csl["license"], csl["abstract"]) == ("CC BY 4.0", ris["abstract"])


def test_the_works_a_page_cites_are_one_file_in_each_form(site: Path) -> None:
    csl = {one["id"]: one for one in json.loads((site / "data/sources.csl.json").read_text(encoding="utf-8"))}
    for loaded, lang, folder in exported.pages(site):
        page = exported.page(folder)
        cited = {(link.attributes["href"] or "").split("/")[-2] for link in page.css("a.source-link")}
        leads_to = {link.attributes["href"] for link in page.css(".forms a")}
        home = "" if lang == "en" else f"../../../{FOLDERS[loaded.record.type]}/{loaded.id}/"
        assert {f"{home}works.bib", f"{home}works.ris", f"{home}works.json"} <= leads_to
        if lang == "pt":
            continue
        library = bibtexparser.parse_file(str(folder / "works.bib"))
        assert not library.failed_blocks
        assert set(library.entries_dict) == cited, loaded.id
        works = json.loads((folder / "works.json").read_text(encoding="utf-8"))
        assert {one["id"]: one for one in works} == {name: csl[name] for name in cited}
        assert len(rispy.loads((folder / "works.ris").read_text(encoding="utf-8"))) == len(cited)


def test_each_source_is_a_reference_beside_its_page_in_both_languages(site: Path) -> None:
    library = bibtexparser.parse_file(str(site / "data/sources.bib"))
    assert not library.failed_blocks
    ris = rispy.loads((site / "data/sources.ris").read_text(encoding="utf-8"))
    csl = {one["id"]: one for one in json.loads((site / "data/sources.csl.json").read_text(encoding="utf-8"))}
    sources = exported.real().sources
    assert set(library.entries_dict) == set(csl) == set(sources)
    assert Counter(one.get("title") for one in ris) == Counter(one.record.title for one in sources.values())
    whole = (site / "data/sources.bib").read_text(encoding="utf-8")
    for name in sources:
        for prefix in ("", "pt/"):
            folder = site / prefix / "sources" / name
            assert (folder / "cite.bib").read_text(encoding="utf-8") in whole
            assert json.loads((folder / "cite.json").read_text(encoding="utf-8")) == [csl[name]]
            (alone,) = rispy.loads((folder / "cite.ris").read_text(encoding="utf-8"))
            assert alone["title"] == exported.words(exported.page(folder), "h1#top")


def test_csl_json_holds_what_csl_knows(site: Path) -> None:
    validator = Draft202012Validator(export_schemas.CSL)
    for file in [site / "data/sources.csl.json", *(folder / "cite.json" for _, _, folder in exported.pages(site))]:
        validator.validate(json.loads(file.read_text(encoding="utf-8")))
    assert not validator.is_valid([{"id": "x", "type": "novel"}])
    assert not validator.is_valid([{"id": "x", "type": "book", "perspective": "x"}])


# Records


def without_computed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_computed(one) for key, one in value.items() if key != "gregorian"}
    return [without_computed(one) for one in value] if isinstance(value, list) else value


def test_the_records_come_back_whole(site: Path) -> None:
    document = json.loads((site / "data/records.json").read_text(encoding="utf-8"))
    lines = [json.loads(line) for line in (site / "data/records.jsonl").read_text(encoding="utf-8").splitlines()]
    records = exported.real().records
    assert document["records"] == lines
    assert [one["id"] for one in lines] == list(records)
    for one in lines:
        loaded = records[one["id"]]
        own = {key: value for key, value in one.items() if key not in ("id", "type", "path")}
        assert TYPES[FOLDERS[one["type"]]].model_validate(without_computed(own)) == loaded.record
        for lang in ("en", "pt"):
            title = exported.words(exported.page(site / one["path"][lang].strip("/")), "h1#top")
            assert title == one["title"][lang]


def test_an_old_style_date_has_its_gregorian_beside_it(mini: Path) -> None:
    theme = mini / "data/topics/theme.yaml"
    theme.write_text(theme.read_text(encoding="utf-8") + "date: {julian: 1920-03-09}\n", encoding="utf-8")
    files = exported.made(mini)
    records = {one["id"]: one for one in json.loads(files["data/records.json"])["records"]}
    assert records["theme"]["date"] == {"julian": "1920-03-09", "gregorian": "1920-03-22"}
    assert records["anna"]["born"]["gregorian"] == "1875"
    (row,) = sheet(files["data/topics.csv"])
    assert (row["date"], row["date_julian"], row["date_first"]) == ("1920-03-22", "1920-03-09", "1920-03-22")


# Tables


def test_the_tables_have_a_row_for_everything(site: Path) -> None:
    library = exported.real()
    several = [one.record for one in library.records.values()]
    expected = Counter(dict.fromkeys(TYPES, 0))
    for record in several:
        expected[FOLDERS[record.type]] += 1
        expected["claims"] += len(record.claims)
        expected["chronology"] += len(record.chronology)
        expected["names"] += len(record.names) + sum(len(one.names) for one in record.included)
        expected["population"] += len(getattr(record, "population", []))
        expected["offices"] += len(record.offices) if isinstance(record, Person) else 0
        if isinstance(record, Organization):
            expected["offices"] += sum(1 for one in record.members if one.office or one.title)
    expected["sources"] = len(library.sources)
    counts = {table.name: len(sheet((site / f"data/{table.name}.csv").read_bytes())) for table in data.TABLES}
    assert counts == expected
    with closing(sqlite3.connect(f"file:{site / 'data/chronicle.sqlite'}?mode=ro", uri=True)) as base:
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        found = {name: base.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in counts}
    assert found == counts


def test_the_tables_say_what_the_pages_say(site: Path) -> None:
    pages = {folder.name: exported.page(folder) for _, lang, folder in exported.pages(site) if lang == "pt"}
    for row in sheet((site / "data/claims.csv").read_bytes()):
        line = pages[row["record"]].css_first(f"[id='{row['path'].partition('#')[2]}']")
        shown = exported.words(line, "th")
        digits = "".join(sign for sign in shown if sign.isdigit())
        assert digits == row["value_low"] + (row["value_high"] if row["value_high"] != row["value_low"] else "") or (
            row["value_kind"] == "words" and shown == row["value_words_pt"]
        )
        assert exported.words(line, "td:nth-of-type(2)") == row["claimant_pt"]
    for row in sheet((site / "data/places.csv").read_bytes()):
        if row["lat"]:
            assert row["lat"].replace(".", ",")[:5] in exported.words(pages[row["id"]], ".box")
    numbers = Counter(row["place"] for row in sheet((site / "data/population.csv").read_bytes()))
    for place, count in numbers.items():
        assert len(pages[place].css("#population ~ .scroll table.numbers tbody tr")) >= count
    for row in sheet((site / "data/chronology.csv").read_bytes()):
        line = pages[row["record"]].css_first(f"[id='{row['path'].partition('#')[2]}']")
        assert exported.words(line, "p:last-of-type") == row["text_pt"]


def test_the_database_holds_the_values_of_the_sheets(site: Path) -> None:
    with closing(sqlite3.connect(f"file:{site / 'data/chronicle.sqlite'}?mode=ro", uri=True)) as base:
        base.row_factory = sqlite3.Row
        for table in data.TABLES:
            stored = [dict(row) for row in base.execute(f'SELECT * FROM "{table.name}" ORDER BY rowid')]
            shown = [{key: "" if value is None else str(value) for key, value in row.items()} for row in stored]
            assert shown == sheet((site / f"data/{table.name}.csv").read_bytes())
        mean = 'SELECT typeof(value_low), typeof(value_words_en) FROM claims WHERE value_kind = "exactly"'
        assert set(map(tuple, base.execute(mean.replace('"', "'")))) == {("integer", "null")}


def test_the_sheets_are_rfc_4180(site: Path) -> None:
    for table in data.TABLES:
        content = (site / f"data/{table.name}.csv").read_bytes()
        rows = list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True))
        assert {len(row) for row in rows} == {len(table.columns)}
        bare = content.replace(b"\r\n", b"")
        assert b"\r" not in bare
        assert content.endswith(b"\r\n")


# The package


def cells(resource: dict[str, Any], folder: Path) -> Iterator[tuple[dict[str, str], str]]:
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    for row in sheet((folder / resource["path"]).read_bytes()):
        assert list(row) == list(fields)
        yield from ((fields[name], value) for name, value in row.items() if value)


def test_the_package_describes_every_file_and_every_column(site: Path) -> None:
    folder = site / "data"
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    Draft202012Validator(export_schemas.DATA_PACKAGE).validate(package)
    described = {one["path"]: one for one in package["resources"]}
    own = {"datapackage.json", "LICENSE.txt", "SHA256SUMS"}
    present = {file.name for file in folder.iterdir() if file.suffix != ".gz"}
    assert set(described) == present - own
    read = {"string": str, "integer": int, "number": float, "date": date.fromisoformat}
    for path, one in described.items():
        content = (folder / path).read_bytes()
        assert (one["bytes"], one["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        if "schema" not in one:
            continue
        for field, value in cells(one, folder):
            read[field["type"]](value)
        key = one["schema"].get("primaryKey", [])
        keys = [tuple(row[name] for name in key) for row in sheet(content)]
        assert not key or len(set(keys)) == len(keys)


def test_the_checksums_are_right(site: Path) -> None:
    command = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
    run = subprocess.run(command, cwd=site / "data", capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout + run.stderr) == (0, "")


def test_no_table_has_a_column_twice() -> None:
    for table in data.TABLES:
        names = [column.name for column in table.columns]
        assert len(set(names)) == len(names), table.name


def test_the_same_records_give_the_same_bytes(mini: Path) -> None:
    assert exported.made(mini) == exported.made(mini)


# What is promised


def test_no_promised_file_or_column_is_gone(site: Path) -> None:
    assert {name for name in PROMISED["files"] if not (site / name).is_file()} == set()
    for name, promised in PROMISED["columns"].items():
        header = (site / "data" / name).read_bytes().partition(b"\r\n")[0].decode().split(",")
        assert set(promised) <= set(header), name
        assert set(header) <= set(promised), f"{name}: promise the new columns in tests/promised.yaml"


@pytest.mark.parametrize("lang", ["en", "pt"])
def test_every_file_of_the_folder_is_explained(site: Path, lang: str) -> None:
    page = exported.page(site / ("pt/downloads" if lang == "pt" else "downloads"))
    linked = {(link.attributes["href"] or "").rpartition("/data/")[2] for link in page.css("a[href*='/data/']")}
    assert linked == {file.name for file in (site / "data").iterdir() if file.suffix != ".gz"}


def test_each_page_links_its_forms(site: Path) -> None:
    for _, _, folder in exported.pages(site):
        page = exported.page(folder)
        links = [link.attributes["href"] for link in page.css(".forms")[-1].css("a")]
        assert links == ["cite.bib", "cite.ris", "cite.json", "index.json"]
        head = {link.attributes["rel"]: link.attributes["href"] for link in page.css("head link")}
        assert head["describedby"] == "index.json"
        assert head["cite-as"] == json.loads((folder / "cite.json").read_text(encoding="utf-8"))[0]["URL"]
