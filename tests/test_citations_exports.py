"""References for other programs, read back by parsers that are not ours; the licence of the styles."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import bibtexparser
import rispy

from chronicle.citations import STYLES, bibtex, csl_json, pandoc, ris
from citation_items import ITEMS

# For other programs, read back by parsers that are not ours


def test_biblatex_is_read_back() -> None:
    parsed = bibtexparser.parse_string(bibtex(ITEMS))
    assert not parsed.failed_blocks
    entries = parsed.entries_dict
    assert set(entries) == set(ITEMS)
    ours = entries["ours"]
    assert ours.entry_type == "inreference"
    assert ours["author"] == "{Shusha Reference}"
    assert ours["booktitle"] == "{Shusha and the republic}"
    assert (ours["date"], ours["edition"]) == ("2026-11-20", "version 1")
    assert entries["article"]["author"] == "Swietochowski, Tadeusz and Saparov, Arsène"
    assert entries["article"]["pages"] == "217--235"
    assert entries["thesis"]["institution"] == "{Lancaster University}"
    assert entries["archive"]["library"] == "National Archives of Armenia, f. 200, op. 1, d. 563"


def test_biblatex_escapes_what_latex_would_act_on() -> None:
    title = r"50% of {A} & \input{x} #1 $2_3"
    parsed = bibtexparser.parse_string(bibtex({"x": {"type": "book", "title": title}}))
    assert parsed.entries_dict["x"]["title"] == (r"{50\% of \{A\} \& \textbackslash{}input\{x\} \#1 \$2\_3}")


def test_ris_is_read_back() -> None:
    text = ris([*ITEMS.values(), ITEMS["ours"] | {"abstract": "One\nparagraph."}])
    entries = rispy.loads(text)
    by_title = {entry.get("title"): entry for entry in entries}
    assert len(entries) == len(ITEMS) + 1
    ours = by_title["Shusha massacre"]
    assert ours["type_of_reference"] == "ENCYC"
    assert ours["authors"] == ["Shusha Reference"]
    assert ours["secondary_title"] == "Shusha and the republic"
    assert (ours["date"], ours["year"], ours["abstract"]) == ("2026/11/20", "2026", "One paragraph.")
    article = by_title["The ambiguous frontier"]
    assert (article["start_page"], article["end_page"], article["doi"]) == ("217", "235", "10.1080/02634939408400857")
    assert text.count("\r\n") == text.count("\n")


def test_ris_values_stay_on_their_line() -> None:
    text = ris([{"type": "book", "title": "A\r\nER  - \r\nTY  - JOUR", "author": [{"literal": "X\nAU  - Y"}]}])
    (entry,) = rispy.loads(text)
    assert (entry["type_of_reference"], entry["authors"]) == ("BOOK", ["X AU - Y"])


def test_csl_json_is_read_by_the_processor(tmp_path: Path) -> None:
    made = csl_json({name: item | {"license": "CC BY 4.0"} for name, item in ITEMS.items()})
    listed = {entry["id"]: entry for entry in json.loads(made)}
    assert listed["ours"]["license"] == "CC BY 4.0"
    assert listed["ours"]["issued"] == {"date-parts": [[2026, 11, 20]]}
    command = [pandoc.program(), "--from=csljson", "--to=csljson"]
    read = subprocess.run(command, input=made, capture_output=True, encoding="utf-8", check=True).stdout
    assert {entry["id"]: entry["type"] for entry in json.loads(read)} == {
        name: entry["type"] for name, entry in listed.items()
    }


# The styles' own licence


def test_every_modified_style_says_so_and_keeps_its_licence() -> None:
    folder = Path(pandoc.__file__).parent / "styles"
    notice = (folder / "NOTICE.md").read_text(encoding="utf-8")
    for name in STYLES:
        assert f"`{name}.csl`" in notice
        style = (folder / f"{name}.csl").read_text(encoding="utf-8")
        if name != "abnt":
            assert "Modified copy" in style
            assert "http://creativecommons.org/licenses/by-sa/3.0/" in style
