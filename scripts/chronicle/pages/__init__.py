"""Model and graph -> Markdown: every generated page of the site, in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from .. import text
from ..archive import Version
from ..citations import Citations
from ..graph import Graph
from ..model import TYPES
from . import apparatus, days, lists, moved, record, sources
from . import versions as view_versions
from .here import Here

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
DESCRIPTION = 300


@dataclass(frozen=True, slots=True)
class Page:
    """One generated page. ``path`` is its English path; ``markdown`` includes the front matter."""

    lang: str
    path: str
    markdown: str

    @property
    def file(self) -> str:
        """Return the file below docs_dir."""
        return f"{self.lang}{self.path}index.md"


def render(graph: Graph, citations: Citations, site_url: str, lang: str) -> Iterator[Page]:
    """Yield every generated page of one language."""
    items = apparatus.page_items(graph, site_url, lang)
    citations.prepare(lang, items)
    yield from _records(graph, citations, items, lang)
    yield from _versions(graph, citations, site_url, lang)
    yield from _sources(graph, citations, lang)
    yield from _lists(graph, lang)
    yield from _chronology(graph, lang)
    yield from _search(graph, lang)


def _records(graph: Graph, citations: Citations, items: Sequence[dict[str, Any]], lang: str) -> Iterator[Page]:
    template = _template("record.md.j2")
    formatted = citations.cite_all(items, lang)
    for loaded, item, styles in zip(graph.library.records.values(), items, formatted, strict=True):
        shown = record.view(loaded, graph, lang)
        here: Here = shown["here"]
        shown |= apparatus.of_record(here, citations) | {"citing": apparatus.styled(styles)}
        shown["search"] = True
        shown["works"] = "" if lang == "en" else f"{here.root}..{here.path}"
        summary = text.plain(text.paragraphs(loaded.record.summary[lang])[0])
        markdown = moved.keep(template.render(shown), here.path, graph.library.redirects, here)
        head = apparatus.head(item, summary)
        yield _page(here, markdown, shown["title"], summary, record=loaded.record.type, head=head)


def kept(
    graph: Graph, citations: Citations, versions: Mapping[str, Version], site_url: str, lang: str
) -> Iterator[tuple[str, str]]:
    """Yield (record id, Markdown) of the page of each version that a release keeps."""
    template = _template("version.md.j2")
    for name, shown in view_versions.kept(graph, citations, versions, site_url, lang):
        yield name, template.render(shown).strip() + "\n"


def _versions(graph: Graph, citations: Citations, site_url: str, lang: str) -> Iterator[Page]:
    """Yield the published versions; the text of today is rendered once more for those it differs from."""
    today = {}
    for name in view_versions.superseded(graph):
        shown = record.view(graph.library.records[name], graph, lang)
        shown |= apparatus.of_record(shown["here"], citations) | {"citing": [], "search": False}
        today[name] = _template("version.md.j2").render(shown)
    for here, title, markdown in view_versions.pages(graph, lang, today, site_url):
        yield _page(here, markdown, title, "", robots="noindex")


def _sources(graph: Graph, citations: Citations, lang: str) -> Iterator[Page]:
    template = _template("source.md.j2")
    for loaded in graph.library.sources.values():
        shown = sources.page(loaded, graph, lang)
        here: Here = shown["here"]
        shown |= apparatus.of_source(loaded.id, here, citations)
        yield _page(here, template.render(shown), shown["plain_title"], loaded.record.perspective[lang])


def _lists(graph: Graph, lang: str) -> Iterator[Page]:
    views = [lists.by_type(folder, graph, lang) for folder in TYPES]
    views += [sources.index(graph, lang), lists.all_letters(graph, lang), lists.offices(graph, lang)]
    views += [lists.unknown(graph, lang)]
    views += [lists.one_letter(letter, rows, graph, lang) for letter, rows in lists.letters(graph).items()]
    yield from map(_list_page, views)


def _chronology(graph: Graph, lang: str) -> Iterator[Page]:
    found = days.calendar(graph)
    yield _list_page(days.years(found, graph, lang))
    for year in found.years:
        yield _list_page(days.one_year(year, found, graph, lang))
    for month in found.months:
        yield _list_page(days.one_month(month, found, graph, lang))
    for day in found.days:
        yield _list_page(days.one_day(day, found, graph, lang))


def _search(graph: Graph, lang: str) -> Iterator[Page]:
    here = Here(graph, lang, "/search/")
    body = _template("search.html.j2").render(lang=lang, t=here.t)
    yield _page(here, f'<h1 id="top">{here.t["search"]}</h1>\n{body}', here.t["search"], here.t["search_description"])


def _list_page(shown: dict[str, Any]) -> Page:
    return _page(shown["here"], _template("list.md.j2").render(shown), shown["title"], "")


def _page(here: Here, body: str, title: str, description: str, **more: Any) -> Page:
    front: dict[str, Any] = {"title": title, "commonmark": True}
    if description:
        front["description"] = description[:DESCRIPTION]
    front |= more
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()]
    return Page(here.lang, here.path, "---\n" + "\n".join(lines) + "\n---\n\n" + body.strip() + "\n")


@cache
def _template(name: str) -> Template:
    return _environment().get_template(name)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        autoescape=False,
    )
