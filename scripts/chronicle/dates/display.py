"""Dates in words, in English and Brazilian Portuguese, Gregorian first and Old Style in brackets."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from html import escape

from babel.dates import get_month_names

from .calendars import Day, day_number, from_day_number
from .edtf import Date, Edtf, as_day

MONTHS = {lang: dict(get_month_names("wide", locale=locale)) for lang, locale in (("en", "en"), ("pt", "pt_BR"))}
SEASONS = {"en": ("spring", "summer", "autumn", "winter"), "pt": ("primavera", "verão", "outono", "inverno")}
OLD_STYLE = {"en": "Old Style", "pt": "no calendário juliano"}
BEFORE = {"en": "before", "pt": "antes de"}
FROM = {"en": "from", "pt": "a partir de"}
UNTIL = {"en": "until", "pt": "até"}
OR = {"en": "or", "pt": "ou"}
QUALIFIED = {
    "en": {"": "{}", "~": "c. {}", "?": "perhaps {}", "%": "perhaps c. {}"},
    "pt": {"": "{}", "~": "c. {}", "?": "talvez {}", "%": "talvez c. {}"},
}
DUAL_FROM = day_number((1582, 10, 15), "gregorian")
DUAL_TO = day_number((1923, 12, 31), "gregorian")
Shown = Callable[[Date, str, str], str]


def month_name(month: int, lang: str) -> str:
    """Return the name of a month (1 to 12)."""
    return str(MONTHS[lang][month])


@lru_cache(maxsize=16384)
def display(edtf: Edtf, lang: str) -> str:
    """Return a date in words (plain text), in the calendar it is given in. ``lang`` is ``en`` or ``pt``."""
    return _shown(edtf, lang, lambda _, words, __: words)


@lru_cache(maxsize=16384)
def display_both(edtf: Edtf, lang: str) -> str:
    """Return a Gregorian date in words; where its days are known, up to 1923, the Old Style date in brackets."""
    old = old_style(edtf)
    return display(edtf, lang) + (f" ({_old_words(edtf, old, lang)})" if old else "")


@lru_cache(maxsize=16384)
def html(edtf: Edtf, lang: str, both: bool = True) -> str:
    """Return a date as HTML: each end in a `<time>` with its machine form, Old Style after it when ``both``."""
    words = _shown(edtf, lang, _time)
    old = old_style(edtf) if both else None
    return words + (f' <span class="old-style">({escape(_old_words(edtf, old, lang))})</span>' if old else "")


def _time(date: Date, words: str, _: str) -> str:
    machine = machine_form(date)
    return f'<time datetime="{machine}">{escape(words)}</time>' if machine else escape(words)


def machine_form(date: Date) -> str | None:
    """Return the value for HTML's ``datetime``: YYYY, YYYY-MM or YYYY-MM-DD; None for what HTML cannot say."""
    parts = {"year": date.year, "month": f"{date.year}-{date.month}", "day": f"{date.year}-{date.month}-{date.day}"}
    return parts.get(date.precision)


def old_style(edtf: Edtf) -> Edtf | None:
    """Return a Gregorian day, or interval of days, in the Julian calendar; None for coarser dates and after 1923."""
    days = [as_day(date) if isinstance(date, Date) and not date.qualifier else None for date in edtf.dates]
    if edtf.kind == "set" or edtf.calendar != "gregorian" or not all(days):
        return None
    numbers = [day_number(day, "gregorian") for day in days if day]
    if not all(DUAL_FROM <= number <= DUAL_TO for number in numbers):
        return None
    return Edtf(edtf.kind, tuple(_date(from_day_number(number, "julian")) for number in numbers), "julian")


def _date(day: Day) -> Date:
    return Date(f"{day[0]:04d}", f"{day[1]:02d}", f"{day[2]:02d}")


def _old_words(edtf: Edtf, old: Edtf, lang: str) -> str:
    years = {date.year for one in (edtf, old) for date in one.dates if isinstance(date, Date)}
    words = display(old, lang)
    if len(years) == 1:
        words = words.removesuffix(f" de {years.copy().pop()}" if lang == "pt" else f" {years.copy().pop()}")
    return f"{words} {OLD_STYLE[lang]}"


def _shown(edtf: Edtf, lang: str, mark: Shown) -> str:
    dates = [date for date in edtf.dates if isinstance(date, Date)]
    if edtf.kind == "date":
        return mark(dates[0], _words(dates[0], lang), lang)
    if edtf.kind == "set":
        words = [mark(date, _words(date, lang), lang) for date in dates]
        return ", ".join(words[:-1]) + (f" {OR[lang]} " if len(words) > 1 else "") + words[-1]
    if len(dates) == 1:
        return _half_open(edtf, dates[0], lang, mark)
    first, last = dates
    return mark(first, _begin(first, last, lang), lang) + _dash(first, last) + mark(last, _words(last, lang), lang)


def _half_open(edtf: Edtf, date: Date, lang: str, mark: Shown) -> str:
    words = mark(date, _words(date, lang), lang)
    if isinstance(edtf.dates[0], Date):
        return f"{FROM[lang]} {words}"
    return f"{(BEFORE if edtf.dates[0] == '..' else UNTIL)[lang]} {words}"


def _dash(first: Date, last: Date) -> str:
    """Return a closed dash between bare numbers and names, an open one where an end has several words of its own."""
    joined = not (first.qualifier or last.qualifier) and (
        first.precision == last.precision == "year"
        or (
            first.precision == last.precision
            and first.year == last.year
            and (first.precision == "month" or first.month == last.month)
        )
    )
    return "–" if joined else " – "


def _begin(first: Date, last: Date, lang: str) -> str:
    """Return the first end of an interval without what the second repeats."""
    if first.qualifier or last.qualifier or first.precision != last.precision or first.year != last.year:
        return _words(first, lang)
    if first.precision == "day":
        return _day(first, lang) if first.month == last.month else _words(Date("", first.month, first.day), lang)
    return month_name(int(first.month or 0), lang) if first.precision == "month" else _words(first, lang)


def _day(date: Date, lang: str) -> str:
    day = int(date.day or 0)
    return "1º" if lang == "pt" and day == 1 else str(day)


def _words(date: Date, lang: str) -> str:
    return QUALIFIED[lang][date.qualifier].format(_unqualified(date, lang))


def _unqualified(date: Date, lang: str) -> str:
    of = " de " if lang == "pt" else " "
    match date.precision if date.year else "day":
        case "day":
            parts = [_day(date, lang), month_name(int(date.month or 0), lang), date.year]
            return of.join(part for part in parts if part)
        case "month":
            return month_name(int(date.month or 0), lang) + of + date.year
        case "season":
            return SEASONS[lang][int(date.month or 0) - 21] + of + date.year
        case "decade":
            return f"década de {date.year[:3]}0" if lang == "pt" else f"{date.year[:3]}0s"
        case "century":
            start = f"{date.year[:2]}00"
            return f"{start}–{date.year[:2]}99"
        case _:
            return date.year
