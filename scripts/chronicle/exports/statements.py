"""The tables of the statements: figures, dated lines, names, offices, counts of inhabitants, and the sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..anchors import PREFIX
from ..model import Claim, Entry, Member, Name, Organization, Person, Population, Source, Text
from ..text import CITATION
from .columns import Column, Row, Table, bounded, fields, labelled, words
from .site import Site


def _items(attribute: str) -> Callable[[Site], Iterator[Row]]:
    """Return the rows of the parts that records hold under ``attribute``."""

    def rows(site: Site) -> Iterator[Row]:
        for loaded in site.graph.library.records.values():
            for item in getattr(loaded.record, attribute, []):
                yield Row(site, loaded, item)

    return rows


def _owner() -> Column:
    """Return the column that says in which record a statement stands."""
    return Column("record", "string", "Id of the record in which it stands", lambda row: row.loaded.id)


def _statement(attribute: str) -> Column:
    """Return the column of a statement's permanent address within the site."""
    words = "Path of the statement in English; /pt before it for Portuguese"
    return Column("path", "string", words, lambda row: f"{row.path}#{PREFIX[attribute]}-{row.item.id}")


def _value_kind(row: Row) -> str:
    value = row.item.value
    told = ("exactly", "about", "at_least", "up_to", "words")
    return next((kind for kind in told if getattr(value, kind) is not None), "between")


def _claims() -> Iterator[Column]:
    yield _owner()
    yield from fields(Claim, "id")
    yield _statement("claims")
    yield from fields(Claim, "measure", "scope")
    kinds = "How the figure is given: exactly, about, between, at_least, up_to, or words"
    yield Column("value_kind", "string", kinds, _value_kind)
    yield Column("value_low", "integer", "Lowest number the claim allows", lambda row: row.item.value.bounds()[0])
    yield Column("value_high", "integer", "Highest number the claim allows", lambda row: row.item.value.bounds()[1])
    yield from words("value_words", "The quantity, when the source gives it in words", lambda row: row.item.value.words)
    yield from fields(Claim, "claimant")
    yield from bounded("made", "When the claim was made", lambda row: row.item.made)
    yield from fields(Claim, "perspective", "basis", "derives_from", "note", "cite")


def _chronology() -> Iterator[Column]:
    yield _owner()
    yield from fields(Entry, "id")
    yield _statement("chronology")
    yield from fields(Entry, "date", "places", "text")
    yield Column("cite", "string", "The sources of the line, with locators", _cited)


def _cited(row: Row) -> str:
    return "; ".join(f"@{match[1]}" for match in CITATION.finditer(row.item.text.en))


def _name_rows(site: Site) -> Iterator[Row]:
    for loaded in site.graph.library.records.values():
        for name in loaded.record.names:
            yield Row(site, loaded, name)
        for one in loaded.record.included:
            for name in one.names:
                yield Row(site, loaded, name, f"{PREFIX['included']}-{one.id}")


def _names() -> Iterator[Column]:
    yield _owner()
    where = "Anchor of the smaller subject that is named, on the record's page; empty for the record itself"
    yield Column("anchor", "string", where, lambda row: row.more)
    yield from fields(Name, "text", "lang", "latin", "kind", "period", "note", "cite")


def _office_rows(site: Site) -> Iterator[Row]:
    """Yield the offices of people, as their records have them, then those of members of bodies, as the bodies' have.

    ``more`` holds who: the id of the holder's record and of the body's, where they have one, and the holder's name.
    """
    records = site.graph.library.records.values()
    for loaded in records:
        if isinstance(loaded.record, Person):
            for office in loaded.record.offices:
                yield Row(site, loaded, office, (loaded.id, office.body, loaded.record.title))
    for loaded in records:
        if isinstance(loaded.record, Organization):
            for member in loaded.record.members:
                if member.office or member.title:
                    yield Row(site, loaded, member, (member.who, loaded.id, _called(member, site)))


def _called(member: Member, site: Site) -> Text | None:
    return site.graph.record(member.who).title if member.who else member.name


def _offices() -> Iterator[Column]:
    yield _owner()
    yield Column("person", "string", "Id of the person or body that held it", lambda row: row.more[0])
    yield from words("name", "Who held it", lambda row: row.more[2])
    yield from labelled("office", "offices", "The office", lambda row: row.item.office)
    yield from words("title", "The office in words, when no term says it", lambda row: row.item.title)
    yield Column("body", "string", "Id of the body in which it was held", lambda row: row.more[1])
    yield from bounded("from", "Begin", lambda row: row.item.start)
    yield from bounded("to", "End", lambda row: row.item.end)
    yield from words("note", "What needs saying about it", lambda row: row.item.note)
    yield Column("cite", "string", "Who says so", lambda row: row.item.cite)


def _population() -> Iterator[Column]:
    yield Column("place", "string", "Id of the place", lambda row: row.loaded.id)
    yield from bounded("year", "Year of the count", lambda row: row.item.year)
    yield from fields(Population, "group", "number", "note", "cite")


def _source_rows(site: Site) -> Iterator[Row]:
    for loaded in site.graph.library.sources.values():
        yield Row(site, loaded, loaded.record)


def _uses(row: Row) -> int:
    graph = row.site.graph
    return len(graph.uses.get(row.loaded.id, ())) + len(graph.through.get(row.loaded.id, ()))


def _sources() -> Iterator[Column]:
    yield Column("id", "string", "Permanent id of the source", lambda row: row.loaded.id)
    yield Column("path", "string", "Path of its page in English; /pt before it for Portuguese", lambda row: row.path)
    yield from fields(Source, *(info.alias or name for name, info in Source.model_fields.items()))
    yield Column("citations", "integer", "How often the records cite it, or another work through it", _uses)


CLAIMS = "Figures on which accounts differ, each with who gives it; they count different things and are not averaged"
STATEMENTS = (
    Table("claims", CLAIMS, tuple(_claims()), ("record", "id"), _items("claims")),
    Table("chronology", "Dated lines of the records", tuple(_chronology()), ("record", "id"), _items("chronology")),
    Table("names", "Attested names and spellings, besides the titles", tuple(_names()), (), _name_rows),
    Table("offices", "Who held which office", tuple(_offices()), (), _office_rows),
    Table("population", "Counts and estimates of inhabitants", tuple(_population()), (), _items("population")),
    Table("sources", "Works cited", tuple(_sources()), ("id",), _source_rows),
)
