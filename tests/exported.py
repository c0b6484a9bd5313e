"""Shared by the tests of the exports: the real records, the built pages, and the exports of a small project."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from chronicle import exports, graph, load
from chronicle.labels import LANGS
from chronicle.load import Library, Loaded
from chronicle.model import FOLDERS, Record
from site_under_test import ROOT

ADDRESS = "https://example.net/history"


@cache
def real() -> Library:
    """Return the real records."""
    return load.read_or_fail(ROOT)


def made(root: Path) -> dict[str, bytes]:
    """Return every export of a project, by name."""
    return dict(exports.files(graph.build(load.read_or_fail(root)), f"{ADDRESS}/"))


def pages(site: Path) -> Iterator[tuple[Loaded[Record], str, Path]]:
    """Yield every record with each language and the folder of its page."""
    for loaded in real().records.values():
        for lang in LANGS:
            yield loaded, lang, site / ("pt" if lang == "pt" else "") / FOLDERS[loaded.record.type] / loaded.id


def page(folder: Path) -> LexborHTMLParser:
    """Return the page of a folder."""
    return LexborHTMLParser((folder / "index.html").read_text(encoding="utf-8"))


def words(node: LexborNode | LexborHTMLParser | None, selector: str) -> str:
    """Return the words of the first element that matches, without notes and permanent links."""
    assert node is not None
    found = node.css_first(selector)
    assert found is not None, selector
    copy = LexborHTMLParser(found.html or "")
    for mark in copy.css(".note, .anchor, .detail"):
        mark.decompose()
    assert copy.body is not None
    return " ".join(copy.body.text().split())
