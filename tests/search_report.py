"""Prints how well a built site's search answers the queries it is measured by.

`PYTHONPATH=scripts:tests .venv/bin/python tests/search_report.py` measures this project's site. The folder of another
project can be given, such as one that `scripts/bench --keep` leaves: then some of its attested spellings are asked.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

import search_queries as queries
from chronicle.bench import SEED
from page_weight import loaded_until, weight
from site_under_test import CHROMIUM, CHROMIUM_ARGUMENTS, ROOT, served

SEARCHES = ["search/?q=Khoyski", "pt/search/?q=22+de+mar%C3%A7o+de+1920", "search/?q=Khoyksi", "search/?q=telegram"]


MOST = 400
"""Spellings asked of another project, drawn by lot (seeded)."""


def main(root: Path) -> None:
    """Print the table of the site built in ``root``, the misses and the bytes before the first result."""
    site = root / "site"
    library = queries.library(root)
    asked = queries.attested(library)
    if root == ROOT:
        asked = [*queries.written(library), *asked]
    else:
        asked = random.Random(SEED).sample(asked, min(MOST, len(asked)))
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGUMENTS)
        print(f"{'language':9} {'kind':16} {'asked':>6} {'first':>7} {'in 3':>7} {'median ms':>10}")
        for lang in queries.LANGS:
            scores = queries.measured(browser, address, lang, asked)
            hand = queries.together(score for kind, score in scores.items() if kind != queries.ATTESTED)
            for kind, score in [*scores.items(), *([("(hand-written)", hand)] if hand.asked else [])]:
                shares = f"{score.share_first:7.1%} {score.share_three:7.1%} {score.median:10.1f}"
                print(f"{lang:9} {kind:16} {score.asked:6} {shares}")
            for score in scores.values():
                for miss in score.misses:
                    print(f"  miss: {miss}")
        for path in SEARCHES if root == ROOT else []:
            _bytes(site, browser, f"{address}/{path}", address)
        browser.close()


def _bytes(site: Path, browser: Browser, url: str, address: str) -> None:
    first, everything = loaded_until(browser, url, "#results > li")
    print(f"{url.removeprefix(address)}: {weight(site, address, first)} bytes before the first result,", end=" ")
    print(f"{weight(site, address, everything)} until the network is quiet")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT)
