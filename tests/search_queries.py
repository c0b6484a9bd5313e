"""The queries that the search is measured by, and the measuring: a page of Chromium asks the site's own engine."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser

from chronicle import graph, load
from site_under_test import ROOT

LANGS = {"en": "", "pt-BR": "pt/"}
ATTESTED = "attested"
ASK = """async ([lang, queries]) => {
  const { engine } = await import('/assets/js/search-engine.js');
  const { search } = engine(`${location.origin}/`, lang);
  const answers = [];
  for (const typed of queries) {
    const start = performance.now();
    const { items } = await search(typed);
    const time = performance.now() - start;
    answers.push([items.slice(0, 3).map(({ url }) => url.slice(location.origin.length + 1)), time]);
  }
  return answers;
}"""


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader types, of which kind, and the English addresses of the pages of which any is right."""

    typed: str
    kind: str
    right: frozenset[str]


@dataclass(slots=True)
class Score:
    """How many queries of a kind there are, how often a right page came first or among three, and the misses."""

    asked: int = 0
    first: int = 0
    three: int = 0
    misses: list[str] = field(default_factory=list)
    times: list[float] = field(default_factory=list)

    @property
    def share_first(self) -> float:
        """The share of queries whose first result is right."""
        return self.first / self.asked

    @property
    def share_three(self) -> float:
        """The share of queries with a right result among the first three."""
        return self.three / self.asked

    @property
    def median(self) -> float:
        """The median time of a query, in milliseconds."""
        return statistics.median(self.times)

    def add(self, query: Query, found: list[str], time: float) -> None:
        """Count one query and the addresses it found."""
        self.asked += 1
        self.first += found[:1] != [] and found[0] in query.right
        self.three += any(one in query.right for one in found[:3])
        self.times.append(time)
        if not found or found[0] not in query.right:
            self.misses.append(
                f"{query.typed!r}: {', '.join(found) or 'nothing'}; right: {' or '.join(sorted(query.right))}"
            )


def written(library: load.Library) -> list[Query]:
    """Return the hand-written queries. Raises `ValueError` when one names a record that the library does not hold."""
    listed = (ROOT / "tests" / "queries.yaml").read_text(encoding="utf-8")
    kinds: dict[str, dict[str, list[str]]] = yaml.load(listed, Loader=yaml.BaseLoader)  # all text: 1920 is no number
    several = [
        Query(typed, kind, frozenset(pages.split()))
        for kind, by_page in kinds.items()
        for pages, queries in by_page.items()
        for typed in queries
    ]
    unknown = {page for query in several for page in query.right} - set(_addresses(library))
    if unknown:
        raise ValueError(f"queries.yaml names pages that are not there: {', '.join(sorted(unknown))}")
    return several


def attested(library: load.Library) -> list[Query]:
    """Return every attested spelling, right for each record or smaller subject that attests exactly it."""
    right: dict[str, set[str]] = {}
    found = graph.build(library)
    for loaded in library.records.values():
        for spelling in graph.all_names(loaded.record):
            address = found.path(loaded.id).lstrip("/") + (f"#{spelling.anchor}" if spelling.anchor else "")
            right.setdefault(spelling.text, set()).add(address)
    return [Query(text, ATTESTED, frozenset(addresses)) for text, addresses in right.items()]


def _addresses(library: load.Library) -> Iterator[str]:
    found = graph.build(library)
    return (found.path(name).lstrip("/") for name in library.records)


def measured(browser: Browser, address: str, lang: str, queries: Iterable[Query]) -> dict[str, Score]:
    """Ask all queries in one page, in one language; return the scores by kind."""
    several = list(queries)
    with browser.new_context() as context:
        page = context.new_page()
        page.set_default_timeout(600_000)
        page.goto(f"{address}/assets/js/search-engine.js")
        answers: list[Any] = page.evaluate(ASK, [lang.lower(), [query.typed for query in several]])
    scores: dict[str, Score] = {}
    for query, (found, time) in zip(several, answers, strict=True):
        plain = [one.removeprefix(LANGS[lang]) for one in found]
        scores.setdefault(query.kind, Score()).add(query, plain, time)
    return scores


def together(scores: Iterable[Score]) -> Score:
    """Return the sum of several scores."""
    total = Score()
    for score in scores:
        total.asked += score.asked
        total.first += score.first
        total.three += score.three
        total.misses += score.misses
        total.times += score.times
    return total


def library(root: Path = ROOT) -> load.Library:
    """Return the records whose site is measured."""
    return load.read_or_fail(root)
