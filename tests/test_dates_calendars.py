"""Dates: the Julian and the Gregorian calendar, and the way from one to the other."""

from __future__ import annotations

import datetime

import pytest
from convertdate import gregorian, julian
from hypothesis import given
from hypothesis import strategies as st

from chronicle import dates


def test_29_february_1900_exists_in_the_julian_calendar_alone() -> None:
    assert str(dates.julian_to_gregorian(dates.parse("1900-02-29", calendar="julian"))) == "1900-03-13"
    assert str(dates.gregorian_to_julian(dates.parse("1900-03-13"))) == "1900-02-29"
    with pytest.raises(dates.DateError, match="Gregorian"):
        dates.parse("1900-02-29")
    with pytest.raises(dates.DateError, match="Julian"):
        dates.parse("1901-02-29", calendar="julian")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1918-05-15", "1918-05-28"),
        ("1920-03-09", "1920-03-22"),
        ("1920-03-09/1920-03-13", "1920-03-22/1920-03-26"),
        ("1905-02-06", "1905-02-19"),
        ("1899-12-31", "1900-01-12"),
        ("1900-02-28", "1900-03-12"),
        ("1900-03-01", "1900-03-14"),
        ("1918-01-31", "1918-02-13"),
        ("1891-01-03?", "1891-01-15?"),
        ("1918-05-15/..", "1918-05-28/.."),
        ("/1918-05-15~", "/1918-05-28~"),
        ("1582-10-05", "1582-10-15"),
    ],
)
def test_old_style_and_new_style(old: str, new: str) -> None:
    assert dates.julian_to_gregorian(dates.parse(old, calendar="julian")) == dates.parse(new)
    assert dates.gregorian_to_julian(dates.parse(new)) == dates.parse(old, calendar="julian")


NO_DAYS = ["1920-03", "1920", "1919-21", "1918-05-XX", "1920-03-09/1920-04", "[1920-03-09,1920-03-10]"]


@pytest.mark.parametrize("text", NO_DAYS)
def test_what_is_no_day_cannot_be_converted(text: str) -> None:
    assert dates.julian_to_gregorian(dates.parse(text, calendar="julian")) is None
    assert dates.gregorian_to_julian(dates.parse(text)) is None


def test_no_date_is_converted_beyond_the_years_of_the_profile() -> None:
    assert dates.julian_to_gregorian(dates.parse("2999-12-31", calendar="julian")) is None
    assert dates.julian_to_gregorian(dates.parse("0001-01-01", calendar="julian")) is None


def test_a_date_is_not_converted_twice() -> None:
    with pytest.raises(dates.DateError, match="calendar='julian'"):
        dates.julian_to_gregorian(dates.parse("1920-03-22"))
    with pytest.raises(dates.DateError, match="calendar='gregorian'"):
        dates.gregorian_to_julian(dates.parse("1920-03-22", calendar="julian"))


NUMBERS = st.integers(dates.day_number((1, 1, 10), "gregorian"), dates.day_number((2999, 12, 1), "gregorian"))


@given(NUMBERS)
def test_the_calendars_agree_with_convertdate(number: int) -> None:
    # That package counts from the midnight before the noon that a Julian Day Number begins with.
    assert dates.from_day_number(number) == gregorian.from_jd(number - 0.5)
    assert dates.from_day_number(number, "julian") == julian.from_jd(number - 0.5)


def test_each_day_of_a_gregorian_cycle_agrees_with_the_standard_library() -> None:
    first = datetime.date(1600, 1, 1).toordinal()
    for ordinal in range(first, first + 146097):
        day = datetime.date.fromordinal(ordinal)
        assert dates.from_day_number(ordinal + 1721425) == (day.year, day.month, day.day)


def test_each_day_of_a_julian_cycle_agrees_with_convertdate() -> None:
    first = dates.day_number((1900, 1, 1), "julian")
    for number in range(first, first + 1461):
        assert dates.from_day_number(number, "julian") == julian.from_jd(number - 0.5)


@given(NUMBERS, st.sampled_from(["gregorian", "julian"]))
def test_a_day_number_comes_back_from_either_calendar(number: int, calendar: dates.Calendar) -> None:
    assert dates.day_number(dates.from_day_number(number, calendar), calendar) == number


@given(st.dates(datetime.date(1, 1, 10), datetime.date(2999, 12, 1)))
def test_a_day_comes_back_from_the_other_calendar(day: datetime.date) -> None:
    new = dates.parse(day.isoformat())
    old = dates.gregorian_to_julian(new)
    assert old is not None
    assert dates.parse(str(old), calendar="julian") == old
    assert dates.julian_to_gregorian(old) == new
    assert dates.bounds(old) == dates.bounds(new) == (day.toordinal() + 1721425,) * 2
