"""One date in words, in English (``en``) and Brazilian Portuguese (``pt``)."""

from __future__ import annotations

from babel.dates import get_month_names

from .edtf import Date

MONTHS = {lang: dict(get_month_names("wide", locale=locale)) for lang, locale in (("en", "en"), ("pt", "pt_BR"))}
SEASONS = {"en": ("spring", "summer", "autumn", "winter"), "pt": ("primavera", "verão", "outono", "inverno")}
OF = {"en": " ", "pt": " de "}
DECADE = {"en": "{}s", "pt": "década de {}"}
CENTURY = {"en": "{0}00s ({0}00–{0}99)", "pt": "anos {0}00 ({0}00–{0}99)"}
PERHAPS = {"en": "perhaps ", "pt": "talvez "}
CIRCA = "c. "


def month_name(month: int, lang: str) -> str:
    """Return the name of a month (1 to 12)."""
    return str(MONTHS[lang][month])


def season_name(code: int, lang: str) -> str:
    """Return the name of a season by its EDTF code (21 to 24)."""
    return SEASONS[lang][code - 21]


def day_words(date: Date, lang: str) -> str:
    """Return the number of the day alone: ``22``, or ``1º`` for the first in Portuguese."""
    day = int(date.day or 0)
    return "1º" if lang == "pt" and day == 1 else str(day)


def month_words(date: Date, lang: str) -> str:
    """Return the name of the month or season alone."""
    number = int(date.month or 0)
    return season_name(number, lang) if date.precision == "season" else month_name(number, lang)


def day_and_month(date: Date, lang: str) -> str:
    """Return a day without its year: ``22 March``, ``22 de março``."""
    return day_words(date, lang) + OF[lang] + month_words(date, lang)


def unqualified(date: Date, lang: str) -> str:
    """Return a date without its qualifier: ``22 March 1920``, ``March 1920``, ``spring 1919``, ``1910s``."""
    match date.precision:
        case "day":
            return day_and_month(date, lang) + OF[lang] + date.year
        case "month" | "season":
            return month_words(date, lang) + OF[lang] + date.year
        case "decade":
            return DECADE[lang].format(f"{date.year[:3]}0")
        case "century":
            return CENTURY[lang].format(date.year[:2])
        case _:
            return date.year


def circa(date: Date) -> str:
    """Return what goes before an approximate date, else nothing."""
    return CIRCA if date.qualifier in ("~", "%") else ""


def perhaps(date: Date, lang: str) -> str:
    """Return what goes before an uncertain date, else nothing."""
    return PERHAPS[lang] if date.qualifier in ("?", "%") else ""


def words(date: Date, lang: str) -> str:
    """Return a date with its qualifier in words: ``perhaps c. 1895``."""
    return perhaps(date, lang) + circa(date) + unqualified(date, lang)


def article(date: Date, lang: str) -> str:
    """Return the article a date takes after a preposition, with its space; nothing where it takes none."""
    if date.precision in ("decade", "century") and lang == "en":
        return "the "
    if lang == "en" or date.qualifier in ("~", "%"):
        return ""
    spring = date.precision == "season" and date.month == "21"
    if date.precision == "century":
        return "os "
    if date.precision == "decade" or spring:
        return "a "
    return "o " if date.precision == "season" else ""
