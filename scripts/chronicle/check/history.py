"""What was once published stays: redirects lead somewhere and hide nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import Problem
from ..load import Library
from ..model import FOLDERS


def check(library: Library) -> Iterator[Problem]:
    """Yield redirects from an address still in use, or to one that does not exist."""
    pages = {address(loaded.record.type, loaded.id) for loaded in library.records.values()}
    for old, new in library.redirects.items():
        target = new.partition("#")[0]
        if old in pages:
            yield Problem("data/redirects.yaml", 1, 1, f"`{old}` is a page: remove the redirect or the page")
        if target not in pages:
            yield Problem("data/redirects.yaml", 1, 1, f"`{old}` leads to `{target}`, which is no record's page")


def address(record_type: str, record_id: str) -> str:
    """Return the permanent path of a record's English page."""
    return f"/{FOLDERS[record_type]}/{record_id}/"
