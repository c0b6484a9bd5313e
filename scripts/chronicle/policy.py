"""The Content-Security-Policy: this site alone, and the inline scripts that its pages hold, by hash."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from html import escape

INLINE = re.compile(rb"<script(?![^>]*\ssrc=)([^>]*)>(.*?)</script>", re.DOTALL)
MARK = "__CSP__"
"""What stands in a template for the policy of its page."""


def into(page: str) -> str:
    """Return the page with its own policy at the mark."""
    if MARK not in page:
        return page
    return page.replace(MARK, escape(policy(hashes(page.encode())), quote=True))


def policy(scripts: Iterable[str]) -> str:
    """Return a policy that allows this site alone, and inline scripts of these hashes."""
    allowed = " ".join(["'self'", "'wasm-unsafe-eval'", *sorted(scripts)])
    parts = (
        "default-src 'none'",
        f"script-src {allowed}",
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


def hashes(page: bytes) -> set[str]:
    """Return the hashes of a page's inline scripts, as a policy names them."""
    return {_hash(script) for script in _inline(page)}


def _inline(page: bytes) -> Iterator[bytes]:
    """Yield the inline scripts of a page that a browser would run."""
    for attributes, script in INLINE.findall(page):
        if b"application/json" not in attributes and b"application/ld+json" not in attributes:
            yield script


def _hash(script: bytes) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(script).digest()).decode() + "'"
