"""The site for machines: every record, source and list in the forms that other programs read.

Nothing here touches the disk: each module yields names of files below the site's root and their bytes. The names, keys
and columns are promised to readers (docs/en/downloads.md): none may be changed or taken out, new ones may come.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..graph import Graph
from ..labels import LANGS
from . import data, feed, linked_data, references
from .site import File, Site

__all__ = ["File", "files"]


def files(graph: Graph, site_url: str) -> Iterator[File]:
    """Yield every export of the site whose address is ``site_url``: beside the pages, in data/, and the feeds."""
    site = Site.of(graph, site_url)
    yield from references.beside_pages(site)
    yield from references.works_of_pages(site)
    yield from linked_data.beside_pages(site)
    yield from data.files(site)
    for lang in LANGS:
        yield feed.file(site, lang)
