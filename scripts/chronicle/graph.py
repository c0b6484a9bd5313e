"""What the records say of each other: links, back-links, citations, moments, offices. Computed here and only here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from . import dates, text
from .anchors import PREFIX, anchor, anchors
from .load import Library, Loaded
from .model import (
    FOLDERS,
    Cites,
    Dating,
    Document,
    Event,
    Member,
    Name,
    Office,
    Organization,
    Person,
    Prose,
    Record,
    Ref,
    Source,
    Text,
    Topic,
)
from .walk import Leaf, leaves


@dataclass(frozen=True, slots=True)
class Use:
    """A citation of a source: in which record, at which anchor, with which locator."""

    record: str
    anchor: str
    citation: text.Citation


@dataclass(frozen=True, slots=True)
class Moment:
    """Something dated: its EDTF date, whose it is, where it stands and what to show.

    ``calendar`` is the term for the source's calendar: where it is not stated, the date may be in either.
    """

    edtf: str
    first: int
    last: int
    record: str
    anchor: str
    kind: str
    text: Text | None = None
    main: bool = False
    calendar: str | None = None

    @property
    def order(self) -> tuple[int, int, str, str]:
        """What moments are sorted by: first day, last day, then where they stand."""
        return self.first, self.last, self.record, self.anchor


@dataclass(frozen=True, slots=True)
class Held:
    """An office as held by someone: the term of the office, by whom, when, in which body."""

    office: str
    person: str | None
    name: Text | None
    body: str | None
    start: str | None
    end: str | None
    record: str


@dataclass(slots=True)
class Graph:
    """Everything computed from the records. Keys are record or source ids."""

    library: Library
    uses: dict[str, list[Use]] = field(default_factory=lambda: defaultdict(list))
    through: dict[str, list[Use]] = field(default_factory=lambda: defaultdict(list))
    mentions: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    parts: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    series: dict[str, list[str]] = field(default_factory=dict)
    moments: list[Moment] = field(default_factory=list)
    offices: list[Held] = field(default_factory=list)
    anchors: dict[str, set[str]] = field(default_factory=dict)

    def record(self, record_id: str) -> Record:
        """Return a record by its id."""
        return self.library.records[record_id].record

    def source(self, source_id: str) -> Source:
        """Return a source by its id."""
        return self.library.sources[source_id].record

    def path(self, record_id: str) -> str:
        """Return the page's path in English, such as ``/events/shusha-massacre/``; a fragment is kept."""
        name, mark, fragment = record_id.partition("#")
        shelf = FOLDERS[self.record(name).type] if name in self.library.records else "sources"
        return f"/{shelf}/{name}/{mark}{fragment}"

    def mentioned_in(self, record_id: str) -> list[str]:
        """Return the records that link to this one, without itself, in the order of their titles."""
        found = self.mentions.get(record_id, set()) - {record_id}
        return sorted(found, key=lambda name: (self.record(name).title.en, name))

    def neighbours(self, record_id: str) -> tuple[str | None, str | None]:
        """Return the events before and after this one in its series, by date; None at an end or without a series."""
        several = self.series.get(getattr(self.record(record_id), "series", None) or "", [])
        if record_id not in several:
            return None, None
        place = several.index(record_id)
        return (several[place - 1] if place else None), next(iter(several[place + 1 :]), None)

    def rank(self, record_id: str) -> int:
        """Return how many records link to this one."""
        return len(self.mentions.get(record_id, ()))


def build(library: Library) -> Graph:
    """Compute the graph of a library that has no problems."""
    graph = Graph(library)
    for loaded in library.records.values():
        _citations_and_links(loaded, graph)
        _containment(loaded, graph)
        graph.moments.extend(moments(loaded))
        graph.offices.extend(_offices(loaded))
        graph.anchors[loaded.id] = anchors(loaded.record)
    graph.moments.sort(key=lambda moment: moment.order)
    graph.series = _series(graph.moments, library)
    return graph


def _series(moments: Iterable[Moment], library: Library) -> dict[str, list[str]]:
    """Return the dated events of each series, in the order of their dates."""
    found: dict[str, list[str]] = defaultdict(list)
    for moment in moments:
        record = library.records[moment.record].record
        if isinstance(record, Event) and record.series and moment.main:
            found[record.series].append(moment.record)
    return dict(found)


def cited(leaf: Leaf) -> Iterator[text.Citation]:
    """Yield the citations of a value: of a `cite` key, or of prose (the English; the Portuguese has the same)."""
    if leaf.mark(Cites):
        yield from text.parse_citations(leaf.value)
    elif isinstance(leaf.value, Prose):
        yield from text.citations(leaf.value.en)


def _citations_and_links(loaded: Loaded[Record], graph: Graph) -> None:
    for leaf in leaves(loaded.record):
        here = anchor(loaded.record, leaf.path)
        for citation in cited(leaf):
            graph.uses[citation.source].append(Use(loaded.id, here, citation))
            if citation.via:
                graph.through[citation.via.source].append(Use(loaded.id, here, citation))
        for target in _targets(leaf):
            graph.mentions[target].add(loaded.id)


def _targets(leaf: Leaf) -> Iterator[str]:
    if leaf.mark(Ref):
        yield leaf.value
    elif isinstance(leaf.value, Text):
        yield from (link.record for link in text.links(leaf.value.en))


def _containment(loaded: Loaded[Record], graph: Graph) -> None:
    within = getattr(loaded.record, "within", None)
    if within:
        graph.parts[within].append(loaded.id)


def moments(loaded: Loaded[Record]) -> Iterator[Moment]:
    """Yield every dated thing of one record."""
    record = loaded.record
    for kind, dating in _main_dates(record):
        yield from _moment(dating, loaded.id, "", kind, None, main=True)
    for entry in record.chronology:
        yield from _moment(entry.date, loaded.id, f"date-{entry.id}", "chronology", entry.text)
    yield from _terms_of_office(loaded)


def _main_dates(record: Record) -> Iterator[tuple[str, Dating | None]]:
    if isinstance(record, Event | Topic):
        yield "date", record.date
    elif isinstance(record, Document):
        yield "signed", record.signed
    elif isinstance(record, Person):
        yield from (("born", record.born), ("died", record.died))
    elif isinstance(record, Organization):
        yield from (("founded", record.founded), ("dissolved", record.dissolved))


def _moment(
    dating: Dating | None, record: str, anchor: str, kind: str, words: Text | None, *, main: bool = False
) -> Iterator[Moment]:
    edtf = dating.gregorian() if dating else None
    if edtf:
        first, last = dates.bounds(dates.parse(edtf))
        if first is not None and last is not None:
            yield Moment(edtf, first, last, record, anchor, kind, words, main, dating.calendar if dating else None)


def _terms_of_office(loaded: Loaded[Record]) -> Iterator[Moment]:
    if not isinstance(loaded.record, Person):
        return
    for office in loaded.record.offices:
        for kind, day in (("office-begins", office.start), ("office-ends", office.end)):
            if day:
                words = office.title
                yield from _moment(
                    Dating.model_validate({"edtf": day}), loaded.id, "offices", f"{kind}:{office.office or ''}", words
                )


def _offices(loaded: Loaded[Record]) -> Iterator[Held]:
    record = loaded.record
    if isinstance(record, Person):
        yield from (_held_by(office, loaded.id) for office in record.offices if office.office)
    elif isinstance(record, Organization):
        yield from (_held_in(member, loaded.id) for member in record.members if member.office)


def _held_by(office: Office, person: str) -> Held:
    return Held(office.office or "", person, None, office.body, office.start, office.end, person)


def _held_in(member: Member, body: str) -> Held:
    return Held(member.office or "", member.who, member.name, body, member.start, member.end, body)


@dataclass(frozen=True, slots=True)
class Spelling:
    """An attested spelling: the text, its BCP 47 language, and the anchor of what it names (empty for the record)."""

    text: str
    lang: str
    anchor: str = ""


def all_names(record: Record) -> Iterator[Spelling]:
    """Yield every attested spelling of a record and of the smaller subjects treated in it, each once."""
    yield from _spellings(record.title, record.names, "")
    for one in record.included:
        yield from _spellings(one.title, one.names, f"{PREFIX['included']}-{one.id}")


def _spellings(title: Text, names: Iterable[Name], anchor: str) -> Iterator[Spelling]:
    named = list(names)
    several = [(title.en, "en"), (title.pt, "pt-BR"), *((name.text, name.lang) for name in named)]
    several += [(name.latin, f"{name.lang}-Latn") for name in named if name.latin]
    seen: set[str] = set()
    for written, lang in several:
        if written not in seen:
            seen.add(written)
            yield Spelling(written, lang, anchor)
