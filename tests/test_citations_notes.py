"""The notes of a page, locators, bibliography, and what is kept between builds."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from chronicle.citations import STYLES, Citation, CitationError, Citations, pandoc, plain
from chronicle.citations.items import Item
from chronicle.citations.locators import parse
from chronicle.citations.markup import Inline
from citation_items import HOVANNISIAN, ITEMS, spoken


@pytest.fixture(scope="module")
def library() -> Citations:
    return Citations(ITEMS)


LOCATORS = [
    # typed, English, Portuguese
    ("p. 152", "152", "152"),
    ("pp. 152-153", "152–153", "152–153"),
    ("pp. 67, 70-71", "67, 70–71", "67, 70–71"),
    ("p. xiv", "xiv", "xiv"),
    ("ch. 13 (First Congress)", "chap. 13 (First Congress)", "cap. 13 (First Congress)"),
    ("chapter 13, p. 7 of the online text", "chap. 13, p. 7 of the online text", "cap. 13, p. 7 do texto on-line"),
    ("vol. 2, p. 5", "vol. 2, p. 5", "v. 2, p. 5"),
    ("vol. 125, c. 1467", "vol. 125, col. 1467", "v. 125, col. 1467"),
    ("document 155, p. 240", "doc. 155, p. 240", "doc. 155, p. 240"),
    ("document 105, pp. 162-164", "doc. 105, pp. 162–164", "doc. 105, p. 162–164"),
    ("para. 3", "para. 3", "par. 3"),
    ("points 5 and 6", "points 5 and 6", "pontos 5 e 6"),
    ("articles XI and XV", "arts. XI and XV", "arts. XI e XV"),
    ("note 59", "n. 59", "n. 59"),
    ("section 'Demographics'", "section “Demographics”", "seção “Demographics”"),
    ("section militia", "section “militia”", "seção “militia”"),
    ("s.v. Vratsian (Krouzinian), Simon", "s.v. “Vratsian (Krouzinian), Simon”", "s.v. “Vratsian (Krouzinian), Simon”"),
    ("abstract", "abstract", "resumo"),
    ("The Karabagh File, p. 21", "The Karabagh File, p. 21", "The Karabagh File, p. 21"),
    ("list of the first cabinet", "list of the first cabinet", "list of the first cabinet"),
    ("<b>p</b>", "&lt;b&gt;p&lt;/b&gt;", "&lt;b&gt;p&lt;/b&gt;"),
]


@pytest.mark.parametrize(("typed", "english", "portuguese"), LOCATORS)
def test_locator(typed: str, english: str, portuguese: str) -> None:
    assert (parse(typed, "en").html, parse(typed, "pt").html) == (english, portuguese)


def test_only_bare_pages_are_left_to_the_style() -> None:
    kinds = {typed: (parse(typed, "en").page, parse(typed, "en").several) for typed, _, _ in LOCATORS}
    assert kinds["p. 152"] == (True, False)
    assert kinds["pp. 152-153"] == (True, True)
    assert kinds["vol. 2, p. 5"] == (False, False)
    assert kinds["list of the first cabinet"] == (False, False)


# Notes of a page


def test_via_says_through_which_work(library: Citations) -> None:
    cited = Citation("book", "p. 152", Citation("wiki", "section 'Deaths'"))
    first, second = library.notes([[cited], [cited]], "en")
    assert spoken(first) == (
        "Richard G. Hovannisian, _The Republic of Armenia: From London to Sèvres_ (Berkeley: University of California"
        " Press, 1996), 3:152, cited in “Shusha massacre,” _Wikipedia_, section “Deaths,”"
        " https://en.wikipedia.org/wiki/Shusha_massacre."
    )
    assert spoken(second) == (
        "Hovannisian, _Republic of Armenia_, 3:152, cited in _Wikipedia_, “Shusha massacre,” section “Deaths.”"
    )


def test_via_in_portuguese_and_after_a_quotation_mark(library: Citations) -> None:
    cited = [Citation("iranica", None, Citation("wiki"))]
    assert spoken(library.notes([cited, cited], "en")[1]) == (
        "Bournoutian, “Karabakh,” cited in _Wikipedia_, “Shusha massacre.”"
    )
    assert spoken(library.notes([cited, cited], "pt")[1]) == (
        "Bournoutian, “Karabakh”, citado em _Wikipedia_, “Shusha massacre”."
    )


def test_a_work_seen_through_another_counts_as_mentioned(library: Citations) -> None:
    notes = library.notes([[Citation("iranica", None, Citation("wiki"))], [Citation("wiki")]], "en")
    assert spoken(notes[1]) == "_Wikipedia_, “Shusha massacre.”"


def test_a_cluster_is_one_note(library: Citations) -> None:
    (note,) = library.notes([[Citation("undated"), Citation("undated", "p. 3")]], "en")
    assert spoken(note) == "Раффи, _Карабах_ (n.d.); Раффи, _Карабах_, 3."


def test_works_alike_in_short_are_always_cited_in_full() -> None:
    one = {"type": "book", "title": "Karabakh: a history", "author": HOVANNISIAN, "issued": "1990", "language": "en"}
    two = one | {"title": "Karabakh: an atlas", "issued": "1995"}
    library = Citations({"one": one, "two": two})
    alone = library.notes([[Citation("one")], [Citation("one")]], "en")
    assert spoken(alone[1]) == "Hovannisian, _Karabakh_."
    both = library.notes([[Citation("one")], [Citation("two")], [Citation("one")]], "en")
    assert spoken(both[2]) == "Richard G. Hovannisian, _Karabakh: A History_ (1990)."


def test_an_unknown_source_is_named(library: Citations) -> None:
    with pytest.raises(CitationError, match="`nobody-1900`"):
        library.notes([[Citation("nobody-1900")]], "en")
    with pytest.raises(CitationError, match="`nobody-1900`"):
        library.bibliography(["book", "nobody-1900"], "en")


def test_bibliography_is_sorted_and_without_repeats(library: Citations) -> None:
    ids = ["undated", "wiki", "book", "article", "iranica", "armenian", "book"]
    made = library.bibliography(ids, "en")
    assert [source for source, _ in made] == ["iranica", "book", "article", "wiki", "undated", "armenian"]
    assert dict(made)["book"] == library.cite_source("book", "en")["chicago"]


def test_cite_gives_every_style_for_a_page_of_ours(library: Citations) -> None:
    made = library.cite(ITEMS["ours"], "en")
    assert tuple(made) == STYLES
    assert made == library.cite_source("ours", "en")
    assert all("https://example.org/events/shusha-massacre/v1/" in plain(text) for text in made.values())


# What is kept between builds


def test_a_second_build_formats_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few = {name: ITEMS[name] for name in ("book", "wiki")}
    wanted = [[Citation("book", "p. 3")]]
    first = Citations(few, tmp_path)
    made = (first.notes(wanted, "en"), first.bibliography(few, "en"), first.cite(few["wiki"], "pt"))
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("the processor was called"))
    again = Citations(few, tmp_path)
    assert (again.notes(wanted, "en"), again.bibliography(few, "en"), again.cite(few["wiki"], "pt")) == made


def test_only_a_changed_source_is_formatted_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few = {name: ITEMS[name] for name in ("book", "wiki")}
    Citations(few, tmp_path).notes([], "en")
    asked: list[str] = []
    notes = pandoc.notes

    def watched(lang: str, items: Sequence[Item]) -> list[list[list[Inline]]]:
        asked.extend(item["title"] for item in items)
        return notes(lang, items)

    monkeypatch.setattr(pandoc, "notes", watched)
    few["wiki"] = few["wiki"] | {"title": "Shusha pogrom"}
    (note,) = Citations(few, tmp_path).notes([[Citation("wiki")]], "en")
    assert asked == ["Shusha pogrom"]
    assert "Shusha pogrom" in note


def test_a_damaged_file_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "citations.json").write_text("{", encoding="utf-8")
    few = {"book": ITEMS["book"]}
    assert Citations(few, tmp_path).notes([[Citation("book")]], "en") == Citations(few).notes(
        [[Citation("book")]], "en"
    )
    assert json.loads((tmp_path / "citations.json").read_text(encoding="utf-8"))


def test_a_source_reads_the_same_in_any_company(library: Citations) -> None:
    for source in ("book", "chapter"):
        alone = Citations({source: ITEMS[source]})
        assert alone.notes([[Citation(source)]] * 2, "en") == library.notes([[Citation(source)]] * 2, "en")
        assert alone.cite_source(source, "pt") == library.cite_source(source, "pt")
