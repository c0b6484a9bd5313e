"""What every export needs: the addresses of pages, plain words, dates as days, and which sources a record cites."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from .. import dates, text
from ..archive import Version
from ..dates import Date
from ..graph import Graph
from ..model import Dating, Text

File = tuple[str, bytes]
"""The name of a file below the site's root, and what it holds."""

PREFIX = {"en": "", "pt": "/pt"}
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
LICENCE_NAME = "CC BY 4.0"
PLAIN_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
EMPHASIS = re.compile(r"\*+(?=\S)|(?<=\S)\*+")


@dataclass(frozen=True, slots=True)
class Site:
    """The records as a site: ``base`` is its address without a final slash, ``cited`` the sources by record."""

    graph: Graph
    base: str
    cited: dict[str, list[str]]

    @classmethod
    def of(cls, graph: Graph, site_url: str) -> Site:
        """Return the site of a graph at an address."""
        return cls(graph, site_url.rstrip("/"), _cited(graph))

    def address(self, record_id: str, lang: str = "en") -> str:
        """Return the absolute address of a record's or source's page; ``id#fragment`` keeps its fragment."""
        return self.base + PREFIX[lang] + self.graph.path(record_id)

    def folder(self, record_id: str, lang: str) -> str:
        """Return the folder of a page below the site's root, with its final slash."""
        return (PREFIX[lang] + self.graph.path(record_id)).lstrip("/")

    def version(self, record_id: str) -> Version | None:
        """Return the published version of the text a record has today, or None."""
        return self.graph.library.archive.current(record_id, self.graph.record(record_id))

    def label(self, vocabulary: str, term: str | None, lang: str) -> str | None:
        """Return a term's label, or None without a term."""
        return self.graph.library.terms[vocabulary][term].label(lang) if term else None

    def plain(self, words: Text | None, lang: str) -> str | None:
        """Return words as plain text on one line: links as the page shows them, no citations, no marks of emphasis."""
        if words is None:
            return None
        shown = text.LINK.sub(lambda match: match[2] or self._title(match[1], lang), words[lang])
        return EMPHASIS.sub("", text.plain(shown))

    def _title(self, target: str, lang: str) -> str:
        return self.graph.record(target.partition("#")[0]).title[lang]


def _cited(graph: Graph) -> dict[str, list[str]]:
    """Return the sources that each record cites, or knows another through, sorted by their ids."""
    found: dict[str, set[str]] = defaultdict(set)
    for several in (graph.uses, graph.through):
        for source, uses in several.items():
            for use in uses:
                found[use.record].add(source)
    return {record: sorted(sources) for record, sources in found.items()}


def days(edtf: str | None) -> tuple[str | None, str | None]:
    """Return the first and the last Gregorian day that an EDTF date may mean, as ISO 8601; None where it is open."""
    if not edtf:
        return None, None
    first, last = dates.bounds(dates.parse(edtf))
    return _iso(first), _iso(last)


def _iso(number: int | None) -> str | None:
    return "{:04d}-{:02d}-{:02d}".format(*dates.from_day_number(number)) if number is not None else None


def ends(dating: Dating | None) -> tuple[str | None, str | None]:
    """Return begin and end of a date as ISO 8601 (a day, a month or a year); None for what is in doubt or open.

    A single date is both its begin and its end. What ISO 8601 cannot say without loss (``1895~``, ``191X``, one of a
    set) is left out rather than made exact.
    """
    edtf = dating.gregorian() if dating else None
    if not edtf:
        return None, None
    parsed = dates.parse(edtf)
    if parsed.kind == "set":
        return None, None
    return _exact(parsed.dates[0]), _exact(parsed.dates[-1])


def _exact(end: object) -> str | None:
    return dates.machine_form(end) if isinstance(end, Date) and not end.qualifier else None


def plain_date(edtf: str | None) -> bool:
    """Tell whether an EDTF date is a day, a month or a year and nothing else: the same text in ISO 8601."""
    return bool(edtf and PLAIN_DATE.fullmatch(edtf)) and dates.precision(dates.parse(edtf or "")) != "season"
