"""What the search knows of each page besides its words: names, dates, linked places and people, weight.

Three lists of a language, each fetched by the browser when it is first of use: all names (to answer a name at once),
all dates (to answer a date), and the links between pages (to narrow results, and to know a page by its number in the
index of words). A page is named in them by its place in the list of names, most referred pages first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .names import fold

EPOCH = 2_400_000
"""Subtracted from a Julian Day Number, so that the lists are shorter."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A dated thing of a page: first and last Julian Day Number, where it stands, the date in words.

    ``main`` is 2 for the time of an event or the day of a document, 1 for the birth or death of a person, the founding
    or end of a body, 0 for what the page tells besides.
    """

    first: int
    last: int
    shown: str
    anchor: str = ""
    main: int = 0


@dataclass(frozen=True, slots=True)
class Subject:
    """A page, or a smaller subject within one: then its address ends with the anchor and it has no dates or links.

    ``address`` is below the site's root; ``names`` are the attested spellings besides ``title``; ``places`` and
    ``people`` the addresses of the pages it names in its fields; ``rank`` how many pages refer to it.
    """

    title: str
    address: str
    kind: str
    rank: int
    names: Sequence[str] = ()
    shown_date: str = ""
    dates: Sequence[Dated] = ()
    places: Sequence[str] = ()
    people: Sequence[str] = ()

    @property
    def page(self) -> str:
        """The address of its page."""
        return self.address.partition("#")[0]


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of one language, as JSON holds them."""

    names: dict[str, Any] = field(default_factory=dict)
    dates: list[list[Any]] = field(default_factory=list)
    pages: list[list[Any]] = field(default_factory=list)


def lists(subjects: Iterable[Subject], words: Mapping[str, str]) -> Lists:
    """Return the lists of one language; ``words`` gives each page's number in the index of words by its address."""
    ordered = sorted(subjects, key=lambda subject: (-subject.rank, subject.address))
    kinds = sorted({subject.kind for subject in ordered})
    place = {subject.address: number for number, subject in enumerate(ordered)}
    rows = [
        [
            one.title,
            one.address,
            kinds.index(one.kind),
            one.shown_date,
            one.rank,
            *(name for name in dict.fromkeys(one.names) if name != one.title and fold(name)),
        ]
        for one in ordered
    ]
    dated = [
        [number, one.first - EPOCH, one.last - one.first, one.main, one.anchor, one.shown]
        for number, subject in enumerate(ordered)
        for one in dict.fromkeys(subject.dates)
    ]
    linked = [
        [
            words.get(one.address, ""),
            *([place[to] for to in dict.fromkeys(several)] for several in (one.places, one.people)),
        ]
        for one in ordered
    ]
    return Lists({"kinds": kinds, "pages": rows}, dated, linked)
