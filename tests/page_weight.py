"""What a page costs a reader: what an empty browser fetches, in bytes as a server with gzip sends them."""

from __future__ import annotations

import gzip
from pathlib import Path

from playwright.sync_api import Browser

# The page itself notes when the first element of the selector is there, and what had been fetched by then.
WATCH = """selector => {
  const look = () => {
    if (window.fetchedBefore || !document.querySelector(selector)) return;
    window.fetchedBefore = performance.getEntriesByType('resource').map((entry) => entry.name);
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}"""


def loaded(browser: Browser, url: str) -> list[str]:
    """Return every address that an empty browser asks for to show a page, until the network is quiet."""
    return loaded_until(browser, url, "html")[1]


def loaded_until(browser: Browser, url: str, selector: str) -> tuple[list[str], list[str]]:
    """Return the addresses fetched until the first element of ``selector`` is in the page, and all of them."""
    with browser.new_context() as context:
        page = context.new_page()
        page.add_init_script(f"({WATCH})({selector!r})")
        everything: list[str] = []
        page.on("request", lambda request: everything.append(request.url))
        page.goto(url)
        page.wait_for_selector(selector, state="attached")
        page.wait_for_load_state("networkidle")
        first: list[str] = page.evaluate("window.fetchedBefore")
        return [url, *first], everything


def weight(site: Path, address: str, requested: list[str]) -> int:
    """Return the bytes of all requests as a server with gzip would send them."""
    return sum(compressed(site, url.removeprefix(address)) for url in requested if url.startswith(address))


def compressed(site: Path, path: str) -> int:
    """Return the size of a file as a server with gzip would send it, in bytes."""
    file = site / path.lstrip("/").partition("?")[0]
    file = file / "index.html" if file.is_dir() else file
    return len(gzip.compress(file.read_bytes(), 6)) if file.is_file() else 0
