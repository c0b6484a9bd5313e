"""The search of a small built site, end to end in Chromium, below a sub-path and under a strict policy."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from html import escape
from pathlib import Path
from urllib.parse import quote

import pytest
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import Browser, Page

from chronicle import names, search_index, search_stable
from chronicle.errors import ChronicleError
from chronicle.search_fields import page_search_html
from site_under_test import SCRIPTS, served

ROOT = SCRIPTS.parents[2]
POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"
LABELS = {"search": "Search", "kind": "Kind", "year": "Year", "place": "Place", "person": "Person", "any": "Any"}
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


def _spans(dates: list[str]) -> list[tuple[str, str]]:
    return [(first, last or first) for first, _, last in (date.partition("/") for date in dates)]


def _write(site: Path) -> None:
    shutil.copytree(SCRIPTS, site / "assets" / "js")
    folders = [ROOT / "docs/theme/partials", ROOT / "scripts/chronicle/templates"]
    templates = Environment(loader=FileSystemLoader(folders), autoescape=True)
    for lang, home, html_lang in (("en", "", "en"), ("pt", "pt/", "pt-BR")):
        for name, english, portuguese, kind, attested, dates, main, rank in RECORDS:
            title = portuguese if lang == "pt" else english
            generated = [form for text, code in [(title, lang), *attested] for form in names.variants(text, code)]
            shown = [title, *(text for text, _ in attested)]
            place = ["Shusha"] if "shu" in name else ["Baku"]
            spans = _spans(dates), place, [], rank, html_lang
            fields = page_search_html(title, kind, shown, generated, *spans, main=_spans(main))
            body = f"<article data-pagefind-body><h1>{escape(title)}</h1>{fields}<p>Khoyski, Shusha.</p></article>"
            _page(site / home / name, templates, lang, html_lang, body, depth=2 if home else 1)
        search = templates.get_template("search.html.j2").render(lang=lang, t=LABELS)
        _page(site / home / "search", templates, lang, html_lang, search, depth=2 if home else 1)


def _page(folder: Path, templates: Environment, lang: str, html_lang: str, body: str, *, depth: int) -> None:
    up = "../" * depth
    home = up + ("pt/" if lang == "pt" else "")
    box = templates.get_template("search-box.html").render(search_root=up, search_home=home, lang_code=lang)
    head = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    script = f'<script type="module" src="{up}assets/js/search.js"></script>'
    folder.mkdir(parents=True)
    whole = f'<!doctype html><html lang="{html_lang}">{head}{script}{box}{body}</html>'
    (folder / "index.html").write_text(whole, encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = tmp_path_factory.mktemp("web") / "below"
    built.mkdir()
    _write(built)
    search_index.build(built, most_characters=12_000)
    return built


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
    page.wait_for_selector("[data-search-page][data-ready], #search-status:not(:empty)", state="attached")
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
    assert found(page, address, "q=22+March+1920") == ["massacre", "khankendi", "shusha", "reception"]
    assert "also read as Old Style (= 4 April 1920)" in page.locator("#search-understood").inner_text()
    page.get_by_role("link", name="New Style only").click()
    page.wait_for_selector("[data-search-page][data-ready='22 March 1920 N.S.']")
    assert page.locator("#results > li").count() == 3


def test_portuguese_says_what_was_understood(page: Page, address: str) -> None:
    found(page, f"{address}/pt", "q=1920-04-01")
    assert "Data: 1º de abril de 1920" in page.locator("#search-understood").inner_text()


def test_a_slip_is_told(page: Page, address: str) -> None:
    found(page, address, "q=Khoyksi")
    assert "Nothing was found for “Khoyksi”" in page.locator("#search-understood").inner_text()


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


def test_only_what_is_used_is_published(site: Path) -> None:
    files = {file.name for file in (site / "pagefind").glob("*") if file.is_file()}
    assert not any("ui" in name or "worker" in name or "highlight" in name for name in files)
    assert {"pagefind.js", "parts.json", "names.en.json", "names.pt-br.json"} <= files
    assert len([part for part in (site / "pagefind").iterdir() if part.name.isdigit()]) >= 1


def test_the_same_site_gives_the_same_index(site: Path) -> None:
    before = {file.relative_to(site): file.read_bytes() for file in (site / "pagefind").rglob("*") if file.is_file()}
    search_index.build(site, most_characters=12_000)
    after = {file.relative_to(site): file.read_bytes() for file in (site / "pagefind").rglob("*") if file.is_file()}
    assert before == after


def test_another_form_of_index_is_refused(site: Path, tmp_path: Path) -> None:
    shutil.copytree(site / "pagefind", tmp_path / "pagefind")
    meta = next((tmp_path / "pagefind").glob("*.pf_meta"))
    meta.write_bytes(gzip.compress(search_stable.SIGNATURE + b"\xa0"))
    with pytest.raises(ChronicleError, match="pin pagefind"):
        search_stable.settle(tmp_path / "pagefind")


@pytest.mark.parametrize("item", [0, 23, 24, 255, 256, 65536, 1 << 33, "", "Шуша", "x" * 300, [], ["a", [1, [2] * 30]]])
def test_packing_is_undone_by_unpacking(item: object) -> None:
    packed = search_stable.encoded(item)
    assert search_stable.decoded(packed, 0) == (item, len(packed))


def test_a_site_without_articles_is_refused(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<html lang=en><p>nothing</p></html>")
    with pytest.raises(ChronicleError, match="nothing to search"):
        search_index.build(tmp_path)
