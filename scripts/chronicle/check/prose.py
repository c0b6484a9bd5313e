"""Prose: well formed, cited paragraph by paragraph, the same in both languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from .. import text
from ..errors import Problem
from ..labels import LANGS
from ..load import Library
from ..model import Prose, Text
from ..walk import Leaf, leaves, must_cite

EUROPEAN = re.compile(
    r"\b(?=[aiepgodcmrl])(?:arméni[ao]s?|irão|económ\w*|polón\w*|académ\w*|génes\w*|objectiv\w*|director\w*|"
    r"acç\w*|direcç\w*|exact[oa]s?|colecç\w*|projecto\w*|moscovo|roménia|letónia|estónia|controlo)\b",
    re.IGNORECASE,
)
Fault = tuple[str, str]


def check(library: Library) -> Iterator[Problem]:
    """Yield what is wrong with the texts of every record and source."""
    for loaded in library.everything:
        for leaf in leaves(loaded.record):
            if isinstance(leaf.value, Text):
                for lang, message, token in _text(leaf):
                    yield loaded.problem(message, (*leaf.path, lang), token)


def _text(leaf: Leaf) -> Iterator[tuple[str, str, str]]:
    faulty = False
    for lang in LANGS:
        for message, token in _single(leaf, lang):
            faulty = True
            yield lang, message, token
    if not faulty:
        for message, token in _parity(leaf.value):
            yield "pt", message, token


def _single(leaf: Leaf, lang: str) -> Iterator[Fault]:
    prose = leaf.value[lang]
    yield from text.faults(prose)
    if not isinstance(leaf.value, Prose):
        for match in text.CITATION.finditer(prose):
            yield "this text takes no citation: use the `cite` key beside it", match[0]
    elif must_cite(leaf):
        yield from _uncited(prose)
    if lang == "pt":
        for match in EUROPEAN.finditer(prose):
            yield f"`{match[0]}` is not the Brazilian form: use Brazilian Portuguese", match[0]


def _uncited(prose: str) -> Iterator[Fault]:
    for paragraph in text.paragraphs(prose):
        if not text.CITATION.search(paragraph):
            start = " ".join(paragraph.split()[:3])
            yield f"the paragraph `{start} ...` cites nothing: add [@source, locator]", start


def _parity(value: Text) -> Iterator[Fault]:
    english, portuguese = text.paragraphs(value.en), text.paragraphs(value.pt)
    if len(english) != len(portuguese):
        yield f"{len(portuguese)} paragraphs in Portuguese, {len(english)} in English: make them the same", ""
        return
    for one, other in zip(english, portuguese, strict=True):
        start = " ".join(other.split()[:2])
        for message in _differences(one, other):
            yield message, start


def _differences(english: str, portuguese: str) -> Iterator[str]:
    if text.CITATION.findall(english) != text.CITATION.findall(portuguese):
        yield from _compare("citation", _cited(english), _cited(portuguese))
    if (here := _linked(english)) != (there := _linked(portuguese)):
        yield from _compare("link", Counter(here), Counter(there))
    yield from _compare("figure", text.figures(english, "en"), text.figures(portuguese, "pt"))


def _compare(what: str, english: Counter[str], portuguese: Counter[str]) -> Iterator[str]:
    if english == portuguese:
        return
    for name, where, other in (
        ("English", english - portuguese, "Portuguese"),
        ("Portuguese", portuguese - english, "English"),
    ):
        for item in where:
            yield f"the {what} `{item}` stands in {name} only: add it in {other} or remove it"


def _cited(prose: str) -> Counter[str]:
    return Counter(_written(citation) for citation in text.citations(prose))


def _written(citation: text.Citation) -> str:
    through = f"via {_written(citation.via)}" if citation.via else None
    pieces = (f"@{citation.source}", citation.locator, through)
    return ", ".join(piece for piece in pieces if piece)


def _linked(prose: str) -> list[str]:
    return [target for target, _ in text.LINK.findall(prose)]
