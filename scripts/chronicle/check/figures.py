"""Claims and counts: one form of value, derivations without circles, seats that add up."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import Problem
from ..load import Library, Loaded
from ..model import Claim, ClaimValue, Organization, Record
from ..walk import Path


def check(library: Library) -> Iterator[Problem]:
    """Yield what is wrong with the figures of every record."""
    origins = _origins(library)
    for loaded in library.records.values():
        for path, message in _claims(loaded, origins):
            yield loaded.problem(message, path)
        if isinstance(loaded.record, Organization):
            for path, message in _seats(loaded.record):
                yield loaded.problem(message, path)


def _claims(loaded: Loaded[Record], origins: dict[str, str]) -> Iterator[tuple[Path, str]]:
    for index, claim in enumerate(loaded.record.claims):
        path: Path = ("claims", index)
        if message := _value(claim.value):
            yield (*path, "value"), message
        if claim.derives_from and _circular(_address(loaded.id, claim.id), origins):
            yield (
                (*path, "derives_from"),
                f"`{claim.id}` derives from itself through `{claim.derives_from}`: break the circle",
            )


def _value(value: ClaimValue) -> str | None:
    low, high = value.low, value.high
    forms = [value.exactly, value.about, value.at_least, value.up_to, value.words]
    given = sum(form is not None for form in forms) + (low is not None or high is not None)
    if given != 1:
        return "give one form of value: a number, {about}, {from, to}, {at_least}, {up_to} or {words}"
    if (low is None) != (high is None):
        return "a range needs both `from` and `to`"
    if low is not None and high is not None and low >= high:
        return f"the range runs backwards: {low} to {high}"
    return None


def _address(record: str, claim: str) -> str:
    return claim if "#" in claim else f"{record}#{claim}"


def _origins(library: Library) -> dict[str, str]:
    pairs: list[tuple[str, Claim]] = [(x.id, claim) for x in library.records.values() for claim in x.record.claims]
    return {_address(name, c.id): _address(name, c.derives_from) for name, c in pairs if c.derives_from}


def _circular(start: str, origins: dict[str, str]) -> bool:
    seen: set[str] = set()
    here: str | None = start
    while here is not None and here not in seen:
        seen.add(here)
        here = origins.get(here)
    return here == start


def _seats(record: Organization) -> Iterator[tuple[Path, str]]:
    for index, seats in enumerate(record.seats):
        added = sum(row.number for row in seats.rows)
        if seats.total is not None and added != seats.total and seats.note is None:
            yield (
                ("seats", index, "total"),
                f"the rows add up to {added}, not {seats.total}: correct them or say why in `note`",
            )
