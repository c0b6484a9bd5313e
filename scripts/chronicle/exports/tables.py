"""The tables of the records: one for each type, a record a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..model import TYPES, Document, Event, Organization, Person, Place, Record, Topic
from .columns import Column, Row, Table, fields, joined
from .site import Site


def _head() -> Iterator[Column]:
    """Yield the columns with which every table of records begins."""
    yield Column("id", "string", "Permanent id of the record", lambda row: row.loaded.id)
    yield Column("path", "string", "Path of the page in English; /pt before it for Portuguese", lambda row: row.path)
    yield from fields(Record, "title", "summary")


def _foot() -> Iterator[Column]:
    """Yield the columns with which every table of records ends."""
    yield Column("sources", "string", "Ids of the sources it cites; several with `;` between", _cited)
    yield Column(
        "identifiers", "string", "The same thing elsewhere, as `scheme:value`; several with `;` between", _same
    )
    yield Column("revised", "string", "Date of the last revision", lambda row: row.item.revisions[-1].date)
    yield Column("withdrawn", "string", "Date on which the record was withdrawn", _withdrawn)


def _cited(row: Row) -> str | None:
    return joined(row.site.cited.get(row.loaded.id, []))


def _same(row: Row) -> str | None:
    return joined([f"{one.scheme}:{one.value}" for one in row.item.identifiers])


def _withdrawn(row: Row) -> str | None:
    return row.item.withdrawn.date if row.item.withdrawn else None


def _records(model: type[Record]) -> Callable[[Site], Iterator[Row]]:
    def rows(site: Site) -> Iterator[Row]:
        for loaded in site.graph.library.records.values():
            if isinstance(loaded.record, model):
                yield Row(site, loaded, loaded.record)

    return rows


def _of_records(model: type[Record], description: str, *own: Column) -> Table:
    folder = next(name for name, one in TYPES.items() if one is model)
    return Table(folder, description, (*_head(), *own, *_foot()), ("id",), _records(model))


def _point(axis: str, description: str) -> Column:
    def value(row: Row) -> float | None:
        return getattr(row.item.coordinates, axis) if row.item.coordinates else None

    return Column(axis, "number", f"{description}, WGS 84, decimal degrees", value)


RECORDS = (
    _of_records(Event, "What happened", *fields(Event, "kind", "date", "places", "within", "series")),
    _of_records(Person, "Human beings", *fields(Person, "born", "died")),
    _of_records(
        Place,
        "Places of any size",
        *fields(Place, "kind"),
        _point("lat", "Latitude"),
        _point("lon", "Longitude"),
        *fields(Place, "within"),
    ),
    _of_records(
        Organization,
        "States, bodies, parties, armies, schools",
        *fields(Organization, "kind", "founded", "dissolved", "within", "predecessor", "successor", "places"),
    ),
    _of_records(Document, "Treaties, laws, letters", *fields(Document, "kind", "signed", "places", "where_held")),
    _of_records(Topic, "Matters that several records share", *fields(Topic, "date", "places")),
)
