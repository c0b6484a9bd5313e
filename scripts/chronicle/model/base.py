"""The building blocks of every record, and the marks that say what a value means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from .. import dates


@dataclass(frozen=True, slots=True)
class Term:
    """The value is an id of the vocabulary ``vocabulary`` in data/terms.yaml."""

    vocabulary: str


@dataclass(frozen=True, slots=True)
class Ref:
    """The value is the id of a record; of one of ``types`` when any are named."""

    types: tuple[str, ...] = ()


class Cites:
    """The value is a list of citations: ``@source, locator, via @source; ...``."""


class Address:
    """The value is an http or https address."""


class LocalId:
    """The value names its object within the record, for ever."""


class ClaimRef:
    """The value names a claim: ``claim-id`` of this record or ``record#claim-id``."""


def _as_text(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _edtf(calendar: str) -> AfterValidator:
    def valid(value: str) -> str:
        dates.parse(value, calendar=calendar)
        return value

    return AfterValidator(valid)


SLUG = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
SLUG_FIELD = Field(pattern=SLUG, max_length=80)

Line = Annotated[str, Field(min_length=1)]
RecordId = Annotated[str, SLUG_FIELD, Ref()]
PlaceId = Annotated[str, SLUG_FIELD, Ref(("place",))]
SourceId = Annotated[str, SLUG_FIELD, Ref(("source",))]
Id = Annotated[str, SLUG_FIELD, LocalId()]
Cite = Annotated[str, Field(min_length=2), Cites()]
Url = Annotated[str, Address()]
Gregorian = Annotated[str, BeforeValidator(_as_text), _edtf("gregorian")]
Julian = Annotated[str, BeforeValidator(_as_text), _edtf("julian")]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?(?:-[a-z0-9]{5,8})?$")]
Identifier = Annotated[str, BeforeValidator(_as_text), Field(min_length=1)]


class Part(BaseModel):
    """A mapping of the YAML: unknown keys are errors and no value is converted silently."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, populate_by_name=False)


class Text(Part):
    """The same words in both languages."""

    en: Line = Field(description="English")
    pt: Line = Field(description="Brazilian Portuguese")

    def __getitem__(self, lang: str) -> str:
        return self.pt if lang == "pt" else self.en


class Prose(Text):
    """Markdown with citations and links, in both languages, paragraph by paragraph the same."""


class Dating(Part):
    """When something happened, and how the source dates it."""

    edtf: Gregorian | None = Field(None, description="Gregorian date in EDTF: 1920-03-22, 1920-03, 1918/1920, 1895~")
    julian: Julian | None = Field(
        None, description="The Old Style date as the source gives it, in EDTF; the build converts it"
    )
    calendar: Annotated[str, Term("calendars")] | None = Field(None, description="The calendar of the source")
    as_written: Line | None = Field(None, description="The source's own words for the date")
    note: Prose | None = Field(None, description="What is uncertain about the date")
    cite: Cite | None = Field(None, description="Who gives the date")

    def gregorian(self) -> str | None:
        """Return the Gregorian EDTF date, converted from ``julian`` where only that is given."""
        if self.edtf or not self.julian:
            return self.edtf
        converted = dates.julian_to_gregorian(dates.parse(self.julian, calendar="julian"))
        return str(converted) if converted else None


class Vital(Dating):
    """A birth, a death, a foundation or an end: when, where, and what other sources say."""

    place: PlaceId | None = Field(None, description="Place record")
    where: Text | None = Field(None, description="The place in words, when it has no record")
    alternatives: list[Alternative] = Field([], description="Other dates, each with who gives it")


class Alternative(Dating):
    """Another date for the same thing."""

    held_by: Text | None = Field(None, description="Who gives this date")
    place: PlaceId | None = Field(None, description="Place record, where this account names another place")
    where: Text | None = Field(None, description="The place in words, when it has no record")


class Name(Part):
    """A name as a source prints it."""

    text: Line = Field(description="The name in its own script")
    lang: Language = Field(description="Language, BCP 47: az, hy, ru, az-Arab ...")
    latin: Line | None = Field(None, description="A romanization that a source gives")
    kind: Annotated[str, Term("name-kinds")] | None = Field(None, description="What sort of name it is")
    period: Text | None = Field(None, description="When it was used")
    note: Text | None = Field(None, description="Who used it, and how")
    cite: Cite = Field(description="Who attests it")


class Fact(Part):
    """A row of the box beside the text."""

    what: Annotated[str, Term("facts")] = Field(description="What the row tells")
    value: Text = Field(description="Its value; may hold [[links]]")
    cite: Cite = Field(description="Who says so")


class Member(Part):
    """A person or body that took part, with the capacity in which it did."""

    who: RecordId | None = Field(None, description="Record of the person or body")
    name: Text | None = Field(None, description="The name, when there is no record")
    role: Annotated[str, Term("roles")] | None = Field(None, description="Capacity, a term")
    office: Annotated[str, Term("offices")] | None = Field(None, description="Office held, a term")
    title: Text | None = Field(None, description="The capacity in words, when no term says it")
    party: Text | None = Field(None, description="Party or faction; may hold a [[link]]")
    start: Gregorian | None = Field(None, alias="from", description="Begin, EDTF")
    end: Gregorian | None = Field(None, alias="to", description="End, EDTF")
    note: Prose | None = Field(None, description="What needs saying about it")
    cite: Cite = Field(description="Who says so")


class ClaimValue(Part):
    """A figure as claimed: exact, about, between, at least, up to, or only in words."""

    exactly: int | None = Field(None, description="The figure given")
    about: int | None = Field(None, description="The figure given as approximate")
    low: int | None = Field(None, alias="from", description="Lower end of a range")
    high: int | None = Field(None, alias="to", description="Upper end of a range")
    at_least: int | None = Field(None, description="More than, at least")
    up_to: int | None = Field(None, description="Up to, at most")
    words: Text | None = Field(None, description="The source's quantity in words, when it gives no figure")

    def bounds(self) -> tuple[int | None, int | None]:
        """Return the lowest and the highest number the claim allows; None where it is open."""
        if self.exactly is not None or self.about is not None:
            one = self.exactly if self.exactly is not None else self.about
            return one, one
        return (self.low if self.low is not None else self.at_least, self.high if self.high is not None else self.up_to)


def _exactly(value: Any) -> Any:
    return {"exactly": value} if isinstance(value, int) and not isinstance(value, bool) else value


class Claim(Part):
    """A figure on which accounts differ, with who claims it."""

    id: Id = Field(description="Permanent id within the record")
    measure: Annotated[str, Term("measures")] = Field(description="What is counted")
    scope: Text = Field(description="Of whom or what, where and when")
    value: Annotated[ClaimValue, BeforeValidator(_exactly)] = Field(description="The figure")
    claimant: Text = Field(description="Who makes the claim")
    made: Gregorian | None = Field(None, description="When the claim was made, EDTF")
    perspective: Annotated[str, Term("perspectives")] = Field(description="Side from which it is made")
    basis: Annotated[str, Term("bases")] = Field(description="What it rests on")
    derives_from: Annotated[str, ClaimRef()] | None = Field(None, description="The claim it repeats")
    note: Prose | None = Field(None, description="What needs saying about it")
    cite: Cite = Field(description="Where it stands")


class Answer(Part):
    """One position in a disputed matter."""

    id: Id = Field(description="Permanent id within the question")
    held_by: Text = Field(description="Who holds it")
    answer: Prose = Field(description="The position, with citations")


class Question(Part):
    """A disputed matter with every position side by side."""

    id: Id = Field(description="Permanent id within the record")
    question: Text = Field(description="The question, neutrally put")
    answers: list[Answer] = Field(min_length=2, description="Two positions or more")


class Entry(Part):
    """A dated line of the chronology."""

    id: Id = Field(description="Permanent id within the record")
    date: Dating = Field(description="When")
    places: list[PlaceId] = Field([], description="Where")
    text: Prose = Field(description="What happened, with citations")


class Section(Part):
    """A titled part of the text."""

    id: Id = Field(description="Permanent id within the record")
    title: Text = Field(description="Heading")
    text: Prose = Field(description="Paragraphs, each with a citation")


class Gap(Part):
    """Something that is not known, or was not found."""

    id: Id = Field(description="Permanent id within the record")
    text: Text = Field(description="What is not known; may hold [[links]]")


class Included(Part):
    """A smaller subject treated within this record, of which too little is known for a page of its own."""

    id: Id = Field(description="Permanent id within the record")
    type: Annotated[str, Term("record-types")] = Field(description="What it is: person, place, organization ...")
    title: Text = Field(description="Its most usual name in each language")
    names: list[Name] = Field([], description="Its other names and spellings, with who attests them")
    text: Prose = Field(description="What is known of it, with citations")


class ExternalId(Part):
    """An identifier of the same thing elsewhere, as a source shows it."""

    scheme: Annotated[str, Term("identifier-schemes")] = Field(description="wikidata, geonames, viaf ...")
    value: Identifier = Field(description="The identifier")
    cite: Cite = Field(description="Who shows it")


class Revision(Part):
    """What changed, for the page's history."""

    date: Gregorian = Field(description="Day of the change")
    note: Text = Field(description="What changed")


class Withdrawal(Part):
    """Why the record is no longer held up; its page stays."""

    date: Gregorian = Field(description="Day of the withdrawal")
    reason: Text = Field(description="Why")


Vital.model_rebuild()
