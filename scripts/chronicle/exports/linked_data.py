"""A page as linked data: index.json beside each record's page, JSON-LD 1.1 in the words of schema.org.

The page is an ``Article`` that is ``about`` its subject (`subjects`). A figure on which accounts differ is a ``Claim``
with who makes it and where it appears; the site reviews no claim, so it never writes ``ClaimReview``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ..anchors import PREFIX
from ..labels import LANGS, labels
from ..load import Loaded
from ..model import Claim, ClaimValue, Record, Source
from ..pages import tables
from ..pages.apparatus import page_item
from ..pages.here import HTML_LANG, Here
from ..text import parse_citations
from . import subjects
from .references import abstract
from .site import LICENCE, File, Site, plain_date

Node = dict[str, Any]

WORKS = {
    "article": "Article",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "bill": "Legislation",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "entry-dictionary": "Article",
    "entry-encyclopedia": "Article",
    "legislation": "Legislation",
    "manuscript": "Manuscript",
    "map": "Map",
    "motion_picture": "Movie",
    "post-weblog": "BlogPosting",
    "report": "Report",
    "review": "Review",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
"""The types of schema.org for those of CSL; every other is a ``CreativeWork``."""


def beside_pages(site: Site) -> Iterator[File]:
    """Yield index.json of every record's page in both languages."""
    works = {name: _work(loaded, site) for name, loaded in site.graph.library.sources.items()}
    for lang in LANGS:
        for loaded in site.graph.library.records.values():
            node = page(loaded, site, lang, works)
            text = json.dumps(node, ensure_ascii=False)  # indented, it would take twice the time and room
            yield f"{site.folder(loaded.id, lang)}index.json", f"{text}\n".encode()


def page(loaded: Loaded[Record], site: Site, lang: str, works: dict[str, Node]) -> Node:
    """Return a record's page as a node; ``works`` are the nodes of all sources."""
    record, address, t = loaded.record, site.address(loaded.id, lang), labels(lang)
    node: Node = {
        "@context": "https://schema.org",
        "@id": address,
        "@type": ["Article", "WebPage"],
        "url": address,
        "headline": record.title[lang],
        "name": record.title[lang],
        "inLanguage": HTML_LANG[lang],
        "abstract": abstract(record, site, lang),
        "datePublished": record.revisions[0].date,
        "dateModified": record.revisions[-1].date,
        "license": LICENCE,
        "publisher": {"@type": "Organization", "name": t["publisher"]},
        "isPartOf": {"@type": "WebSite", "name": t["site"], "url": f"{site.base}/{'pt/' if lang == 'pt' else ''}"},
        "workTranslation": [{"@id": site.address(loaded.id, one)} for one in LANGS if one != lang],
    }
    version = site.version(loaded.id)
    if version:
        kept = page_item(loaded, site.graph, site.base, lang, version)["URL"]
        node |= {"version": version.number, "identifier": kept}
    if record.withdrawn:
        node["creativeWorkStatus"] = t["withdrawn"]
    node["about"] = subjects.of(loaded, site, lang)
    claims = [_claim(one, loaded, site, lang, works) for one in record.claims]
    cited = [works[name] for name in site.cited.get(loaded.id, [])]
    return node | {key: several for key, several in (("hasPart", claims), ("citation", cited)) if several}


def _claim(claim: Claim, loaded: Loaded[Record], site: Site, lang: str, works: dict[str, Node]) -> Node:
    node: Node = {
        "@id": f"{site.address(loaded.id, lang)}#{PREFIX['claims']}-{claim.id}",
        "@type": "Claim",
        "name": f"{site.label('measures', claim.measure, lang)}: {figure(claim.value, site, lang)}",
        "text": f"{site.plain(claim.scope, lang)}: {figure(claim.value, site, lang)}",
        "about": {"@id": subjects.address(loaded.id, site)},
        "author": {"name": site.plain(claim.claimant, lang)},
        "appearance": [
            {"@id": works[one.source]["@id"], "@type": works[one.source]["@type"], "name": works[one.source]["name"]}
            for one in parse_citations(claim.cite)
        ],
    }
    return node | ({"dateCreated": claim.made} if plain_date(claim.made) else {})


def figure(value: ClaimValue, site: Site, lang: str) -> str:
    """Return a claimed figure as the page writes it, as plain words."""
    return site.plain(value.words, lang) or tables.figure(value, Here(site.graph, lang, "/"))


def _work(loaded: Loaded[Source], site: Site) -> Node:
    """Return a source as a node under the address of its page here; its own address is its ``url``."""
    source = loaded.record
    node: Node = {
        "@id": site.address(loaded.id),
        "@type": WORKS.get(source.csl_type, "CreativeWork"),
        "name": source.title,
    }
    authors = [one.literal or " ".join(filter(None, (one.given, one.family))) for one in source.author]
    more = {
        "author": [{"name": name} for name in authors],
        "datePublished": source.issued if plain_date(source.issued) else None,
        "inLanguage": source.language,
        "isPartOf": {"@type": "CreativeWork", "name": source.container_title} if source.container_title else None,
        "url": source.URL,
    }
    return node | {key: value for key, value in more.items() if value}
