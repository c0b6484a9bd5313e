"""Notes, bibliographies and "cite this" in the words of Chicago, APA, MLA and ABNT; BibLaTeX, RIS and CSL-JSON.

A page's notes are full at the first mention of a source and short after. Formatting is done by a CSL processor for
many items at once, with a placeholder where the locator goes, and kept by content hash; a page is then put together
from what is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path

from ..errors import ChronicleError
from ..text import Citation
from . import locators
from .exports import bibtex, csl_json, ris
from .forms import NOTES, Forms, Job
from .items import Item
from .markup import close, plain
from .pandoc import KINDS, OTHER, PLACE, STYLES

__all__ = ["STYLES", "Citation", "CitationError", "Citations", "bibtex", "csl_json", "plain", "ris"]

CITED_IN = {"en": "cited in", "pt": "citado em"}
ONE_PAGE = re.compile(rf"\bp\.(\s){PLACE}")
LABELLED = re.compile(rf"{OTHER}\s*{PLACE}(,?)")

_locator = lru_cache(maxsize=65536)(locators.parse)


class CitationError(ChronicleError):
    """A source is cited that is not among the sources."""


class Citations:
    """The formatter for a library of sources.

    ``items`` maps a source's id to its record in CSL's terms (dates in EDTF, Gregorian). ``cache_dir`` is the folder of
    the one file in which formatted references last from build to build.
    """

    def __init__(self, items: Mapping[str, Item], cache_dir: Path | None = None) -> None:
        self._items = dict(items)
        self._library = list(self._items.values())
        self._made = Forms(cache_dir)
        self._forms: dict[tuple[str, str], dict[str, list[str]]] = {}
        self._ranks: dict[str, dict[str, int]] = {}

    def notes(self, clusters: Sequence[Sequence[Citation]], lang: str) -> list[str]:
        """Return the notes of one page in order as HTML, each with its full stop.

        A source is cited in full at its first mention on the page and shortly after; two sources of a page that would
        look alike in short are always cited in full. Raises `CitationError` on an unknown source.
        """
        page = _Page(self._all(NOTES, lang), lang)
        page.look(citation for cluster in clusters for citation in cluster)
        return [page.note(cluster) for cluster in clusters]

    def bibliography(self, ids: Iterable[str], lang: str) -> list[tuple[str, str]]:
        """Return (id, HTML) of each source once, sorted and worded as Chicago does. Raises `CitationError`."""
        references = self._all("chicago", lang)
        ranks = self._rank(lang)
        wanted = {source: _known(references, source) for source in ids}
        return [(source, wanted[source][0]) for source in sorted(wanted, key=ranks.__getitem__)]

    def cite(self, item: Item, lang: str) -> dict[str, str]:
        """Return the reference of one item as HTML in every one of `STYLES`. For many, `cite_all` is faster."""
        return self.cite_all([item], lang)[0]

    def cite_all(self, items: Sequence[Item], lang: str) -> list[dict[str, str]]:
        """Return the references of many items, each in every one of `STYLES`, in the order of the items."""
        columns = self._made.made([Job(style, lang, items) for style in STYLES])
        return [dict(zip(STYLES, (forms[0] for forms in row), strict=True)) for row in zip(*columns, strict=True)]

    def prepare(self, lang: str, pages: Sequence[Item]) -> None:
        """Format at once, side by side, what is asked for one by one later: every source, and ``pages`` in each style.

        Nothing depends on this but time.
        """
        jobs = [Job(kind, lang, self._library) for kind in (NOTES, *STYLES)]
        jobs += [Job(style, lang, pages) for style in STYLES]
        with ThreadPoolExecutor() as pool:
            order = pool.submit(self._rank, lang)
            self._made.made(jobs)
            order.result()

    def cite_source(self, source: str, lang: str) -> dict[str, str]:
        """Return the reference of a source of the library in every one of `STYLES`. Raises `CitationError`."""
        return {style: _known(self._all(style, lang), source)[0] for style in STYLES}

    def _all(self, kind: str, lang: str) -> dict[str, list[str]]:
        """Return the forms of the whole library, by source: one reference, or the six forms of a note."""
        if (kind, lang) not in self._forms:
            (made,) = self._made.made([Job(kind, lang, self._library)])
            self._forms[kind, lang] = dict(zip(self._items, made, strict=True))
        return self._forms[kind, lang]

    def _rank(self, lang: str) -> dict[str, int]:
        if lang not in self._ranks:
            ids = list(self._items)
            self._ranks[lang] = {ids[at]: rank for rank, at in enumerate(self._made.order(lang, self._library))}
        return self._ranks[lang]


def _known(forms: Mapping[str, list[str]], source: str) -> list[str]:
    if source not in forms:
        raise CitationError(f"`{source}` is cited but is not among the sources: add data/sources/{source}.yaml")
    return forms[source]


class _Page:
    """The notes of one page while they are written: which sources were mentioned, which look alike in short."""

    def __init__(self, forms: Mapping[str, list[str]], lang: str) -> None:
        self._all = forms
        self._lang = lang
        self._seen: set[str] = set()
        self._alike: set[str] = set()

    def look(self, citations: Iterable[Citation]) -> None:
        """Find the sources of the page whose short forms are the same."""
        owner: dict[str, str] = {}
        for citation in citations:
            for source in (citation.source, citation.via.source if citation.via else citation.source):
                short = _known(self._all, source)[len(KINDS)]
                if owner.setdefault(short, source) != source:
                    self._alike |= {source, owner[short]}

    def note(self, cluster: Sequence[Citation]) -> str:
        """Return the note for one cluster of citations."""
        said = [self._citation(citation) for citation in cluster]
        return close("; ".join(said), ".", self._lang)

    def _citation(self, citation: Citation) -> str:
        work = self._work(citation)
        if not citation.via:
            return work
        return f"{close(work, ',', self._lang)} {CITED_IN[self._lang]} {self._citation(citation.via)}"

    def _work(self, citation: Citation) -> str:
        forms = _known(self._all, citation.source)
        again = citation.source in self._seen and citation.source not in self._alike
        self._seen.add(citation.source)
        if not citation.locator:
            return forms[len(KINDS) * again]
        locator = _locator(citation.locator, self._lang)
        kind = "page" if locator.page else "other"
        return _placed(forms[len(KINDS) * again + KINDS.index(kind)], locator, self._lang)


def _placed(form: str, locator: locators.Locator, lang: str) -> str:
    """Put the locator where the style left room for it; after the reference if it left none."""
    if PLACE not in form:
        label = ("pp. " if locator.several and lang == "en" else "p. ") if locator.page else ""
        return f"{close(form, ',', lang)} {label}{locator.html}"
    if not locator.page:
        return LABELLED.sub(lambda place: _with_comma(locator.html, place[1], lang), form, count=1)
    if locator.several and lang == "en":
        form = ONE_PAGE.sub(rf"pp.\g<1>{PLACE}", form, count=1)
    return form.replace(PLACE, locator.html, 1)


def _with_comma(words: str, comma: str, lang: str) -> str:
    return close(words, comma, lang) if comma else words
