"""Two calendars and the day count between them. A Julian date is never held in a `datetime.date`.

Formulas: E. G. Richards, "Calendars", Explanatory Supplement to the Astronomical Almanac, 3rd edition, 2013, 15.11.
"""

from __future__ import annotations

from typing import Literal

Calendar = Literal["gregorian", "julian"]
Day = tuple[int, int, int]
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int, calendar: Calendar) -> bool:
    """Tell whether ``year`` has a 29 February in the calendar."""
    return year % 4 == 0 and (calendar == "julian" or year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int, calendar: Calendar) -> int:
    """Return the length of a month (1 to 12)."""
    return 29 if month == 2 and is_leap(year, calendar) else LENGTHS[month - 1]


def day_number(day: Day, calendar: Calendar) -> int:
    """Return the Julian Day Number of (year, month, day) as the calendar counts it."""
    year, month, date = day
    before = -1 if month <= 2 else 0
    years = year + 4716 + before
    count = (1461 * years) // 4 + (153 * ((month + 9) % 12) + 2) // 5 + date - 1402
    if calendar == "gregorian":
        count -= (((years + 184) // 100) * 3) // 4 - 38
    return count


def from_day_number(number: int, calendar: Calendar = "gregorian") -> Day:
    """Return (year, month, day) in the calendar for a Julian Day Number."""
    f = number + 1401
    if calendar == "gregorian":
        f += (((4 * number + 274277) // 146097) * 3) // 4 - 38
    e = 4 * f + 3
    h = 5 * ((e % 1461) // 4) + 2
    month = (h // 153 + 2) % 12 + 1
    return e // 1461 - 4716 + (14 - month) // 12, month, (h % 153) // 5 + 1
