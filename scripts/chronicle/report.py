"""How well the records are sourced: the coverage table of `scripts/check --report`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from . import graph, names, text
from .load import Library
from .model import FOLDERS, Answer, Claim, Clause, Entry, Fact, Prose, Record
from .walk import Leaf, leaves, must_cite, parts

Line = tuple[str, str]


def lines(library: Library) -> Iterator[str]:
    """Yield the coverage of a library that has no problems, one figure a line."""
    rows = [*_records(library), *_statements(library), *_sources(library), *_missing(library)]
    width = max(len(label) for label, _ in rows)
    yield from (f"{label.ljust(width)}  {value}" for label, value in rows)


def _records(library: Library) -> Iterator[Line]:
    types = Counter(loaded.record.type for loaded in library.records.values())
    for name in FOLDERS:
        yield f"records: {name}", str(len(library.sources) if name == "source" else types[name])
    scripts = Counter(
        names.script_of(spelling.text)
        for loaded in library.records.values()
        for spelling in graph.all_names(loaded.record)
    )
    for script, count in sorted(scripts.items(), key=lambda pair: -pair[1]):
        yield f"names: {script}", str(count)


def statements(record: Record) -> Iterator[tuple[str, bool]]:
    """Yield the kind of every statement (paragraph, fact, claim, answer, ...) and whether it cites."""
    for leaf in leaves(record):
        if must_cite(leaf):
            yield from ((_kind(leaf), bool(text.CITATION.search(one))) for one in text.paragraphs(leaf.value.en))
    for _, part in parts(record):
        if isinstance(part, Claim | Fact):
            yield type(part).__name__.lower(), bool(part.cite)


def _kind(leaf: Leaf) -> str:
    kinds = {Answer: "answer", Entry: "chronology line", Clause: "clause"}
    return kinds.get(type(leaf.owner), "paragraph")


def _statements(library: Library) -> Iterator[Line]:
    total, cited = Counter[str](), Counter[str]()
    for loaded in library.records.values():
        for kind, cites in statements(loaded.record):
            total[kind] += 1
            cited[kind] += cites
    for kind in sorted(total):
        yield f"cited: {kind}", _share(cited[kind], total[kind])
    yield "cited: all statements", _share(total=sum(total.values()), part=sum(cited.values()))
    same, texts = _parity(library)
    yield "parity of the two languages", _share(same, texts)
    claims = sum(len(loaded.record.claims) for loaded in library.records.values())
    questions = sum(len(loaded.record.questions) for loaded in library.records.values())
    yield "claims, questions", f"{claims}, {questions}"


def _parity(library: Library) -> tuple[int, int]:
    """Return how many texts have the same citations, links and figures in both languages, and how many there are."""
    texts = [leaf.value for x in library.records.values() for leaf in leaves(x.record) if isinstance(leaf.value, Prose)]
    same = sum(
        sorted(map(str, text.citations(one.en))) == sorted(map(str, text.citations(one.pt)))
        and text.figures(one.en, "en") == text.figures(one.pt, "pt")
        for one in texts
    )
    return same, len(texts)


def _sources(library: Library) -> Iterator[Line]:
    found = graph.build(library)
    uses = [use for several in found.uses.values() for use in several]
    direct = sum(use.citation.via is None for use in uses)
    yield "citations", str(len(uses))
    yield "citations of works read directly", _share(direct, len(uses))
    used = [name for name in library.sources if found.uses.get(name) or found.through.get(name)]
    seen = sum(library.sources[name].record.consulted == "direct" for name in used)
    yield "sources cited that were read directly", _share(seen, len(used))
    yield "sources cited by nothing", str(len(library.sources) - len(used))
    yield "statements with a single source", str(_single(library))


def _single(library: Library) -> int:
    """Return how many passages rest on one work alone."""
    count = 0
    for loaded in library.records.values():
        works: dict[tuple[str | int, ...], set[str]] = defaultdict(set)
        for leaf in leaves(loaded.record):
            works[leaf.path] |= {citation.source for citation in graph.cited(leaf)}
        count += sum(len(several) == 1 for several in works.values())
    return count


def _missing(library: Library) -> Iterator[Line]:
    records = [loaded.record for loaded in library.records.values()]
    dateless = [
        r
        for r in records
        if r.type in ("event", "document") and not (getattr(r, "date", None) or getattr(r, "signed", None))
    ]
    placeless = [r for r in records if r.type in ("event", "document") and not getattr(r, "places", None)]
    yield "events and documents without a date", str(len(dateless))
    yield "events and documents without a place", str(len(placeless))


def _share(part: int, total: int) -> str:
    return f"{part} of {total} ({100 * part / total:.1f} %)" if total else "none"
