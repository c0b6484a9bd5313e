"""The processor's answer -> safe HTML, with the language of foreign titles, and its closing punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from .items import Item, show

Inline = dict[str, Any]

TAGS = {"Emph": "i", "Strong": "b", "Superscript": "sup", "Subscript": "sub", "Underline": "i"}
SPACES = {"Space": " ", "SoftBreak": " ", "LineBreak": " "}
WEB = re.compile(r"https?://[^\s/?#]")
TAG = re.compile(r"<[^>]*>")
LAST = re.compile(r"((?:[’”]|</?[a-z][^>]*>)*)\Z")
LIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "–": "-"})


@dataclass(frozen=True, slots=True)
class Script:
    """A script other than Latin: its signs, the language taken where none fits, and those written in it."""

    signs: str
    lang: str
    langs: frozenset[str]
    direction: str = ""


SCRIPTS = (
    Script("\u0531-\u058f\ufb13-\ufb17", "hy", frozenset(("hy", "hyw"))),
    Script("\u10a0-\u10ff\u1c90-\u1cbf", "ka", frozenset(("ka",))),
    Script("\u0400-\u052f", "ru", frozenset(("ru", "uk", "be", "bg", "az", "tt", "kk", "sr"))),
    Script("\u0600-\u06ff\u0750-\u077f", "und-Arab", frozenset(("ar", "fa", "az", "ota", "ur", "ku")), ' dir="rtl"'),
    Script("\u0590-\u05ff", "he", frozenset(("he", "yi")), ' dir="rtl"'),
)
RUNS = tuple(re.compile(rf"[{script.signs}](?:[{script.signs}\s\d.,«»()’'/-]*[{script.signs}])?") for script in SCRIPTS)


@dataclass(slots=True)
class Piece:
    """A stretch of text, or a tag (``tag`` true, its text is markup already)."""

    text: str
    tag: bool = False
    linked: bool = False


def html(inlines: list[Inline], item: Item, lang: str) -> str:
    """Return the processor's inline elements as HTML: text escaped, http(s) links only, foreign words marked.

    ``item`` is the CSL item as prepared; ``lang`` the page's language.
    """
    pieces = _merged(_pieces(inlines))
    return "".join(_marked(pieces, _foreign(pieces, item, lang)))


def plain(markup: str) -> str:
    """Return HTML of this module as plain text."""
    return unescape(TAG.sub("", markup))


def close(markup: str, mark: str, lang: str) -> str:
    """Return the markup with a full stop, comma or semicolon after it, none where it would be double.

    English puts stops and commas inside closing quotation marks.
    """
    tail = LAST.search(markup)
    end = tail.start() if tail else len(markup)
    last = unescape(markup[:end])[-1:]
    if mark == "." and last in ".?!":
        return markup
    if lang == "en" and mark in ".,":
        quote = re.search("[’”]", markup[end:])
        if quote:
            end += quote.start()
            return markup[:end] + mark + markup[end:]
    return markup + mark


def _pieces(inlines: list[Inline]) -> Iterator[Piece]:
    for inline in inlines:
        kind = inline["t"]
        if kind == "Str":
            yield Piece(show(inline["c"]))
        elif kind in SPACES:
            yield Piece(SPACES[kind])
        elif kind in TAGS:
            yield from _wrapped(f"<{TAGS[kind]}>", inline["c"], f"</{TAGS[kind]}>")
        elif kind == "Link":
            yield from _link(inline["c"][1])
        elif kind in ("Span", "Quoted"):
            yield from _pieces(inline["c"][1])
        elif kind == "SmallCaps":
            yield from _wrapped('<span class="csl-small-caps">', inline["c"], "</span>")


def _merged(pieces: Iterator[Piece]) -> list[Piece]:
    merged: list[Piece] = []
    for piece in pieces:
        if merged and not (piece.tag or merged[-1].tag or piece.linked or merged[-1].linked):
            merged[-1].text += piece.text
        else:
            merged.append(piece)
    return merged


def _wrapped(start: str, inlines: list[Inline], end: str) -> Iterator[Piece]:
    yield Piece(start, tag=True)
    yield from _pieces(inlines)
    yield Piece(end, tag=True)


def _link(inlines: list[Inline]) -> Iterator[Piece]:
    words = "".join(piece.text for piece in _pieces(inlines) if not piece.tag)
    target = words if WEB.match(words) else f"https://doi.org/{words}" if words.startswith("10.") else ""
    if target:
        yield Piece(f'<a href="{escape(target)}">', tag=True)
    yield Piece(words, linked=True)
    if target:
        yield Piece("</a>", tag=True)


TAKEN = "\0"
Spans = list[tuple[int, int, str]]


def _foreign(pieces: list[Piece], item: Item, lang: str) -> Spans:
    """Return the stretches of the joined text that are not in the page's language: start, end, attributes."""
    words = "".join(_searchable(piece) for piece in pieces if not piece.tag)
    of_item = str(item.get("language", ""))
    spans: Spans = []
    if of_item and of_item.partition("-")[0] != lang:
        for key in ("title", "title-short", "container-title", "collection-title"):
            _find(words, _like(show(str(item.get(key, "")))), of_item, spans)
    for start, end, _ in list(spans):
        words = words[:start] + TAKEN * (end - start) + words[end:]
    for script, runs in zip(SCRIPTS, RUNS, strict=True) if not words.isascii() else ():
        named = of_item if of_item.partition("-")[0] in script.langs else script.lang
        attributes = f' lang="{escape(named)}"{script.direction}'
        spans += [(run.start(), run.end(), attributes) for run in runs.finditer(words)]
    return sorted(spans)


def _find(words: str, title: str, of_item: str, spans: Spans) -> None:
    """Add every place of the title that is not yet taken, if it is in a script of the item's language."""
    script = next((script for script, runs in zip(SCRIPTS, RUNS, strict=True) if runs.search(title)), None)
    base = of_item.partition("-")[0]
    expected = [one for one in SCRIPTS if base in one.langs]
    if not title or (script is None and expected and base != "az" and base != "ku"):
        return
    start = words.find(title)
    while start >= 0:
        end = start + len(title)
        if not any(one < end and start < two for one, two, _ in spans):
            spans.append((start, end, f' lang="{escape(of_item)}"{script.direction if script else ""}'))
        start = words.find(title, end)


def _searchable(piece: Piece) -> str:
    """Return the text for comparison; a link's text is blanked, so that nothing is found in an address."""
    return " " * len(piece.text) if piece.linked else _like(piece.text)


def _like(text: str) -> str:
    """Return text without differences of case, quotation marks and dashes, sign for sign."""
    plain_signs = text.translate(LIKE)
    if len(lowered := plain_signs.lower()) == len(text):
        return lowered
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in plain_signs)  # İ becomes two signs


def _marked(pieces: list[Piece], spans: Spans) -> Iterator[str]:
    at = 0
    for piece in pieces:
        if piece.tag:
            yield piece.text
            continue
        end = at + len(piece.text)
        for start, stop, attributes in spans:
            low, high = max(at, start), min(end, stop)
            if low < high:
                before, inside = piece.text[: low - at], piece.text[low - at : high - at]
                yield f"{_safe(before)}<span{attributes}>{_safe(inside)}</span>"
                piece = Piece(piece.text[high - at :])
                at = high
        yield _safe(piece.text)
        at = end


def _safe(text: str) -> str:
    return escape(text, quote=False)
