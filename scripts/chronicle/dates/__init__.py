"""Dates of the records: EDTF in two calendars, compared by day number, shown in two languages."""

from __future__ import annotations

from .calendars import Calendar, Day, day_number, days_in_month, from_day_number, is_leap
from .conversion import gregorian_to_julian, julian_to_gregorian, old_style
from .display import day_heading, display, display_both, html, machine_form
from .edtf import Date, DateError, Edtf, Precision, as_day, bounds, parse
from .extent import contains_day, days, precision, sort_key
from .words import month_name

__all__ = [
    "Calendar",
    "Date",
    "DateError",
    "Day",
    "Edtf",
    "Precision",
    "as_day",
    "bounds",
    "contains_day",
    "day_heading",
    "day_number",
    "days",
    "days_in_month",
    "display",
    "display_both",
    "from_day_number",
    "gregorian_to_julian",
    "html",
    "is_leap",
    "julian_to_gregorian",
    "machine_form",
    "month_name",
    "old_style",
    "parse",
    "precision",
    "sort_key",
]
