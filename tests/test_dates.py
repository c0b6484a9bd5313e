"""Dates: the EDTF profile, and how far a date reaches."""

from __future__ import annotations

import datetime
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle import dates

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from edtf import parse_edtf

VALID = [
    # days, months, years
    *("1920", "1920-03", "1920-03-22", "0001", "2999-12-31", "1904-02-29", "2000-02-29"),
    # unknown digits
    *("191X", "19XX", "1920-XX", "1920-XX-XX", "1918-05-XX"),
    # qualifiers
    *("1895~", "1895?", "1895%", "1918-05~", "1918-05-28?", "191X~", "1918-05-XX%", "1919-21~"),
    # seasons
    *("1919-21", "1919-22", "1919-23", "1919-24"),
    # intervals
    *("1920-03-22/1920-03-26", "1918/1920", "1919-03/1919-05", "1895~/1900?", "1918-09-15/1918-09", "1920/1920-03"),
    *("191X/192X", "1919-21/1919-23", "1918-05-XX/1918-07"),
    # open and unknown ends
    *("../1918", "1918/..", "/1918", "1918/", "1918-05-28/..", "../191X"),
    # one of a set
    *("[1893,1894]", "[1892,1893,1894]", "[1918-05,1918-06-01]", "[1894,1893]", "[1893~,1894]"),
    # examples of the Library of Congress specification: level 0
    *("1985-04-12", "1985-04", "1985", "1964/2008", "2004-06/2006-08", "2004-02-01/2005-02-08", "2004-02-01/2005-02"),
    *("2004-02-01/2005", "2005/2006-02"),
    # and level 1
    *("2001-21", "1984?", "2004-06~", "2004-06-11%", "201X", "20XX", "2004-XX", "1985-04-XX", "1985-XX-XX"),
    *("../1985-04-12", "../1985-04", "../1985", "1985-04-12/..", "1985-04/..", "1985/..", "/1985-04-12", "1985-04-12/"),
    *("1984~/2004-06", "1984/2004-06~", "1984~/2004~", "1984?/2004%", "2004-06-XX/2004-07-03"),
]

SAME = "begins and ends with the same date: write one date, as 1920"
FORM = "is not an EDTF date: write it as 1920-03-22, 1920-03, 1920,"
INVALID = {
    # not of the profile
    "": FORM,
    "22 March 1920": FORM,
    "192u": FORM,
    "20": FORM,
    "12345": FORM,
    "-0044": FORM,
    "Y19200": FORM,
    # examples of the specification that the profile leaves out: hours, far years, negative years
    "Y170000002": FORM,
    "-1985": FORM,
    "1985-04-12T23:20:30": FORM,
    "1920-03-22T10:00": FORM,
    "19200322": FORM,
    "1920~~": FORM,
    "1920 ": FORM,
    "1920\n": FORM,
    "１９２０": FORM,
    "١٩٢٠": FORM,
    "1X20": FORM,
    "XXXX": FORM,
    "1920-0X": FORM,
    "1920-03-2X": FORM,
    "1920?-03": FORM,
    "unknown/1920": FORM,
    "1920/open": FORM,
    "./1920": FORM,
    "{1893,1894}": FORM,
    # nearly
    "1920-3-22": "months and days have two digits, write 1920-03-22",
    "1920-3": "months and days have two digits, write 1920-03",
    "~1920": "stand at the end, write 1920~",
    "%191X": "stand at the end, write 191X%",
    # known from the left
    "1920-XX-05": "an unknown month has no known day, write 1920-XX",
    "191X-05": "a decade or century has no month, write 191X alone",
    "19XX-XX": "a decade or century has no month, write 19XX alone",
    # in the calendar
    "0000": "years run from 0001 to 2999",
    "00XX": "years run from 0001 to 2999",
    "3000": "years run from 0001 to 2999",
    "30XX": "years run from 0001 to 2999",
    "1920-13": "has no month 13: months are 01 to 12, seasons 21 to 24",
    "1920-00": "has no month 00",
    "1920-20": "has no month 20",
    "1920-25": "has no month 25",
    "1920-21-05": "has no month 21",
    "1920-21-XX": "has no month 21",
    "1919-02-29": "there is no day 29 in that month of the Gregorian calendar",
    "1900-02-29": "there is no day 29 in that month of the Gregorian calendar",
    "1920-04-31": "there is no day 31 in that month",
    "1920-01-00": "there is no day 00 in that month",
    # intervals
    "1920/1918": "runs backwards: put the earlier date first",
    "1920-03-26/1920-03-22": "runs backwards",
    "1920/191X": "runs backwards",
    "1918/1919/1920": "is not an interval: write two dates as 1920-03-22/1920-03-26, ../1918 or 1918/..",
    "/": "is not an interval",
    "../..": "is not an interval",
    "../": "is not an interval",
    "1920/1920": SAME,
    "1920-03-22~/1920-03-22": SAME,
    "1918/1918-XX": SAME,
    # sets
    "[]": "a set names two or more different dates, as [1893,1894]",
    "[1893]": "a set names two or more different dates",
    "[1893,1893]": "a set names two or more different dates",
    "[1893, 1894]": "leave out the spaces, as in [1893,1894]",
    "[1893..1895]": "a set names two or more different dates",
    "[..1893,1894]": FORM,
    "[1893,1894": FORM,
    "[1893/1894,1895]": FORM,
    "[1893,]": FORM,
}


@pytest.mark.parametrize("text", VALID)
def test_a_valid_date_is_read_and_written_back(text: str) -> None:
    assert str(dates.parse(text)) == text


@pytest.mark.parametrize(("text", "why"), INVALID.items())
def test_an_invalid_date_says_why(text: str, why: str) -> None:
    with pytest.raises(dates.DateError) as raised:
        dates.parse(text)
    assert str(raised.value).startswith(f"`{text}`")
    assert why in str(raised.value)


@given(st.one_of(st.text(max_size=24), st.text(alphabet="0123456789-/.~?%X[],u ", max_size=24)))
def test_any_text_is_a_date_or_a_clear_error(text: str) -> None:
    try:
        date = dates.parse(text)
    except dates.DateError as error:
        assert text in str(error)
        return
    assert str(date) == text
    assert dates.parse(str(date)) == date


# How far a date reaches


# Not compared: open and unknown ends (that package gives infinity, or ten years), qualified seasons (it refuses them).
BOTH_READ = [text for text in VALID if not {"..", ""} & set(text.split("/")) and text != "1919-21~"]


@pytest.mark.parametrize("text", BOTH_READ)
def test_bounds_agree_with_the_edtf_package(text: str) -> None:
    other = parse_edtf(text)
    expected = [datetime.date(*end[:3]).toordinal() + 1721425 for end in (other.lower_strict(), other.upper_strict())]
    assert list(dates.bounds(dates.parse(text))) == expected


REFUSED = ["", "1920x", "1920-13", "1920-02-30", "22 March 1920", "192u", "1920-3-22", "[1893]", "/"]


# Not compared: what is EDTF but not of the profile, such as level 2, hours and years beyond 2999.
@pytest.mark.parametrize("text", REFUSED)
def test_the_edtf_package_refuses_what_we_refuse(text: str) -> None:
    with pytest.raises(Exception, match=r"."):
        parse_edtf(text)
    with pytest.raises(dates.DateError):
        dates.parse(text)


@pytest.mark.parametrize("text", ["../1918", "/1918"])
def test_what_has_no_beginning_has_no_first_day(text: str) -> None:
    assert dates.bounds(dates.parse(text)) == (None, dates.day_number((1918, 12, 31), "gregorian"))


@pytest.mark.parametrize("text", ["1918/..", "1918/"])
def test_what_has_no_end_has_no_last_day(text: str) -> None:
    assert dates.bounds(dates.parse(text)) == (dates.day_number((1918, 1, 1), "gregorian"), None)


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("1920-03", (1920, 3, 31), (1920, 4, 1)),
        ("191X", (1910, 1, 1), (1909, 12, 31)),
        ("1918/1920", (1920, 12, 31), (1921, 1, 1)),
        ("../1918", (1, 1, 1), (1919, 1, 1)),
        ("1918-05-28/..", (2999, 12, 31), (1918, 5, 27)),
        ("[1893,1895]", (1895, 6, 1), (1894, 6, 1)),
    ],
)
def test_a_date_contains_its_days(text: str, inside: dates.Day, outside: dates.Day) -> None:
    date = dates.parse(text)
    assert dates.contains_day(date, dates.day_number(inside, "gregorian"))
    assert not dates.contains_day(date, dates.day_number(outside, "gregorian"))


def test_a_julian_set_contains_its_days_in_its_own_calendar() -> None:
    date = dates.parse("[1900-02-29,1900-03-02]", calendar="julian")
    numbers = {day: dates.day_number((1900, 3, day), "gregorian") for day in (12, 13, 14, 15)}
    assert [day for day, number in numbers.items() if dates.contains_day(date, number)] == [13, 15]


def test_dates_are_ordered_by_first_day_then_last() -> None:
    order = ["../1918", "1918-01-01", "1918-01", "1918", "1918/1920", "1918/..", "1918-01-02", "[1919,1920]"]
    assert [str(date) for date in sorted(map(dates.parse, reversed(order)), key=dates.sort_key)] == order


def test_the_two_calendars_are_ordered_together() -> None:
    before, between, after = dates.parse("1918-05-27"), dates.parse("1918-05-15", "julian"), dates.parse("1918-05-29")
    assert sorted([after, between, before], key=dates.sort_key) == [before, between, after]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1920-03-22", "day"),
        ("1918-05-XX", "month"),
        ("1919-21", "season"),
        ("1920-XX-XX", "year"),
        ("191X~", "decade"),
        ("19XX", "century"),
        ("1918-09-15/1918-09", "month"),
        ("1918-05-28/..", "day"),
        ("[1893,191X]", "decade"),
    ],
)
def test_precision(text: str, expected: str) -> None:
    assert dates.precision(dates.parse(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1920-03-30/1920-04-01", [(1920, 3, 30), (1920, 3, 31), (1920, 4, 1)]),
        ("1920-03-22?", [(1920, 3, 22)]),
        ("1918-01-01/1920-01-01", []),
        ("1918-01-01/1918-03-04", []),
        ("1920-03", []),
        ("1920-03-22/..", []),
        ("[1920-03-22,1920-03-24]", []),
    ],
)
def test_days_of_short_intervals(text: str, expected: list[dates.Day]) -> None:
    assert dates.days(dates.parse(text)) == expected


def test_sixty_two_days_are_still_listed() -> None:
    covered = dates.days(dates.parse("1918-01-01/1918-03-03"))
    assert (len(covered), covered[0], covered[-1]) == (62, (1918, 1, 1), (1918, 3, 3))
