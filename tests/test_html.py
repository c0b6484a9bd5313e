"""Every built page by the Nu HTML checker, and the weight of the flagship page."""

from __future__ import annotations

import gzip
import json
import subprocess
from pathlib import Path

from playwright.sync_api import Browser

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
    context = chromium.new_context()
    page = context.new_page()
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto(address + "/events/shusha-massacre/")
    page.wait_for_load_state("networkidle")
    context.close()
    assert (
        sum(compressed(site, url.removeprefix(address)) for url in requested if not url.startswith("data:")) <= 150_000
    )


def compressed(site: Path, path: str) -> int:
    """Return the size of a file as a server with gzip would send it, in bytes."""
    file = site / path.lstrip("/").partition("?")[0]
    file = file / "index.html" if file.is_dir() else file
    return len(gzip.compress(file.read_bytes(), 6)) if file.is_file() else 0
