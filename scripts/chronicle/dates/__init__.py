"""Dates of the records: EDTF in two calendars, compared by day number, shown in two languages."""

from __future__ import annotations

from .calendars import Calendar, Day, day_number, days_in_month, from_day_number, is_leap
from .display import display, display_both, html, machine_form, month_name, old_style
from .edtf import Date, DateError, Edtf, as_day, bounds, parse

__all__ = [
    "Calendar",
    "Date",
    "DateError",
    "Day",
    "Edtf",
    "as_day",
    "bounds",
    "day_number",
    "days",
    "days_in_month",
    "display",
    "display_both",
    "from_day_number",
    "html",
    "is_leap",
    "julian_to_gregorian",
    "machine_form",
    "month_name",
    "old_style",
    "parse",
]

MOST_DAYS = 62


def days(edtf: Edtf) -> list[Day]:
    """Return the Gregorian days of a day or of an interval of days of at most `MOST_DAYS`; else nothing."""
    if edtf.kind == "set" or not all(isinstance(date, Date) and date.precision == "day" for date in edtf.dates):
        return []
    first, last = bounds(edtf)
    if first is None or last is None or last - first >= MOST_DAYS:
        return []
    return [from_day_number(number) for number in range(first, last + 1)]


def julian_to_gregorian(edtf: Edtf) -> Edtf | None:
    """Return a day, or an interval of days, of the Julian calendar in the Gregorian; None for coarser dates."""
    found = [as_day(date) if isinstance(date, Date) else None for date in edtf.dates]
    if edtf.kind == "set" or not all(found):
        return None
    days_found = [from_day_number(day_number(day, "julian")) for day in found if day]
    dates = tuple(Date(f"{year:04d}", f"{month:02d}", f"{day:02d}") for year, month, day in days_found)
    return Edtf(edtf.kind, dates)
