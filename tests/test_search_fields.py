"""What a page tells the search."""

from __future__ import annotations

import datetime as dt
from html.parser import HTMLParser

import pytest
from convertdate import julian
from hypothesis import given
from hypothesis import strategies as st

from chronicle.search_fields import MOST_DAYS, date_filters, day_values, old_style, page_search_html, variant_words


class Fields(HTMLParser):
    """Reads the block as the search engine does: metadata, filters and sort values."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.filters: list[tuple[str, str]] = []
        self.sort: dict[str, str] = {}
        self.outer: dict[str, str | None] = {}
        self._open: tuple[str, str] | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.outer = self.outer or dict(attrs)
        for name, value in attrs:
            if name == "data-pagefind-filter" and ":" in (value or ""):
                key, _, held = (value or "").partition(":")
                self.filters.append((key, held))
            elif name.startswith("data-pagefind-") and value:
                self._open = (name.removeprefix("data-pagefind-"), value)

    def handle_data(self, data: str) -> None:
        if self._open and data.strip():
            sort, name = self._open
            if sort == "filter":
                self.filters.append((name, data))
            else:
                getattr(self, sort)[name] = data

    def handle_endtag(self, tag: str) -> None:
        self._open = None


@given(st.dates(min_value=dt.date(300, 3, 1)))
def test_old_style_agrees_with_another_library(day: dt.date) -> None:
    year, month, number = julian.from_gregorian(day.year, day.month, day.day)
    assert old_style(day.isoformat()) == f"{year:04}-{month:02}-{number:02}"


def test_a_day_has_both_calendars() -> None:
    assert set(day_values("1920-03-22", "1920-03-22")) == {
        ("day", "1920-03-22"), ("os_day", "1920-03-09"), ("monthday", "03-22"), ("os_monthday", "03-09"),
        ("month", "1920-03"), ("os_month", "1920-03"), ("year", "1920"),
    }  # fmt: skip


def test_a_leap_day_of_the_julian_calendar_alone() -> None:
    assert ("os_day", "1900-02-29") in day_values("1900-03-13", "1900-03-13")


def test_a_span_has_each_of_its_days() -> None:
    days = [value for name, value in day_values("1920-03-30", "1920-04-02") if name == "day"]
    assert days == ["1920-03-30", "1920-03-31", "1920-04-01", "1920-04-02"]


def test_a_long_span_has_months_and_years_only() -> None:
    first = dt.date(1918, 5, 28)
    short = day_values(first.isoformat(), (first + dt.timedelta(MOST_DAYS - 1)).isoformat())
    long = day_values(first.isoformat(), (first + dt.timedelta(MOST_DAYS)).isoformat())
    assert "day" in {name for name, _ in short}
    assert {name for name, _ in long} == {"month", "os_month", "year"}
    assert ("month", "1918-06") in long


def test_a_span_of_centuries_has_nothing() -> None:
    assert day_values("1501-01-01", "1920-12-31") == []


NO_SPANS = [("1920-03-26", "1920-03-22"), ("1920-02-30", "1920-03-01"), ("1920", "1921")]


@pytest.mark.parametrize(("first", "last"), NO_SPANS)
def test_what_is_no_span_is_refused(first: str, last: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        day_values(first, last)


def test_the_main_date_is_told_apart() -> None:
    found = date_filters([("1752-01-05", "1752-01-05")], main=[("1920-03-22", "1920-03-22")])
    mains = {value for name, value in found if name == "main"}
    assert mains >= {"1920-03-22", "os:1920-03-09", "1920-03", "03-22", "1920"}
    assert ("day", "1752-01-05") in found
    assert ("day", "1920-03-22") in found
    assert ("main", "1752-01-05") not in found


def test_a_war_of_years_is_no_main_thing_of_a_month() -> None:
    mains = {value for name, value in date_filters([], main=[("1918-03-30", "1920-11-28")]) if name == "main"}
    assert mains == {"1918", "1919", "1920"}


def test_variant_words_are_those_that_no_name_shows() -> None:
    found = variant_words(["Fətəli xan Xoyski"], ["fatali khan khoyski", "fatali xan xoyski"])
    assert found == ["feteli", "fatali", "khan", "khoyski"]


def test_the_block_of_a_page() -> None:
    fields = Fields(
        page_search_html(
            'A "B" & <C>', "massacre", ["Şuşa · x", "Шуша", "Шуша", ""], ["shusha"], [("1920-04-04", "1920-04-04")],
            ["Shusha, upper town"], ["Fatali Khan Khoyski", "Fatali Khan Khoyski"], 7, "en",
            main=[("1920-03-22", "1920-03-26")], shown_date="22–26 March 1920",
        )
    )  # fmt: skip
    assert fields.meta["title"] == 'A "B" & <C>'
    assert fields.meta["aliases"] == "Şuşa · x · Шуша"
    assert "shusha" in fields.meta["variants"].split()
    assert fields.meta["date"] == "22–26 March 1920"
    assert fields.sort == {"rank": "7"}
    assert fields.filters.count(("person", "Fatali Khan Khoyski")) == 1
    assert ("place", "Shusha, upper town") in fields.filters
    assert ("kind", "massacre") in fields.filters
    assert {("day", "1920-03-24"), ("day", "1920-04-04"), ("main", "1920-03-26")} <= set(fields.filters)
    assert "hidden" in fields.outer
    assert "data-pagefind-ignore" in fields.outer


def test_what_is_not_known_is_not_told() -> None:
    fields = Fields(page_search_html("Ahrar", "party", [], [], [], [], [], 0, "pt-BR"))
    assert set(fields.meta) == {"title", "kind", "rank"}
    assert fields.filters == [("kind", "party")]
