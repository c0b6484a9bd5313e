"""The pages of published versions, and what changed since each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape, unescape
from typing import Any

from ..archive import Version
from ..citations import Citations
from ..graph import Graph
from . import apparatus, differences, record
from .here import Here

TITLE = re.compile(r'<h1 id="top">(.*?)</h1>', re.DOTALL)


def path(graph: Graph, record_id: str, number: int) -> str:
    """Return the permanent English path of a version, such as ``/events/shusha-massacre/v1/``."""
    return f"{graph.path(record_id)}v{number}/"


def kept(
    graph: Graph, citations: Citations, versions: Mapping[str, Version], site_url: str, lang: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield, by record id, the variables of the page that is kept of each version: text, notes and citation."""
    library = graph.library
    items = [apparatus.page_item(library.records[name], graph, site_url, lang, one) for name, one in versions.items()]
    formatted = citations.cite_all(items, lang)
    for (name, version), styles in zip(versions.items(), formatted, strict=True):
        shown = record.view(library.records[name], graph, lang, path(graph, name, version.number))
        shown |= apparatus.of_record(shown["here"], citations)
        yield name, shown | {"citing": apparatus.styled(styles), "search": False}


def pages(graph: Graph, lang: str, current: Mapping[str, str], site_url: str) -> Iterator[tuple[Here, str, str]]:
    """Yield (page, title, Markdown) of every published version and of what changed since the earlier ones.

    ``current`` holds the text of today of each record that has more than its latest version to be compared with.
    """
    kept_records = graph.library.archive.records
    for name, published in kept_records.items():
        loaded = graph.library.records.get(name)
        if not loaded:
            continue
        latest = graph.library.archive.current(name, loaded.record)
        for version in published.versions:
            here = Here(graph, lang, path(graph, name, version.number))
            body = graph.library.archive.page(name, version.number, lang, site_url)
            title = unescape(_title(body))
            superseded = version is not latest
            yield here, f"{title} ({_numbered(version, here)})", _banner(name, version, here, superseded) + body
            if superseded:
                yield _changes(name, title, version, body, current[name], graph, lang)


def superseded(graph: Graph) -> list[str]:
    """Return the records of which a published version differs from the text of today."""
    found = []
    for name, published in graph.library.archive.records.items():
        loaded = graph.library.records.get(name)
        if loaded and (len(published.versions) > 1 or not graph.library.archive.current(name, loaded.record)):
            found.append(name)
    return found


def _title(body: str) -> str:
    found = TITLE.search(body)
    return found[1] if found else ""


def _numbered(version: Version, here: Here) -> str:
    return f"{here.t['version']} {version.number}"


def _banner(name: str, version: Version, here: Here, superseded: bool) -> str:
    dated = here.date(version.date, both=False)
    page = f'<a href="{here.href(name)}">{here.t["page_of_today"]}</a>'
    said = f"<strong>{_numbered(version, here)}</strong>, {dated}. "
    if superseded:
        said += f'{here.t["superseded"]} {page} · <a href="changes/">{here.t["what_changed"]}</a>'
    else:
        said += f"{here.t['still_current']} {page}"
    return f'<p class="version-banner" role="note">{said}</p>\n'


def _changes(
    name: str, title: str, version: Version, before: str, after: str, graph: Graph, lang: str
) -> tuple[Here, str, str]:
    here = Here(graph, lang, f"{path(graph, name, version.number)}changes/")
    found = differences.changes(differences.blocks(before), differences.blocks(after))
    heading = f"{here.t['changes_since']} {version.number}: {title}"
    ways = f'<a href="../">{_numbered(version, here)}</a> · <a href="{here.href(name)}">{here.t["page_of_today"]}</a>'
    lines = [
        '<article class="record changes">',
        f'<h1 id="top">{escape(heading)}</h1>',
        f'<p class="lead">{ways}</p>',
        *_groups(found, here, here.href(name)),
        "</article>",
    ]
    return here, heading, "\n".join(lines) + "\n"


def _groups(found: Iterable[differences.Change], here: Here, page: str) -> Iterator[str]:
    several = list(found)
    groups = (
        ("changed", [one for one in several if one.before and one.after]),
        ("added", [one for one in several if not one.before]),
        ("taken_out", [one for one in several if not one.after]),
    )
    if not several:
        yield f"<p>{here.t['no_difference']}</p>"
    for key, changes in groups:
        if changes:
            yield f'<h2 id="{key.replace("_", "-")}">{here.t[key]}</h2>\n<ul class="differences">'
            yield from (f"<li>{_change(one, here, page)}</li>" for one in changes)
            yield "</ul>"


def _change(one: differences.Change, here: Here, page: str) -> str:
    before, after = one.before, one.after
    where = ""
    if after and after.anchor:
        where = f'<a class="where" href="{page}#{after.anchor}">#{after.anchor}</a> '
    elif before and before.anchor:
        where = f'<a class="where" href="../#{before.anchor}">#{before.anchor}</a> '
    words = differences.marked(before.words if before else "", after.words if after else "")
    return where + words + _sources(before, after, here)


def _sources(before: differences.Block | None, after: differences.Block | None, here: Here) -> str:
    old, new = set(before.cites if before else ()), set(after.cites if after else ())
    gone = [f"<del>{escape(cite)}</del>" for cite in sorted(old - new)]
    come = [f"<ins>{escape(cite)}</ins>" for cite in sorted(new - old)]
    return f'<span class="detail">{here.t["notes"]}: {" ".join(gone + come)}</span>' if gone or come else ""
