"""Dates in words and in HTML, in English (``en``) and Brazilian Portuguese (``pt``), Gregorian first.

The Old Style date follows in brackets where both calendars were in use: see `old_style`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from html import escape

from .conversion import julian_to_gregorian, old_style
from .edtf import Date, Edtf, parse
from .words import article, circa, day_and_month, day_words, month_words, perhaps, unqualified, words

OLD_STYLE = {"en": "Old Style", "pt": "no calendário juliano"}
OR = {"en": " or ", "pt": " ou "}
HALF_OPEN = {
    "en": {"from": "from {the}", "until": "until {the}"},
    "pt": {"from": "a partir d{e}", "until": "até {the}"},
}
Mark = Callable[[Date, str], str]


@lru_cache(maxsize=16384)
def display(edtf: Edtf, lang: str) -> str:
    """Return a date in words (plain text), in the calendar it is given in. ``lang`` is ``en`` or ``pt``."""
    return _shown(edtf, lang, lambda _, words: words)


@lru_cache(maxsize=16384)
def display_both(edtf: Edtf, lang: str) -> str:
    """Return a date in words, Gregorian, with the Old Style date in brackets where `old_style` has one.

    A Julian date is converted first; where it cannot be, its words are marked as Old Style.
    """
    gregorian = _gregorian(edtf)
    if gregorian is None:
        return f"{display(edtf, lang)} ({OLD_STYLE[lang]})"
    old = old_style(gregorian)
    return display(gregorian, lang) + (f" ({_old_words(gregorian, old, lang)})" if old else "")


@lru_cache(maxsize=16384)
def html(edtf: Edtf, lang: str, both: bool = True) -> str:
    """Return `display_both` as HTML: each end in a `<time>` with its machine form; no Old Style when not ``both``."""
    gregorian = _gregorian(edtf)
    if gregorian is None:
        return escape(display_both(edtf, lang))
    old = old_style(gregorian) if both else None
    shown = _shown(gregorian, lang, _time)
    return shown + (f' <span class="old-style">({escape(_old_words(gregorian, old, lang))})</span>' if old else "")


def machine_form(date: Date) -> str | None:
    """Return the value for HTML's ``datetime``: YYYY, YYYY-MM or YYYY-MM-DD; None for what HTML cannot say.

    The date must be Gregorian, the only calendar of HTML.
    """
    parts = {"year": date.year, "month": f"{date.year}-{date.month}", "day": f"{date.year}-{date.month}-{date.day}"}
    return parts.get(date.precision)


def day_heading(year: int, month: int, day: int, lang: str) -> str:
    """Return the heading of a Gregorian day's page, as `display_both`. Raises `DateError` when there is no such day."""
    return display_both(parse(f"{year:04d}-{month:02d}-{day:02d}"), lang)


def _gregorian(edtf: Edtf) -> Edtf | None:
    return edtf if edtf.calendar == "gregorian" else julian_to_gregorian(edtf)


def _time(date: Date, words: str) -> str:
    machine = machine_form(date)
    return f'<time datetime="{machine}">{escape(words)}</time>' if machine else escape(words)


def _old_words(gregorian: Edtf, old: Edtf, lang: str) -> str:
    """Return the Old Style days, without what the Gregorian words before them have said already."""
    dates = tuple(replace(date, qualifier="") for date in old.dates if isinstance(date, Date))
    shown = display(Edtf("interval" if len(dates) > 1 else "date", dates, "julian"), lang)
    years = {date.year for one in (gregorian, old) for date in one.dates if isinstance(date, Date)}
    if len(years) == 1:
        shown = shown.removesuffix(f" de {dates[0].year}" if lang == "pt" else f" {dates[0].year}")
    return f"{shown} {OLD_STYLE[lang]}"


def _shown(edtf: Edtf, lang: str, mark: Mark) -> str:
    dates = [date for date in edtf.dates if isinstance(date, Date)]
    if edtf.kind == "set":
        shown = [mark(date, words(date, lang)) for date in dates]
        return ", ".join(shown[:-1]) + OR[lang] + shown[-1]
    if edtf.kind == "date":
        return mark(dates[0], words(dates[0], lang))
    if len(dates) == 1:
        return _half_open(edtf, dates[0], lang, mark)
    first, last = dates
    return mark(first, _begin(first, last, lang)) + _dash(first, last) + mark(last, words(last, lang))


def _half_open(edtf: Edtf, date: Date, lang: str, mark: Mark) -> str:
    """Return ``until`` or ``from`` a date, its doubt said first: ``perhaps until 1918``."""
    side = "from" if isinstance(edtf.dates[0], Date) else "until"
    the = article(date, lang)
    preposition = HALF_OPEN[lang][side].format(the=the, e=the or "e ")
    return perhaps(date, lang) + preposition + mark(date, circa(date) + unqualified(date, lang))


def _same_but_for_the_day_or_month(first: Date, last: Date) -> bool:
    return not (first.qualifier or last.qualifier) and first.precision == last.precision and first.year == last.year


def _dash(first: Date, last: Date) -> str:
    """Return a closed dash between bare numbers and names, an open one where an end has several words of its own."""
    if _same_but_for_the_day_or_month(first, last):
        return " – " if first.precision == "day" and first.month != last.month else "–"
    years = first.precision == last.precision == "year" and not (first.qualifier or last.qualifier)
    return "–" if years else " – "


def _begin(first: Date, last: Date, lang: str) -> str:
    """Return the first end of an interval without what the second repeats."""
    if not _same_but_for_the_day_or_month(first, last) or first.precision == "year":
        return words(first, lang)
    if first.precision == "day":
        return day_words(first, lang) if first.month == last.month else day_and_month(first, lang)
    return month_words(first, lang)
