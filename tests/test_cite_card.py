"""Citing a single statement: its own address, and the page's citations with that address in them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from test_pages import violations

SHUSHA = "/events/shusha-massacre/"


def opened(page: Page, address: str, path: str, selector: str) -> str:
    """Follow the permanent link of a passage and return the words of the card."""
    page.goto(address + path)
    page.locator(f"{selector} a.anchor").first.click()
    return page.locator("#cite-card").inner_text()


@pytest.mark.parametrize(
    "selector",
    [
        "#background-p1",
        "#claim-deaths-consistory-1920",
        "#answer-who-struck-first-failed-armenian-action",
        "#date-armed-clash",
        "#gap-days-24-25",
        "#background",
    ],
)
def test_each_passage_has_its_own_citation_in_four_styles(page: Page, address: str, selector: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    said = opened(page, address, SHUSHA, selector)
    cited = page.locator(".cite-style a").first.inner_text() + selector
    assert cited.endswith(selector)
    for style in ("Chicago", "APA", "MLA", "ABNT"):
        line = page.locator("#cite-card .cite-line").filter(has_text=style)
        assert cited in line.inner_text()
        page.get_by_role("button", name=f"Copy: {style}").first.click()
        assert cited in page.evaluate("navigator.clipboard.readText()")
    assert said.startswith("Cite this passage")


def test_the_card_closes_and_gives_the_focus_back(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, address, "/pt" + SHUSHA, "#background-p1")
    assert page.get_by_role("dialog", name="Citar este trecho").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#cite-card").count() == 0
    assert page.evaluate("document.activeElement.matches('#background-p1 a.anchor')")


def test_by_keyboard_alone(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address + SHUSHA)
    page.locator("#background-p1 a.anchor").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.closest('#cite-card') !== null")
    page.keyboard.press("Enter")
    assert page.evaluate("navigator.clipboard.readText()").endswith("#background-p1")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("selector", ["#background-p1", "#claim-deaths-consistory-1920", "#date-armed-clash"])
def test_the_card_is_accessible(chromium: Browser, address: str, selector: str, scheme: str) -> None:
    context = chromium.new_context(color_scheme="dark" if scheme == "dark" else "light", bypass_csp=True)
    page = context.new_page()
    opened(page, address, SHUSHA, selector)
    assert violations(page, "#cite-card") == []
    context.close()


def test_the_head_names_the_page_for_reference_managers(page: Page, address: str) -> None:
    page.goto(address + "/pt" + SHUSHA)
    tags = dict(page.locator("head meta[name]").evaluate_all("tags => tags.map(tag => [tag.name, tag.content])"))
    assert tags["z:itemType"] == "encyclopediaArticle"
    assert tags["citation_title"] == page.locator("h1").inner_text()
    assert tags["citation_author"].endswith(",")
    assert tags["citation_language"] == "pt-BR"
    assert tags["citation_public_url"] == page.locator(".cite-style a").first.inner_text()
    page.goto(address + "/events/")
    tags = dict(page.locator("head meta[name]").evaluate_all("tags => tags.map(tag => [tag.name, tag.content])"))
    assert tags["z:itemType"] == "webpage"
    assert "citation_title" not in tags
