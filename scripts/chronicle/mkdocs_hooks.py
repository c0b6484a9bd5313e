"""Hooks of the MkDocs build: generated pages pass Python-Markdown by.

A generated page is CommonMark with HTML blocks; cmark (in C) renders it, its headings become the table of contents,
and its links are checked after the build on the built site, where every page and every anchor is known.
"""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MethodType
from typing import Any

import cmarkgfm
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_relative_url

from chronicle import policy
from chronicle.labels import labels

HEADING = re.compile(r'<h([23])(?: class="[^"]*")? id="([^"]+)">(.*?)</h\1>', re.DOTALL)
TAG = re.compile(r"<a class=\"anchor\".*?</a>|<sup.*?</sup>|<[^>]+>", re.DOTALL)
ONLY_PORTUGUESE = "ONLY_PORTUGUESE"
UNSAFE = cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE
CONTENTS = "<!-- contents -->"
"""Where a page that is long enough gets its contents, for screens too narrow to show them at the side."""
FEWEST = 4
"""Headings of a page that has contents."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the site in the menu of a page; ``current`` is ``page`` there, ``true`` on a page within it."""

    title: str
    url: str
    current: str


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Leave the English pages to the process that builds them, but for those that the navigation names."""
    if os.environ.get(ONLY_PORTUGUESE):
        named = {f"en/{page}" for page in config.nav or []}
        for file in files.documentation_pages():
            if file.src_uri.startswith("en/") and file.src_uri not in named:
                files.remove(file)
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give a page marked `commonmark` (every generated one) the fast way to HTML."""
    if page.meta.get("commonmark"):
        page.render = MethodType(_render, page)  # type: ignore[method-assign]
    return markdown


def _render(page: Page, config: MkDocsConfig, files: Files) -> None:
    content = cmarkgfm.markdown_to_html(page.markdown or "", options=UNSAFE)
    page.toc = table_of_contents(content)
    page.content = content.replace(CONTENTS, contents(page.toc, _lang(page.url)), 1)


def table_of_contents(content: str) -> TableOfContents:
    """Return the h2 and h3 headings of a page as MkDocs' table of contents."""
    top: list[AnchorLink] = []
    for level, anchor, words in HEADING.findall(content):
        link = AnchorLink(html.unescape(TAG.sub("", words)).strip(), anchor, int(level))
        (top[-1].children if level == "3" and top else top).append(link)
    return TableOfContents(top)


def contents(toc: TableOfContents, lang: str) -> str:
    """Return the main headings of a page as a list of links that can be opened; nothing when they are few."""
    headings = list(toc)
    if len(headings) < FEWEST:
        return ""
    links = "".join(f'<li><a href="{one.url}">{html.escape(one.title)}</a></li>' for one in headings)
    summary = f"<summary>{labels(lang)['contents']}</summary>"
    return f'<details class="contents" data-pagefind-ignore>{summary}<ol>{links}</ol></details>'


def _lang(url: str) -> str:
    return "pt" if url.startswith("pt/") else "en"


def on_template_context(context: dict[str, Any], *, template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Give a page without a place (404) the sections of the site by their whole paths."""
    base = str(context["base_url"]).rstrip("/")
    context["sections"] = [Section(item.title, f"{base}/{item.url}", "") for item in context["nav"].items]
    context["t"] = labels("en")
    return context


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Give templates the sections of the site, the page's address in both languages, and its feed of changes."""
    lang = _lang(page.url)
    path = page.url.removeprefix("pt/")
    base = (config.site_url or "/").rstrip("/")
    base = base.removesuffix("/pt")
    context["lang_code"] = lang
    context["html_lang"] = "pt-BR" if lang == "pt" else "en"
    context["page_path"] = path
    context["address"] = {"en": f"{base}/{path}", "pt": f"{base}/pt/{path}"}
    context["feed"] = f"{base}/pt/feed.atom" if lang == "pt" else f"{base}/feed.atom"
    context["other_lang"] = "en" if lang == "pt" else "pt"
    context["sections"] = list(_sections(page, nav))
    context["t"] = labels(lang)
    return context


def _sections(page: Page, nav: Navigation) -> Iterator[Section]:
    for item in nav.items:
        if isinstance(item, Page):
            within = bool(item.url.removeprefix("pt/").strip("./")) and page.url.startswith(item.url)
            current = "page" if item is page else "true" if within else ""
            yield Section(item.title or "", get_relative_url(item.url, page.url), current)


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Give the page its policy, and let go of its text: MkDocs would hold all of them to the end."""
    page.markdown = page.content = ""
    return policy.into(output)


def on_post_template(output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Give a page without a place its policy."""
    return policy.into(output_content)
