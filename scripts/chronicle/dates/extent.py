"""How far a date reaches: its days, its order among others, how exactly it is known."""

from __future__ import annotations

from .calendars import Day, from_day_number
from .edtf import Date, Edtf, Precision, bounds

MOST_DAYS = 62
FROM_FINE_TO_COARSE: tuple[Precision, ...] = ("day", "month", "season", "year", "decade", "century")
BEFORE_ALL, AFTER_ALL = -1, 10**9


def days(edtf: Edtf) -> list[Day]:
    """Return the Gregorian days of a day or of an interval of days of at most `MOST_DAYS`; else nothing."""
    if edtf.kind == "set" or not all(isinstance(date, Date) and date.precision == "day" for date in edtf.dates):
        return []
    first, last = bounds(edtf)
    if first is None or last is None or last - first >= MOST_DAYS:
        return []
    return [from_day_number(number) for number in range(first, last + 1)]


def contains_day(edtf: Edtf, number: int) -> bool:
    """Tell whether a date may mean the day of a Julian Day Number; an open or unknown end shuts nothing out.

    A set holds the days of its members, not those between them.
    """
    alternatives = [Edtf("date", (date,), edtf.calendar) for date in edtf.dates] if edtf.kind == "set" else [edtf]
    return any(
        (first is None or first <= number) and (last is None or number <= last)
        for first, last in map(bounds, alternatives)
    )


def sort_key(edtf: Edtf) -> tuple[int, int, str]:
    """Return a key that orders dates of either calendar by first day, then last day, then as written.

    What has no known beginning comes first; what has no known end comes last among those that begin the same day.
    """
    first, last = bounds(edtf)
    return BEFORE_ALL if first is None else first, AFTER_ALL if last is None else last, str(edtf)


def precision(edtf: Edtf) -> Precision:
    """Return how exactly a date is known: for an interval or a set, the precision of its coarsest date."""
    return max((date.precision for date in edtf.dates if isinstance(date, Date)), key=FROM_FINE_TO_COARSE.index)
