"""Publishing a version: every record that changed since its last one gets the next, kept for ever in data/archive."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from . import archive, check, graph, load, pages
from .anchors import anchors
from .archive import Archive, Version
from .citations import Citations
from .errors import ChronicleError
from .labels import LANGS
from .load import Library, Loaded
from .model import FOLDERS, Record
from .pages.apparatus import csl_item

Ask = Callable[[str], Mapping[str, str]]
"""Asks a curator what changed in the record of this id; returns the note by language."""


def release(root: Path, date: str, ask: Ask) -> list[str]:
    """Publish the next version of every record whose content changed since its last one; return their ids.

    ``date`` is the day of the release (ISO, Gregorian). A changed record without a new line of history gets one, with
    the note that ``ask`` returns. Raises `DataError` when the records hold mistakes and `ChronicleError` when the day
    is before the last release; nothing is published then.
    """
    library = load.read_or_fail(root)
    _refuse_earlier(library.archive, date)
    for name in _unannounced(library):
        _announce(root, library.records[name], date, ask(name))
    library = load.read_or_fail(root)
    check.check(library)
    changed = changed_records(library)
    _publish(library, changed, date)
    return changed


def changed_records(library: Library) -> list[str]:
    """Return the ids of the records whose content differs from their last published version, or that have none."""
    kept = library.archive.records
    return [
        name
        for name, loaded in library.records.items()
        if name not in kept or kept[name].latest.digest != archive.digest(loaded.record)
    ]


def _refuse_earlier(kept: Archive, date: str) -> None:
    last = max((published.latest.date for published in kept.records.values()), default="")
    if date < last:
        raise ChronicleError(f"the last release was on {last}: a release on {date} would come before it")


def _unannounced(library: Library) -> list[str]:
    kept = library.archive.records
    return [
        name
        for name in changed_records(library)
        if name in kept and len(library.records[name].record.revisions) <= kept[name].latest.revisions
    ]


def _announce(root: Path, loaded: Loaded[Record], date: str, note: Mapping[str, str]) -> None:
    """Add a line of history to a record's file, after its last one."""
    file = root / loaded.path
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    at, column = loaded.node.place(("revisions", len(loaded.record.revisions) - 1))
    if not lines[at - 1].lstrip().startswith("- "):
        raise ChronicleError(f"{loaded.path}:{at}: write `revisions` one line each (`  - {{date: ..., note: ...}}`)")
    while at < len(lines) and lines[at].startswith(" " * column):
        at += 1
    words = {lang: json.dumps(note[lang], ensure_ascii=False) for lang in LANGS}
    indent = " " * (column - 3)
    lines.insert(at, f"{indent}- {{date: {date}, note: {{en: {words['en']}, pt: {words['pt']}}}}}\n")
    file.write_text("".join(lines), encoding="utf-8")


def _publish(library: Library, changed: list[str], date: str) -> None:
    computed = graph.build(library)
    versions = {name: _next(library, name, date) for name in changed}
    items = {name: csl_item(loaded) for name, loaded in library.sources.items()}
    rendered = {lang: dict(pages.kept(computed, Citations(items), versions, archive.SITE, lang)) for lang in LANGS}
    for name, version in versions.items():
        record = library.records[name].record
        texts = {lang: rendered[lang][name] for lang in LANGS}
        archive.add(library.archive, name, FOLDERS[record.type], version, anchors(record), texts)
    library.archive.sources |= frozenset(library.sources)
    archive.write(library.archive)


def _next(library: Library, name: str, date: str) -> Version:
    record, kept = library.records[name].record, library.archive.records.get(name)
    number = kept.latest.number + 1 if kept else 1
    return Version(number, date, len(record.revisions), archive.digest(record))
