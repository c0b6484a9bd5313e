"""Dates: the EDTF profile, two calendars, and how they are shown."""

from __future__ import annotations

import datetime
import warnings

import pytest
from convertdate import julian
from hypothesis import given
from hypothesis import strategies as st

from chronicle import dates

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from edtf import parse_edtf

VALID = (
    *("1920", "1920-03", "1920-03-22", "1920-XX", "1920-03-XX", "191X", "19XX", "1895~", "1895?", "1895%", "1918-05~"),
    *("1918-05-28?", "1919-21", "1919-24", "1920-03-22/1920-03-26", "1918/1920", "1919-03/1919-05", "../1918"),
    *("1918/..", "/1918", "1918/", "1895~/1900?", "[1893,1894]", "[1918-05,1918-06-01]"),
)

INVALID = {
    "": "is not an EDTF date",
    "22 March 1920": "is not an EDTF date",
    "192u": "is not an EDTF date",
    "20": "is not an EDTF date",
    "0000": "is not an EDTF date",
    "1920-3-22": "is not an EDTF date",
    "1920-03-22T10:00": "is not an EDTF date",
    "~1920": "is not an EDTF date",
    "1920~~": "is not an EDTF date",
    "1920 ": "is not an EDTF date",
    "[]": "is not an EDTF date",
    "[1920": "is not an EDTF date",
    "1X20": "is not an EDTF date",
    "1920-XX-05": "an unknown year or month has no known day",
    "191X-05": "an unknown year or month has no known day",
    "1920-13": "has no month 13",
    "1920-00": "has no month 00",
    "1920-21-05": "has no month 21",
    "1920-20": "has no month 20",
    "1919-02-29": "no day 29 in that month of the Gregorian calendar",
    "1900-02-29": "no day 29 in that month of the Gregorian calendar",
    "1920-04-31": "no day 31 in that month",
    "1920-01-00": "no day 00 in that month",
    "1920/1918": "runs backwards",
    "1920-03-26/1920-03-22": "runs backwards",
    "1918/1919/1920": "is not an interval",
    "/": "is not an interval",
    "../..": "is not an interval",
    "../": "is not an interval",
}

SHOWN = {
    "1920-03-22": ("22 March 1920 (9 March Old Style)", "22 de março de 1920 (9 de março no calendário juliano)"),
    "1920-03-22/1920-03-26": (
        "22–26 March 1920 (9–13 March Old Style)",
        "22–26 de março de 1920 (9–13 de março no calendário juliano)",
    ),
    "1920-03-28/1920-04-02": (
        "28 March – 2 April 1920 (15–20 March Old Style)",
        "28 de março – 2 de abril de 1920 (15–20 de março no calendário juliano)",
    ),
    "1919-12-30/1920-01-03": (
        "30 December 1919 – 3 January 1920 (17–21 December 1919 Old Style)",
        "30 de dezembro de 1919 – 3 de janeiro de 1920 (17–21 de dezembro de 1919 no calendário juliano)",
    ),
    "1920-01-05": (
        "5 January 1920 (23 December 1919 Old Style)",
        "5 de janeiro de 1920 (23 de dezembro de 1919 no calendário juliano)",
    ),
    "1918-05-01": ("1 May 1918 (18 April Old Style)", "1º de maio de 1918 (18 de abril no calendário juliano)"),
    "1923-12-31": (
        "31 December 1923 (18 December Old Style)",
        "31 de dezembro de 1923 (18 de dezembro no calendário juliano)",
    ),
    "1924-01-01": ("1 January 1924", "1º de janeiro de 1924"),
    "1920-03-22?": ("perhaps 22 March 1920", "talvez 22 de março de 1920"),
    "1920-03": ("March 1920", "março de 1920"),
    "1918-05-XX": ("May 1918", "maio de 1918"),
    "1919-03/1919-05": ("March–May 1919", "março–maio de 1919"),
    "1918-05/1920-04": ("May 1918 – April 1920", "maio de 1918 – abril de 1920"),
    "1918/1920": ("1918–1920", "1918–1920"),
    "1895~": ("c. 1895", "c. 1895"),
    "1895?": ("perhaps 1895", "talvez 1895"),
    "1895%": ("perhaps c. 1895", "talvez c. 1895"),
    "1895~/1900": ("c. 1895 – 1900", "c. 1895 – 1900"),
    "../1918": ("before 1918", "antes de 1918"),
    "/1918": ("until 1918", "até 1918"),
    "1918-05-28/..": ("from 28 May 1918", "a partir de 28 de maio de 1918"),
    "191X": ("1910s", "década de 1910"),
    "19XX": ("1900–1999", "1900–1999"),
    "1919-21": ("spring 1919", "primavera de 1919"),
    "1919-24": ("winter 1919", "inverno de 1919"),
    "[1893,1894]": ("1893 or 1894", "1893 ou 1894"),
    "[1892,1893,1894]": ("1892, 1893 or 1894", "1892, 1893 ou 1894"),
}


@pytest.mark.parametrize("text", VALID)
def test_a_valid_date_is_read_and_written_back(text: str) -> None:
    assert str(dates.parse(text)) == text


@pytest.mark.parametrize(("text", "why"), INVALID.items())
def test_an_invalid_date_says_why(text: str, why: str) -> None:
    with pytest.raises(dates.DateError, match=why):
        dates.parse(text)


@pytest.mark.parametrize(("text", "shown"), SHOWN.items())
def test_a_date_is_shown_in_both_languages_and_calendars(text: str, shown: tuple[str, str]) -> None:
    date = dates.parse(text)
    assert (dates.display_both(date, "en"), dates.display_both(date, "pt")) == shown


# Where the edtf package is right: it knows no `../x` with a bare end, and reads a set by other bounds.
@pytest.mark.parametrize(
    "text", [text for text in VALID if "/" not in text and "[" not in text and text[-1] not in "~?%"]
)
def test_bounds_agree_with_the_edtf_package(text: str) -> None:
    other = parse_edtf(text)
    expected = [datetime.date(*other_end[:3]) for other_end in (other.lower_strict(), other.upper_strict())]
    first, last = dates.bounds(dates.parse(text))
    if text == "1919-24":  # that package takes winter for December alone too, but by the year's end
        expected = [datetime.date(1919, 12, 1), datetime.date(1919, 12, 31)]
    assert [datetime.date(*dates.from_day_number(number or 0)) for number in (first, last)] == expected


@pytest.mark.parametrize("text", ["1920x", "1920-13", "1920-02-30", "22 March 1920", "1920/1919x"])
def test_the_edtf_package_refuses_what_we_refuse(text: str) -> None:
    with pytest.raises(Exception, match=r".+"):
        parse_edtf(text)
    with pytest.raises(dates.DateError):
        dates.parse(text)


def test_29_february_1900_exists_in_the_julian_calendar_alone() -> None:
    assert str(dates.julian_to_gregorian(dates.parse("1900-02-29", calendar="julian"))) == "1900-03-13"
    with pytest.raises(dates.DateError):
        dates.parse("1900-02-29")


@pytest.mark.parametrize(
    ("julian_date", "gregorian"),
    [
        ("1918-05-15", "1918-05-28"),
        ("1920-03-09", "1920-03-22"),
        ("1920-03-09/1920-03-13", "1920-03-22/1920-03-26"),
        ("1905-02-06", "1905-02-19"),
        ("1899-12-31", "1900-01-12"),
        ("1900-02-28", "1900-03-12"),
        ("1900-03-01", "1900-03-14"),
    ],
)
def test_old_style_becomes_gregorian(julian_date: str, gregorian: str) -> None:
    assert str(dates.julian_to_gregorian(dates.parse(julian_date, calendar="julian"))) == gregorian


def test_a_month_cannot_be_converted() -> None:
    assert dates.julian_to_gregorian(dates.parse("1920-03", calendar="julian")) is None


NUMBERS = st.integers(dates.day_number((1582, 10, 15), "gregorian"), dates.day_number((2999, 12, 31), "gregorian"))


@given(NUMBERS)
def test_the_julian_calendar_agrees_with_convertdate(number: int) -> None:
    gregorian = dates.from_day_number(number)
    assert dates.from_day_number(number, "julian") == julian.from_gregorian(*gregorian)


@given(NUMBERS, st.sampled_from(["gregorian", "julian"]))
def test_a_day_number_comes_back_from_either_calendar(number: int, calendar: dates.Calendar) -> None:
    assert dates.day_number(dates.from_day_number(number, calendar), calendar) == number


@given(NUMBERS)
def test_the_gregorian_calendar_agrees_with_the_standard_library(number: int) -> None:
    day = datetime.date(*dates.from_day_number(number))
    assert day.toordinal() + 1721425 == number


@given(st.text(alphabet="0123456789-/.~?%X[],u ", max_size=24))
def test_any_text_is_a_date_or_a_clear_error(text: str) -> None:
    try:
        date = dates.parse(text)
    except dates.DateError as error:
        assert text in str(error)
        return
    assert dates.parse(str(date)) == date
    for lang in ("en", "pt"):
        assert dates.display_both(date, lang)
        assert dates.html(date, lang)


def test_time_elements_hold_what_html_can_say() -> None:
    assert dates.html(dates.parse("1920-03-22/1920-03-26"), "en", both=False) == (
        '<time datetime="1920-03-22">22</time>–<time datetime="1920-03-26">26 March 1920</time>'
    )
    assert dates.html(dates.parse("1919-21"), "en") == "spring 1919"


def test_days_of_short_intervals() -> None:
    assert dates.days(dates.parse("1920-03-30/1920-04-01")) == [(1920, 3, 30), (1920, 3, 31), (1920, 4, 1)]
    assert dates.days(dates.parse("1918-01-01/1920-01-01")) == []
    assert dates.days(dates.parse("1920-03")) == []
