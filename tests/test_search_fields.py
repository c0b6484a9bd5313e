"""What the search lists hold of each page."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle import graph, load, search_index
from chronicle.dates import day_number
from chronicle.errors import ChronicleError
from chronicle.pages import searching
from chronicle.search_fields import EPOCH, Dated, Subject, lists
from chronicle.search_index import everywhere, pages_by_word, vocabulary
from conftest import MINI

MARCH = day_number((1920, 3, 22), "gregorian")
KHOYSKI = Subject(
    "Fatali Khan Khoyski", "people/khoyski/", "Person", 30, ["Fatali Khan Khoyski", "Хойский", "Хойский", "—"]
)
SHUSHA = Subject("Shusha", "places/shusha/", "Place", 60)
MASSACRE = Subject(
    title="Shusha massacre",
    address="events/massacre/",
    kind="Event",
    rank=25,
    names=["Shushi massacre"],
    shown_date="22–26 March 1920",
    dates=[Dated(MARCH, MARCH + 4, "22–26 March 1920", main=2), Dated(MARCH, MARCH, "22 March 1920", "date-first")],
    places=["places/shusha/", "places/shusha/"],
    people=["people/khoyski/"],
)
PART = Subject("A street", "places/shusha/#subject-street", "Place", 0, ["Улица"])
ALL = [MASSACRE, PART, KHOYSKI, SHUSHA]


def test_most_referred_pages_come_first() -> None:
    assert [row[0] for row in lists(ALL, {}).names["pages"]] == [
        "Shusha", "Fatali Khan Khoyski", "Shusha massacre", "A street",
    ]  # fmt: skip


def test_a_name_is_listed_once_and_what_has_no_letter_is_none() -> None:
    found = lists(ALL, {}).names
    assert found["kinds"] == ["Event", "Person", "Place"]
    assert found["pages"][1] == ["Fatali Khan Khoyski", "people/khoyski/", 1, "", 30, "Хойский"]
    assert found["pages"][2][3:] == ["22–26 March 1920", 25, "Shushi massacre"]
    assert found["pages"][3][1] == "places/shusha/#subject-street"


def test_dates_name_their_page_and_line() -> None:
    assert lists(ALL, {}).dates == [
        [2, MARCH - EPOCH, 4, 2, "", "22–26 March 1920"],
        [2, MARCH - EPOCH, 0, 0, "date-first", "22 March 1920"],
    ]


def test_links_and_numbers_among_the_words() -> None:
    assert lists(ALL, {"events/massacre/": "en_1"}).pages == [
        ["", [], []],
        ["", [], []],
        ["en_1", [0], [1]],
        ["", [], []],
    ]


@given(st.permutations(ALL))
def test_the_order_given_does_not_matter(order: list[Subject]) -> None:
    assert lists(order, {}) == lists(ALL, {})


def test_the_words_of_several_texts() -> None:
    texts = ["The massacre of Şuşa; genocide, 1920s.", "Genocide in Susa", "massacres of the"]
    assert vocabulary(pages_by_word(texts)) == ["genocide", "susa"]


def test_the_words_of_nearly_every_text() -> None:
    texts = ["The town of Şuşa", "of the town", *["the town, of old"] * 8]
    assert everywhere(pages_by_word(texts), len(texts)) == ["of", "the", "town"]
    assert everywhere(pages_by_word([*texts, "Şuşa"]), len(texts) + 1) == ["of", "the", "town"]
    assert everywhere(pages_by_word([*texts, "Şuşa", "Şuşa"]), len(texts) + 2) == []


def mini() -> dict[str, list[Subject]]:
    return searching.subjects(graph.build(load.read_or_fail(MINI)))


def test_every_record_and_smaller_subject_is_listed_in_both_languages() -> None:
    library = load.read_or_fail(MINI)
    found = mini()
    expected = sum(1 + len(loaded.record.included) for loaded in library.records.values())
    assert {lang: len(several) for lang, several in found.items()} == {"en": expected, "pt-BR": expected}
    assert all(one.address.startswith("pt/") for one in found["pt-BR"])
    assert not any(one.address.startswith("pt/") for one in found["en"])


def test_every_attested_spelling_is_listed_under_what_it_names() -> None:
    library = load.read_or_fail(MINI)
    found = {one.address: {one.title, *one.names} for one in mini()["en"]}
    links = graph.build(library)
    for loaded in library.records.values():
        for spelling in graph.all_names(loaded.record):
            address = links.path(loaded.id).lstrip("/") + (f"#{spelling.anchor}" if spelling.anchor else "")
            assert spelling.text in found[address]


def test_every_dated_thing_is_listed_with_its_days_and_anchor() -> None:
    library = load.read_or_fail(MINI)
    several = [moment for loaded in library.records.values() for moment in graph.moments(loaded)]
    listed = [dated for one in mini()["en"] for dated in one.dates]
    assert several
    assert [(one.first, one.last, one.anchor) for one in listed] == [
        (one.first, one.last, one.anchor) for one in several
    ]
    assert {bool(one.main) for one in listed} <= {True, False}


@given(st.dates(min_value=dt.date(1500, 1, 1)))
def test_days_are_numbered_as_the_browser_numbers_them(day: dt.date) -> None:
    assert day_number((day.year, day.month, day.day), "gregorian") == day.toordinal() + 1721425


def test_the_lists_are_json() -> None:
    made = lists(ALL, {})
    several: list[Any] = [made.names, made.dates, made.pages]
    assert json.loads(json.dumps(several)) == several


def test_another_form_of_index_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "index.html").write_text("<html lang=en><article data-pagefind-body><p>words</p></article>")
    monkeypatch.setattr(search_index, "SIGNATURE", b"another")
    with pytest.raises(ChronicleError, match="pin pagefind"):
        search_index.build(tmp_path, {})


def test_the_marked_element_alone_is_indexed() -> None:
    marked = '<article data-pagefind-body lang="x"><article>a</article>b</article>'
    page = f"<html><body><article><p>head</p>{marked}<p>foot</p></article></body></html>"
    assert search_index.article(page, "pt-BR") == f'<!doctype html><html lang="pt-BR"><body>{marked}</body></html>'
    with pytest.raises(ChronicleError, match="no end"):
        search_index.article("<article data-pagefind-body>a", "en")


def test_a_site_without_articles_is_refused(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<html lang=en><p>nothing</p></html>")
    with pytest.raises(ChronicleError, match="nothing to search"):
        search_index.build(tmp_path, {})
