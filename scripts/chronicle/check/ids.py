"""Ids within a record, what a mapping needs together, and larger things that contain themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from ..errors import Problem
from ..load import Library
from ..model import Affiliation, Creator, Member, Office, Part, Source, Vital
from ..walk import Path, parts

RESERVED = frozenset(
    (
        *("top", "summary", "facts", "clauses", "chronology", "figures", "disputed", "offices", "people", "seats"),
        *("status", "population", "names", "gaps", "contains", "related", "mentioned-in", "notes", "bibliography"),
        *("cite", "history", "included"),
    )
)
"""Anchors that the page itself uses; a section cannot have them."""


def check(library: Library) -> Iterator[Problem]:
    """Yield ids that stand twice, incomplete mappings and circular containment."""
    for loaded in library.everything:
        for rule in (_twice, _reserved, _incomplete, _related):
            for path, message in rule(loaded.record):
                yield loaded.problem(message, path)
    for loaded in library.records.values():
        if _contains_itself(loaded.id, library):
            yield loaded.problem(f"`{loaded.id}` lies within itself: break the circle", ("within",))


def _twice(record: Part) -> Iterator[tuple[Path, str]]:
    for path, part in parts(record):
        for name in type(part).model_fields:
            items = getattr(part, name)
            if isinstance(items, list) and items and hasattr(items[0], "id"):
                seen = Counter[str]()
                for index, item in enumerate(items):
                    seen[item.id] += 1
                    if seen[item.id] == 2:
                        yield (*path, name, index, "id"), f"the id `{item.id}` stands twice in `{name}`: rename one"


def _reserved(record: Any) -> Iterator[tuple[Path, str]]:
    for index, section in enumerate(getattr(record, "sections", [])):
        if section.id in RESERVED:
            yield ("sections", index, "id"), f"the id `{section.id}` is used by the page itself: choose another"


def _incomplete(record: Part) -> Iterator[tuple[Path, str]]:
    for path, part in parts(record):
        if message := _lacks(part):
            yield path, message


def _lacks(part: Part) -> str | None:
    if isinstance(part, Member):
        return _member(part)
    if isinstance(part, Office) and not (part.office or part.title):
        return "name the office: `office` (a term) or `title` (in words)"
    if isinstance(part, Affiliation) and (part.organization is None) == (part.name is None):
        return "name the body once: `organization` (its record) or `name` (in words)"
    if isinstance(part, Creator) and not _named(part):
        return "a creator has `family` (and `given`), or `literal`"
    if isinstance(part, Source) and (part.consulted == "via") != bool(part.via):
        return "`via` names the works through which a source with `consulted: via` was seen, and no other"
    if isinstance(part, Vital) and part.place and part.where:
        return "give `place` (its record) or `where` (in words), not both"
    return None


def _named(creator: Creator) -> bool:
    if creator.literal:
        return not (creator.family or creator.given)
    return creator.family is not None


def _member(member: Member) -> str | None:
    if (member.who is None) == (member.name is None):
        return "name the member once: `who` (a record) or `name` (in words)"
    if not (member.role or member.office or member.title):
        return "say in what capacity: `role`, `office` or `title`"
    return None


def _related(record: Any) -> Iterator[tuple[Path, str]]:
    seen: set[str] = set()
    for index, name in enumerate(getattr(record, "related", [])):
        if name in seen:
            yield ("related", index), f"`{name}` stands twice in `related`: remove one"
        seen.add(name)


def _contains_itself(start: str, library: Library) -> bool:
    seen: set[str] = set()
    here: str | None = start
    while here and here not in seen:
        seen.add(here)
        loaded = library.records.get(here)
        here = getattr(loaded.record, "within", None) if loaded else None
    return here == start
