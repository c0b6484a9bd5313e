"""YAML -> model: every record of data/, with file, line and column of each value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from . import archive
from .archive import Archive
from .errors import DataError, Problem
from .messages import explain
from .model import TYPES, Part, Record, Source
from .terms import Term, Terms
from .yaml_nodes import Node, Place, YamlFault, decode, parse
from .yaml_nodes import Path as ValuePath

T = TypeVar("T", bound=Part)
PATH = re.compile(r"/[a-z]+/[a-z0-9-]+/(?:#[a-z0-9-]+)?")


@dataclass(slots=True)
class Loaded(Generic[T]):
    """One record with its id and the places of its values."""

    id: str
    path: str
    record: T
    node: Node

    def problem(self, message: str, path: ValuePath = (), token: str = "") -> Problem:
        """Return a problem at the value's place, or at ``token`` within it."""
        return Problem(self.path, *self.node.place(path, token), message)


@dataclass(slots=True)
class Library:
    """All that data/ holds, by id; ``problems`` are those met while reading."""

    records: dict[str, Loaded[Record]] = field(default_factory=dict)
    sources: dict[str, Loaded[Source]] = field(default_factory=dict)
    terms: Terms = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)
    redirect_places: dict[str, Place] = field(default_factory=dict)
    archive: Archive = field(default_factory=lambda: Archive(Path()))
    problems: list[Problem] = field(default_factory=list)

    @property
    def everything(self) -> list[Loaded[Any]]:
        """All records and sources."""
        return [*self.records.values(), *self.sources.values()]


def read(root: Path) -> Library:
    """Read ``root``/data. Mistakes are collected in ``problems``; the rest is still read."""
    library = Library()
    _read_terms(root, library)
    _read_redirects(root, library)
    for folder, model in (TYPES | {"sources": Source}).items():
        for file in sorted((root / "data" / folder).glob("*")):
            _read_record(root, file, model, library)
    _refuse_strangers(root, library)
    library.archive, changed = archive.read(root)
    library.problems.extend(changed)
    return library


def read_or_fail(root: Path) -> Library:
    """Like `read`. Raises `DataError` when anything could not be read."""
    library = read(root)
    if library.problems:
        raise DataError(library.problems)
    return library


def _read_record(root: Path, file: Path, model: type[Part], library: Library) -> None:
    name = file.relative_to(root).as_posix()
    try:
        values, node = _parse_file(root, file)
    except YamlFault as fault:
        library.problems.append(Problem(name, *fault.place, str(fault)))
        return
    try:
        record = model.model_validate(values)
    except ValidationError as error:
        library.problems.extend(explain(error, model, name, node, values))
        return
    _keep(Loaded(file.stem, name, record, node), library)


def _keep(loaded: Loaded[Any], library: Library) -> None:
    shelf: dict[str, Any] = library.sources if isinstance(loaded.record, Source) else library.records
    other = library.records.get(loaded.id) or library.sources.get(loaded.id)
    if other:
        library.problems.append(loaded.problem(f"the id `{loaded.id}` is taken by {other.path}: rename this file"))
        return
    shelf[loaded.id] = loaded


def _parse_file(root: Path, file: Path) -> tuple[dict[str, Any], Node]:
    _refuse_file(root, file)
    values, node = parse(decode(file.read_bytes()))
    return values, node


def _refuse_file(root: Path, file: Path) -> None:
    if not file.exists():
        raise YamlFault("the file is missing: write it, or restore it from the history")
    if not file.resolve().is_relative_to(_data(root)):
        raise YamlFault("the file is a link out of data/: put the file itself here")
    if file.is_dir() or file.suffix != ".yaml":
        raise YamlFault("only .yaml files belong here: rename or remove it")
    if not _is_slug(file.stem):
        raise YamlFault("a file's name is its id: lower-case a-z, 0-9 and single hyphens")


@cache
def _data(root: Path) -> Path:
    return (root / "data").resolve()


def _is_slug(word: str) -> bool:
    return bool(word) and all(
        part.isascii() and part.isalnum() and part.islower() | part.isdigit() for part in word.split("-")
    )


def _refuse_strangers(root: Path, library: Library) -> None:
    known = {*TYPES, "sources", "terms.yaml", "redirects.yaml", "archive", "schemas"}
    for file in sorted((root / "data").glob("*")):
        if file.name not in known:
            message = f"`{file.name}` is not known in data/: records stand in {', '.join(sorted(TYPES))} or sources"
            library.problems.append(Problem(file.relative_to(root).as_posix(), 1, 1, message))


def _read_terms(root: Path, library: Library) -> None:
    file = root / "data" / "terms.yaml"
    try:
        values, node = _parse_file(root, file)
    except YamlFault as fault:
        library.problems.append(Problem("data/terms.yaml", *fault.place, str(fault)))
        return
    library.problems.extend(_term_faults(values, node))
    if not library.problems:
        library.terms = {
            name: {key: Term(key, **labels) for key, labels in rows.items()} for name, rows in values.items()
        }


def _term_faults(values: Mapping[str, Any], node: Node) -> Iterator[Problem]:
    allowed = {"en", "pt", "plural_en", "plural_pt"}
    for name, rows in values.items():
        if not isinstance(rows, dict):
            yield Problem("data/terms.yaml", *node.place((name,)), "a vocabulary is a mapping of terms")
            continue
        for key, labels in rows.items():
            path = (name, key)
            if not isinstance(labels, dict) or not {"en", "pt"} <= labels.keys() <= allowed:
                message = f"the term `{key}` needs {{en: ..., pt: ...}}, with plural_en and plural_pt if wanted"
                yield Problem("data/terms.yaml", *node.place(path), message)
            elif not all(isinstance(label, str) for label in labels.values()):
                yield Problem("data/terms.yaml", *node.place(path), f"put the labels of `{key}` in quotes")


def _read_redirects(root: Path, library: Library) -> None:
    file = root / "data" / "redirects.yaml"
    if not file.exists():
        return
    try:
        values, node = _parse_file(root, file)
    except YamlFault as fault:
        library.problems.append(Problem("data/redirects.yaml", *fault.place, str(fault)))
        return
    for old, new in values.items():
        if not (isinstance(new, str) and PATH.fullmatch(old) and PATH.fullmatch(new)):
            message = "a redirect goes from an old path to a new one: `/events/old/: /events/new/`, anchors after `#`"
            library.problems.append(Problem("data/redirects.yaml", *node.place((old,)), message))
        else:
            library.redirects[old] = new
            library.redirect_places[old] = node.key_place((old,))
