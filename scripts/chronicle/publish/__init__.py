"""From records to a site: check, render, MkDocs, search index, own files, verification, swap."""

from __future__ import annotations

from pathlib import Path

from .. import check, graph, load, search_index
from ..errors import ChronicleError
from ..pages import searching
from . import compress, extras, forms, markdown, mkdocs, swap, verify
from .progress import Progress


def publish(root: Path, *, progress: Progress, out: Path | None = None, compressed: bool = True) -> str:
    """Build the whole site of ``root`` into ``out`` (``root``/site) and return the line that says what was made.

    Raises `ChronicleError`; the site that was there before stays as it was unless everything has succeeded.
    """
    target = out or root / "site"
    swap.refuse_unwritable(target)
    try:
        return _published(root, target, progress, compressed=compressed)
    except OSError as error:
        raise ChronicleError(f"the build could not go on ({error}): the site was left as it was") from error


def _published(root: Path, target: Path, progress: Progress, *, compressed: bool) -> str:
    with markdown.Writers(root) as writers:
        library = progress.step("check", lambda: _checked(root))
        written = progress.step("render", writers.finish)
    computed = graph.build(library)
    fresh = root / "build" / "site"
    progress.step("mkdocs", lambda: mkdocs.build(root, fresh))
    progress.step("exports", lambda: forms.write(fresh, computed, mkdocs.site_url(root)))
    progress.step("extras", lambda: extras.write(fresh, library, mkdocs.site_url(root)))
    progress.step("search", lambda: search_index.build(fresh, searching.subjects(computed)))
    found = progress.step("verify", lambda: verify.site(fresh, mkdocs.site_url(root)))
    if compressed:
        progress.step("compress", lambda: compress.site(fresh))
    progress.step("swap", lambda: swap.into_place(fresh, target))
    return f"{found.pages} pages, {found.links} links checked, {written} pages changed: {_shown(target, root)}"


def _shown(target: Path, root: Path) -> str:
    return str(target.relative_to(root)) if target.is_relative_to(root) else str(target)


def _checked(root: Path) -> load.Library:
    library = load.read(root)
    check.check(library)
    return library
