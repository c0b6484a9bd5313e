"""Anchors that moved: the old address still leads to the passage, on its page or from it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .here import Here

CELL = re.compile(r"<th[^>]*>")


def keep(markdown: str, home: str, redirects: Mapping[str, str], here: Here) -> str:
    """Return a record's page with every anchor that ``redirects`` moves away from it.

    ``home`` is the page's English path. An anchor that went elsewhere on the page stands inside its successor; one that
    went to another page becomes a line that leads there.
    """
    elsewhere = []
    for old, new in redirects.items():
        page, _, anchor = old.partition("#")
        target, _, successor = new.partition("#")
        if page != home or not anchor:
            continue
        if target == home and successor:
            markdown = _beside(markdown, anchor, successor)
        else:
            link = f'<a href="{here.to(target)}{"#" + successor if successor else ""}">{here.t["moved_here"]}</a>'
            elsewhere.append(f'<li id="{anchor}">{here.t["moved"]} {link}</li>')
    return markdown + ('<ul class="moved">\n' + "\n".join(elsewhere) + "\n</ul>\n" if elsewhere else "")


def _beside(markdown: str, anchor: str, successor: str) -> str:
    """Put an empty mark for ``anchor`` at the start of the element with the id ``successor``."""
    found = re.search(rf'<(\w+)[^>]*\bid="{re.escape(successor)}"[^>]*>', markdown)
    if not found:
        return markdown
    cell = CELL.match(markdown, found.end()) if found[1] == "tr" else None
    at = cell.end() if cell else found.end()
    return f'{markdown[:at]}<span id="{anchor}"></span>{markdown[at:]}'
