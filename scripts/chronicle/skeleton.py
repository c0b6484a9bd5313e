"""A new record: the smallest file that holds everything needed, with comments on what to write."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from .errors import ChronicleError
from .model import FOLDERS

COMMON = """\
# yaml-language-server: $schema=../schemas/{type}.json
title: {{en: {title}, pt: {title}}}          # the most usual name in each language's scholarship
names: []                                    # - {{text: ..., lang: az, cite: "@source, p. 1"}}
"""
SUMMARY = """\
summary:                                     # one or two paragraphs that stand alone; each cites [@source, locator]
  en: >
    Write the first paragraph here [@{source}].
  pt: >
    Escreva aqui o primeiro parágrafo [@{source}].
"""
LAST = """\
facts: []                                    # - {{what: location, value: {{en: ..., pt: ...}}, cite: "@source"}}
sections: []                                 # - {{id: background, title: {{en: ..., pt: ...}}, text: ...}}
chronology: []                               # - {{id: ..., date: {{edtf: 1920-03-22}}, text: {{en: ..., pt: ...}}}}
claims: []                                   # figures on which accounts differ
questions: []                                # disputed matters, two answers or more each
gaps: []                                     # - {{id: ..., text: {{en: ..., pt: ...}}}}
related: []                                  # ids of other records
revisions:
  - {{date: {today}, note: {{en: First published., pt: Primeira publicação.}}}}
"""
OWN = {
    "event": """\
kind: massacre                               # a term of event-kinds in data/terms.yaml
date: {{edtf: 1920-03-22}}                     # Gregorian; add julian: when the source gives Old Style
places: []                                   # ids of places
people: []                                   # - {{who: id, role: commander, cite: "@source"}}
""",
    "person": """\
# born: {{edtf: 1875, place: id, cite: "@source"}}
# died: {{edtf: 1920-06-19, place: id, cite: "@source"}}
offices: []                                  # - {{office: prime-minister, from: 1918-05-28, cite: "@source"}}
party: []                                    # - {{organization: id, cite: "@source"}}
""",
    "place": """\
kind: town                                   # a term of place-kinds
# coordinates: {{lat: 39.76, lon: 46.75, cite: "@source"}}
status: []                                   # - {{from: 1918, to: 1920, text: {{en: ..., pt: ...}}, cite: "@source"}}
population: []                               # - {{year: 1917, group: total, number: 1, cite: "@source"}}
""",
    "organization": """\
kind: party                                  # a term of organization-kinds
# founded: {{edtf: 1918-05-27, cite: "@source"}}
# dissolved: {{edtf: 1920-04-27, cite: "@source"}}
members: []                                  # - {{who: id, role: chair, from: 1918, cite: "@source"}}
seats: []                                    # - {{id: ..., title: {{en: ..., pt: ...}}, rows: [...], cite: "@source"}}
""",
    "document": """\
kind: agreement                              # a term of document-kinds
# signed: {{edtf: 1919-08-22, cite: "@source"}}
parties: []                                  # - {{who: id, role: signatory, cite: "@source"}}
clauses: []                                  # - {{id: ..., text: {{en: ..., pt: ...}}}}
""",
    "topic": "",
}
SOURCE = """\
# yaml-language-server: $schema=../schemas/source.json
type: book                                   # a CSL type
title: {title}                               # in its own language and script
author: []                                   # - {{family: ..., given: ...}} or - {{literal: ...}}
# issued: 1996                               # EDTF
# publisher: ...
# URL: https://...
language: en
perspective: {{en: Who made the work, pt: Quem fez a obra}}
distance: secondary                          # primary, secondary or tertiary
consulted: direct                            # or via, with via: [source-id]
consulted_at: []                             # addresses at which it was read
"""


def slug(name: str) -> str:
    """Return the id for a name: lower-case ASCII words joined by hyphens.

    Raises `ChronicleError` when nothing of the name is left.
    """
    folded = unicodedata.normalize("NFKD", name.replace("ə", "a").replace("ı", "i").replace("Ə", "A"))
    letters = "".join(
        sign if sign.isascii() and sign.isalnum() else " " for sign in folded if not unicodedata.combining(sign)
    )
    made = "-".join(letters.lower().split())
    if not made:
        raise ChronicleError(
            f"`{name}` has no Latin letter: give the name in Latin letters, add other scripts in `names`"
        )
    return made


def write(root: Path, record_type: str, name: str, today: str, source: str) -> Path:
    """Write a skeleton of ``record_type`` for ``name`` and return its path.

    ``today`` is an ISO date for the first revision, ``source`` an existing source's id for the sample paragraph.
    Raises `ChronicleError` when the file exists.
    """
    file = root / "data" / FOLDERS[record_type] / f"{slug(name)}.yaml"
    if file.exists():
        raise ChronicleError(f"{file.relative_to(root)} exists already: edit it, or choose another name")
    title = '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    pattern = SOURCE if record_type == "source" else COMMON + SUMMARY + OWN[record_type] + LAST
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(pattern.format(type=record_type, title=title, today=today, source=source), encoding="utf-8")
    return file
