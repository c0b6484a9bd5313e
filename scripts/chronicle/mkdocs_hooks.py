"""Hooks of the MkDocs build: generated pages pass Python-Markdown by.

A generated page is CommonMark with HTML blocks; cmark (in C) renders it, its headings become the table of contents,
and its links are checked after the build on the built site, where every page and every anchor is known.
"""

from __future__ import annotations

import html
import os
import re
from types import MethodType
from typing import Any

import cmarkgfm
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

HEADING = re.compile(r'<h([23])(?: class="[^"]*")? id="([^"]+)">(.*?)</h\1>', re.DOTALL)
TAG = re.compile(r"<a class=\"anchor\".*?</a>|<sup.*?</sup>|<[^>]+>", re.DOTALL)
ONLY_PORTUGUESE = "ONLY_PORTUGUESE"
UNSAFE = cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE


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
    page.content = cmarkgfm.markdown_to_html(page.markdown or "", options=UNSAFE)
    page.toc = table_of_contents(page.content)


def table_of_contents(content: str) -> TableOfContents:
    """Return the h2 and h3 headings of a page as MkDocs' table of contents."""
    top: list[AnchorLink] = []
    for level, anchor, words in HEADING.findall(content):
        link = AnchorLink(html.unescape(TAG.sub("", words)).strip(), anchor, int(level))
        (top[-1].children if level == "3" and top else top).append(link)
    return TableOfContents(top)


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Give templates the page's address in both languages, and that of the feed of changes in its own."""
    lang = "pt" if page.url.startswith("pt/") else "en"
    path = page.url.removeprefix("pt/")
    base = (config.site_url or "/").rstrip("/")
    base = base.removesuffix("/pt")
    context["lang_code"] = lang
    context["html_lang"] = "pt-BR" if lang == "pt" else "en"
    context["page_path"] = path
    context["address"] = {"en": f"{base}/{path}", "pt": f"{base}/pt/{path}"}
    context["feed"] = f"{base}/pt/feed.atom" if lang == "pt" else f"{base}/feed.atom"
    context["other_lang"] = "en" if lang == "pt" else "pt"
    return context


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Let go of a page's text once it is written; MkDocs would hold all of them to the end."""
    page.markdown = page.content = ""
    return output
