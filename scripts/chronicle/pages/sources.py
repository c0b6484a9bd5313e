"""A source's page, and the list of sources by kind."""

from __future__ import annotations

from collections import defaultdict
from html import escape
from typing import Any

from .. import names
from ..graph import Graph, Use
from ..load import Loaded
from ..model import Source
from .here import Here
from .lists import source_link, view
from .prose import foreign


def page(loaded: Loaded[Source], graph: Graph, lang: str) -> dict[str, Any]:
    """Return the variables of a source's page."""
    source = loaded.record
    here = Here(graph, lang, f"/sources/{loaded.id}/")
    title = escape(source.title)
    return {
        "here": here,
        "t": here.t,
        "id": loaded.id,
        "title": foreign(title, source.language) if source.language else title,
        "plain_title": source.title,
        "kind": f"{here.t['source']} · {here.term('csl-types', source.csl_type)}",
        "box": _box(source, here),
        "cited_by": _uses(graph.uses.get(loaded.id, []), here),
        "through": _through(graph.through.get(loaded.id, []), here),
    }


def _box(source: Source, here: Here) -> list[tuple[str, str]]:
    rows = [
        (here.t["perspective"], here.inline(source.perspective)),
        (here.t["distance"], here.term("distances", source.distance)),
        (here.t["consulted"], here.term("consulted", source.consulted)),
        (here.t["via"], ", ".join(source_link(name, here) for name in source.via)),
        (here.t["language"], here.language(source.language) if source.language else ""),
        (here.t["consulted_at"], "<br>".join(_outside(address) for address in source.consulted_at)),
        (here.t["reliability"], here.inline(source.note)),
        (here.t["incomplete"], here.inline(source.incomplete)),
    ]
    return [row for row in rows if row[1]]


def _outside(address: str) -> str:
    shown = address.split("://", 1)[1].rstrip("/")
    shortened = shown if len(shown) <= 70 else shown[:68] + "…"
    return f'<a rel="external noreferrer" href="{escape(address)}">{escape(shortened)}</a>'


def _uses(uses: list[Use], here: Here) -> list[str]:
    places: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for use in uses:
        places[use.record][(use.anchor, use.citation.locator or "")] = None
    return [
        _where(record, list(places[record]), here)
        for record in sorted(places, key=lambda name: names.sort_key(here.title(name)))
    ]


def _where(record: str, anchors: list[tuple[str, str]], here: Here) -> str:
    shown = ", ".join(
        f'<a href="{here.href(record)}{"#" + anchor if anchor else ""}">{escape(locator) or anchor or "↑"}</a>'
        for anchor, locator in anchors
        if anchor or locator
    )
    return here.link(record) + (f' <span class="detail">{shown}</span>' if shown else "")


def _through(uses: list[Use], here: Here) -> list[str]:
    works = {use.citation.source for use in uses}
    return [source_link(name, here) for name in sorted(works)]


def index(graph: Graph, lang: str) -> dict[str, Any]:
    """Return the list of all sources cited, by kind, each with how often it is cited."""
    here = Here(graph, lang, "/sources/")
    kinds: dict[str, list[str]] = defaultdict(list)
    for name, loaded in graph.library.sources.items():
        kinds[loaded.record.csl_type].append(name)
    groups = [
        {
            "id": f"kind-{kind.replace('_', '-')}",
            "title": here.term("csl-types", kind).capitalize(),
            "entries": [_line(name, here) for name in sorted(several, key=lambda name: _order(name, graph))],
        }
        for kind, several in sorted(kinds.items(), key=lambda pair: here.term("csl-types", pair[0]))
    ]
    return view(here.path, here.t["sources"], groups, here)


def _order(name: str, graph: Graph) -> tuple[str, str]:
    return names.fold(graph.source(name).title), name


def _line(name: str, here: Here) -> str:
    source = here.graph.source(name)
    creators = ", ".join(one.literal or one.family or "" for one in source.author[:3])
    count = len(here.graph.uses.get(name, [])) + len(here.graph.through.get(name, []))
    head = f"{escape(creators)}, " if creators else ""
    year = f", {escape(source.issued[:4])}" if source.issued else ""
    detail = f"{here.inline(source.perspective)} · {count} {here.t['cited_once' if count == 1 else 'cited_times']}"
    return f'{head}{source_link(name, here)}{year} <span class="detail">{detail}</span>'
