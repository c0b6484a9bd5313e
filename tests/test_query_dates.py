"""The reading of typed dates: the script runs in Chromium, as readers run it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from convertdate import julian
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from site_under_test import SCRIPTS, served

READ = "async typed => (await import('/query-dates.js')).readDate(typed)"
STRETCHES = """async typed => {
  const dates = await import('/query-dates.js');
  return dates.stretches(dates.readDate(typed)).map(({ style, first, last }) => [style, first ?? null, last ?? null]);
}"""
ON = """async ([typed, first, last]) => {
  const dates = await import('/query-dates.js');
  return dates.stretches(dates.readDate(typed)).filter(({ on }) => on(first, last)).map(({ style }) => style);
}"""
OLD = "async ([y, m, d]) => (await import('/query-dates.js')).toJulian({y, m, d})"
NEW = "async ([y, m, d]) => (await import('/query-dates.js')).toGregorian({y, m, d})"


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    with served(SCRIPTS) as address, chromium.new_context() as context:
        opened = context.new_page()
        opened.goto(f"{address}/query-dates.js")
        yield opened


def shown(reading: dict[str, Any] | None) -> str:
    """``unit from[/to] [os|ns] [dual] [| rest]``: a reading on one line."""
    if reading is None:
        return "none"
    first, last = (_iso(reading[end]) for end in ("from", "to"))
    span = f"{first}/{last}" if reading["unit"] == "range" else first
    marks = [reading["style"]] if reading["style"] else []
    rest = ["|", reading["rest"]] if reading["rest"] else []
    return " ".join([reading["unit"], span, *marks, *(["dual"] if reading["dual"] else []), *rest])


def _iso(date: dict[str, int]) -> str:
    widths = {"y": 4, "m": 2, "d": 2}
    return "-".join(f"{date[part]:0{widths[part]}}" for part in "ymd" if date.get(part))


DAY = "day 1920-03-22"
TABLE = [
    # numbers
    ("1920-03-22", DAY),
    ("1920/03/22", DAY),
    ("1920.3.22", DAY),
    ("22/3/1920", DAY),
    ("22/03/1920", DAY),
    ("22.3.1920", DAY),
    ("22.03.1920", DAY),
    ("22-03-1920", DAY),
    ("22/3/20", "day 1920-03-22"),
    ("3/22/1920", DAY),
    ("3/4/1920", "day 1920-04-03"),
    ("1920-03", "month 1920-03"),
    ("1920", "year 1920"),
    ("22/3", "monthday 03-22"),
    ("22.03", "monthday 03-22"),
    # English
    ("22 March 1920", DAY),
    ("March 22, 1920", DAY),
    ("March 22 1920", DAY),
    ("22nd March 1920", DAY),
    ("22nd of March, 1920", DAY),
    ("March 22nd, 1920", DAY),
    ("on the 22nd of March 1920", DAY),
    ("22 MAR 1920", DAY),
    ("22 mar. 1920", DAY),
    ("1920 March 22", DAY),
    ("Sept 15, 1918", "day 1918-09-15"),
    ("1 May 1918", "day 1918-05-01"),
    ("March 1920", "month 1920-03"),
    ("March, 1920", "month 1920-03"),
    ("in March 1920", "month 1920-03"),
    ("1920 March", "month 1920-03"),
    ("22 March", "monthday 03-22"),
    ("March 22", "monthday 03-22"),
    ("28th May", "monthday 05-28"),
    # Portuguese
    ("22 de março de 1920", DAY),
    ("22 de marco de 1920", DAY),
    ("22 março 1920", DAY),
    ("em 22 de Março de 1920", DAY),
    ("dia 22 de março de 1920", DAY),
    ("1º de maio", "monthday 05-01"),
    ("1º de maio de 1918", "day 1918-05-01"),
    ("1o de maio de 1918", "day 1918-05-01"),
    ("março de 1920", "month 1920-03"),
    ("março 1920", "month 1920-03"),
    ("28 de abril", "monthday 04-28"),
    ("15 set. 1918", "day 1918-09-15"),
    # Russian and Azerbaijani
    ("22 марта 1920", DAY),
    ("22 марта 1920 г.", DAY),
    ("22 марта 1920 года", DAY),
    ("в марте 1920 года", "month 1920-03"),
    ("22 mart 1920-ci il", DAY),
    ("1920-ci il 22 mart", DAY),
    ("1918-ci il mayın 28-i", "day 1918-05-28"),
    ("28 may 1918-ci il", "day 1918-05-28"),
    ("май 1918", "month 1918-05"),
    ("28 мая 1918", "day 1918-05-28"),
    ("22 mart 1920", DAY),
    ("28 aprel 1920", "day 1920-04-28"),
    ("1918 sentyabr", "month 1918-09"),
    ("15 sentyabr 1918", "day 1918-09-15"),
    # Turkish, French, German
    ("15 Eylül 1918", "day 1918-09-15"),
    ("28 Mayıs 1918", "day 1918-05-28"),
    ("22 mars 1920", DAY),
    ("1er mai 1918", "day 1918-05-01"),
    ("22 März 1920", DAY),
    # day of the week, ordinals in words
    ("Monday, 22 March 1920", DAY),
    ("segunda-feira, 22 de março de 1920", DAY),
    ("primeiro de maio de 1918", "day 1918-05-01"),
    ("first of May 1918", "day 1918-05-01"),
    ("03/1920", "month 1920-03"),
    # parts of a year, seasons, decades
    ("spring 1920", "range 1920-03/1920-05"),
    ("spring of 1920", "range 1920-03/1920-05"),
    ("primavera de 1919", "range 1919-03/1919-05"),
    ("verão de 1919", "range 1919-06/1919-08"),
    ("весной 1920 года", "range 1920-03/1920-05"),
    ("1919 autumn", "range 1919-09/1919-11"),
    ("winter 1919", "range 1918-12/1919-02"),
    ("winter 1919-1920", "range 1919-12/1920-02"),
    ("inverno de 1919/20", "range 1919-12/1920-02"),
    ("early 1920", "range 1920-01/1920-04"),
    ("fim de 1919", "range 1919-09/1919-12"),
    ("1910s", "range 1910/1919"),
    ("the 1910s", "range 1910/1919"),
    ("década de 1910", "range 1910/1919"),
    ("anos 1910", "range 1910/1919"),
    ("1910-е", "range 1910/1919"),
    ("Shusha spring 1920", "range 1920-03/1920-05 | Shusha"),
    # ranges
    ("22-26 March 1920", "range 1920-03-22/1920-03-26"),
    ("22–26 March 1920", "range 1920-03-22/1920-03-26"),
    ("from 22 to 26 March 1920", "range 1920-03-22/1920-03-26"),
    ("between 22 and 26 March 1920", "range 1920-03-22/1920-03-26"),
    ("22 March to 4 April 1920", "range 1920-03-22/1920-04-04"),
    ("22 March 1920 - 4 April 1920", "range 1920-03-22/1920-04-04"),
    ("March 22-26, 1920", "range 1920-03-22/1920-03-26"),
    ("March 22 to 26", "range 03-22/03-26"),
    ("de 22 a 26 de março de 1920", "range 1920-03-22/1920-03-26"),
    ("entre 22 e 26 de março de 1920", "range 1920-03-22/1920-03-26"),
    ("22 a 26 de março", "range 03-22/03-26"),
    ("março a abril de 1920", "range 1920-03/1920-04"),
    ("March-April 1920", "range 1920-03/1920-04"),
    ("December 1919 to March 1920", "range 1919-12/1920-03"),
    ("1918-1920", "range 1918/1920"),
    ("1918–20", "range 1918/1920"),
    ("1918 a 1920", "range 1918/1920"),
    ("1920-03-22/1920-03-26", "range 1920-03-22/1920-03-26"),
    # calendars
    ("9/22 March 1920", "day 1920-03-22 ns dual"),
    ("9 (22) March 1920", "day 1920-03-22 ns dual"),
    ("22 (9) March 1920", "day 1920-03-22 ns dual"),
    ("March 9/22, 1920", "day 1920-03-22 ns dual"),
    ("9/22 de março de 1920", "day 1920-03-22 ns dual"),
    ("27 February/11 March 1920", "day 1920-03-11 ns dual"),
    ("9/22 March", "monthday 03-22 ns dual"),
    ("9 March 1920 O.S.", "day 1920-03-09 os"),
    ("9 March 1920 (O.S.)", "day 1920-03-09 os"),
    ("9 March 1920 OS", "day 1920-03-09 os"),
    ("9 March 1920 Old Style", "day 1920-03-09 os"),
    ("O.S. 9 March 1920", "day 1920-03-09 os"),
    ("22 March 1920 N.S.", "day 1920-03-22 ns"),
    ("22 March 1920 new style", "day 1920-03-22 ns"),
    ("22 March 1920 (9 March O.S.)", DAY),
    ("9 de março de 1920 E.A.", "day 1920-03-09 os"),
    ("9 de março de 1920 (estilo antigo)", "day 1920-03-09 os"),
    ("9 de março de 1920, calendário juliano", "day 1920-03-09 os"),
    ("22 de março de 1920 calendário gregoriano", "day 1920-03-22 ns"),
    ("9 марта 1920 по старому стилю", "day 1920-03-09 os"),
    ("29 February 1900 O.S.", "day 1900-02-29 os"),
    # with words
    ("Shusha March 1920", "month 1920-03 | Shusha"),
    ("massacre 22 março 1920", DAY + " | massacre"),
    ("massacre março 1920", "month 1920-03 | massacre"),
    ("massacre de março de 1920", "month 1920-03 | massacre"),
    ("Şuşa 1920", "year 1920 | Şuşa"),
    ("1905 Baku", "year 1905 | Baku"),
    ("os armênios em março de 1920", "month 1920-03 | os armênios"),
    ("Xoyski, 28 May 1918", "day 1918-05-28 | Xoyski"),
    # no date
    ("Khoyski", "none"),
    ("March", "none"),
    ("Marco Polo", "none"),
    ("may", "none"),
    ("spring", "none"),
    ("Springfield", "none"),
    ("late Khoyski", "none"),
    ("26 commissars", "none"),
    ("31 February 1920", "month 1920-02 | 31"),
    ("29 February 1900", "day 1900-02-29 os"),
    ("29 February 1900 N.S.", "none"),
    ("22 March 12345", "monthday 03-22 | 12345"),
    ("", "none"),
]


@pytest.mark.parametrize(("typed", "reading"), TABLE)
def test_typed_date_is_read(page: Page, typed: str, reading: str) -> None:
    assert shown(page.evaluate(READ, typed)) == reading


def number(day: str) -> int:
    return dt.date.fromisoformat(day).toordinal() + 1721425


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("22 March 1920", [("ns", "1920-03-22", "1920-03-22"), ("os", "1920-04-04", "1920-04-04")]),
        ("9 March 1920 O.S.", [("os", "1920-03-22", "1920-03-22")]),
        ("22 March 1920 N.S.", [("ns", "1920-03-22", "1920-03-22")]),
        ("March 1920 O.S.", [("os", "1920-03-14", "1920-04-13")]),
        ("December 1919", [("ns", "1919-12-01", "1919-12-31"), ("os", "1919-12-14", "1920-01-13")]),
        ("1920", [("ns", "1920-01-01", "1920-12-31")]),
        ("1918-1920", [("ns", "1918-01-01", "1920-12-31")]),
        ("spring 1920 N.S.", [("ns", "1920-03-01", "1920-05-31")]),
        ("29 February 1900", [("os", "1900-03-13", "1900-03-13")]),
    ],
)
def test_reading_becomes_stretches_of_days(page: Page, typed: str, asked: list[tuple[str, str, str]]) -> None:
    found = page.evaluate(STRETCHES, typed)
    assert found == [[style, number(first), number(last)] for style, first, last in asked]


@pytest.mark.parametrize(
    ("typed", "first", "last", "styles"),
    [
        ("24 March 1920", "1920-03-22", "1920-03-26", ["ns"]),
        ("22 March", "1920-03-22", "1920-03-26", ["ns"]),
        ("9 March", "1920-03-22", "1920-03-26", ["os"]),
        ("1 January", "1919-12-30", "1920-01-02", ["ns"]),
        ("22 a 26 de março", "1919-03-24", "1919-03-24", ["ns"]),
        ("22 March", "1918-01-01", "1920-12-31", []),
        ("21 March 1920", "1920-03-22", "1920-03-26", []),
    ],
)
def test_a_date_within_an_interval_meets_it(page: Page, typed: str, first: str, last: str, styles: list[str]) -> None:
    assert page.evaluate(ON, [typed, number(first), number(last)]) == styles


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(date=st.dates(min_value=dt.date(1500, 1, 1)))
def test_calendars_agree_with_another_library(page: Page, date: dt.date) -> None:
    old = julian.from_gregorian(date.year, date.month, date.day)
    found = page.evaluate(OLD, [date.year, date.month, date.day])
    assert (found["y"], found["m"], found["d"]) == old
    back = page.evaluate(NEW, list(old))
    assert (back["y"], back["m"], back["d"]) == (date.year, date.month, date.day)
