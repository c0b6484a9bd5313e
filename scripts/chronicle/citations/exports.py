"""References for other programs: BibLaTeX, RIS and CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from .items import Item, clean

BIBLATEX_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "entry-dictionary": "inreference",
    "entry-encyclopedia": "inreference",
    "manuscript": "unpublished",
    "paper-conference": "inproceedings",
    "pamphlet": "booklet",
    "post": "online",
    "post-weblog": "online",
    "report": "report",
    "thesis": "thesis",
    "webpage": "online",
}
BIBLATEX_CONTAINER = {"article": "journaltitle", "online": "organization"}
BIBLATEX_NAMES = ("author", "editor", "translator")
KEPT_AS_WRITTEN = frozenset(("title", "booktitle", "journaltitle", "publisher", "institution", "organization"))
"""Fields whose capitals or commas BibTeX styles would change: braces keep them."""
BIBLATEX_FIELDS = {
    "title": "title",
    "collection-title": "series",
    "publisher-place": "location",
    "volume": "volume",
    "issue": "number",
    "number": "number",
    "edition": "edition",
    "genre": "type",
    "event-title": "eventtitle",
    "ISBN": "isbn",
    "ISSN": "issn",
    "language": "language",
}
LATEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    sign: "\\" + sign for sign in "{}%#&$_"
}
NOT_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})

RIS_TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "chapter": "CHAP",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "pamphlet": "PAMP",
    "paper-conference": "CONF",
    "post": "ELEC",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
}
RIS_FIELDS = {
    "title": "TI",
    "container-title": "T2",
    "collection-title": "T3",
    "publisher": "PB",
    "publisher-place": "CY",
    "volume": "VL",
    "issue": "IS",
    "number": "M1",
    "edition": "ET",
    "genre": "M3",
    "ISBN": "SN",
    "ISSN": "SN",
    "DOI": "DO",
    "URL": "UR",
    "language": "LA",
    "archive": "DB",
    "archive_location": "AV",
}
RIS_NAMES = {"author": "AU", "editor": "ED", "translator": "A4"}
DAY = re.compile(r"\d{4}(-\d\d){0,2}")


def bibtex(items: Mapping[str, Item]) -> str:
    """Return BibLaTeX entries under the items' ids; dates stay EDTF, which BibLaTeX reads."""
    return "\n".join(_biblatex(key, item) for key, item in items.items())


def _biblatex(key: str, item: Item) -> str:
    csl = clean(item, "en")
    kind = BIBLATEX_TYPES.get(csl["type"], "misc")
    fields: dict[str, str] = {role: _latex_names(csl[role]) for role in BIBLATEX_NAMES if role in csl}
    fields |= {field: _latex(csl[name]) for name, field in BIBLATEX_FIELDS.items() if name in csl}
    fields |= _latex_sources(csl, kind) | _latex_places(item, csl)
    for name in KEPT_AS_WRITTEN & fields.keys():
        fields[name] = f"{{{fields[name]}}}"
    body = "".join(f"  {name} = {{{text}}},\n" for name, text in fields.items())
    return f"@{kind}{{{key},\n{body}}}\n"


def _latex_sources(csl: Item, kind: str) -> dict[str, str]:
    """Return container and publisher under the names that the entry's kind has for them."""
    found = {}
    if "container-title" in csl:
        found[BIBLATEX_CONTAINER.get(kind, "booktitle")] = _latex(csl["container-title"])
    if "publisher" in csl:
        found["institution" if kind in ("thesis", "report") else "publisher"] = _latex(csl["publisher"])
    if csl["type"] == "article-newspaper":
        found["entrysubtype"] = "newspaper"
    return found


def _latex_places(item: Item, csl: Item) -> dict[str, str]:
    """Return dates, pages, addresses and where a document is kept."""
    found = {}
    if item.get("issued"):
        found["date"] = str(item["issued"])
    if item.get("accessed"):
        found["urldate"] = str(item["accessed"])
    if "page" in csl:
        found["pages"] = re.sub(r"\s*[-–]+\s*", "--", _latex(csl["page"]))
    for name, field in (("DOI", "doi"), ("URL", "url")):
        if name in csl:
            found[field] = csl[name].translate(NOT_IN_ADDRESS)
    kept = [_latex(csl[name]) for name in ("archive", "archive_location") if name in csl]
    return found | ({"library": ", ".join(kept)} if kept else {})


def _latex(text: str) -> str:
    return "".join(LATEX.get(sign, sign) for sign in text)


def _latex_names(names: Iterable[Mapping[str, str]]) -> str:
    return " and ".join(_latex_name(name) for name in names)


def _latex_name(name: Mapping[str, str]) -> str:
    if "family" in name and "given" in name:
        return f"{_latex(name['family'])}, {_latex(name['given'])}"
    return f"{{{_latex(name.get('literal') or name.get('family', ''))}}}"


def ris(items: Iterable[Item]) -> str:
    """Return RIS records, lines ended as RIS asks (CR LF)."""
    lines = [line for item in items for line in [*_ris(item), "ER  - ", ""]]
    return "".join(f"{line}\r\n" for line in lines)


def _ris(item: Item) -> list[str]:
    csl = clean(item, "en")
    lines = [f"TY  - {RIS_TYPES.get(csl['type'], 'GEN')}"]
    for role, tag in RIS_NAMES.items():
        lines += [f"{tag}  - {_ris_name(name)}" for name in csl.get(role, [])]
    lines += [f"{tag}  - {csl[name]}" for name, tag in RIS_FIELDS.items() if name in csl]
    if "page" in csl:
        first, _, last = re.sub(r"\s*[-–]+\s*", "-", csl["page"]).partition("-")
        lines += [f"SP  - {first}"] + ([f"EP  - {last}"] if last else [])
    date = DAY.match(str(item.get("issued", "")))
    if date:
        lines += [f"PY  - {date[0][:4]}", f"DA  - {date[0].replace('-', '/')}"]
    return lines + [f"{tag}  - {_line(item[name])}" for name, tag in (("abstract", "AB"),) if item.get(name)]


def _ris_name(name: Mapping[str, str]) -> str:
    if "family" in name and "given" in name:
        return f"{name['family']}, {name['given']}"
    return name.get("literal") or name.get("family", "")


def _line(text: Any) -> str:
    return " ".join(str(text).split())


def csl_json(items: Mapping[str, Item]) -> str:
    """Return the items as CSL-JSON under their ids, with their abstract and licence where they have one."""
    listed = []
    for key, item in items.items():
        more = {name: _line(item[name]) for name in ("abstract", "license") if item.get(name)}
        listed.append({"id": key, **clean(item, "en"), **more})
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"
