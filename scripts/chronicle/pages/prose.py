"""Prose -> Markdown with numbered notes, links to pages, and `lang` on words in other scripts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from html import escape

import cmarkgfm

from .. import text

CITED = re.compile(r"\s*\[@([^\[\]]*)\]([.,;:!?]?)")
RUNS = {
    "hy": "\u0530-\u058f\ufb13-\ufb17",
    "ka": "\u10a0-\u10ff\u1c90-\u1cbf",
    "ru": "\u0400-\u052f",
    "und-Arab": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
    "he": "\u0590-\u05ff",
}
FOREIGN = re.compile(
    "|".join(rf"(?P<r{n}>[{signs}](?:[{signs}\s,.«»()’'-]*[{signs}])?)" for n, signs in enumerate(RUNS.values()))
)
TAGS = re.compile(r"(<[^>]*>|\]\([^)]*\))")
OUTER = re.compile(r"\A<p>(.*)</p>\n?\Z", re.DOTALL)


class Notebook:
    """The notes of one page: each distinct cluster of citations is one note, numbered at first use."""

    def __init__(self, label: str = "Note") -> None:
        self.label = label
        self.clusters: dict[tuple[text.Citation, ...], int] = {}
        self.marks: dict[int, int] = {}

    def cite(self, body: str | None) -> str:
        """Return the mark for ``@a, p. 3; @b`` as HTML, and keep the note."""
        if not body:
            return ""
        number = self.clusters.setdefault(text.parse_citations(body), len(self.clusters) + 1)
        use = self.marks[number] = self.marks.get(number, 0) + 1
        return (
            f'<sup class="note" id="ref-{number}-{use}">'
            f'<a href="#note-{number}" aria-label="{self.label} {number}">{number}</a></sup>'
        )


def to_markdown(prose: str, notebook: Notebook, href: Callable[[str], str], shown: Callable[[str], str]) -> str:
    """Return one paragraph as Markdown with HTML marks.

    ``href`` turns a link's target into an address, ``shown`` gives a record's title where the link shows no text.
    """
    linked = text.LINK.sub(lambda match: f"[{match[2] or shown(match[1])}]({href(match[1])})", prose.strip())
    cited = CITED.sub(lambda match: f"{match[2]}{notebook.cite('@' + match[1])}", linked)
    return tag_foreign(cited)


@lru_cache(maxsize=65536)
def tag_foreign(markup: str) -> str:
    """Wrap runs of Armenian, Georgian, Cyrillic, Arabic and Hebrew script in a ``lang`` span."""
    if not FOREIGN.search(markup):
        return markup
    pieces = TAGS.split(markup)
    return "".join(piece if index % 2 else FOREIGN.sub(_span, piece) for index, piece in enumerate(pieces))


def _span(match: re.Match[str]) -> str:
    lang = list(RUNS)[int(str(match.lastgroup)[1:])]
    return foreign(match[0], lang)


def foreign(words: str, lang: str) -> str:
    """Return ``words`` in a span with its language, and its direction where that is right to left."""
    direction = ' dir="rtl"' if "Arab" in lang or lang in ("fa", "ar", "he", "ota", "ur") else ""
    return f'<span lang="{escape(lang)}"{direction}>{words}</span>'


@lru_cache(maxsize=65536)
def inline(markdown: str) -> str:
    """Return Markdown of one paragraph as HTML without the paragraph around it."""
    html = cmarkgfm.markdown_to_html(markdown, options=cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE)
    outer = OUTER.match(html)
    return (outer[1] if outer and "<p>" not in outer[1] else html).strip().replace("\n", " ")


def blocks(paragraphs: Iterable[str], anchor: str) -> str:
    """Return paragraphs as Markdown, each in a division with its own anchor."""
    return "\n\n".join(
        f'<div class="passage" id="{anchor}-p{number}">\n\n{paragraph}\n\n</div>'
        for number, paragraph in enumerate(paragraphs, 1)
    )
