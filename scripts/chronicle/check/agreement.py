"""Records that speak of the same thing say the same of it, or say in a note that accounts differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .. import dates, text
from ..errors import Problem
from ..labels import LANGS
from ..load import Library, Loaded
from ..model import Member, Office, Organization, Person, Prose, Record, Vital
from ..walk import Path, leaves

Tenure = Office | Member
YEARS = r"\]\]\s*\((?:c\. )?(\d{4})\s*[-–]\s*(?:c\. )?(\d{4})\)"
LINKED_LIFE = re.compile(r"\[\[([a-z0-9-]+)(?:\|[^\]]*)?" + YEARS)
OWN_LIFE = re.compile(r"^[^.\[(]{0,120}\((?:c\. )?(\d{4})\s*[-–]\s*(?:c\. )?(\d{4})[),;]")


def check(library: Library) -> Iterator[Problem]:
    """Yield terms of office, lives and successions on which two records differ without saying so."""
    members = _members(library)
    for loaded in library.records.values():
        record = loaded.record
        if isinstance(record, Person):
            for path, message in _offices(loaded.id, record, members):
                yield loaded.problem(message, path)
        if isinstance(record, Organization):
            for path, message in _succession(loaded.id, record, library):
                yield loaded.problem(message, path)
        for path, message in _lives(loaded, library):
            yield loaded.problem(message, path)


def _members(library: Library) -> dict[tuple[str, str, str], list[Member]]:
    """Return the members of bodies by (body, person, office)."""
    found: dict[tuple[str, str, str], list[Member]] = {}
    for loaded in library.records.values():
        if isinstance(loaded.record, Organization):
            for member in loaded.record.members:
                if member.who and member.office:
                    found.setdefault((loaded.id, member.who, member.office), []).append(member)
    return found


def _offices(
    person: str, record: Person, members: dict[tuple[str, str, str], list[Member]]
) -> Iterator[tuple[Path, str]]:
    for index, office in enumerate(record.offices):
        others = members.get((office.body or "", person, office.office or ""), [])
        if office.note or not others or any(other.note for other in others):
            continue
        for key, attribute in (("from", "start"), ("to", "end")):
            day = getattr(office, attribute)
            given = [getattr(other, attribute) for other in others]
            if day and all(given) and not any(_may_agree(day, other) for other in given):
                yield (
                    ("offices", index, key),
                    f"`{key}` is {day} here, {' and '.join(given)} in `{office.body}`: "
                    "make them the same, or say in a `note` who gives which",
                )


def _may_agree(one: str, other: str) -> bool:
    """Tell whether two EDTF dates can mean the same day."""
    (a, b), (c, d) = (dates.bounds(dates.parse(edtf)) for edtf in (one, other))
    return (b is None or c is None or c <= b) and (a is None or d is None or a <= d)


def _succession(name: str, record: Organization, library: Library) -> Iterator[tuple[Path, str]]:
    for key, back in (("predecessor", "successor"), ("successor", "predecessor")):
        other = library.records.get(getattr(record, key) or "")
        if other and isinstance(other.record, Organization):
            returned = getattr(other.record, back)
            if returned and returned != name and record.kind == other.record.kind:
                yield (key,), f"`{other.id}` names `{returned}` as its {back}, not `{name}`: make them agree"


def _lives(loaded: Loaded[Record], library: Library) -> Iterator[tuple[Path, str]]:
    """Compare the years in brackets behind a person's name, here or in a link, with the person's record."""
    for leaf in leaves(loaded.record):
        if not isinstance(leaf.value, Prose):
            continue
        for lang in LANGS:
            for name, born, died in _years(loaded, leaf.value[lang], first=leaf.path == ("summary",)):
                person = library.records.get(name)
                if person and isinstance(person.record, Person):
                    for message in _life(name, person.record, born, died):
                        yield (*leaf.path, lang), message


def _years(loaded: Loaded[Record], prose: str, *, first: bool) -> Iterator[tuple[str, str, str]]:
    yield from LINKED_LIFE.findall(prose)
    own = OWN_LIFE.match(text.plain(prose)) if first and isinstance(loaded.record, Person) else None
    if own:
        yield loaded.id, own[1], own[2]


def _life(name: str, person: Person, born: str, died: str) -> Iterator[str]:
    for key, year in (("born", born), ("died", died)):
        given = list(_given(getattr(person, key)))
        if given and not any(_may_agree(year, edtf) for edtf in given):
            yield f"`{name}` {key} {year} here, {' or '.join(given)} in its record: correct one"


def _given(vital: Vital | None) -> Iterable[str]:
    if vital:
        yield from (edtf for one in (vital, *vital.alternatives) if (edtf := one.gregorian()))
