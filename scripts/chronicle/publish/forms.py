"""The forms for programs, written beside the pages and into data/."""

from __future__ import annotations

from pathlib import Path

from .. import exports
from ..graph import Graph


def write(fresh: Path, graph: Graph, site_url: str) -> int:
    """Write every export into the built site; return how many files. Raises `OSError`."""
    count = 0
    made: set[Path] = set()
    for name, content in exports.files(graph, site_url):
        file = fresh / name
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        file.write_bytes(content)
        count += 1
    return count
