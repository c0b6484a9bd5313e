"""Dates in words and in HTML, in both languages and calendars."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from chronicle import dates

JULIAN = "no calendário juliano"
SHOWN = {
    # days
    "1920-03-22": ("22 March 1920 (9 March Old Style)", f"22 de março de 1920 (9 de março {JULIAN})"),
    "1918-05-28": ("28 May 1918 (15 May Old Style)", f"28 de maio de 1918 (15 de maio {JULIAN})"),
    "1918-05-01": ("1 May 1918 (18 April Old Style)", f"1º de maio de 1918 (18 de abril {JULIAN})"),
    "1918-05-14": ("14 May 1918 (1 May Old Style)", f"14 de maio de 1918 (1º de maio {JULIAN})"),
    "1900-03-13": ("13 March 1900 (29 February Old Style)", f"13 de março de 1900 (29 de fevereiro {JULIAN})"),
    "1920-01-05": (
        "5 January 1920 (23 December 1919 Old Style)",
        f"5 de janeiro de 1920 (23 de dezembro de 1919 {JULIAN})",
    ),
    "1582-10-14": ("14 October 1582", "14 de outubro de 1582"),
    "1582-10-15": ("15 October 1582 (5 October Old Style)", f"15 de outubro de 1582 (5 de outubro {JULIAN})"),
    "1923-12-31": ("31 December 1923 (18 December Old Style)", f"31 de dezembro de 1923 (18 de dezembro {JULIAN})"),
    "1924-01-01": ("1 January 1924", "1º de janeiro de 1924"),
    "0987-01-02": ("2 January 0987", "2 de janeiro de 0987"),
    # intervals of days
    "1920-03-22/1920-03-26": (
        "22–26 March 1920 (9–13 March Old Style)",
        f"22–26 de março de 1920 (9–13 de março {JULIAN})",
    ),
    "1918-05-01/1918-05-03": (
        "1–3 May 1918 (18–20 April Old Style)",
        f"1º–3 de maio de 1918 (18–20 de abril {JULIAN})",
    ),
    "1920-03-28/1920-04-02": (
        "28 March – 2 April 1920 (15–20 March Old Style)",
        f"28 de março – 2 de abril de 1920 (15–20 de março {JULIAN})",
    ),
    "1919-12-30/1920-01-03": (
        "30 December 1919 – 3 January 1920 (17–21 December 1919 Old Style)",
        f"30 de dezembro de 1919 – 3 de janeiro de 1920 (17–21 de dezembro de 1919 {JULIAN})",
    ),
    "1920-01-10/1920-01-20": (
        "10–20 January 1920 (28 December 1919 – 7 January 1920 Old Style)",
        f"10–20 de janeiro de 1920 (28 de dezembro de 1919 – 7 de janeiro de 1920 {JULIAN})",
    ),
    "1923-12-30/1924-01-02": ("30 December 1923 – 2 January 1924", "30 de dezembro de 1923 – 2 de janeiro de 1924"),
    # months, years, seasons and their intervals
    "1920-03": ("March 1920", "março de 1920"),
    "1918-05-XX": ("May 1918", "maio de 1918"),
    "1919-03/1919-05": ("March–May 1919", "março–maio de 1919"),
    "1918-05/1920-04": ("May 1918 – April 1920", "maio de 1918 – abril de 1920"),
    "1918-09-15/1918-09": ("15 September 1918 – September 1918", "15 de setembro de 1918 – setembro de 1918"),
    "1918": ("1918", "1918"),
    "1918-XX": ("1918", "1918"),
    "1918/1920": ("1918–1920", "1918–1920"),
    "1919-21": ("spring 1919", "primavera de 1919"),
    "1919-22": ("summer 1919", "verão de 1919"),
    "1919-23": ("autumn 1919", "outono de 1919"),
    "1919-24": ("winter 1919", "inverno de 1919"),
    "1919-21/1919-22": ("spring–summer 1919", "primavera–verão de 1919"),
    # unknown digits
    "191X": ("1910s", "década de 1910"),
    "191X/192X": ("1910s – 1920s", "década de 1910 – década de 1920"),
    "19XX": ("1900s (1900–1999)", "anos 1900 (1900–1999)"),
    # qualifiers
    "1895~": ("c. 1895", "c. 1895"),
    "1895?": ("perhaps 1895", "talvez 1895"),
    "1895%": ("perhaps c. 1895", "talvez c. 1895"),
    "1920-03?": ("perhaps March 1920", "talvez março de 1920"),
    "1920-03-22?": ("perhaps 22 March 1920 (9 March Old Style)", f"talvez 22 de março de 1920 (9 de março {JULIAN})"),
    "1920-03-22~/1920-03-26": (
        "c. 22 March 1920 – 26 March 1920 (9–13 March Old Style)",
        f"c. 22 de março de 1920 – 26 de março de 1920 (9–13 de março {JULIAN})",
    ),
    "1895~/1900": ("c. 1895 – 1900", "c. 1895 – 1900"),
    # open and unknown ends
    "../1918": ("until 1918", "até 1918"),
    "/1918": ("until 1918", "até 1918"),
    "1918/": ("from 1918", "a partir de 1918"),
    "1918-05-28/..": (
        "from 28 May 1918 (15 May Old Style)",
        f"a partir de 28 de maio de 1918 (15 de maio {JULIAN})",
    ),
    "../1924-01-01": ("until 1 January 1924", "até 1º de janeiro de 1924"),
    "../1918?": ("perhaps until 1918", "talvez até 1918"),
    "../1918%": ("perhaps until c. 1918", "talvez até c. 1918"),
    "../191X": ("until the 1910s", "até a década de 1910"),
    "/191X": ("until the 1910s", "até a década de 1910"),
    "19XX/..": ("from the 1900s (1900–1999)", "a partir dos anos 1900 (1900–1999)"),
    "1919-21/..": ("from spring 1919", "a partir da primavera de 1919"),
    "../1919-22": ("until summer 1919", "até o verão de 1919"),
    # one of a set
    "[1893,1894]": ("1893 or 1894", "1893 ou 1894"),
    "[1892,1893,1894]": ("1892, 1893 or 1894", "1892, 1893 ou 1894"),
    "[1920-03-22,1920-03-24]": ("22 March 1920 or 24 March 1920", "22 de março de 1920 ou 24 de março de 1920"),
}
DATETIME = re.compile(r"(?!0000)\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


class Reader(HTMLParser):
    """Gathers the text of a fragment and the values of its `<time>` elements."""

    def __init__(self, fragment: str) -> None:
        super().__init__()
        self.text = ""
        self.times: list[str | None] = []
        self.open: list[str] = []
        self.feed(fragment)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.times += [value for name, value in attrs if tag == "time" and name == "datetime"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize(("text", "shown"), SHOWN.items())
def test_a_date_is_shown_in_both_languages_and_calendars(text: str, shown: tuple[str, str]) -> None:
    date = dates.parse(text)
    assert (dates.display_both(date, "en"), dates.display_both(date, "pt")) == shown


@pytest.mark.parametrize(("text", "shown"), SHOWN.items())
def test_without_old_style_the_bracket_is_left_out(text: str, shown: tuple[str, str]) -> None:
    date = dates.parse(text)
    without = [re.sub(r" \([^()]*(Old Style|juliano)\)", "", words) for words in shown]
    assert [dates.display(date, "en"), dates.display(date, "pt")] == without
    assert [Reader(dates.html(date, lang, both=False)).text for lang in ("en", "pt")] == without


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1920-03-22/1920-03-26",
            '<time datetime="1920-03-22">22</time>–<time datetime="1920-03-26">26 March 1920</time>'
            ' <span class="old-style">(9–13 March Old Style)</span>',
        ),
        ("1918-05-XX", '<time datetime="1918-05">May 1918</time>'),
        ("1895~", '<time datetime="1895">c. 1895</time>'),
        ("../1918", 'until <time datetime="1918">1918</time>'),
        ("[1893,1894]", '<time datetime="1893">1893</time> or <time datetime="1894">1894</time>'),
        ("1919-21", "spring 1919"),
        ("191X", "1910s"),
        ("19XX", "1900s (1900–1999)"),
    ],
)
def test_time_elements_hold_what_html_can_say(text: str, expected: str) -> None:
    assert dates.html(dates.parse(text), "en") == expected


def test_a_julian_date_is_shown_in_both_calendars_and_marked_up_as_gregorian() -> None:
    date = dates.parse("1900-02-29", calendar="julian")
    assert dates.display(date, "en") == "29 February 1900"
    assert dates.display_both(date, "en") == "13 March 1900 (29 February Old Style)"
    assert Reader(dates.html(date, "en")).times == ["1900-03-13"]


def test_a_julian_month_is_marked_as_old_style_and_has_no_machine_form() -> None:
    date = dates.parse("1900-02", calendar="julian")
    assert dates.display_both(date, "en") == dates.html(date, "en") == "February 1900 (Old Style)"
    assert dates.html(date, "pt", both=False) == f"fevereiro de 1900 ({JULIAN})"


YEARS, MONTHS, DAYS = st.integers(1, 2999), st.integers(1, 12), st.integers(1, 31)
POINTS = st.one_of(
    st.builds("{:04d}-{:02d}-{:02d}{}".format, YEARS, MONTHS, DAYS, st.sampled_from(["", "~", "?", "%"])),
    st.builds("{:04d}-{:02d}{}".format, YEARS, st.integers(1, 24), st.sampled_from(["", "-XX", "?"])),
    st.builds("{:04d}{}".format, YEARS, st.sampled_from(["", "~", "-XX-XX"])),
    st.builds("{:03d}X".format, st.integers(1, 299)),
)
TEXTS = st.one_of(
    POINTS,
    st.builds("{}/{}".format, POINTS, POINTS),
    st.builds("{}/".format, POINTS),
    st.builds("../{}".format, POINTS),
    st.builds("[{},{}]".format, POINTS, POINTS),
)


@given(TEXTS, st.sampled_from(["gregorian", "julian"]), st.sampled_from(["en", "pt"]))
def test_html_says_what_the_words_say_and_is_well_formed(text: str, calendar: dates.Calendar, lang: str) -> None:
    try:
        date = dates.parse(text, calendar=calendar)
    except dates.DateError:
        assume(False)
    read = Reader(dates.html(date, lang))
    assert read.text == dates.display_both(date, lang)
    assert read.open == []
    assert all(DATETIME.fullmatch(value or "") for value in read.times)


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("en", "January February March April May June July August September October November December"),
        ("pt", "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
    ],
)
def test_month_names(lang: str, names: str) -> None:
    assert [dates.month_name(month, lang) for month in range(1, 13)] == names.split()


def test_the_heading_of_a_day() -> None:
    assert dates.day_heading(1920, 3, 22, "en") == "22 March 1920 (9 March Old Style)"
    assert dates.day_heading(1991, 9, 1, "pt") == "1º de setembro de 1991"
    with pytest.raises(dates.DateError, match="no day 30"):
        dates.day_heading(1920, 2, 30, "en")
