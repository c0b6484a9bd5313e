"""What changed on the site, newest first: one Atom feed a language (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

from ..labels import labels
from ..load import Loaded
from ..model import Record, Revision
from ..pages.here import HTML_LANG
from .site import LICENCE_NAME, PREFIX, File, Site

NAME = "feed.atom"
MOST = 100
UNKNOWN = "2000-01-01"
"""What stands for the month and the day of a revision that is dated by less."""


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a record's history; ``number`` counts the lines of the record from 1."""

    loaded: Loaded[Record]
    number: int
    revision: Revision

    @property
    def day(self) -> str:
        """The day of the change, ISO 8601."""
        date = self.revision.date[:10]
        return date + UNKNOWN[len(date) :]


def file(site: Site, lang: str) -> File:
    """Return the feed of one language: its name and its bytes."""
    return f"{PREFIX[lang]}/{NAME}".lstrip("/"), "".join(f"{line}\n" for line in _lines(site, lang)).encode()


def changes(site: Site) -> list[Change]:
    """Return the newest lines of all records' histories, newest first, at most `MOST`."""
    several = [
        Change(loaded, number, revision)
        for loaded in site.graph.library.records.values()
        for number, revision in enumerate(loaded.record.revisions, 1)
    ]
    several.sort(key=lambda one: (one.loaded.id, -one.number))
    several.sort(key=lambda one: one.day, reverse=True)
    return several[:MOST]


def _lines(site: Site, lang: str) -> Iterator[str]:
    t, found = labels(lang), changes(site)
    home = f"{site.base}{PREFIX[lang]}/"
    updated = found[0].day if found else UNKNOWN
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{HTML_LANG[lang]}">'
    yield f"<id>{escape(home + NAME)}</id>"
    yield f"<title>{escape(t['site'])}</title>"
    yield f"<subtitle>{escape(t['feed'])}</subtitle>"
    yield f"<updated>{updated}T00:00:00Z</updated>"
    yield f"<author><name>{escape(t['publisher'])}</name></author>"
    yield f"<rights>{LICENCE_NAME}</rights>"
    yield f'<link rel="self" type="application/atom+xml" href={quoteattr(home + NAME)}/>'
    yield f'<link rel="alternate" type="text/html" hreflang="{HTML_LANG[lang]}" href={quoteattr(home)}/>'
    for change in found:
        yield from _entry(change, site, lang)
    yield "</feed>"


def _entry(change: Change, site: Site, lang: str) -> Iterator[str]:
    loaded = change.loaded
    page = site.address(loaded.id, lang)
    kind = loaded.record.type
    yield "<entry>"
    yield f"<id>{escape(_tag(page, change))}</id>"
    yield f"<title>{escape(loaded.record.title[lang])}</title>"
    yield f"<updated>{change.day}T00:00:00Z</updated>"
    yield f'<link rel="alternate" type="text/html" hreflang="{HTML_LANG[lang]}" href={quoteattr(page)}/>'
    yield f"<category term={quoteattr(kind)} label={quoteattr(labels(lang)[kind])}/>"
    yield f"<summary>{escape(site.plain(change.revision.note, lang) or '')}</summary>"
    yield "</entry>"


def _tag(page: str, change: Change) -> str:
    """Return a tag URI (RFC 4151): the host on the day of the change, the page's path, the line of its history."""
    parts = urlsplit(page)
    return f"tag:{parts.hostname},{change.day}:{parts.path}#{change.number}"
