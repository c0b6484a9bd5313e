"""Formatted references and notes: many items at once, several processors side by side, kept by content hash."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from . import pandoc
from .items import Item, prepare
from .markup import Inline, html
from .store import Store, digest

CHUNK = 1000
"""Items in one run of the processor: enough to forget its start, few enough to use every core."""
NOTES = "notes"
"""The kind of job that asks for the six forms of a note; every other kind is a style's name."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is wanted: the notes or the references (``kind`` is `NOTES` or a style) of CSL items in a language."""

    kind: str
    lang: str
    items: Sequence[Item]

    @property
    def style(self) -> str:
        """The CSL style to format with."""
        return "chicago" if self.kind == NOTES else self.kind


class Forms:
    """Makes what the store lacks. ``cache_dir`` is the folder of the one file that lasts from build to build."""

    def __init__(self, cache_dir: Path | None) -> None:
        self._store = Store(cache_dir)

    def made(self, jobs: Sequence[Job]) -> list[list[list[str]]]:
        """Return for each job and each of its items the forms as HTML: one reference, or the six of a note."""
        keyed = [_by_key(job) for job in jobs]
        parts = list(self._parts(jobs, keyed))
        with ThreadPoolExecutor(os.cpu_count()) as pool:  # each run is a process of its own
            fresh = list(pool.map(_format, parts))
        keys = (key for part in parts for key in part.keys)
        self._store.add(dict(zip(keys, (forms for made in fresh for forms in made), strict=True)))
        return [[self._store.get(key) or [] for key, _ in pairs] for pairs in keyed]

    def _parts(self, jobs: Sequence[Job], keyed: Sequence[list[tuple[str, Item]]]) -> Iterator[_Part]:
        for job, pairs in zip(jobs, keyed, strict=True):
            missing = list({key: item for key, item in pairs if self._store.get(key) is None}.items())
            for at in range(0, len(missing), CHUNK):
                keys, items = zip(*missing[at : at + CHUNK], strict=True)
                yield _Part(job.kind, job.lang, keys, items)

    def order(self, lang: str, items: Sequence[Item]) -> list[int]:
        """Return the items' positions in the order of a Chicago bibliography."""
        prepared = [prepare(item, "chicago", lang) for item in items]
        key = digest(_made_by("chicago", lang), "order", lang, prepared)
        if self._store.get(key) is None:
            self._store.add({key: [str(position) for position in pandoc.order(lang, prepared)]})
        return [int(position) for position in self._store.get(key) or []]


@dataclass(frozen=True, slots=True)
class _Part:
    """One run of the processor: prepared items, and the keys under which their forms are kept."""

    kind: str
    lang: str
    keys: tuple[str, ...]
    items: tuple[Item, ...]


def _by_key(job: Job) -> list[tuple[str, Item]]:
    maker = _made_by(job.style, job.lang)
    prepared = [prepare(item, job.style, job.lang) for item in job.items]
    return [(digest(maker, job.kind, job.lang, item), item) for item in prepared]


@cache
def _made_by(style: str, lang: str) -> str:
    """Return a hash of all that shapes an answer besides the item: processor, style and this package's code."""
    code = [path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("*.py"))]
    return digest(pandoc.processor_version(), pandoc.style(style, lang), code)


def _format(part: _Part) -> list[list[str]]:
    made: list[list[list[Inline]]]
    if part.kind == NOTES:
        made = pandoc.notes(part.lang, part.items)
    else:
        made = [[reference] for reference in pandoc.references(part.kind, part.lang, part.items)]
    return [[html(form, item, part.lang) for form in forms] for forms, item in zip(made, part.items, strict=True)]
