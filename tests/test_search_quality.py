"""The search of the real site finds what readers look for: every attested spelling, and the queries of queries.yaml."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

import search_queries as queries
from chronicle import load

ATTESTED_FIRST = 0.98
WRITTEN_FIRST = 0.95


@pytest.fixture(scope="module")
def library() -> load.Library:
    return queries.library()


@pytest.fixture(scope="module", params=queries.LANGS)
def scores(
    request: pytest.FixtureRequest, chromium: Browser, address: str, library: load.Library
) -> dict[str, queries.Score]:
    asked = [*queries.written(library), *queries.attested(library)]
    return queries.measured(chromium, address, request.param, asked)


def test_there_are_queries_enough(library: load.Library) -> None:
    written, attested = queries.written(library), queries.attested(library)
    assert len({query.typed for query in written}) >= 150
    assert len(written) + len(attested) >= 400


def test_every_attested_spelling_finds_what_it_names(scores: dict[str, queries.Score]) -> None:
    score = scores[queries.ATTESTED]
    assert score.share_first >= ATTESTED_FIRST, "\n".join(score.misses)


def test_what_readers_type_finds_what_they_mean(scores: dict[str, queries.Score]) -> None:
    score = queries.together(score for kind, score in scores.items() if kind != queries.ATTESTED)
    assert score.share_first >= WRITTEN_FIRST, "\n".join(score.misses)
    assert score.share_three >= score.share_first


def test_a_page_asked_for_by_name_is_shown_by_how_it_opens(page: Page, address: str) -> None:
    page.goto(address + "/people/fatali-khan-khoyski/")
    opening = page.locator("#summary-p1").inner_text().split()[:6]
    for typed in ("Khoyski", "Խոյսկի"):
        page.goto(f"{address}/search/?q={typed}")
        excerpt = page.locator("#results > li").first.locator(".search-excerpt")
        excerpt.get_by_text(" ".join(opening)).wait_for()


def test_words_in_quotes_are_a_phrase_small_words_and_all(page: Page, address: str) -> None:
    totals = []
    for typed in ("in the uezd", '"in the uezd"'):
        page.goto(f"{address}/search/?q={quote(typed)}")
        page.wait_for_selector("[data-search-page][data-ready]", state="attached")
        totals.append(int(page.locator("#search-status").inner_text().split()[0]))
    assert 0 < totals[1] < totals[0]


def test_a_query_for_a_page_that_is_not_there_is_refused(library: load.Library) -> None:
    some = load.Library(records={name: loaded for name, loaded in library.records.items() if name != "shusha"})
    with pytest.raises(ValueError, match=r"not there: places/shusha/$"):
        queries.written(some)


def test_a_wrong_answer_counts_as_a_miss() -> None:
    query = queries.Query("Shusha", "slip", frozenset({"places/shusha/"}))
    score = queries.Score()
    for found in (["places/shusha/"], ["events/shusha-massacre/", "places/shusha/"], []):
        score.add(query, found, 1.0)
    assert (score.asked, score.first, score.three, len(score.misses)) == (3, 1, 2, 2)
    assert score.share_first == pytest.approx(1 / 3)
