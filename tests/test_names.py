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


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Fatali Khan Khoyski", "Fatali Khoyski"),
        ("Əlimərdan bəy Topçubaşov", "Əlimərdan Topçubaşov"),
        ("Фатали-хан Хойский", "Фатали Хойский"),
        ("General Andranik", "Andranik"),
        ("Ter-Ghukasian", "Ter-Ghukasian"),
        ("Khan", "Khan"),
    ],
)
def test_titles_are_left_out(text: str, bare: str) -> None:
    assert names.without_titles(text) == bare


@pytest.mark.parametrize(
    ("text", "lang", "sought"),
    [
        ("Fətəli xan Xoyski", "az", "khoyski khoiski khoysky khoyskii xoysky fatali хоискии"),
        ("Фатали-хан Хойский", "ru", "khoyskiy khoyski khoiski khoysky xoyski choiski hoyski"),
        ("Fatali Khan Khoyski", "en", "фатали хан хоискии khoiski khoysky"),
        ("Rəsulzadə", "az", "rasulzade rasulzada rasulzadeh расулзаде"),
        ("Şuşa", "az", "shusha шуша schuscha choucha"),
        ("Шуша", "ru", "shusha susa schuscha choucha"),
        ("Շուշի", "hy", "shushi chouchi schuschi"),
        ("Հովհաննես Քաջազնունի", "hy", "hovhannes kajaznuni"),
        ("Երկանեան", "hy", "yerkanian yerganian yerkanyan"),
        ("Երևան", "hy", "yerevan"),
        ("Qarabağ", "az", "garabagh karabakh"),
        ("Əhməd", "az", "ahmad ahmed"),
        ("Cavanşir", "az", "javanshir dschawanschir djavanchir"),
        ("Гаджинский", "ru", "hajinski gajinski gadjinski"),
        ("Ваксъ", "ru", "vaks"),
        ("Topchubashov", "en", "topchubashoff topchubashow топчубашов"),
        ("باکی", "azb", "baki"),
        ("შუშა", "ka", "shusha"),
    ],
)
def test_generated_spellings_hold_the_usual_ones(text: str, lang: str, sought: str) -> None:
    generated = {word for form in names.variants(text, lang) for word in form.split()}
    assert set(sought.split()) <= generated


def test_consonants_alone_are_no_spelling() -> None:
    assert not any("shshtrb" in form for form in names.variants("ششترب", "fa"))


@given(st.text(ALPHABETS, max_size=40), st.sampled_from(["az", "en", "ru", "hy", "fa", "ka", "tr", "und"]))
def test_spellings_are_few_new_and_the_same_each_time(text: str, lang: str) -> None:
    generated = names.variants(text, lang)
    assert len(generated) == len(set(generated)) <= names.MOST_VARIANTS
    assert names.fold(text) not in generated
    assert generated == names.variants(text, lang)


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


def test_a_slip_brings_the_name(page: Page) -> None:
    known = [["Fatali Khan Khoyski", "a/"], ["Shusha", "b/"], ["Şuşa", "b/"]]
    assert in_browser(page, "suggestions", "Khoyksi", known) == ["Khoyski"]
    assert in_browser(page, "suggestions", "Shuhsa", known) == ["Shusha", "Şuşa"]
    assert in_browser(page, "suggestions", "fatali khoysci", known) == ["fatali Khoyski"]
    assert in_browser(page, "suggestions", "zzzzzzzz", known) == []
