"""What surrounds the text of a page: the menu of sections, the contents of narrow screens, the policy."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from chronicle import policy
from test_pages import violations

POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]+)"')


@pytest.mark.parametrize(
    ("path", "section", "current"),
    [
        ("/", "Home", "page"),
        ("/people/", "People", "page"),
        ("/people/fatali-khan-khoyski/", "People", "true"),
        ("/chronology/1920/03/22/", "Chronology", "true"),
        ("/pt/", "Início", "page"),
        ("/pt/places/shusha/", "Lugares", "true"),
    ],
)
def test_the_menu_marks_the_section_one_is_in(page: Page, address: str, path: str, section: str, current: str) -> None:
    page.goto(address + path)
    marked = page.locator(".md-tabs [aria-current]")
    assert [marked.inner_text(), marked.get_attribute("aria-current")] == [section, current]
    marked.click()
    assert page.locator(".md-tabs [aria-current=page]").inner_text() == section


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_the_contents_of_a_long_page(chromium: Browser, address: str, scheme: str) -> None:
    dark = "dark" if scheme == "dark" else "light"
    with chromium.new_context(viewport={"width": 360, "height": 780}, color_scheme=dark, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(address + "/pt/events/shusha-massacre/")
        page.locator(".contents").get_by_text("Nesta página", exact=True).click()
        assert violations(page, ".contents") == []
        listed = page.locator(".contents a").all_inner_texts()
        assert listed == [
            words.strip(" ¶") for words in page.locator("article.record h2, .apparatus h2").all_inner_texts()
        ]
        page.locator(".contents").get_by_role("link", name="Cronologia").click()
        assert page.url.endswith("#chronology")
        assert page.locator("#chronology").bounding_box() is not None


@pytest.mark.parametrize("path", ["/events/shusha-massacre/#figures", "/pt/people/fatali-khan-khoyski/#offices"])
def test_a_phone_shows_who_gives_a_figure_below_it(chromium: Browser, address: str, path: str) -> None:
    with chromium.new_context(viewport={"width": 360, "height": 780}) as context:
        page = context.new_page()
        page.goto(address + path)
        cells = page.locator(":is(.claims, .rows) tbody :is(th, td):visible").all()
        edges = [cell.bounding_box() for cell in cells]
        assert len(edges) > 20
        assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 360 for box in edges)
        said = page.locator("[data-label]").first.evaluate("cell => getComputedStyle(cell, '::before').content")
        assert said in ('"Who gives it: "', '"Período: "')


def test_the_contents_are_no_part_of_the_text_that_is_searched(page: Page, address: str) -> None:
    page.goto(address + "/search/?q=22+March+1920")
    page.locator("#results mark").first.wait_for()
    page.wait_for_load_state("networkidle")
    assert "On this page" not in " ".join(page.locator("#results .search-excerpt").all_inner_texts())


def test_contents_stand_at_the_side_of_a_wide_screen(page: Page, address: str) -> None:
    page.goto(address + "/events/shusha-massacre/")
    assert page.locator("details.contents").is_hidden()
    assert page.locator(".md-sidebar--secondary").get_by_role("link", name="Background").is_visible()


def test_a_page_allows_its_own_inline_scripts_and_no_others(site: Path) -> None:
    headers = (site / "_headers").read_text(encoding="utf-8")
    for name in (
        "index.html",
        "404.html",
        "pt/events/shusha-massacre/index.html",
        "events/shusha-massacre/v1/index.html",
    ):
        html = (site / name).read_text(encoding="utf-8")
        found = POLICY.search(html)
        assert found
        allowed = set(re.findall(r"'sha256-[^']+'", unescape(found[1])))
        assert allowed == policy.hashes(html.encode())
        assert all(script in headers for script in allowed)
    added = html.replace("</head>", "<script>alert()</script><script type='application/json'>{}</script></head>")
    assert len(policy.hashes(added.encode())) == len(allowed) + 1
