"""Prose: Markdown with `[@source, locator, via @source]` and `[[record|shown text]]`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

CITATION = re.compile(r"\[@([^\[\]]*)\]")
LINK = re.compile(r"\[\[([^\[\]|]*)(?:\|([^\[\]]*))?\]\]")
SOURCE_ID = re.compile(r"@([a-z0-9]+(?:-[a-z0-9]+)*)")
TARGET = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:#[a-z0-9]+(?:-[a-z0-9]+)*)?")
STRAY = re.compile(r"(?<![\w.])@[a-z0-9-]+|\[\[|\]\]|\[@")
RAW_HTML = re.compile(r"<(?=[A-Za-z/!?])")
MARKDOWN_LINK = re.compile(r"\]\(\s*([^)\s]*)")
SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)
BLANK_LINE = re.compile(r"\n[ \t]*\n")
CENTURY = re.compile(r"[Ss]éculos?\s+([IVX]+)(?:\s*(?:e|a|ao|–|-)\s*([IVX]+))?\b")
DIGITS = re.compile(r"[0-9][0-9.,]*")
NUMBER = {
    "en": re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?"),
    "pt": re.compile(r"\d{1,3}(?:\.\d{3})+(?!\d)|\d+(?:,\d+)?"),
}
ROMAN = {"I": 1, "V": 5, "X": 10}


class TextError(ValueError):
    """A citation or a link is not well formed. ``token`` is the offending piece of text."""

    def __init__(self, message: str, token: str) -> None:
        super().__init__(message)
        self.token = token


@dataclass(frozen=True, slots=True)
class Citation:
    """One work cited, where in it, and through which other work it was seen."""

    source: str
    locator: str | None = None
    via: Citation | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a record (``target``, perhaps with ``#fragment``), with its shown text if given."""

    target: str
    shown: str | None = None

    @property
    def record(self) -> str:
        """The id of the record, without the fragment."""
        return self.target.partition("#")[0]


@lru_cache(maxsize=65536)
def parse_citations(body: str) -> tuple[Citation, ...]:
    """Parse ``@a, p. 3; @b, via @c`` into citations.

    Raises `TextError` when a part does not start with ``@`` and a source's id.
    """
    return tuple(_citation(part.strip()) for part in body.split(";"))


def _citation(part: str) -> Citation:
    head, _, through = part.partition(", via ")
    source, locator = _source_and_locator(head, part)
    via = None
    if through:
        via_source, via_locator = _source_and_locator(through.strip(), part)
        via = Citation(via_source, via_locator)
    return Citation(source, locator, via)


def _source_and_locator(words: str, whole: str) -> tuple[str, str | None]:
    name, _, locator = words.partition(",")
    match = SOURCE_ID.fullmatch(name.strip())
    if not match:
        raise TextError(f"`{whole}` is not a citation: write `@source-id, locator, via @source-id`", whole)
    locator = locator.strip()
    if "@" in locator:
        raise TextError(f"part two citations with `;` in `{whole}`", whole)
    return match[1], locator or None


def citations(prose: str) -> Iterator[Citation]:
    """Yield every citation of ``prose`` in order. Raises `TextError`."""
    for match in CITATION.finditer(prose):
        yield from parse_citations("@" + match[1])


def links(prose: str) -> Iterator[Link]:
    """Yield every ``[[link]]`` of ``prose`` in order. Raises `TextError`."""
    for match in LINK.finditer(prose):
        if not TARGET.fullmatch(match[1]):
            raise TextError(
                f"`{match[0]}` does not name a record: write `[[record-id]]` or `[[record-id|text]]`",
                match[0],
            )
        yield Link(match[1], match[2])


def paragraphs(prose: str) -> list[str]:
    """Return the paragraphs of ``prose``, parted by blank lines."""
    return [part.strip() for part in BLANK_LINE.split(prose) if part.strip()]


def plain(prose: str) -> str:
    """Return ``prose`` without its citations, each link reduced to its shown text."""
    without = CITATION.sub("", prose)
    shown = LINK.sub(lambda match: match[2] or match[1].partition("#")[0], without)
    return re.sub(r"\s+", " ", shown).replace(" .", ".").replace(" ,", ",").strip()


def figures(prose: str, lang: str) -> Counter[str]:
    """Count the numbers written in digits, in one notation for both languages.

    Group separators are dropped (1,800 and 1.800 are 1800), the decimal sign is a point, and a
    Portuguese century in Roman numerals counts as its number. Citations and link targets do not count.
    """
    words = LINK.sub(lambda match: f" {match[2] or ''} ", CITATION.sub(" ", prose))
    found = Counter[str]()
    if lang == "pt":
        words = CENTURY.sub(lambda match: " ".join(_roman(n) for n in match.groups() if n), words)
    for run in DIGITS.findall(words):
        for number in NUMBER[lang].findall(run):
            found[_plain_number(number, lang)] += 1
    return found


def _plain_number(written: str, lang: str) -> str:
    group, decimal = (",", ".") if lang == "en" else (".", ",")
    return written.replace(group, "").replace(decimal, ".")


def _roman(numeral: str) -> str:
    values = [ROMAN[sign] for sign in numeral.upper()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return str(sum(-value if value < after else value for value, after in pairs))


def faults(prose: str) -> Iterator[tuple[str, str]]:
    """Yield ``(message, token)`` for whatever prose may not hold, before any id is looked up."""
    for match in RAW_HTML.finditer(prose):
        yield "raw HTML is not allowed in prose: write Markdown", prose[match.start() :][:20]
    for match in MARKDOWN_LINK.finditer(prose):
        yield from _address_faults(match[1])
    rest = LINK.sub("", CITATION.sub("", prose))
    if any(sign in rest for sign in "@[]"):
        for match in STRAY.finditer(rest):
            yield f"`{match[0]}` is not closed or not in brackets: write `[@source]` or `[[record]]`", match[0]
    for parse in (citations, links):
        try:
            list(parse(prose))
        except TextError as error:
            yield str(error), error.token


def _address_faults(address: str) -> Iterator[tuple[str, str]]:
    scheme = SCHEME.match(address)
    if scheme and scheme[0].lower() not in ("http:", "https:"):
        yield f"an address may only be http or https, not `{scheme[0]}`", address
    else:
        yield "link to a record with `[[record]]` and cite a work with `[@source]`", address
