"""What was once published stays: no address vanishes, no version changes unannounced, redirects lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from ..anchors import anchors
from ..archive import digest
from ..errors import Problem
from ..load import Library
from ..model import FOLDERS

REDIRECTS = "data/redirects.yaml"


def check(library: Library) -> Iterator[Problem]:
    """Yield addresses that would vanish, changes without a line of history, and redirects that serve nobody."""
    if not (library.redirects or library.archive.records):
        return
    addresses = _addresses(library)
    yield from _redirects(library, addresses)
    yield from _vanished(library, addresses)
    yield from _unannounced(library)


def page(folder: str, record_id: str) -> str:
    """Return the permanent path of an English page."""
    return f"/{folder}/{record_id}/"


def _addresses(library: Library) -> set[str]:
    """Return the path of every page of a record or source, and of each permanent anchor."""
    found = {page("sources", name) for name in library.sources}
    for loaded in library.records.values():
        home = page(FOLDERS[loaded.record.type], loaded.id)
        found |= {home} | {f"{home}#{anchor}" for anchor in anchors(loaded.record)}
    return found


def _redirects(library: Library, addresses: set[str]) -> Iterator[Problem]:
    for old, new in library.redirects.items():
        place = library.redirect_places[old]
        if old in addresses:
            yield Problem(REDIRECTS, *place, f"`{old}` is still in use: remove the redirect, or what stands there")
        if new not in addresses:
            yield Problem(REDIRECTS, *place, f"`{old}` leads to `{new}`, which does not exist: name where it went")


def _vanished(library: Library, addresses: set[str]) -> Iterator[Problem]:
    unread = {problem.path for problem in library.problems}
    published: dict[str, list[str]] = {page("sources", name): [] for name in library.archive.sources}
    published |= {page(kept.folder, name): sorted(kept.anchors) for name, kept in library.archive.records.items()}
    for home, kept_anchors in published.items():
        file = f"data{home.rstrip('/')}.yaml"
        if home in library.redirects or file in unread:
            continue
        if home not in addresses:
            yield Problem(
                file, 1, 1, _gone(home, f"restore the file (a record can be `withdrawn`), or add `{home}: ...`")
            )
            continue
        for anchor in kept_anchors:
            gone = f"{home}#{anchor}"
            if gone not in addresses and gone not in library.redirects:
                yield Problem(file, 1, 1, _gone(gone, f"keep the id, or add `{gone}: {home}#...`"))


def _gone(address: str, fix: str) -> str:
    return f"`{address}` was published and would vanish: {fix} to {REDIRECTS}"


def _unannounced(library: Library) -> Iterator[Problem]:
    for name, kept in library.archive.records.items():
        loaded = library.records.get(name)
        if (
            loaded
            and len(loaded.record.revisions) <= kept.latest.revisions
            and digest(loaded.record) != kept.latest.digest
        ):
            yield loaded.problem(
                f"changed since version {kept.latest.number}: add a line to `revisions` (date, note in both languages)",
                ("revisions",),
            )
