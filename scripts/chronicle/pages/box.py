"""The box of facts beside a record's text."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ..model import Alternative, Document, Event, Organization, Person, Place, Record, Topic, Vital
from . import tables
from .here import Here

Row = tuple[str, str]
PART_OF = "part-of"
"""The fact that says with its sources what a record lies within."""


def rows(record_id: str, record: Record, here: Here) -> list[Row]:
    """Return label and value (HTML) of each row, computed rows first."""
    found = [row for row in [*_computed(record, here), *_sequence(record_id, here)] if row[1]]
    found += [
        (here.heading("facts", fact.what), here.inline(fact.value) + here.cite(fact.cite)) for fact in record.facts
    ]
    found += [_identifiers(record, here)] if record.identifiers else []
    return found


def _computed(record: Record, here: Here) -> Iterator[Row]:
    if isinstance(record, Event | Topic):
        yield here.t["date"], here.dating(record.date) if record.date else ""
    elif isinstance(record, Document):
        yield here.t["signed"], here.dating(record.signed) if record.signed else ""
    elif isinstance(record, Person):
        yield from _person(record, here)
    elif isinstance(record, Place):
        yield from _place(record, here)
    elif isinstance(record, Organization):
        yield from _organization(record, here)
    yield here.t["where"], _links(getattr(record, "places", []), here)
    within = getattr(record, "within", None)
    if within and not any(fact.what == PART_OF for fact in record.facts):
        yield here.t["within"], here.link(within)
    if isinstance(record, Document) and record.where_held:
        yield here.t["where_held"], here.inline(record.where_held)


def _sequence(record_id: str, here: Here) -> Iterator[Row]:
    before, after = here.graph.neighbours(record_id)
    yield here.t["predecessor"], here.link(before) if before else ""
    yield here.t["successor"], here.link(after) if after else ""


def _person(person: Person, here: Here) -> Iterator[Row]:
    yield here.t["born"], vital(person.born, here)
    yield here.t["died"], vital(person.died, here)
    yield here.t["party"], "<br>".join(tables.parties(person.party, here))


def _organization(body: Organization, here: Here) -> Iterator[Row]:
    yield here.t["founded"], vital(body.founded, here)
    yield here.t["dissolved"], vital(body.dissolved, here)
    for key in ("predecessor", "successor"):
        if other := getattr(body, key):
            yield here.t[key], here.link(other)


def _place(place: Place, here: Here) -> Iterator[Row]:
    point = place.coordinates
    if point:
        shown = (
            f"{here.number(point.lat)}, {here.number(point.lon)}"
            if here.lang == "en"
            else (f"{here.number(point.lat)}; {here.number(point.lon)}")
        )
        yield here.t["coordinates"], f'<span class="geo">{shown}</span>{here.cite(point.cite)}'


def vital(vital: Vital | None, here: Here) -> str:
    """Return a birth, death, foundation or end: date, place and what others say."""
    if not vital:
        return ""
    shown = [here.dating(vital), _where(vital, here)]
    if vital.alternatives:
        others = "".join(f"<li>{_alternative(one, here)}</li>" for one in vital.alternatives)
        shown.append(f'<span class="detail">{here.t["other_dates"]}:</span><ul class="detail">{others}</ul>')
    return " ".join(part for part in shown if part)


def _where(vital: Vital | Alternative, here: Here) -> str:
    return here.link(vital.place) if vital.place else here.inline(vital.where)


def _alternative(one: Alternative, here: Here) -> str:
    place = _where(one, here)
    held = f" ({here.inline(one.held_by)})" if one.held_by else ""
    return here.dating(one) + (f", {place}" if place else "") + held


def _links(record_ids: list[str], here: Here) -> str:
    return ", ".join(here.link(name) for name in record_ids)


def _identifiers(record: Record, here: Here) -> Row:
    shown = (
        f"{here.term('identifier-schemes', one.scheme)} {escape(one.value)}{here.cite(one.cite)}"
        for one in record.identifiers
    )
    return here.t["identifiers"], "<br>".join(shown)
