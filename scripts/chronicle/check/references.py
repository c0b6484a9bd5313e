"""Ids that must exist: records, sources, terms, claims, and what a citation names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from .. import text
from ..errors import Problem, did_you_mean
from ..labels import LANGS
from ..load import Library, Loaded
from ..model import FOLDERS, Address, Cites, ClaimRef, Part, Ref, Term, Text
from ..walk import Leaf, leaves


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each id that names nothing, or something of the wrong type."""
    unreadable = {problem.path.rpartition("/")[2].removesuffix(".yaml") for problem in library.problems}
    for loaded in library.everything:
        for leaf in leaves(loaded.record):
            for lang in LANGS if isinstance(leaf.value, Text) else ():
                for message, token in _prose(leaf.value[lang], library, unreadable):
                    yield loaded.problem(message, (*leaf.path, lang), token)
            for message, token in _leaf(leaf, library, loaded, unreadable):
                yield loaded.problem(message, leaf.path, token)


def _leaf(leaf: Leaf, library: Library, loaded: Loaded[Any], unreadable: set[str]) -> Iterator[tuple[str, str]]:
    if mark := leaf.mark(Term):
        yield from _term(mark.vocabulary, leaf.value, library)
    if mark := leaf.mark(Ref):
        yield from _record(leaf.value, mark.types, library, unreadable, loaded)
    if leaf.mark(Cites):
        yield from _cite(leaf.value, library, unreadable)
    if leaf.mark(Address):
        yield from _address(leaf.value)
    if leaf.mark(ClaimRef):
        yield from _claim(leaf.value, loaded, library)


def _term(vocabulary: str, value: str, library: Library) -> Iterator[tuple[str, str]]:
    known = library.terms.get(vocabulary, {})
    if library.terms and value not in known:
        hint = did_you_mean(value, known) or f"; add it to `{vocabulary}` in data/terms.yaml"
        yield f"unknown term `{value}` ({vocabulary}){hint}", value


def _record(
    value: str, types: tuple[str, ...], library: Library, unreadable: set[str], loaded: Loaded[Any]
) -> Iterator[tuple[str, str]]:
    if value in unreadable:
        return
    if "source" in types:
        yield from _source(value, library, unreadable)
        return
    found = library.records.get(value)
    if not found:
        yield f"unknown record `{value}`{did_you_mean(value, library.records) or '; write the record first'}", value
    elif types and found.record.type not in types:
        folders = " or ".join(f"data/{FOLDERS[name]}" for name in types)
        yield f"`{value}` is in data/{FOLDERS[found.record.type]}, but a record of {folders} is wanted here", value
    elif value == loaded.id:
        yield f"`{value}` names the record itself: remove it", value


def _source(value: str, library: Library, unreadable: set[str]) -> Iterator[tuple[str, str]]:
    if value not in library.sources and value not in unreadable:
        hint = did_you_mean(value, library.sources) or f"; write data/sources/{value}.yaml"
        yield f"unknown source `{value}`{hint}", value


def _cite(value: str, library: Library, unreadable: set[str]) -> Iterator[tuple[str, str]]:
    try:
        cited = text.parse_citations(value)
    except text.TextError as error:
        yield str(error), error.token
        return
    for citation in cited:
        yield from _citation(citation, library, unreadable)


def _citation(citation: text.Citation, library: Library, unreadable: set[str]) -> Iterator[tuple[str, str]]:
    yield from _source(citation.source, library, unreadable)
    source = library.sources.get(citation.source)
    if citation.via:
        yield from _source(citation.via.source, library, unreadable)
    elif source and source.record.consulted == "via":
        through = " or ".join(f"via @{name}" for name in source.record.via)
        yield f"`{citation.source}` was not read itself: say through which work ({through})", citation.source


def _prose(prose: str, library: Library, unreadable: set[str]) -> Iterator[tuple[str, str]]:
    try:
        cited, linked = list(text.citations(prose)), list(text.links(prose))
    except text.TextError:
        return
    for citation in cited:
        yield from _citation(citation, library, unreadable)
    for link in linked:
        if link.record not in library.records and link.record not in unreadable:
            hint = did_you_mean(link.record, library.records) or "; write the record first"
            yield f"unknown record `{link.record}`{hint}", f"[[{link.target}"


def _address(value: str) -> Iterator[tuple[str, str]]:
    try:
        parts = urlsplit(value)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https"):
        yield f"`{value}` must start with http:// or https://", value
    elif not parts.hostname or any(sign in value for sign in ' <>"{}|\\^`') or not value.isascii():
        yield f"`{value}` is not a well-formed address: percent-encode what is not ASCII", value


def _claim(value: str, loaded: Loaded[Any], library: Library) -> Iterator[tuple[str, str]]:
    record, _, claim = value.rpartition("#")
    home = library.records.get(record) if record else loaded
    known = [c.id for c in home.record.claims] if home and not isinstance(home.record, _Nothing) else []
    if claim not in known:
        yield (
            f"unknown claim `{value}`{did_you_mean(claim, known) or '; name a claim of this record or record#claim'}",
            value,
        )


class _Nothing(Part):
    """Stands where no record can be."""
