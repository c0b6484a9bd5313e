"""YAML text -> plain values, with the place of every value.

YAML's own surprises are kept out: only true, false, null and plain decimal numbers are read as such; duplicate keys,
aliases and tags are refused; `no` where text is wanted is told to be quoted rather than taken for a boolean.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

Path = tuple[str | int, ...]
Place = tuple[int, int]

MAX_BYTES = 1_000_000
MAX_DEPTH = 24
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
FLOAT = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
QUOTED = ("'", '"', "|")
NORWAY = frozenset({"yes", "no", "on", "off", "y", "n"})
CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


class YamlFault(Exception):
    """The text is not the YAML we accept. ``place`` is (line, column), from 1."""

    def __init__(self, message: str, place: Place = (1, 1)) -> None:
        super().__init__(message)
        self.place = place


@dataclass(slots=True)
class Node:
    """Where the values of one file stand: ``places`` by path, ``ends`` for scalars, and the text itself."""

    text: str
    places: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    spans: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def place(self, path: Path, token: str = "") -> Place:
        """Return line and column of the value at ``path``, or of ``token`` within it when it is found there."""
        if token and path in self.spans:
            start, end = self.spans[path]
            at = self.text.find(token.split("\n")[0], start, end)
            if at >= 0:
                return self._line_column(at)
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))

    def key_place(self, path: Path) -> Place:
        """Return where the key itself stands."""
        return self.keys.get(path) or self.place(path)

    def _line_column(self, at: int) -> Place:
        line_start = self.text.rfind("\n", 0, at) + 1
        return self.text.count("\n", 0, at) + 1, at - line_start + 1


def decode(raw: bytes) -> str:
    """Return the file's text. Raises `YamlFault` for what is no proper text: size, encoding, controls, NFC."""
    if len(raw) > MAX_BYTES:
        raise YamlFault(f"the file has {len(raw):,} bytes, more than {MAX_BYTES:,}: split the record")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        raise YamlFault(f"byte 0x{raw[error.start]:02x} is not UTF-8: save the file as UTF-8", _end(before)) from None
    if not text.strip():
        raise YamlFault("the file is empty: fill it in or remove it")
    for check in (_controls, _tabs, _normal_form):
        check(text)
    return text


def _end(text: str) -> Place:
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def _controls(text: str) -> None:
    match = CONTROL.search(text)
    if match:
        code = f"U+{ord(match[0]):04X}"
        raise YamlFault(f"control character {code}: remove it", _end(text[: match.start()]))


def _tabs(text: str) -> None:
    match = re.search(r"^ *\t", text, re.MULTILINE)
    if match:
        raise YamlFault("a tab indents this line: use spaces", _end(text[: match.end() - 1]))


def _normal_form(text: str) -> None:
    if unicodedata.is_normalized("NFC", text):
        return
    for number, line in enumerate(text.splitlines(), 1):
        if not unicodedata.is_normalized("NFC", line):
            composed = unicodedata.normalize("NFC", line)
            column = next((i for i, (a, b) in enumerate(zip(line, composed, strict=False)) if a != b), 0)
            raise YamlFault(
                "the text is not in Unicode NFC: save it composed (é as one character)", (number, column + 1)
            )


def parse(text: str) -> tuple[Any, Node]:
    """Return the values of ``text`` and their places. Raises `YamlFault`."""
    found = Node(text)
    try:
        return _Reader(yaml.parse(text, Loader=yaml.CSafeLoader), found).document(), found
    except yaml.YAMLError as error:
        raise _from_yaml(error) from None


def _place(mark: Any) -> Place:
    return mark.line + 1, mark.column + 1


def _index(mark: Any) -> int:
    return int(mark.index)


def _from_yaml(error: yaml.YAMLError) -> YamlFault:
    mark = getattr(error, "problem_mark", None)
    place = _place(mark) if mark else (1, 1)
    problem = getattr(error, "problem", None) or str(error)
    hint = ": put a value that holds `: `, `#` or starts with a sign in quotes" if "mapping values" in problem else ""
    return YamlFault(f"not valid YAML: {problem}{hint}", place)


class _Reader:
    """Reads the events of one file in one pass: values are built and their places noted as they come."""

    def __init__(self, events: Iterator[yaml.Event], found: Node) -> None:
        self._events = events
        self._found = found

    def document(self) -> dict[str, Any]:
        """Return the mapping that the file holds."""
        event = next(self._events)
        while isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
            event = next(self._events)
        self._refuse(event, 0)
        if not isinstance(event, yaml.MappingStartEvent):
            raise YamlFault("a file holds one mapping of keys and values")
        values = self._mapping(event, ())
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                raise YamlFault("a second document starts here: one file holds one record", _place(event.start_mark))
        return values

    def _value(self, event: yaml.Event, path: Path) -> Any:
        self._found.places[path] = _place(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            self._found.spans[path] = (_index(event.start_mark), _index(event.end_mark))
            return _scalar(event)
        return self._mapping(event, path) if isinstance(event, yaml.MappingStartEvent) else self._sequence(path)

    def _mapping(self, start: yaml.Event, path: Path) -> dict[str, Any]:
        self._found.places.setdefault(path, _place(start.start_mark))
        values: dict[str, Any] = {}
        keys = self._found.keys
        while not isinstance(key := self._next(path), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                raise YamlFault("a key must be a plain word", _place(key.start_mark))
            place = _place(key.start_mark)
            here = (*path, key.value)
            if key.value in values:
                message = f"`{key.value}` stands twice (first in line {keys[here][0]}): remove or rename one"
                raise YamlFault(message, place)
            keys[here] = place
            values[key.value] = self._value(self._next(path), here)
        return values

    def _sequence(self, path: Path) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := self._next(path), yaml.SequenceEndEvent):
            values.append(self._value(event, (*path, len(values))))
        return values

    def _next(self, path: Path) -> yaml.Event:
        event = next(self._events)
        self._refuse(event, len(path) + 1)
        return event

    def _refuse(self, event: yaml.Event, depth: int) -> None:
        """Raise `YamlFault` for anchors, aliases, tags and what is nested too deep."""
        if getattr(event, "anchor", None):  # an alias carries the name of its anchor
            words = "anchors and aliases (& and *) are not allowed: write the value out, or quote it"
            raise YamlFault(words, _place(event.start_mark))
        tag = getattr(event, "tag", None)
        if tag and str(tag) != "!":
            raise YamlFault(f"the tag `{tag}` is not allowed: remove it, or quote the value", _place(event.start_mark))
        if depth >= MAX_DEPTH and isinstance(event, yaml.CollectionStartEvent):
            raise YamlFault(f"nested more than {MAX_DEPTH} deep", _place(event.start_mark))


def _scalar(node: yaml.ScalarEvent) -> Any:
    """Return the value of a scalar; in a folded block (`>`) one blank line parts paragraphs."""
    written: str = node.value
    style = node.style
    if style == ">":
        return re.sub(r"\n+", "\n\n", written.strip())
    if style in QUOTED:
        return written
    if written.lower() in CONSTANTS:
        return CONSTANTS[written.lower()]
    if written.lower() in NORWAY:
        return Norway(written)
    if INTEGER.fullmatch(written):
        return int(written) if len(written) < 19 else written
    return float(written) if FLOAT.fullmatch(written) else written


class Norway:
    """An unquoted yes, no, on, off, y or n: other YAML readers take it for true or false."""

    def __init__(self, written: str) -> None:
        self.written = written
