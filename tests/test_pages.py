"""The built site in the system's browser, as a reader uses it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from site_under_test import ROOT

KINDS = [
    "/",
    "/events/shusha-massacre/",
    "/events/shusha-massacre/v1/",
    "/people/fatali-khan-khoyski/",
    "/places/shusha/",
    "/organizations/parliament-of-the-adr/",
    "/documents/declaration-of-independence-1918/",
    "/topics/population-of-shusha/",
    "/sources/consistory-report-1920-05-15/",
    "/events/",
    "/sources/",
    "/names/",
    "/names/latn-s/",
    "/chronology/",
    "/chronology/1920/03/22/",
    "/offices/",
    "/gaps/",
    "/search/?q=Khoyski",
    "/search/?q=24+March+1920",
    "/search/?q=Khoyskenko",
    "/method/",
    "/downloads/",
    "/404.html",
]
AXE = (ROOT / "build/tools/node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def violations(page: Page, within: str = "html") -> list[str]:
    """Return what axe-core finds on the page shown, or in the part ``within`` it: rule, and the first elements."""
    page.evaluate(AXE + ";0")
    found = page.evaluate("([part, tags]) => axe.run(part, {runOnly: tags})", [within, WCAG])
    return [f"{one['id']}: {[node['target'] for node in one['nodes'][:3]]}" for one in found["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", KINDS)
def test_accessible_in_light_and_dark(chromium: Browser, address: str, path: str, scheme: str) -> None:
    context = chromium.new_context(color_scheme="dark" if scheme == "dark" else "light", bypass_csp=True)
    page = context.new_page()
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    assert violations(page) == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_list_of_the_search_box_is_accessible(chromium: Browser, address: str, scheme: str) -> None:
    with chromium.new_context(color_scheme="dark" if scheme == "dark" else "light", bypass_csp=True) as context:
        page = context.new_page()
        page.goto(address + "/pt/")
        page.keyboard.press("/")
        page.keyboard.type("Xoyski")
        page.get_by_role("option").first.wait_for()
        assert violations(page) == []


@pytest.mark.parametrize("path", KINDS)
def test_no_message_no_stranger_and_one_heading(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize(("width", "scale"), [(360, 1), (640, 2)])
def test_nothing_scrolls_sideways_on_a_phone_or_at_200_percent(
    chromium: Browser, address: str, path: str, width: int, scale: int
) -> None:
    context = chromium.new_context(
        viewport={"width": width // scale if scale > 1 else width, "height": 780}, device_scale_factor=scale
    )
    page = context.new_page()
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    context.close()


@pytest.mark.parametrize("path", [path for path in KINDS if path != "/404.html"])
def test_the_language_switch_stays_on_the_page(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    page.locator("a.lang-switch").click()
    assert page.url.split("?")[0] == address + "/pt" + path.split("?")[0]
    assert page.locator("html").get_attribute("lang") == "pt-BR"
    page.locator("a.lang-switch").click()
    assert page.url.split("?")[0] == address + path.split("?")[0]


def test_a_note_shows_on_hover_and_closes_on_escape(page: Page, address: str) -> None:
    page.goto(address + "/events/shusha-massacre/")
    mark = page.locator("#summary sup.note a").first
    mark.hover()
    card = page.locator("#note-card")
    assert card.is_visible()
    note = page.locator(mark.get_attribute("href") or "").inner_text().replace("↩", "").strip()
    assert card.inner_text().strip() == note
    page.keyboard.press("Escape")
    assert card.is_hidden()


def test_a_note_shows_on_keyboard_focus(page: Page, address: str) -> None:
    page.goto(address + "/events/shusha-massacre/")
    page.locator("#summary a").first.focus()
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('sup.note') !== null"):
            break
    assert page.locator("#note-card").is_visible()
    page.keyboard.press("Enter")
    assert re.search(r"#note-\d+$", page.url)


def test_a_note_leads_back_to_where_it_was_used(page: Page, address: str) -> None:
    page.goto(address + "/events/shusha-massacre/#note-6")
    page.locator("#note-6 a.back").first.click()
    assert page.url.endswith("#ref-6-1")


@pytest.mark.parametrize(
    "selector",
    [
        "#background-p1",
        "#claim-deaths-consistory-1920",
        "#answer-who-struck-first-failed-armenian-action",
        "#date-armed-clash",
        "#gap-days-24-25",
    ],
)
def test_a_single_statement_has_an_address_that_can_be_copied(chromium: Browser, address: str, selector: str) -> None:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + "/events/shusha-massacre/")
    page.locator(f"{selector} a.anchor").first.click()
    assert page.url == address + "/events/shusha-massacre/" + selector
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert page.locator(selector).evaluate("element => element.matches(':target')")
    context.close()


def test_a_citation_can_be_copied(chromium: Browser, address: str) -> None:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + "/pt/events/shusha-massacre/")
    page.get_by_role("button", name="Copiar: ABNT").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Massacre de Shusha".upper() in copied.upper()
    assert "/pt/events/shusha-massacre/" in copied
    context.close()


def test_complete_without_javascript(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "/people/fatali-khan-khoyski/")
    assert "Khoyski" in page.locator("h1").inner_text()
    page.locator("a.lang-switch").click()
    assert page.url.endswith("/pt/people/fatali-khan-khoyski/")
    page.get_by_role("link", name="Nomes de A a Z").first.click()
    page.get_by_role("link", name="Ф", exact=True).click()
    page.get_by_role("link", name="Fatali Khan Khoyski").first.click()
    assert page.url.endswith("/pt/people/fatali-khan-khoyski/")
    context.close()


def test_foreign_names_carry_their_language(page: Page, address: str) -> None:
    page.goto(address + "/events/shusha-massacre/")
    assert page.locator('article [lang="hy"]').first.inner_text() == "Շուշիի ջարդեր"
    page.goto(address + "/organizations/azerbaijan-democratic-republic/")
    assert page.locator('article [lang="az-Arab"]').first.get_attribute("dir") == "rtl"


def test_the_date_stands_in_both_calendars(page: Page, address: str) -> None:
    page.goto(address + "/chronology/1920/03/22/")
    assert page.locator("h1").inner_text() == "22 March 1920 (9 March Old Style)"
    page.goto(address + "/pt/chronology/1920/03/22/")
    assert page.locator("h1").inner_text() == "22 de março de 1920 (9 de março no calendário juliano)"
    assert page.locator("article").get_by_text("Massacre de Shusha").count() >= 2


def test_a_day_opens_with_the_pages_of_the_day_itself(page: Page, address: str) -> None:
    page.goto(address + "/chronology/1920/03/22/")
    entries = page.locator("article.list li")
    assert [entries.nth(place).locator(".what").inner_text() for place in range(3, 5)] == [
        "Shusha massacre",
        "How many died in Shusha in March 1920?",
    ]


def test_a_capital_at_the_start_leaves_proper_names_theirs(page: Page, address: str) -> None:
    page.goto(address + "/offices/")
    assert page.locator("#office-governor-general-of-karabakh").inner_text().startswith("Governor-general of Karabakh")


def test_one_citation_is_not_several(page: Page, address: str) -> None:
    page.goto(address + "/sources/")
    details = " ".join(page.locator("article .detail").all_inner_texts())
    assert re.search(r"· 1 citation\b", details)
    assert not re.search(r"· 1 citations", details)


def test_the_missing_page_speaks_both_languages(site: Path) -> None:
    html = (site / "404.html").read_text(encoding="utf-8")
    assert "This page does not exist" in html
    assert '<section lang="pt-BR">' in html
    assert "Esta página não existe" in html
