"""Pages and sources as references: BibLaTeX, RIS and CSL-JSON.

Formats: the BibLaTeX manual (version 3, entry types and fields), the RIS tags of Reference Manager, and CSL-JSON as the
input of citeproc (Citation Style Language 1.0.2). The mapping is that of `chronicle.citations.exports`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .. import text
from ..citations import bibtex, csl_json, ris
from ..labels import LANGS
from ..load import Loaded
from ..model import Record, Text
from ..pages.apparatus import csl_item, page_item
from .site import LICENCE_NAME, File, Site

Item = Mapping[str, Any]


def beside_pages(site: Site) -> Iterator[File]:
    """Yield cite.bib, cite.ris and cite.json of every record's page in both languages, and of every source."""
    library = site.graph.library
    for lang in LANGS:
        for loaded in library.records.values():
            item = entry(loaded, site, lang)
            yield from _three(site.folder(loaded.id, lang), "cite", {item["id"]: item}, ".json")
    for name, item in sources(site).items():
        for lang in LANGS:
            yield from _three(site.folder(name, lang), "cite", {name: item}, ".json")


def works_of_pages(site: Site) -> Iterator[File]:
    """Yield works.bib, works.ris and works.json beside every record's English page: the sources that it cites."""
    made = {name: (bibtex({name: item}), ris([item]), csl_json({name: item})) for name, item in sources(site).items()}
    for record, cited in site.cited.items():
        folder = site.folder(record, "en")
        yield f"{folder}works.bib", "\n".join(made[name][0] for name in cited).encode()
        yield f"{folder}works.ris", "".join(made[name][1] for name in cited).encode()
        listed = ",\n".join(made[name][2].removeprefix("[\n").removesuffix("\n]\n") for name in cited)
        yield f"{folder}works.json", f"[\n{listed}\n]\n".encode()


def of_all_sources(site: Site, folder: str) -> Iterator[File]:
    """Yield sources.bib, sources.ris and sources.csl.json: every source of the library."""
    yield from _three(folder, "sources", sources(site), ".csl.json")


def entry(loaded: Loaded[Record], site: Site, lang: str) -> dict[str, Any]:
    """Return a record's page as the CSL item under "cite this page", with its abstract and licence."""
    item = page_item(loaded, site.graph, site.base, lang, site.version(loaded.id))
    return item | {"abstract": abstract(loaded.record, site, lang), "license": LICENCE_NAME}


def abstract(record: Record, site: Site, lang: str) -> str:
    """Return the first paragraph of a record's summary as plain words."""
    first = {one: text.paragraphs(record.summary[one])[0] for one in LANGS}
    return site.plain(Text(**first), lang) or ""


def sources(site: Site) -> dict[str, dict[str, Any]]:
    """Return every source as a CSL item, by its id."""
    return {name: csl_item(loaded) for name, loaded in site.graph.library.sources.items()}


def _three(folder: str, name: str, items: Mapping[str, Item], json_suffix: str) -> Iterator[File]:
    yield f"{folder}{name}.bib", bibtex(items).encode()
    yield f"{folder}{name}.ris", ris(items.values()).encode()
    yield f"{folder}{name}{json_suffix}", csl_json(items).encode()
