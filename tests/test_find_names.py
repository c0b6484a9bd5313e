"""The list of names as the browser searches it: sounds, slips, order of words, and why a name answered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from site_under_test import SCRIPTS, served

PAGES = [
    ["Fatali Khan Khoyski", "khoyski/", 0, "", 30, "Fətəli xan Xoyski", "Фатали-хан Хойский", "Ֆաթալի Խոյսկի"],
    ["Mahammad Amin Rasulzade", "rasulzade/", 0, "", 40, "Məmməd Əmin Rəsulzadə", "محمد امین رسولزاده"],
    ["Shusha", "shusha/", 1, "", 60, "Şuşa", "Շուշի", "Шуша"],
    ["Shusha massacre", "massacre/", 2, "", 25, "Shushi massacre"],
    ["Ahmed Agaoglu", "agaoglu/", 0, "", 5, "Ahmed bey Aghayev"],
    ["Avetis Ter-Ghukasian", "ghukasian/", 0, "", 2],
    ["Vahan Ter-Grigorian", "grigorian/", 0, "", 3, "Ваан Тер-Григорян"],
    ["Ganizade", "ganizade/", 0, "", 1],
    ["Nukha", "nukha/", 1, "", 9, "شکی"],
]
FIND = """async ([pages, typed]) => {
  const { findNames, nameIndex } = await import('/find-names.js');
  return findNames(nameIndex(pages), typed).map(({ page, text, slip }) => [pages[page][1], text, slip]);
}"""
NEAREST = """async ([pages, typed]) => {
  const { nearestNames, nameIndex } = await import('/find-names.js');
  return nearestNames(nameIndex(pages), typed).map(({ text }) => text);
}"""
SOUNDS = "async word => (await import('/query-sounds.js')).readings(word)"
BONES = """async word => {
  const { bones, readings } = await import('/query-sounds.js');
  return readings(word).map(bones);
}"""
APART = "async pair => (await import('/query-sounds.js')).apart(...pair)"


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    with served(SCRIPTS) as address, chromium.new_context() as context:
        opened = context.new_page()
        opened.goto(f"{address}/find-names.js")
        yield opened


def found(page: Page, typed: str) -> list[tuple[str, str, float]]:
    return [(address, text, slip) for address, text, slip in page.evaluate(FIND, [PAGES, typed])]


FIRST = {
    "khoyski/": "Khoyski|Xoyski|Хойский|Խոյսկի|Khoiski|Choiski|Hoyski|Chojskij|Khoyksi|khoy|Khoyski Fatali"
    "|Fatali bey Khoyski|General Fatali Khoyski|خویسکی|Fathali Khoiskii|F. Khoyski",
    "rasulzade/": "Rasulzade|Resulzadə|Rassoulzadé|Rassulsade|رسولزاده|Расулзаде|rasul zade|Rasulzade Mahammad",
    "shusha/": "Shusha|Susa|Choucha|Schuscha|Шуша|Shoosha|Shuhsa|Շուշի|შუშა",
    "massacre/": "Shusha massacre|massacre Shusha|massacre of Shushi|shusha mas",
    "agaoglu/": "Aga-oglu|Agaoğlu|Ağaoğlu|Ahmed Aghayev",
    "ghukasian/": "Terghukasian|Ter Ghukasian|Ter-Gukasyan",
    "grigorian/": "Vahan Ter-Grigoryan|Wahan Grigorjan|Ваан",
}


@pytest.mark.parametrize(
    ("first", "typed"), [(first, typed) for first, all_ in FIRST.items() for typed in all_.split("|")]
)
def test_a_name_is_found(page: Page, first: str, typed: str) -> None:
    assert [address for address, _, _ in found(page, typed)][:1] == [first]


def test_the_spelling_that_answered_is_told(page: Page) -> None:
    assert found(page, "Хойский")[0][1] == "Фатали-хан Хойский"
    assert found(page, "Khoyski")[0][1] == "Fatali Khan Khoyski"


@pytest.mark.parametrize(
    ("typed", "sure"), [("Khoyski", True), ("Choiski", True), ("Khoyksi", False), ("genocide", False)]
)
def test_what_is_only_near_is_told(page: Page, typed: str, sure: bool) -> None:
    assert (found(page, typed)[0][2] == 0) is sure


@pytest.mark.parametrize("typed", ["", "!", "zzzqqq", "Kuropatkin", "parliament", "khan of Baku"])
def test_what_is_no_name_of_the_list_finds_none(page: Page, typed: str) -> None:
    assert found(page, typed) == []


def test_nearest_names_are_offered(page: Page) -> None:
    assert page.evaluate(NEAREST, [PAGES, "Ghukassof"])[:1] == ["Avetis Ter-Ghukasian"]
    assert page.evaluate(NEAREST, [PAGES, "zzzqqq"]) == []


@pytest.mark.parametrize(
    ("word", "heard"),
    [("Khoyski", "hoiski"), ("Xoyski", "hoiski"), ("Хойский", "hoiski"), ("Խոյսկի", "hoiski"), ("Choiski", "hoiski"),
     ("Şuşa", "SuSa"), ("Шуша", "SuSa"), ("Schuscha", "SuSa"), ("Choucha", "SuSa"), ("Topçubaşov", "topCubaSov"),
     ("Топчубашов", "topCubaSov"), ("Джаваншир", "JavanSir"), ("Cavanşir", "JavanSir"), ("Dschawanschir", "JavanSir"),
     ("ჯავახიშვილი", "JavahiSvili")],
)  # fmt: skip
def test_one_sound_of_many_spellings(page: Page, word: str, heard: str) -> None:
    assert heard in page.evaluate(SOUNDS, word)


@pytest.mark.parametrize(
    ("one", "other"), [("Խոյսկի", "خویسکی"), ("Վահան", "Ваан"), ("Բեկ", "bek"), ("Երկանեան", "Yerganian")]
)
def test_scripts_without_the_same_letters_share_bones(page: Page, one: str, other: str) -> None:
    assert set(page.evaluate(BONES, one)) & set(page.evaluate(BONES, other))


READINGS = st.text("aeiouptkbdgfvszSCJZchlmnr", min_size=1, max_size=12)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=READINGS, other=READINGS)
def test_distance_of_sounds(page: Page, one: str, other: str) -> None:
    there, back = (page.evaluate(APART, pair) for pair in ([one, other], [other, one]))
    assert there == pytest.approx(back)
    assert (there == 0) == (one == other)
