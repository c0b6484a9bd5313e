"""The EDTF profile of the records: level 1 without `u`, plus one-of-a-set ``[a,b]``, years 0001 to 2999.

The format: Extended Date/Time Format specification, Library of Congress, 2019 (ISO 8601-2:2019).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NoReturn

from .calendars import Calendar, Day, day_number, days_in_month

DATE = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([~?%])?")
ONE_DIGIT = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")
QUALIFIER_FIRST = re.compile(r"[~?%]([0-9X-]+)")
SEASONS = range(21, 25)
YEARS = range(1, 3000)
EXAMPLES = "1920-03-22, 1920-03, 1920, 1920-03-22/1920-03-26, 1895~, 191X, ../1918 or [1893,1894]"
Precision = Literal["day", "month", "season", "year", "decade", "century"]


class DateError(ValueError):
    """The text is not a date of the profile; the message says why and how to write it."""


@dataclass(frozen=True, slots=True)
class Date:
    """One date: parts as written (``X`` for unknown digits) and a qualifier ``~``, ``?``, ``%`` or none."""

    year: str
    month: str | None = None
    day: str | None = None
    qualifier: str = ""

    @property
    def precision(self) -> Precision:
        """The smallest part of the date that is known."""
        """How exactly the date is known."""
        if "X" in self.year:
            return "century" if self.year.endswith("XX") else "decade"
        if self.month is None or self.month == "XX":
            return "year"
        if int(self.month) in SEASONS:
            return "season"
        return "month" if self.day in (None, "XX") else "day"

    def __str__(self) -> str:
        return "-".join(part for part in (self.year, self.month, self.day) if part) + self.qualifier


End = Date | Literal[".."] | None


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date, an interval or a set. In an interval an end is None when unknown and ``..`` when open."""

    kind: Literal["date", "interval", "set"]
    dates: tuple[End, ...]
    calendar: Calendar = "gregorian"

    def __str__(self) -> str:
        shown = ["" if date is None else str(date) for date in self.dates]
        return f"[{','.join(shown)}]" if self.kind == "set" else "/".join(shown)


@lru_cache(maxsize=65536)
def parse(text: str, calendar: Calendar = "gregorian") -> Edtf:
    """Parse a date of the profile; ``calendar`` says in which calendar its days must exist. Raises `DateError`."""
    if text.startswith("[") and text.endswith("]"):
        return _set(text, calendar)
    if "/" in text:
        return _interval(text, calendar)
    return Edtf("date", (_date(text, text, calendar),), calendar)


def bounds(edtf: Edtf) -> tuple[int | None, int | None]:
    """Return the first and the last day a date may mean, as Julian Day Numbers; None where it is open or unknown."""
    dates = [date if isinstance(date, Date) else None for date in edtf.dates]
    if edtf.kind == "set":
        firsts = [_first(date, edtf.calendar) for date in dates if date]
        return min(firsts), max(_last(date, edtf.calendar) for date in dates if date)
    first, last = dates[0], dates[-1]
    return (_first(first, edtf.calendar) if first else None), (_last(last, edtf.calendar) if last else None)


def as_day(date: Date) -> Day | None:
    """Return year, month and day of a date that has all three, else None."""
    if date.precision != "day":
        return None
    return int(date.year), int(date.month or 0), int(date.day or 0)


def _set(text: str, calendar: Calendar) -> Edtf:
    members = text[1:-1].split(",") if text != "[]" else []
    if len(members) < 2 or len(set(members)) < len(members):
        raise DateError(f"`{text}` is not an EDTF date: a set names two or more different dates, as [1893,1894]")
    if " " in text:
        raise DateError(f"`{text}` is not an EDTF date: leave out the spaces, as in [1893,1894]")
    return Edtf("set", tuple(_date(member, text, calendar) for member in members), calendar)


def _interval(text: str, calendar: Calendar) -> Edtf:
    ends = text.split("/")
    if len(ends) != 2 or not (ends[0].strip(".") or ends[1].strip(".")):
        raise DateError(f"`{text}` is not an interval: write two dates as 1920-03-22/1920-03-26, ../1918 or 1918/..")
    found = Edtf("interval", (_end(ends[0], text, calendar), _end(ends[1], text, calendar)), calendar)
    if _ends_are_the_same(found):
        raise DateError(f"`{text}` begins and ends with the same date: write one date, as 1920 for 1920/1920")
    first, last = bounds(found)
    if first is not None and last is not None and first > last:
        raise DateError(f"`{text}` runs backwards: put the earlier date first")
    return found


def _ends_are_the_same(edtf: Edtf) -> bool:
    spans = [
        (date.precision, _first(date, edtf.calendar), _last(date, edtf.calendar))
        for date in edtf.dates
        if isinstance(date, Date)
    ]
    return len(spans) == 2 and spans[0] == spans[1]


def _end(part: str, whole: str, calendar: Calendar) -> End:
    if part == "..":
        return ".."
    return _date(part, whole, calendar) if part else None


def _date(part: str, whole: str, calendar: Calendar) -> Date:
    match = DATE.fullmatch(part)
    if not match:
        _refuse(part, whole)
    date = Date(match[1], match[2], match[3], match[4] or "")
    _must_be_known_from_the_left(date, whole)
    _must_exist(date, whole, calendar)
    return date


def _refuse(part: str, whole: str) -> NoReturn:
    how = f"write it as {EXAMPLES}"
    if short := ONE_DIGIT.fullmatch(part):
        how = (
            f"months and days have two digits, write {'-'.join(number.zfill(2) for number in short.groups() if number)}"
        )
    elif misplaced := QUALIFIER_FIRST.fullmatch(part):
        how = f"~, ? and % stand at the end, write {misplaced[1]}{part[0]}"
    raise DateError(f"`{whole}` is not an EDTF date: {how}")


def _must_be_known_from_the_left(date: Date, whole: str) -> None:
    if "X" in date.year and date.month:
        raise DateError(f"`{whole}` is not an EDTF date: a decade or century has no month, write {date.year} alone")
    if date.month == "XX" and date.day not in (None, "XX"):
        raise DateError(f"`{whole}` is not an EDTF date: an unknown month has no known day, write {date.year}-XX")


def _must_exist(date: Date, whole: str, calendar: Calendar) -> None:
    if int(date.year.replace("X", "0")) not in YEARS:
        raise DateError(f"`{whole}` is not an EDTF date of the records: years run from 0001 to 2999, as 1920")
    if date.month in (None, "XX"):
        return
    month = int(date.month or 0)
    if month in SEASONS and date.day is None:
        return
    if not 1 <= month <= 12:
        raise DateError(f"`{whole}` has no month {date.month}: months are 01 to 12, seasons 21 to 24")
    if date.day not in (None, "XX") and not 1 <= int(date.day or 0) <= days_in_month(int(date.year), month, calendar):
        raise DateError(f"`{whole}`: there is no day {date.day} in that month of the {calendar.title()} calendar")


def _months(date: Date) -> tuple[int, int]:
    """Return the first and the last month a date may mean."""
    if date.month in (None, "XX"):
        return 1, 12
    month = int(date.month or 0)
    return (month, month) if month not in SEASONS else _season(month)


def _season(code: int) -> tuple[int, int]:
    """Return the months of a northern season; winter is December with the January and February before it left out."""
    return {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}[code]


def _first(date: Date, calendar: Calendar) -> int:
    year, month = int(date.year.replace("X", "0")), _months(date)[0]
    return day_number((year, month, _known_day(date) or 1), calendar)


def _last(date: Date, calendar: Calendar) -> int:
    year, month = int(date.year.replace("X", "9")), _months(date)[1]
    return day_number((year, month, _known_day(date) or days_in_month(year, month, calendar)), calendar)


def _known_day(date: Date) -> int | None:
    return None if date.day is None or date.day == "XX" else int(date.day)
