"""Folding, scripts, generated spellings and the order of the A-Z list."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from chronicle import names
from site_under_test import SCRIPTS, served

FOLDED = [
    ("Fətəli xan Xoyski", "feteli xan xoyski"),
    ("ŞUŞA", "susa"),
    ("İsmayıl", "ismayil"),
    ("Bakı", "baki"),
    ("K’arin Tak", "karin tak"),
    ("Ter-Ghukasian", "ter ghukasian"),
    ("Хойский", "хоискии"),
    ("Ёлка", "елка"),
    ("уѣздъ", "уезд"),
    ("губернія", "губерния"),
    ("Straße", "strasse"),
    ("Łódź Øre Þór", "lodz ore thor"),
    ("São João", "sao joao"),
    ("Երևան", "երեւան"),
    ("باكي", "باکی"),
    ("آذربایجان", "اذربایجان"),
    ("بیاننامه\u200cسی", "بیاننامهسی"),
    ("  a,  b. ", "a b"),
    ("", ""),
]
ALPHABETS = (
    "abcxyzəışçğöüƏIİŞÇĞÖÜéãâßøłØŁÆœ' ’-–.,·()0129ъЪёйіѣѳвғҹјԱԵՒա"
    "բեւևՈո აბგღﷺآأإئبپتةكکىیﻙ\u200c\u0301\u0307\u064bΣςσςÅ№½"
)


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    with served(SCRIPTS) as address, chromium.new_context() as context:
        opened = context.new_page()
        opened.goto(f"{address}/query-names.js")
        yield opened


def in_browser(page: Page, function: str, *values: object) -> object:
    return page.evaluate(f"async values => (await import('/query-names.js')).{function}(...values)", list(values))


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_folding(page: Page, text: str, folded: str) -> None:
    assert names.fold(text) == folded
    assert in_browser(page, "fold", text) == folded


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(ALPHABETS, max_size=20), min_size=1, max_size=10))
def test_browser_folds_as_the_build_does(page: Page, texts: list[str]) -> None:
    for text in texts:
        assert in_browser(page, "fold", text) == names.fold(text)


@given(st.text(ALPHABETS, max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert names.fold(names.fold(text)) == names.fold(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Khoyski", "Latn"),
        ("Fətəli", "Latn"),
        ("Хойский", "Cyrl"),
        ("Շուշի", "Armn"),
        ("شوشا", "Arab"),
        ("შუშა", "Geor"),
        ("שושה", "Hebr"),
        ("Μπακού", "Grek"),
        ("Баку (Baku Bakı)", "Latn"),
        ("1920", "Zyyy"),
        ("", "Zyyy"),
    ],
)
def test_script(text: str, code: str) -> None:
    assert names.script_of(text) == code


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "ltr"),
        ("az", "ltr"),
        ("az-Arab", "rtl"),
        ("fa", "rtl"),
        ("fa-Latn", "ltr"),
        ("hy", "ltr"),
        ("azb", "rtl"),
        ("he", "rtl"),
        ("pt-BR", "ltr"),
    ],
)
def test_direction(lang: str, expected: str) -> None:
    assert names.direction(lang) == expected


def test_order_of_the_index() -> None:
    ordered = [
        "1905",
        "Əli",
        "Əmircanov",
        "Şuşa",
        "Zaqatala",
        "Баку",
        "Ёлкин",
        "Шуша",
        "Երևան",
        "Շուշի",
        "ბაქო",
        "آغدام",
        "پاشا",
        "تفلیس",
    ]
    assert sorted(ordered[7:] + ordered[:7], key=names.sort_key) == ordered


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("Əli", "E"),
        ("Şuşa", "S"),
        ("İrəvan", "I"),
        ("Шуша", "Ш"),
        ("Շուշի", "Շ"),
        ("ბაქო", "ბ"),
        ("آغدام", "ا"),
        ("1905", "#"),
        ("", "#"),
        ("«Baku»", "B"),
    ],
)
def test_letter_of_the_index(text: str, letter: str) -> None:
    assert names.index_letter(text) == letter


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        ("khoyksi", "khoyski", 1),
        ("shusha", "shusha", 0),
        ("shsha", "shusha", 1),
        ("susha", "shushi", 2),
        ("baku", "ganja", 3),
        ("", "ab", 2),
    ],
)
def test_distance_of_slips(page: Page, one: str, other: str, far: int) -> None:
    assert in_browser(page, "distance", one, other) == far
