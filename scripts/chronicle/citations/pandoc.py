"""The CSL processor: pandoc's citeproc, called once for many items."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from ..errors import ChronicleError
from .items import Item
from .markup import Inline

STYLES = ("chicago", "apa", "mla", "abnt")
LOCALES = {"en": "en-US", "pt": "pt-BR"}
API = [1, 23]
PLACE = "987600123"
"""The locator in a form until the real one takes its place."""
OTHER = "\ue010"
"""The label (a term of our Chicago style) of a locator that brings its own label."""
KINDS = ("none", "page", "other")
LABELS = {"none": "", "page": "p.", "other": OTHER}

DAY_FIRST = (
    '<date-part name="month"/>\n      <date-part name="day" prefix=" "/>',
    '<date-part name="day" suffix=" de "/>\n      <date-part name="month"/>',
)
"""APA's own order of month and day, and the one Portuguese asks for; CSL cannot choose it by language."""

SORT = re.compile(r"<sort>.*?</sort>", re.DOTALL)
"""Left out where the order does not matter: it is a third of the time."""


class ProcessorError(ChronicleError):
    """The processor failed; the message holds what it said."""


@cache
def style(name: str, lang: str) -> str:
    """Return a CSL style of ours as XML, for one language."""
    xml = files(__package__).joinpath("styles", f"{name}.csl").read_text(encoding="utf-8")
    return xml.replace(*DAY_FIRST) if (name, lang) == ("apa", "pt") else xml


def processor_version() -> str:
    """Return the name and version of the processor, for keys of what it made."""
    return f"pandoc {version('pypandoc_binary')}"


def references(name: str, lang: str, items: Sequence[Item]) -> list[list[Inline]]:
    """Return the reference of each item in a style, in the order of the items."""
    made = dict(_run(SORT.sub("", style(name, lang)), lang, items, []).references)
    return [made.get(number, []) for number in range(len(items))]


def order(lang: str, items: Sequence[Item]) -> list[int]:
    """Return the items' positions in the order in which the Chicago style sorts a bibliography."""
    return [number for number, _ in _run(style("chicago", lang), lang, items, []).references]


def notes(lang: str, items: Sequence[Item]) -> list[list[list[Inline]]]:
    """Return the six forms of a Chicago note of each item: full, then short, each for every one of `KINDS`.

    An item stands in the bibliography once for each kind, so that each kind has a first and a later mention.
    """
    copies = [item for item in items for _ in KINDS]
    cites = [(number, LABELS[KINDS[number % len(KINDS)]]) for number in range(len(copies))]
    made = _run(style("chicago", lang), lang, copies, cites + cites).notes
    full, short = made[: len(copies)], made[len(copies) :]
    size = len(KINDS)
    return [full[at : at + size] + short[at : at + size] for at in range(0, len(copies), size)]


class _Answer:
    """What the processor wrote: notes in order, and references as (position of the item, inline elements)."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.notes: list[list[Inline]] = []
        self.references: list[tuple[int, list[Inline]]] = []
        for block in document["blocks"]:
            if block["t"] == "Para":
                note = block["c"][0]["c"][1][0]
                self.notes.append(_inlines(note["c"]) if note["t"] == "Note" else [note])
            elif block["t"] == "Div":
                for entry in block["c"][1]:
                    self.references.append((int(entry["c"][0][0].removeprefix("ref-i")), _inlines(entry["c"][1])))


def _inlines(blocks: Sequence[Mapping[str, Any]]) -> list[Inline]:
    return [inline for block in blocks if block["t"] in ("Para", "Plain") for inline in block["c"]]


def _run(csl: str, lang: str, items: Sequence[Item], cites: Sequence[tuple[int, str]]) -> _Answer:
    """Format ``cites`` (position of an item, label of its locator) in order; with none, the whole bibliography.

    ``csl`` is the style as XML.
    """
    with tempfile.TemporaryDirectory() as folder:
        style_file, items_file = Path(folder, "style.csl"), Path(folder, "items.json")
        style_file.write_text(csl, encoding="utf-8")
        numbered = [{**item, "id": f"i{number}"} for number, item in enumerate(items)]
        items_file.write_text(json.dumps(numbered), encoding="utf-8")
        document = _document(lang, style_file, items_file, cites)
        return _Answer(json.loads(_pandoc(json.dumps(document))))


def _pandoc(document: str) -> str:
    command = [program(), "--citeproc", "--from=json", "--to=json"]
    done = subprocess.run(command, input=document, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise ProcessorError(f"citations could not be formatted: {done.stderr.strip()}")
    return done.stdout


@cache
def program() -> str:
    """Return the path of the pandoc that came with the package, never another one of the machine."""
    name = "pandoc.exe" if os.name == "nt" else "pandoc"
    return str(files("pypandoc").joinpath("files", name))


def _document(lang: str, style_file: Path, items_file: Path, cites: Sequence[tuple[int, str]]) -> dict[str, Any]:
    meta = {
        "lang": _words(LOCALES[lang]),
        "csl": _words(str(style_file)),
        "bibliography": _words(str(items_file)),
    }
    if cites:
        meta["suppress-bibliography"] = {"t": "MetaBool", "c": True}
    else:
        meta["nocite"] = {"t": "MetaInlines", "c": [_cite("*", "")]}
    blocks = [{"t": "Para", "c": [_cite(f"i{number}", label)]} for number, label in cites]
    return {"pandoc-api-version": API, "meta": meta, "blocks": blocks}


def _words(words: str) -> dict[str, Any]:
    return {"t": "MetaString", "c": words}


def _cite(citation_id: str, label: str) -> dict[str, Any]:
    suffix = [",", f"{{{label}", f"{PLACE}}}"] if label else []
    citation = {
        "citationId": citation_id,
        "citationPrefix": [],
        "citationSuffix": _text(suffix),
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }
    return {"t": "Cite", "c": [[citation], []]}


def _text(words: Sequence[str]) -> list[Inline]:
    spaced: list[Inline] = []
    for word in words:
        spaced += [{"t": "Space"}, {"t": "Str", "c": word}]
    return spaced[1:]
