"""The search of a small built site, end to end in Chromium, below a sub-path and under a strict policy."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from html import escape
from pathlib import Path
from urllib.parse import quote

import pytest
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import Browser, Page

from chronicle import search_index
from chronicle.dates import day_number
from chronicle.search_fields import Dated, Subject
from site_under_test import SCRIPTS, served

ROOT = SCRIPTS.parents[2]
POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"
LABELS = {"search_button": "Search", "kind": "Kind", "year": "Year", "place": "Place", "person": "Person", "any": "Any"}
KHOYSKI = [("Fətəli xan Xoyski", "az"), ("Фатали-хан Хойский", "ru"), ("Ֆաթալի Խոյսկի", "hy")]
RASULZADE = [("Məmməd Əmin Rəsulzadə", "az"), ("Мамед Эмин Расулзаде", "ru")]
SHUSHA = [("Şuşa", "az"), ("Շուշի", "hy"), ("Шуша", "ru")]
RECORDS = [
    # id, English title, Portuguese title, kind, names, dates, main dates, rank
    ("khoyski", "Fatali Khan Khoyski", "Fatali Khan Khoyski", "person", KHOYSKI, ["1920-06-19"], [], 30),
    ("cabinet", "First Khoyski cabinet", "Primeiro gabinete Khoyski", "cabinet", [], [], ["1918-05-28/1918-06-17"], 9),
    ("rasulzade", "Mammad Amin Rasulzade", "Mammad Amin Rasulzade", "person", RASULZADE, [], [], 20),
    ("shusha", "Shusha", "Shusha", "town", SHUSHA, ["1920-03-22/1920-03-26"], [], 60),
    ("massacre", "Shusha massacre", "Massacre de Shusha", "massacre", [], [], ["1920-03-22/1920-03-26"], 25),
    ("khankendi", "Attack on Khankendi", "Ataque a Khankendi", "battle", [], [], ["1920-03-22"], 4),
    ("reception", "Novruz reception", "Recepção do Novruz", "assembly", [], [], ["1920-04-04"], 3),
    ("war", "War of 1918-1920", "Guerra de 1918-1920", "war", [], [], ["1918-03-30/1920-11-28"], 80),
    ("susan", "Susan Smith", "Susan Smith", "person", [], [], [], 1),
]


def _dated(dates: list[str], main: int) -> list[Dated]:
    found = []
    for date in dates:
        first, _, last = date.partition("/")
        days = [day_number((int(day[:4]), int(day[5:7]), int(day[8:])), "gregorian") for day in (first, last or first)]
        found.append(Dated(days[0], days[1], date, "" if main else "date-line", main))
    return found


def _subjects(home: str, lang: str) -> Iterator[Subject]:
    for name, english, portuguese, kind, attested, dates, main, rank in RECORDS:
        yield Subject(
            title=portuguese if lang == "pt" else english,
            address=f"{home}{name}/",
            kind=kind,
            rank=rank,
            names=[text for text, _ in attested],
            shown_date=main[0] if main else "",
            dates=[*_dated(main, 2), *_dated(dates, 0)],
            places=[f"{home}shusha/"] if "shu" in name else [],
        )
    yield Subject("Gate of Elizavetpol", f"{home}shusha/#subject-gate", "town", 0, ["Елизаветпольские ворота"])


def _write(site: Path) -> dict[str, list[Subject]]:
    shutil.copytree(SCRIPTS, site / "assets" / "js")
    folders = [ROOT / "docs/theme/partials", ROOT / "scripts/chronicle/templates"]
    templates = Environment(loader=FileSystemLoader(folders), autoescape=True)
    listed = {}
    for lang, home, html_lang in (("en", "", "en"), ("pt", "pt/", "pt-BR")):
        listed[html_lang] = list(_subjects(home, lang))
        for one in listed[html_lang]:
            title, spelled = escape(one.title), escape(" ".join(one.names))
            body = f"<article data-pagefind-body><h1>{title}</h1><p>Khoyski, Shusha. {spelled}</p>"
            body += f"<p>{one.dates[0].shown} the days of &amp; after</p></article>" if one.dates else "</article>"
            if "#" not in one.address:
                _page(site / one.address, templates, lang, html_lang, body, depth=2 if home else 1)
        search = templates.get_template("search.html.j2").render(lang=lang, t=LABELS)
        _page(site / home / "search", templates, lang, html_lang, search, depth=2 if home else 1)
    return listed


def _page(folder: Path, templates: Environment, lang: str, html_lang: str, body: str, *, depth: int) -> None:
    up = "../" * depth
    home = up + ("pt/" if lang == "pt" else "")
    box = templates.get_template("search-box.html").render(search_root=up, search_home=home, lang_code=lang)
    head = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    script = f'<script type="module" src="{up}assets/js/search.js"></script>'
    folder.mkdir(parents=True)
    whole = f'<!doctype html><html lang="{html_lang}">{head}{script}{box}{body}</html>'
    (folder / "index.html").write_text(whole, encoding="utf-8")


SMALL = 500  # characters of HTML in one run of the index, so that there are several


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, list[Subject]]]:
    built = tmp_path_factory.mktemp("web") / "below"
    built.mkdir()
    subjects = _write(built)
    search_index.build(built, subjects, most_characters=SMALL)
    return built, subjects


@pytest.fixture(scope="module")
def site(web: tuple[Path, dict[str, list[Subject]]]) -> Path:
    return web[0]


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site.parent) as root:
        yield f"{root}/below"


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    with chromium.new_context() as context:
        yield context.new_page()


def found(page: Page, address: str, query: str) -> list[str]:
    page.goto(f"{address}/search/?{query}")
    page.wait_for_selector("[data-search-page][data-ready]", state="attached")
    links = page.locator("#results > li > a")
    return [str(link.get_attribute("href")).rstrip("/").rpartition("/")[2] for link in links.all()]


FIRST = {
    "khoyski": "Xoyski|Khoyski|Хойский|Khoiski|Xoysky|Khoysky Fatali|Khoyksi|Խոյսկի|Choiski|khoy",
    "rasulzade": "Rasulzade|Resulzade|Rəsulzadə|Расулзаде|Rasuzlade",
    "shusha": "Шуша|Շուշի|Şuşa|Susa|Shusha|shushi",
    "massacre": "22 March 1920|9 March 1920 O.S.|22 de março de 1920|1920-03-22|22 March|22-26 March 1920|March 1920"
    "|Shusha March 1920|massacre março 1920|9/22 March 1920|Shusha massacre",
    "war": "1918",
    "reception": "4 April 1920|4 April 1920 N.S.",
}


@pytest.mark.parametrize("home", ["", "/pt"])
@pytest.mark.parametrize(
    ("first", "typed"), [(first, typed) for first, all_ in FIRST.items() for typed in all_.split("|")]
)
def test_the_right_page_comes_first(page: Page, address: str, home: str, first: str, typed: str) -> None:
    assert found(page, address + home, f"q={quote(typed)}")[:1] == [first]


def test_a_day_is_read_in_both_calendars_and_can_be_narrowed(page: Page, address: str) -> None:
    assert found(page, address, "q=22+March+1920") == ["massacre", "khankendi", "shusha", "reception", "war"]
    assert "also read as Old Style (= 4 April 1920)" in page.locator("#search-understood").inner_text()
    page.get_by_role("link", name="New Style only").click()
    page.wait_for_selector("[data-search-page][data-ready='22 March 1920 N.S.']")
    assert page.locator("#results > li").count() == 4


def test_portuguese_says_what_was_understood(page: Page, address: str) -> None:
    found(page, f"{address}/pt", "q=1920-04-01")
    assert "Data: 1º de abril de 1920" in page.locator("#search-understood").inner_text()


def test_a_slip_is_told(page: Page, address: str) -> None:
    found(page, address, "q=Khoyksi")
    assert "Nothing was found for “Khoyksi”" in page.locator("#search-understood").inner_text()


def test_a_word_of_every_page_does_not_hide_those_that_tell(page: Page, address: str, site: Path) -> None:
    parts = json.loads((site / "pagefind/parts.json").read_text(encoding="utf-8"))
    assert {"khoyski", "shusha"} == set(parts["en"]["everywhere"])
    assert found(page, address, "q=days+after+Khoyski")[0] in ("massacre", "khankendi", "reception", "war", "cabinet")
    assert len(found(page, address, "q=Khoyski+Shusha")) == len(RECORDS)


def test_nothing_found_is_said(page: Page, address: str) -> None:
    assert found(page, address, "q=zzzzqqqq") == []
    assert page.locator("#search-status").inner_text() == "No results"


def test_words_without_a_page_of_that_date_are_not_mended(page: Page, address: str) -> None:
    assert found(page, address, "q=massacre+1875") == []
    assert "Nothing was found" not in page.locator("#search-understood").inner_text()


def test_filters_narrow_and_stand_in_the_address(page: Page, address: str) -> None:
    assert "khoyski" in found(page, address, "q=Shusha&kind=person")
    page.select_option("[data-filter=kind]", "massacre")
    page.locator("#search-status", has_text="1 result").wait_for()
    assert page.url.endswith("?q=Shusha&kind=massacre")


def test_box_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/war/")
    box = page.get_by_role("combobox")
    page.keyboard.press("/")
    page.keyboard.type("khoys")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    page.keyboard.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    page.keyboard.type("k")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/below/khoyski/")


def test_box_by_pointer(page: Page, address: str) -> None:
    page.goto(f"{address}/war/")
    page.get_by_role("combobox").fill("Хойский")
    page.get_by_role("option").first.click()
    page.wait_for_url("**/below/khoyski/")


def test_only_what_is_used_is_published(site: Path) -> None:
    files = {file.name for file in (site / "pagefind").glob("*") if file.is_file()}
    assert not any("ui" in name or "worker" in name or "highlight" in name for name in files)
    assert {"pagefind.js", "parts.json", "names.en.json", "names.pt-br.json"} <= files
    assert len([part for part in (site / "pagefind").iterdir() if part.name.isdigit()]) >= 1


def test_the_same_site_gives_the_same_index(web: tuple[Path, dict[str, list[Subject]]]) -> None:
    site, subjects = web
    before = {file.relative_to(site): file.read_bytes() for file in (site / "pagefind").rglob("*") if file.is_file()}
    search_index.build(site, subjects, most_characters=SMALL)
    after = {file.relative_to(site): file.read_bytes() for file in (site / "pagefind").rglob("*") if file.is_file()}
    assert before == after


def test_every_page_has_its_number_among_the_words(site: Path) -> None:
    rows = json.loads((site / "pagefind/pages.en.json").read_text(encoding="utf-8"))
    names = json.loads((site / "pagefind/names.en.json").read_text(encoding="utf-8"))["pages"]
    assert [bool(number) for number, _, _ in rows] == ["#" not in row[1] for row in names]
    assert len({number for number, _, _ in rows}) == len(RECORDS) + 1


def test_why_a_result_is_there_is_said(page: Page, address: str) -> None:
    found(page, address, "q=Хойский")
    assert "also: Фатали-хан Хойский" in page.locator("#results > li").first.inner_text()
    found(page, f"{address}/pt", "q=Хойский")
    assert "também: Фатали-хан Хойский" in page.locator("#results > li").first.inner_text()
    found(page, address, "q=Shusha")
    assert "also:" not in page.locator("#results > li").first.inner_text()


def test_the_line_of_the_date_is_shown_and_linked(page: Page, address: str) -> None:
    assert found(page, address, "q=24+March+1920")[:2] == ["massacre", "shusha"]
    line = page.locator("#results > li").nth(1).get_by_role("link", name="1920-03-22/1920-03-26")
    assert str(line.get_attribute("href")).endswith("/shusha/#date-line")


def test_a_date_shows_where_the_text_gives_it(page: Page, address: str) -> None:
    found(page, address, "q=24+March+1920")
    first = page.locator("#results > li").first
    assert first.locator("mark").inner_text() == "1920-03-22/1920-03-26"
    assert "the days of & after" in first.inner_text()


def test_a_smaller_subject_is_found_at_its_anchor(page: Page, address: str) -> None:
    page.goto(f"{address}/search/?q={quote('Елизаветпольские ворота')}")
    page.wait_for_selector("[data-search-page][data-ready]", state="attached")
    first = page.locator("#results > li").first
    assert str(first.get_by_role("link").first.get_attribute("href")).endswith("/below/shusha/#subject-gate")
    assert "in: Shusha" in first.inner_text()


def test_the_words_of_the_texts_are_shown_with_their_blanks(page: Page, address: str) -> None:
    found(page, address, "q=Khoyski")
    excerpts = page.locator(".search-excerpt").all_inner_texts()
    assert any("Khoyski, Shusha." in text for text in excerpts)


def test_near_names_and_dates_are_offered_when_nothing_is_found(page: Page, address: str) -> None:
    assert found(page, address, "q=Khoyskenko") == []
    assert "Fatali Khan Khoyski" in page.locator(".search-near").inner_text()
    assert found(page, address, "q=massacre+1875") == []
    assert page.locator(".search-near li a").all_inner_texts()[0] == "Shusha massacre"


def test_filters_count_what_each_choice_would_give(page: Page, address: str) -> None:
    found(page, address, "q=Shusha")
    choices = page.locator("[data-filter=place] option").all_inner_texts()
    assert choices[0] == "Any"
    assert choices[1].startswith("Shusha (")
    assert found(page, address, "kind=massacre") == ["massacre"]
    assert page.locator("[data-filter=kind] option").count() > 2


def test_more_results_follow_and_take_the_focus(page: Page, address: str) -> None:
    assert len(found(page, address, "q=Khoyski")) == len(RECORDS)
    assert page.locator("#search-more").is_hidden()
