"""Columns of the tables, drawn from the fields of the model: their names, types and descriptions come from there.

A field makes the columns that its kind needs: a text in both languages two (``_en``, ``_pt``, as plain words), a term
its id and both labels, a date its Gregorian EDTF form and its first and last day, a list one column with ``;`` between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from .. import walk
from ..labels import LANGS
from ..load import Loaded
from ..messages import part_of
from ..model import Alternative, Creator, Dating, Part, Term, Text, Vital
from .site import Site, days

Value = str | int | float | None

IN = {"en": "in English", "pt": "in Brazilian Portuguese"}
BETWEEN = ";"


@dataclass(frozen=True, slots=True)
class Row:
    """A row before it is written: the record it comes from, the part of it that it is about, and what else it needs."""

    site: Site
    loaded: Loaded[Any]
    item: Any
    more: Any = None

    @property
    def path(self) -> str:
        """The path of the record's page in English."""
        return self.site.graph.path(self.loaded.id)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type (of Table Schema), what it holds, and how its value is found."""

    name: str
    type: str
    description: str
    value: Callable[[Row], Value]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name (that of its file), what it holds, its columns, its key, and its rows in order."""

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[Site], Iterator[Row]]


def fields(model: type[Part], *keys: str) -> Iterator[Column]:
    """Yield the columns of the fields with these YAML keys. Raises `KeyError` on an unknown key."""
    known = {key: (name, marks) for name, key, marks in walk.fields(model)}
    for key in keys:
        name, marks = known[key]
        info = model.model_fields[name]
        yield from _field(key.replace("-", "_"), name, info.annotation, info.description or "", marks)


def _field(
    name: str, attribute: str, annotation: Any, description: str, marks: tuple[walk.Mark, ...]
) -> Iterator[Column]:
    part = part_of(annotation)
    term = next((mark for mark in marks if isinstance(mark, Term)), None)
    if part and issubclass(part, Dating):
        yield from _dating(name, attribute, part, description)
    elif part is Creator:
        more = f"{description}; family and given name as `Family, Given`, several with `;` between"
        yield Column(name, "string", more, lambda row: _creators(getattr(row.item, attribute)))
    elif part and issubclass(part, Text):
        yield from words(name, description, lambda row: getattr(row.item, attribute))
    elif term:
        yield from labelled(name, term.vocabulary, description, lambda row: getattr(row.item, attribute))
    elif "list[" in str(annotation):
        several = f"{description}; several with `{BETWEEN}` between"
        yield Column(name, "string", several, lambda row: joined(getattr(row.item, attribute)))
    else:
        kind = _type(annotation)
        yield Column(name, kind, description, lambda row: getattr(row.item, attribute))


def _type(annotation: Any) -> str:
    told = str(annotation)
    return "number" if "float" in told else "integer" if "int" in told and "str" not in told else "string"


def words(name: str, description: str, value: Callable[[Row], Text | None]) -> Iterator[Column]:
    """Yield the two columns of a text."""
    for lang in LANGS:
        yield Column(f"{name}_{lang}", "string", f"{description} ({IN[lang]})", _words(value, lang))


def _words(value: Callable[[Row], Text | None], lang: str) -> Callable[[Row], Value]:
    return lambda row: row.site.plain(value(row), lang)


def labelled(name: str, vocabulary: str, description: str, value: Callable[[Row], str | None]) -> Iterator[Column]:
    """Yield the three columns of a term: its id and its labels."""
    yield Column(name, "string", f"{description} (a term)", value)
    for lang in LANGS:
        yield Column(f"{name}_{lang}", "string", f"{description} ({IN[lang]})", _label(vocabulary, value, lang))


def _label(vocabulary: str, value: Callable[[Row], str | None], lang: str) -> Callable[[Row], Value]:
    return lambda row: row.site.label(vocabulary, value(row), lang)


def bounded(name: str, description: str, value: Callable[[Row], str | None]) -> Iterator[Column]:
    """Yield the three columns of a Gregorian date: EDTF, and the first and the last day it may mean."""
    yield Column(name, "string", f"{description}: Gregorian date as EDTF", value)
    yield Column(f"{name}_first", "date", f"{description}: first day it may mean", lambda row: days(value(row))[0])
    yield Column(f"{name}_last", "date", f"{description}: last day it may mean", lambda row: days(value(row))[1])


def _dating(name: str, attribute: str, part: type[Part], description: str) -> Iterator[Column]:
    def dating(row: Row) -> Any:
        return getattr(row.item, attribute)

    yield from bounded(name, description, lambda row: dating(row).gregorian() if dating(row) else None)
    for key, more in (("julian", "Old Style date as EDTF"), ("as_written", "the source's own words")):
        yield Column(f"{name}_{key}", "string", f"{description}: {more}", _of(dating, key))
    if issubclass(part, Vital):
        yield Column(f"{name}_place", "string", f"{description}: id of the place", _of(dating, "place"))
        yield from words(f"{name}_where", f"{description}: the place without a record", _of(dating, "where"))
        other = f"{description}: other dates, Gregorian EDTF, several with `{BETWEEN}` between"
        yield Column(f"{name}_other", "string", other, lambda row: _others(_of(dating, "alternatives")(row)))
    yield Column(f"{name}_cite", "string", f"{description}: who gives the date", _of(dating, "cite"))


def _of(owner: Callable[[Row], Any], attribute: str) -> Callable[[Row], Any]:
    return lambda row: getattr(owner(row), attribute) if owner(row) else None


def _others(alternatives: list[Alternative] | None) -> str | None:
    return joined([one.gregorian() or "" for one in alternatives or []])


def joined(several: list[str]) -> str | None:
    """Return a list as one value, None when it is empty."""
    return BETWEEN.join(str(one) for one in several if one) or None


def _creators(several: list[Creator]) -> str | None:
    return joined([one.literal or ", ".join(filter(None, (one.family, one.given))) for one in several])
