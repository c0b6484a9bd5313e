"""data/archive: every published version of every record as it was, and every address ever published.

``index.yaml`` names, for each record, its versions (number, date, number of revision lines, digest of the record's
content, SHA-256 of the page in each language) and all its permanent anchors. The pages stand beside it as
``<folder>/<id>/v<N>.<lang>.md``. `chronicle.release` writes both; nobody edits them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from .errors import Problem
from .model import Record

FOLDER = "data/archive"
INDEX = f"{FOLDER}/index.yaml"
SITE = "https://site.invalid"
"""Stands in a kept page where the address of the site goes: the publisher may change that, the page may not."""
HEAD = "# Written by scripts/release: every published version and address. Do not edit.\n"


@dataclass(frozen=True, slots=True)
class Version:
    """One published version of a record.

    ``date`` is the day of its release (ISO, Gregorian), ``revisions`` how many revision lines the record had then,
    ``digest`` that of `digest`, ``pages`` the SHA-256 of the kept page by language.
    """

    number: int
    date: str
    revisions: int
    digest: str
    pages: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Published:
    """What was ever published of one record: the folder it stood in, its versions in order, its anchors."""

    folder: str
    versions: tuple[Version, ...]
    anchors: frozenset[str]

    @property
    def latest(self) -> Version:
        """The version published last."""
        return self.versions[-1]


@dataclass(slots=True)
class Archive:
    """All that was published, by record id, and the ids of all sources that ever had a page."""

    root: Path
    records: dict[str, Published] = field(default_factory=dict)
    sources: frozenset[str] = frozenset()

    def current(self, record_id: str, record: Record) -> Version | None:
        """Return the latest version of a record when its content is still the same, else None."""
        kept = self.records.get(record_id)
        return kept.latest if kept and kept.latest.digest == digest(record) else None

    def page(self, record_id: str, number: int, lang: str, site_url: str) -> str:
        """Return the kept page of a version as Markdown, for a site at an address. Raises `OSError` when missing."""
        kept = _file(self.root, self.records[record_id].folder, record_id, number, lang).read_text(encoding="utf-8")
        return kept.replace(SITE, site_url.rstrip("/"))


def digest(record: Record) -> str:
    """Return the SHA-256 of a record's content: all its fields but the history."""
    values = record.model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"revisions"})
    return sha256(json.dumps(values, ensure_ascii=False, sort_keys=True))


def sha256(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def _file(root: Path, folder: str, record_id: str, number: int, lang: str) -> Path:
    return root / FOLDER / folder / record_id / f"v{number}.{lang}.md"


def read(root: Path) -> tuple[Archive, list[Problem]]:
    """Return the archive of ``root`` and a problem for each kept page that is missing or was changed."""
    file = root / INDEX
    if not file.exists():
        return Archive(root), []
    try:
        values = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        archive = Archive(root, {name: _published(kept) for name, kept in values["records"].items()})
        archive.sources = frozenset(values["sources"])
    except (yaml.YAMLError, KeyError, TypeError, AttributeError, UnicodeDecodeError):
        message = f"scripts/release alone writes this file, and it cannot be read: git checkout -- {INDEX}"
        return Archive(root), [Problem(INDEX, 1, 1, message)]
    return archive, list(_changed(archive))


def _published(kept: Mapping[str, Any]) -> Published:
    versions = tuple(
        Version(one["version"], str(one["date"]), one["revisions"], one["digest"], one["pages"])
        for one in kept["versions"]
    )
    return Published(kept["folder"], versions, frozenset(kept["anchors"]))


def _changed(archive: Archive) -> Iterator[Problem]:
    for name, published in archive.records.items():
        for version in published.versions:
            for lang, expected in version.pages.items():
                file = _file(archive.root, published.folder, name, version.number, lang)
                if not file.exists() or sha256(file.read_text(encoding="utf-8")) != expected:
                    path = file.relative_to(archive.root).as_posix()
                    message = f"version {version.number} was published and may not change: git checkout -- {path}"
                    yield Problem(path, 1, 1, message)


def add(
    archive: Archive, record_id: str, folder: str, version: Version, anchors: set[str], pages: Mapping[str, str]
) -> None:
    """Keep a version: its ``pages`` (by language) on disk, its line and anchors in ``archive`` (see `write`)."""
    earlier = archive.records.get(record_id, Published(folder, (), frozenset()))
    for lang, text in pages.items():
        file = _file(archive.root, folder, record_id, version.number, lang)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    sealed = replace(version, pages={lang: sha256(text) for lang, text in pages.items()})
    archive.records[record_id] = Published(folder, (*earlier.versions, sealed), earlier.anchors | anchors)


def write(archive: Archive) -> None:
    """Write index.yaml, in one rename."""
    records = {
        name: {
            "folder": kept.folder,
            "versions": [
                {
                    "version": one.number,
                    "date": one.date,
                    "revisions": one.revisions,
                    "digest": one.digest,
                    "pages": dict(one.pages),
                }
                for one in kept.versions
            ],
            "anchors": sorted(kept.anchors),
        }
        for name, kept in sorted(archive.records.items())
    }
    text = HEAD + yaml.dump(
        {"records": records, "sources": sorted(archive.sources)},
        Dumper=yaml.CSafeDumper,
        allow_unicode=True,
        sort_keys=False,
        width=120,
        default_flow_style=None,
    )
    file = archive.root / INDEX
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(file)
