"""What stands under a text: notes, bibliography, how to cite the page or the work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .. import text
from ..archive import Version
from ..citations import Citations
from ..graph import Graph
from ..labels import labels
from ..load import Loaded
from ..model import Record, Source
from .here import HTML_LANG, Here

STYLES = {"chicago": "Chicago", "apa": "APA", "mla": "MLA", "abnt": "ABNT"}
Styled = list[tuple[str, str]]


def of_record(here: Here, citations: Citations) -> dict[str, Any]:
    """Return notes and bibliography of a record's page."""
    clusters = list(here.notebook.clusters)
    notes = citations.notes(clusters, here.lang)
    return {
        "notes": [
            {"html": html, "backs": [f"ref-{number}-{use}" for use in range(1, here.notebook.marks[number] + 1)]}
            for number, html in enumerate(notes, 1)
        ],
        "bibliography": _bibliography(clusters, here, citations),
    }


def of_source(source_id: str, here: Here, citations: Citations) -> dict[str, Any]:
    """Return the reference of a source and its citation in every style."""
    styles = citations.cite_source(source_id, here.lang)
    return {"reference": styles["chicago"], "citing": styled(styles)}


def styled(formatted: dict[str, str]) -> Styled:
    """Return the styles by their names, in the order in which they are shown."""
    return [(name, formatted[style]) for style, name in STYLES.items()]


def _bibliography(
    clusters: Iterable[tuple[text.Citation, ...]], here: Here, citations: Citations
) -> list[dict[str, str]]:
    cited = [citation for cluster in clusters for citation in cluster]
    ids = dict.fromkeys(c.source for c in cited) | dict.fromkeys(c.via.source for c in cited if c.via)
    return [
        {"href": here.to(f"/sources/{name}/"), "html": html}
        for name, html in citations.bibliography(list(ids), here.lang)
    ]


def page_items(graph: Graph, site_url: str, lang: str) -> list[dict[str, Any]]:
    """Return every record's page as a CSL item, in the library's order."""
    kept = graph.library.archive
    return [
        page_item(loaded, graph, site_url, lang, kept.current(loaded.id, loaded.record))
        for loaded in graph.library.records.values()
    ]


def page_item(
    loaded: Loaded[Record], graph: Graph, site_url: str, lang: str, version: Version | None
) -> dict[str, Any]:
    """Return a record's page as a CSL item: an entry of this reference, in its published version if it has one.

    Without a version (the text was changed since, or never published) it has the page's address and last revision.
    """
    prefix = "" if lang == "en" else "pt/"
    place = f"v{version.number}/" if version else ""
    edition = {"edition": f"{labels(lang)['version'].lower()} {version.number}"} if version else {}
    return edition | {
        "id": f"{loaded.id}-{lang}",
        "type": "entry-encyclopedia",
        "author": [{"literal": labels(lang)["publisher"]}],
        "title": loaded.record.title[lang],
        "container-title": labels(lang)["site"],
        "issued": version.date if version else loaded.record.revisions[-1].date,
        "URL": site_url.rstrip("/") + "/" + prefix + graph.path(loaded.id).lstrip("/") + place,
        "language": HTML_LANG[lang],
    }


def head(item: Mapping[str, Any], summary: str) -> list[tuple[str, str]]:
    """Return the tags by which reference managers take a page as an encyclopaedia entry: name and content.

    ``item`` is that of `page_item`, ``summary`` plain words. The names are Highwire's (citation_*) and Zotero's (z:*);
    an author that ends with a comma is read as one body, not as a person.
    """
    lang = "pt" if item["language"] == HTML_LANG["pt"] else "en"
    publisher = labels(lang)["publisher"]
    tags = [
        ("z:itemType", "encyclopediaArticle"),
        ("z:encyclopediaTitle", item["container-title"]),
        ("z:edition", item.get("edition", "")),
        ("z:rights", "CC BY 4.0"),
        ("citation_title", item["title"]),
        ("citation_author", f"{publisher},"),
        ("citation_publication_date", item["issued"]),
        ("citation_language", item["language"]),
        ("citation_public_url", item["URL"]),
        ("citation_publisher", publisher),
        ("citation_abstract", summary),
    ]
    return [tag for tag in tags if tag[1]]


def csl_item(loaded: Loaded[Source]) -> dict[str, Any]:
    """Return a source as a CSL item: CSL's own keys, dates as EDTF."""
    own = {"perspective", "distance", "consulted", "via", "consulted_at", "note", "incomplete"}
    values = loaded.record.model_dump(by_alias=True, exclude_none=True, exclude=own)
    return {"id": loaded.id} | {key: value for key, value in values.items() if value}
