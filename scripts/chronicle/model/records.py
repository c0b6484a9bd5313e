"""The record types: one class a folder of data/."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from .base import (
    SLUG_FIELD,
    Cite,
    Claim,
    Dating,
    Entry,
    ExternalId,
    Fact,
    Gap,
    Gregorian,
    Id,
    Included,
    Language,
    Line,
    Member,
    Name,
    Part,
    PlaceId,
    Prose,
    Question,
    RecordId,
    Ref,
    Revision,
    Section,
    SourceId,
    Term,
    Text,
    Url,
    Vital,
    Withdrawal,
)


class Record(Part):
    """What every record has."""

    type: ClassVar[str]

    title: Text = Field(description="The most usual name in each language's scholarship")
    names: list[Name] = Field([], description="Every other name and spelling, with who attests it")
    summary: Prose = Field(description="One or two paragraphs that stand alone")
    facts: list[Fact] = Field([], description="Rows of the box beside the text")
    sections: list[Section] = Field([], description="The text, in titled parts")
    chronology: list[Entry] = Field([], description="Dated lines")
    claims: list[Claim] = Field([], description="Figures on which accounts differ")
    questions: list[Question] = Field([], description="Disputed matters")
    gaps: list[Gap] = Field([], description="What is not known")
    included: list[Included] = Field([], description="Smaller subjects treated here, which have no page of their own")
    related: list[RecordId] = Field([], description="Other records to read")
    identifiers: list[ExternalId] = Field([], description="The same thing elsewhere")
    revisions: list[Revision] = Field(min_length=1, description="History, oldest first")
    withdrawn: Withdrawal | None = Field(None, description="Set when the record is withdrawn")


class Event(Record):
    """Something that happened."""

    type: ClassVar[str] = "event"

    kind: Annotated[str, Term("event-kinds")] = Field(description="What sort of event")
    date: Dating = Field(description="When")
    places: list[PlaceId] = Field([], description="Where")
    within: Annotated[str, SLUG_FIELD, Ref(("event",))] | None = Field(None, description="The larger event")
    series: RecordId | None = Field(None, description="The body or topic whose events it continues, by date")
    people: list[Member] = Field([], description="Persons and bodies that took part")


class Office(Part):
    """An office a person held."""

    office: Annotated[str, Term("offices")] | None = Field(None, description="The office, a term")
    title: Text | None = Field(None, description="The office in words, when no term says it")
    body: RecordId | None = Field(None, description="The body, when it has a record")
    start: Gregorian | None = Field(None, alias="from", description="Begin, EDTF")
    end: Gregorian | None = Field(None, alias="to", description="End, EDTF")
    note: Prose | None = Field(None, description="What needs saying about it")
    cite: Cite = Field(description="Who says so")


class Affiliation(Part):
    """A party or body a person belonged to."""

    organization: RecordId | None = Field(None, description="The body, when it has a record")
    name: Text | None = Field(None, description="Its name, when it has none")
    start: Gregorian | None = Field(None, alias="from", description="Begin, EDTF")
    end: Gregorian | None = Field(None, alias="to", description="End, EDTF")
    cite: Cite = Field(description="Who says so")


class Person(Record):
    """A human being."""

    type: ClassVar[str] = "person"

    born: Vital | None = Field(None, description="Birth")
    died: Vital | None = Field(None, description="Death")
    offices: list[Office] = Field([], description="Offices held, oldest first")
    party: list[Affiliation] = Field([], description="Parties and bodies")


class Coordinates(Part):
    """A point, WGS 84, decimal degrees."""

    lat: float = Field(ge=-90, le=90, description="Latitude, degrees north")
    lon: float = Field(ge=-180, le=180, description="Longitude, degrees east")
    cite: Cite = Field(description="Who gives it")


class Status(Part):
    """What the place was in a period."""

    start: Gregorian | None = Field(None, alias="from", description="Begin, EDTF")
    end: Gregorian | None = Field(None, alias="to", description="End, EDTF")
    text: Text = Field(description="What it was; may hold [[links]]")
    cite: Cite = Field(description="Who says so")


class Population(Part):
    """A count or estimate of inhabitants."""

    year: Gregorian = Field(description="Year of the count, EDTF")
    group: Annotated[str, Term("groups")] = Field(description="Who is counted")
    number: int = Field(ge=0, description="Inhabitants")
    note: Text | None = Field(None, description="What the figure counts")
    cite: Cite = Field(description="Who gives it")


class Place(Record):
    """A place of any size."""

    type: ClassVar[str] = "place"

    kind: Annotated[str, Term("place-kinds")] = Field(description="What sort of place")
    coordinates: Coordinates | None = Field(None, description="A point")
    within: PlaceId | None = Field(None, description="The larger place, today's or that of 1918-1920 as the text says")
    status: list[Status] = Field([], description="Its standing by period")
    population: list[Population] = Field([], description="Inhabitants by year and group")


class SeatRow(Part):
    """Seats of one group."""

    group: Text = Field(description="Party, faction or community; may hold a [[link]]")
    number: int = Field(ge=0, description="Seats")


class Seats(Part):
    """How one source divides the seats."""

    id: Id = Field(description="Permanent id within the record")
    title: Text = Field(description="What the division shows, and when")
    total: int | None = Field(None, ge=0, description="All seats, as the source gives them")
    rows: list[SeatRow] = Field(min_length=1, description="Seats by group")
    note: Prose | None = Field(None, description="What needs saying about it")
    cite: Cite = Field(description="Who gives it")


class Organization(Record):
    """A state, body, party, army, school."""

    type: ClassVar[str] = "organization"

    kind: Annotated[str, Term("organization-kinds")] = Field(description="What sort of body")
    founded: Vital | None = Field(None, description="Foundation")
    dissolved: Vital | None = Field(None, description="End")
    within: Annotated[str, SLUG_FIELD, Ref(("organization",))] | None = Field(None, description="The larger body")
    predecessor: RecordId | None = Field(None, description="The body before it")
    successor: RecordId | None = Field(None, description="The body after it")
    places: list[PlaceId] = Field([], description="Seats")
    members: list[Member] = Field([], description="Members and officers")
    seats: list[Seats] = Field([], description="Divisions of seats, one a source")


class Clause(Part):
    """A clause of a document, in our words."""

    id: Id = Field(description="Permanent id within the record")
    label: Text | None = Field(None, description="Its number or heading")
    text: Prose = Field(description="What it says, with citations")


class Document(Record):
    """A treaty, law, declaration, letter, telegram."""

    type: ClassVar[str] = "document"

    kind: Annotated[str, Term("document-kinds")] = Field(description="What sort of document")
    signed: Dating | None = Field(None, description="When it was signed, adopted or sent")
    places: list[PlaceId] = Field([], description="Where")
    parties: list[Member] = Field([], description="Parties and signatories")
    clauses: list[Clause] = Field([], description="What it says, clause by clause")
    where_held: Text | None = Field(None, description="Where the original is, as a source says")


class Topic(Record):
    """A matter that several records share."""

    type: ClassVar[str] = "topic"

    date: Dating | None = Field(None, description="The time it covers")
    places: list[PlaceId] = Field([], description="Where")


class Creator(Part):
    """A name as CSL has it: family and given, or literal."""

    family: Line | None = Field(None, description="Family name")
    given: Line | None = Field(None, description="Given names")
    literal: Line | None = Field(None, description="The whole name of a body or of an undivided name")


def _csl(name: str, description: str) -> str | None:
    field: str | None = Field(None, alias=name, description=description)
    return field


class Source(Part):
    """A work cited, in CSL's terms, with who made it and how it was consulted."""

    type: ClassVar[str] = "source"

    csl_type: Annotated[str, Term("csl-types")] = Field(alias="type", description="CSL type")
    title: Line = Field(description="Title in its own language and script")
    author: list[Creator] = Field([], description="Authors")
    editor: list[Creator] = Field([], description="Editors")
    translator: list[Creator] = Field([], description="Translators")
    issued: Gregorian | None = Field(None, description="When it came out, EDTF")
    container_title: Line | None = _csl("container-title", "Journal, newspaper, site or book that holds it")
    collection_title: Line | None = _csl("collection-title", "Series")
    publisher: Line | None = Field(None, description="Publisher")
    publisher_place: Line | None = _csl("publisher-place", "Place of publication")
    volume: Line | None = Field(None, description="Volume")
    issue: Line | None = Field(None, description="Issue")
    page: Line | None = Field(None, description="Pages")
    edition: Line | None = Field(None, description="Edition")
    genre: Line | None = Field(None, description="Kind of thesis or report")
    number: Line | None = Field(None, description="Number of a report or law")
    event_title: Line | None = _csl("event-title", "Conference")
    archive: Line | None = Field(None, description="Archive")
    archive_location: Line | None = Field(None, description="Call number")
    ISBN: Line | None = Field(None, description="ISBN")
    ISSN: Line | None = Field(None, description="ISSN")
    DOI: Line | None = Field(None, description="DOI")
    URL: Url | None = Field(None, description="Address of the work")
    language: Language | None = Field(None, description="Language, BCP 47")
    perspective: Text = Field(description="Who made the work")
    distance: Annotated[str, Term("distances")] = Field(description="primary, secondary or tertiary")
    consulted: Annotated[str, Term("consulted")] = Field(description="direct, or via another work")
    via: list[SourceId] = Field([], description="The works through which it was seen")
    consulted_at: list[Url] = Field([], description="Addresses at which it was read")
    note: Text | None = Field(None, description="On reliability")
    incomplete: Text | None = Field(None, description="What of the reference is not known")


TYPES: dict[str, type[Record]] = {
    "events": Event,
    "people": Person,
    "places": Place,
    "organizations": Organization,
    "documents": Document,
    "topics": Topic,
}
FOLDERS = {model.type: folder for folder, model in TYPES.items()} | {"source": "sources"}
