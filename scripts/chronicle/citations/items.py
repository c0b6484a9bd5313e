"""A source's record -> the CSL item that the processor reads, and the words it hides from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .edtf import to_csl

Item = Mapping[str, Any]

TEXTS = (
    "title",
    "title-short",
    "container-title",
    "collection-title",
    "publisher",
    "publisher-place",
    "volume",
    "issue",
    "page",
    "edition",
    "genre",
    "number",
    "event-title",
    "archive",
    "archive_location",
    "archive-place",
    "ISBN",
    "ISSN",
    "DOI",
    "URL",
    "language",
)
NAMES = ("author", "editor", "translator", "container-author", "recipient")
DATES = ("issued", "accessed", "original-date")
TYPES = frozenset(
    (
        "article",
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "bill",
        "book",
        "broadcast",
        "chapter",
        "classic",
        "dataset",
        "document",
        "entry",
        "entry-dictionary",
        "entry-encyclopedia",
        "graphic",
        "hearing",
        "interview",
        "legal_case",
        "legislation",
        "manuscript",
        "map",
        "motion_picture",
        "pamphlet",
        "paper-conference",
        "periodical",
        "personal_communication",
        "post",
        "post-weblog",
        "regulation",
        "report",
        "review",
        "review-book",
        "song",
        "speech",
        "standard",
        "thesis",
        "treaty",
        "webpage",
    )
)
HIDDEN = {"<": "\ue021", ">": "\ue022", "&": "\ue023"}
"""Signs that the processor would read as markup, and what stands for them until its answer is read."""

NAME_MARK = "\u052f"
"""Ends an Armenian or Georgian family name on its way through the processor, which otherwise takes such a name for an
East Asian one and joins it to the given name. No living orthography of the sources uses this letter."""

UNJOINED = re.compile("[\u0530-\u058f\u10a0-\u10ff]")
PARTS = frozenset(("chapter", "entry-encyclopedia", "entry-dictionary", "paper-conference"))
SUBTITLE = re.compile(r"(?<=: )[a-z]")
SPAN = re.compile(r"(?<=\d)-(?=\d)")
ONE_PAGE = re.compile(r"(\w+)\s*[-–]\s*\1\Z")
RESOLVER = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
SHORT_ARTICLE = re.compile(r"(?:the|a|an)\s+(?=\S)", re.IGNORECASE)
GEORGIAN = re.compile("[\u10a0-\u10ff]")
ARTICLES = frozenset(("the", "an", "das", "der", "die", "des", "dos", "les", "los", "las", "uma", "una", "une", "gli"))

_HIDE = str.maketrans(HIDDEN)
_SHOW = str.maketrans({sign: text for text, sign in HIDDEN.items()} | {NAME_MARK: "", NAME_MARK.upper(): ""})


def clean(item: Item, lang: str) -> dict[str, Any]:
    """Return the CSL item of a source: CSL keys only, EDTF dates as CSL dates, an unknown type as ``document``.

    ``lang`` (``en`` or ``pt``) is used for dates that must be put in words.
    """
    csl: dict[str, Any] = {"type": item["type"] if item.get("type") in TYPES else "document"}
    for key in TEXTS:
        if item.get(key) not in (None, ""):
            csl[key] = _line(item[key])
    if "DOI" in csl:
        csl["DOI"] = RESOLVER.sub("", csl["DOI"])
    if "page" in csl:
        csl["page"] = ONE_PAGE.sub(r"\1", csl["page"])
    for key in NAMES:
        if item.get(key):
            csl[key] = [{part: _line(text) for part, text in name.items() if text} for name in item[key]]
    for key in DATES:
        if item.get(key):
            csl[key] = to_csl(str(item[key]), lang)
    return csl


def _line(text: Any) -> str:
    return " ".join(str(text).split())


def prepare(item: Item, style: str, lang: str) -> dict[str, Any]:
    """Return the item as one style needs it, with signs and names hidden that the processor would misread."""
    csl = clean(item, lang)
    _without_repeats(csl, style)
    if style == "abnt":
        _capital_entries(csl)
    else:
        csl.setdefault("title-short", short_title(csl))
        csl |= {key: SPAN.sub("–", csl[key]) for key in ("volume", "issue") if key in csl}
    if style == "apa" and csl.get("language", lang).startswith("en"):
        titles = [key for key in ("title", "container-title") if key in csl]
        csl |= {key: SUBTITLE.sub(lambda start: start[0].upper(), csl[key]) for key in titles}
    for key in TEXTS:
        if key in csl and key != "URL":
            csl[key] = csl[key].translate(_HIDE)
    for key in NAMES:
        if key in csl:
            csl[key] = [_hidden_name(name) for name in csl[key]]
    return csl


def show(text: str) -> str:
    """Return the processor's text with the hidden signs restored."""
    return text.translate(_SHOW)


def short_title(csl: Item) -> str:
    """Return the title up to its colon, in English without its first article (Chicago Manual 13.37)."""
    title: str = csl.get("title", "")
    if csl["type"] in ("entry-encyclopedia", "entry-dictionary"):
        return title
    main = title.partition(": ")[0]
    if csl.get("language", "en").startswith("en"):
        bare = SHORT_ARTICLE.sub("", main, count=1) if SHORT_ARTICLE.match(main) else main
        main = bare[:1].upper() + bare[1:]
    return main


def _without_repeats(csl: dict[str, Any], style: str) -> None:
    """Name a body that is author and publisher once: as publisher in MLA, as author in Chicago and APA."""
    authors = [name.get("literal") for name in csl.get("author", [])]
    if style == "abnt" or len(authors) != 1 or not authors[0]:
        return
    if csl.get("publisher") == authors[0]:
        del csl["author" if style == "mla" else "publisher"]
    if csl["type"] == "webpage" and style == "apa" and csl.get("container-title") == authors[0]:
        del csl["container-title"]


def _hidden_name(name: Mapping[str, str]) -> dict[str, str]:
    hidden = {part: text.translate(_HIDE) for part, text in name.items()}
    if "family" in hidden and "given" in hidden and UNJOINED.search(hidden["family"]):
        hidden["family"] += NAME_MARK
    return hidden


def _capital_entries(csl: dict[str, Any]) -> None:
    """Put in capitals the first word of what a reference is entered by when it has no author (NBR 6023, 8.2).

    Family names and bodies stand in capitals. A part of an unnamed whole is cited as a whole.
    """
    language = csl.get("language", "")
    if "container-title" not in csl and (csl["type"] in PARTS or csl["type"].startswith("article")):
        csl["type"] = "webpage" if "URL" in csl else "document"
    part = csl["type"] in PARTS
    if "title" in csl and not (csl.get("author") or (csl.get("editor") and not part)):
        csl["title"] = first_word_capital(csl["title"], language)
    if part and "container-title" in csl and not csl.get("editor"):
        csl["container-title"] = first_word_capital(csl["container-title"], language)
    for role in ("author", "editor"):
        for name in csl.get(role, []):
            name.update({part: upper(name[part], language) for part in ("family", "literal") if part in name})


def first_word_capital(title: str, language: str) -> str:
    """Return the title with its first word in capitals, and the second too after an article or monosyllable."""
    words = title.split(" ")
    count = 2 if len(words[0]) <= 2 or words[0].lower() in ARTICLES else 1
    return " ".join([upper(word, language) for word in words[:count]] + words[count:])


def upper(text: str, language: str) -> str:
    """Return text in capitals; Turkish and Azerbaijani have a dotted and a dotless I, Georgian writes no capitals.

    A word in plain Latin letters is taken for a spelling of another language.
    """
    if GEORGIAN.search(text):
        return text
    if language.partition("-")[0] in ("az", "tr") and not text.isascii():
        text = text.replace("i", "İ").replace("ı", "I")
    return text.upper()
