"""What the tests share: a small valid project to spoil, and the real one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from site_under_test import CHROMIUM, CHROMIUM_ARGUMENTS, ROOT, build, served

MINI = ROOT / "tests" / "mini"


@pytest.fixture
def mini(tmp_path: Path) -> Path:
    """Return the root of a small valid project that a test may change."""
    shutil.copytree(MINI, tmp_path / "mini")
    return tmp_path / "mini"


@pytest.fixture(scope="session")
def site() -> Path:
    """Return the folder of the real site, built once."""
    return build("test-site")


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Yield the address at which the real site is served."""
    with served(site) as found:
        yield found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Yield the system's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    """Yield a page; console messages and requests to other hosts fail the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    found = context.new_page()
    said: list[str] = []
    found.on("console", lambda message: said.append(f"console: {message.text}"))
    found.on("pageerror", lambda error: said.append(f"error: {error}"))
    found.on(
        "request",
        lambda request: said.append(request.url) if not request.url.startswith((address, "data:", "blob:")) else None,
    )
    yield found
    context.close()
    assert not said
