"""Dates: calendars that agree, begin before end, an office within a life."""

from __future__ import annotations

from collections.abc import Iterator

from .. import dates
from ..errors import Problem
from ..load import Library
from ..model import Dating, Person, Record
from ..walk import Path, parts


def check(library: Library) -> Iterator[Problem]:
    """Yield what is wrong with the dates of every record."""
    for loaded in library.records.values():
        for path, message in _record(loaded.record):
            yield loaded.problem(message, path)


def _record(record: Record) -> Iterator[tuple[Path, str]]:
    for path, part in parts(record):
        if isinstance(part, Dating):
            yield from ((path, message) for message in _dating(part))
        else:
            yield from _span(path, getattr(part, "start", None), getattr(part, "end", None))
    if isinstance(record, Person):
        yield from _life(record)
    yield from _revisions(record)


def _dating(dating: Dating) -> Iterator[str]:
    if not (dating.edtf or dating.julian):
        yield "a date needs `edtf` (Gregorian) or `julian` (Old Style)"
    if not dating.julian:
        return
    converted = dates.julian_to_gregorian(dates.parse(dating.julian, calendar="julian"))
    if converted is None and not dating.edtf:
        yield f"`julian: {dating.julian}` has no day, so it cannot be converted: give `edtf` as well"
    elif converted is not None and dating.edtf and str(converted) != dating.edtf:
        gregorian = f"{converted} in the Gregorian calendar, not {dating.edtf}"
        yield f"`julian: {dating.julian}` is {gregorian}: correct one of them"


def _span(path: Path, start: str | None, end: str | None) -> Iterator[tuple[Path, str]]:
    if start and end and _first(start) is not None and _last(end) is not None and _after(start, end):
        yield (*path, "to"), f"it ends ({end}) before it begins ({start})"


def _first(edtf: str) -> int | None:
    return dates.bounds(dates.parse(edtf))[0]


def _last(edtf: str) -> int | None:
    return dates.bounds(dates.parse(edtf))[1]


def _after(one: str, other: str) -> bool:
    """Tell whether ``one`` can only lie wholly after ``other``."""
    first, last = _first(one), _last(other)
    return first is not None and last is not None and first > last


def _life(person: Person) -> Iterator[tuple[Path, str]]:
    born = person.born.gregorian() if person.born else None
    died = person.died.gregorian() if person.died else None
    if born and died and _after(born, died):
        yield ("died",), f"died {died} before being born {born}"
    for index, office in enumerate(person.offices):
        for key, day in (("from", office.start), ("to", office.end)):
            if day and born and _after(born, day):
                yield ("offices", index, key), f"the office is dated {day}, before the birth ({born})"
            if day and died and _after(day, died):
                yield ("offices", index, key), f"the office is dated {day}, after the death ({died})"


def _revisions(record: Record) -> Iterator[tuple[Path, str]]:
    for index, (one, other) in enumerate(zip(record.revisions, record.revisions[1:], strict=False), 1):
        if _after(one.date, other.date):
            yield ("revisions", index, "date"), "revisions stand in order, oldest first"
