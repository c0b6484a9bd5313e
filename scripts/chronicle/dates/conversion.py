"""From one calendar to the other, through the Julian Day Number: days and intervals of days only."""

from __future__ import annotations

from .calendars import Calendar, day_number, from_day_number
from .edtf import YEARS, Date, DateError, Edtf, End, as_day, bounds

DUAL_FROM = day_number((1582, 10, 15), "gregorian")
DUAL_TO = day_number((1923, 12, 31), "gregorian")


def julian_to_gregorian(edtf: Edtf) -> Edtf | None:
    """Return a day, or an interval of days, of the Julian calendar in the Gregorian, its qualifiers kept.

    None for a set, for coarser dates (a Julian month is no Gregorian month) and beyond the years that can be written.
    Raises `DateError` when the date is Gregorian already. The formula is that of `day_number`.
    """
    return _converted(edtf, "julian", "gregorian")


def gregorian_to_julian(edtf: Edtf) -> Edtf | None:
    """Return a day, or an interval of days, of the Gregorian calendar in the Julian; else as `julian_to_gregorian`."""
    return _converted(edtf, "gregorian", "julian")


def old_style(edtf: Edtf) -> Edtf | None:
    """Return a Gregorian day, or interval of days, in the Julian calendar where both were in use.

    That is from 15 October 1582 to 31 December 1923, both ends included; None outside it and for coarser dates.
    """
    if edtf.calendar != "gregorian" or not all(
        number is None or DUAL_FROM <= number <= DUAL_TO for number in bounds(edtf)
    ):
        return None
    return gregorian_to_julian(edtf)


def _converted(edtf: Edtf, source: Calendar, target: Calendar) -> Edtf | None:
    if edtf.calendar != source:
        raise DateError(f"`{edtf}` is not a {source.title()} date: parse it with calendar='{source}'")
    known = [date for date in edtf.dates if isinstance(date, Date)]
    if edtf.kind == "set" or any(date.precision != "day" for date in known):
        return None
    moved = tuple(_moved(end, source, target) for end in edtf.dates)
    if any(isinstance(end, Date) and int(end.year) not in YEARS for end in moved):
        return None
    return Edtf(edtf.kind, moved, target)


def _moved(end: End, source: Calendar, target: Calendar) -> End:
    day = as_day(end) if isinstance(end, Date) else None
    if day is None or not isinstance(end, Date):
        return end
    year, month, date = from_day_number(day_number(day, source), target)
    return Date(f"{year:04d}", f"{month:02d}", f"{date:02d}", end.qualifier)
