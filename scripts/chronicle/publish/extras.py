"""The site's own files beside the pages: search index, sitemap, robots, policy headers, redirects."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

from ..load import Library
from ..model import FOLDERS
from . import redirects

INLINE = re.compile(rb"<script(?![^>]*\ssrc=)([^>]*)>(.*?)</script>", re.DOTALL)
POLICY_MARK = "__CSP__"
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
    """Write sitemap.xml, robots.txt, _headers, the redirects, and the policy into each page."""
    policy = content_security_policy(fresh)
    for file in fresh.rglob("*.html"):
        page = file.read_text(encoding="utf-8")
        if POLICY_MARK in page:
            file.write_text(page.replace(POLICY_MARK, escape(policy, quote=True)), encoding="utf-8")
    _text(fresh / "_headers", _headers(policy))
    redirects.write(fresh, library.redirects, site_url)
    _text(fresh / "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site_url.rstrip('/')}/sitemap.xml\n")
    _text(fresh / "sitemap.xml", sitemap(fresh, library, site_url))
    (fresh / "sitemap.xml.gz").unlink(missing_ok=True)


def _text(file: Path, content: str) -> None:
    file.write_text(content, encoding="utf-8")


def content_security_policy(fresh: Path) -> str:
    """Return a policy that allows this site alone, and the inline scripts that its pages hold by hash."""
    hashes = sorted({_hash(script) for file in fresh.rglob("*.html") for script in inline_scripts(file.read_bytes())})
    scripts = " ".join(["'self'", "'wasm-unsafe-eval'", *hashes])
    parts = (
        "default-src 'none'",
        f"script-src {scripts}",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
    )
    return "; ".join(parts)


def inline_scripts(page: bytes) -> Iterator[bytes]:
    """Yield the inline scripts of a page that a browser would run."""
    for attributes, script in INLINE.findall(page):
        if b"application/json" not in attributes and b"application/ld+json" not in attributes:
            yield script


def _hash(script: bytes) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(script).digest()).decode() + "'"


def _headers(policy: str) -> str:
    rows = (
        f"Content-Security-Policy: {policy}; frame-ancestors 'none'",
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
