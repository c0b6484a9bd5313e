"""The site's own files beside the pages: sitemap, robots, headers, redirects."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from .. import policy
from ..load import Library
from ..model import FOLDERS
from . import redirects

UNLISTED = re.compile(r"/v\d+/")
TYPED = {
    "/feed.atom": "application/atom+xml; charset=utf-8",
    "/pt/feed.atom": "application/atom+xml; charset=utf-8",
    "/data/places.jsonld": "application/ld+json",
    "/data/records.jsonl": "application/jsonl; charset=utf-8",
}
"""What kind of file it is, where a server may not know the ending."""
LASTMOD = re.compile(r"\d{4}-\d{2}-\d{2}")


def write(fresh: Path, library: Library, site_url: str) -> None:
    """Write sitemap.xml, robots.txt, _headers (with the policy that fits every page) and the redirects."""
    scripts = {script for file in fresh.rglob("*.html") for script in policy.hashes(file.read_bytes())}
    _text(fresh / "_headers", _headers(policy.policy(scripts)))
    redirects.write(fresh, library.redirects, site_url)
    _text(fresh / "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site_url.rstrip('/')}/sitemap.xml\n")
    _text(fresh / "sitemap.xml", sitemap(fresh, library, site_url))
    (fresh / "sitemap.xml.gz").unlink(missing_ok=True)


def _text(file: Path, content: str) -> None:
    file.write_text(content, encoding="utf-8")


def _headers(allowed: str) -> str:
    rows = (
        f"Content-Security-Policy: {allowed}; frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: no-referrer",
        "Permissions-Policy: interest-cohort=()",
    )
    found = "/*\n" + "".join(f"  {row}\n" for row in rows) + "\n/assets/*\n  Cache-Control: public, max-age=86400\n"
    return found + "\n/data/*\n  Access-Control-Allow-Origin: *\n" + "".join(map(_typed, TYPED.items()))


def _typed(pair: tuple[str, str]) -> str:
    path, kind = pair
    return f"\n{path}\n  Content-Type: {kind}\n"


def sitemap(fresh: Path, library: Library, site_url: str) -> str:
    """Return sitemap.xml: every page in both languages, each with its alternates, dated by its last revision."""
    base = site_url.rstrip("/")
    changed = {f"{FOLDERS[x.record.type]}/{x.id}/": x.record.revisions[-1].date for x in library.records.values()}
    rows = []
    for file in sorted(fresh.rglob("index.html")):
        path = file.parent.relative_to(fresh).as_posix().removeprefix(".")
        path = path + "/" if path else ""
        if path.startswith("pt/") or UNLISTED.search(path) or f"/{path}" in library.redirects:
            continue
        rows += [_url(base, prefix, path, changed.get(path)) for prefix in ("", "pt/")]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    return head + ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n' + "".join(rows) + "</urlset>\n"


def _url(base: str, prefix: str, path: str, changed: str | None) -> str:
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{lang}" href="{escape(f"{base}/{where}{path}")}"/>'
        for lang, where in (("en", ""), ("pt-BR", "pt/"), ("x-default", ""))
    )
    dated = f"<lastmod>{changed}</lastmod>" if changed and LASTMOD.fullmatch(changed) else ""
    return f"<url><loc>{escape(f'{base}/{prefix}{path}')}</loc>{dated}{alternates}</url>\n"
