"""Every built page by the Nu HTML checker, and the weight of the flagship page."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from page_weight import loaded, loaded_until, weight
from site_under_test import ROOT

VNU = ROOT / "build/tools/node_modules/vnu-jar/build/dist/vnu.jar"

# The theme's own two known complaints: what is said, and of which of its elements.
THEME = (
    ("Attribute “autocomplete” is only allowed", 'class="md-toggle"'),
    ("The value of the “for” attribute of the “label” element", 'class="md-nav__title"'),
)


def is_the_themes(message: dict[str, str]) -> bool:
    return any(message["message"].startswith(said) and element in message["extract"] for said, element in THEME)


def test_every_page_is_valid_html(site: Path) -> None:
    command = [
        "java",
        "-Xss4m",
        "-jar",
        str(VNU),
        "--format",
        "json",
        "--skip-non-html",
        "--errors-only",
        "--exit-zero-always",
        str(site),
    ]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(run.stderr)["messages"]
    wrong = [f"{m['url'].rpartition('test-site')[2]}: {m['message']}" for m in messages if not is_the_themes(m)]
    assert not wrong, "\n".join(sorted(set(wrong))[:20])


def test_the_shusha_page_weighs_at_most_150_kilobytes_cold(site: Path, address: str, chromium: Browser) -> None:
    requested = loaded(chromium, address + "/events/shusha-massacre/")
    assert len(requested) >= 5
    assert weight(site, address, requested) <= 150_000


@pytest.mark.parametrize(
    "path",
    ["/search/?q=Khoyski", "/pt/search/?q=22+de+mar%C3%A7o+de+1920", "/search/?q=Khoyksi", "/search/?q=massacre"],
)
def test_the_first_result_comes_after_at_most_220_kilobytes(
    site: Path, address: str, chromium: Browser, path: str
) -> None:
    first, everything = loaded_until(chromium, address + path, "#results > li")
    assert any("/pagefind/names." in url for url in first)
    assert set(first) <= set(everything)
    assert 0 < weight(site, address, first) <= 220_000
