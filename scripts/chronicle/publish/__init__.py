"""From records to a site: check, render, MkDocs, search index, own files, verification, swap."""

from __future__ import annotations

import os
from pathlib import Path

from .. import check, graph, load, pages, search_index
from ..citations import Citations
from ..pages.apparatus import csl_item
from . import compress, extras, mkdocs, swap, verify, workspace
from .progress import Progress


def publish(root: Path, *, progress: Progress, out: Path | None = None, compressed: bool = True) -> str:
    """Build the whole site of ``root`` into ``out`` (``root``/site) and return the line that says what was made.

    Raises `ChronicleError`; the site that was there before stays as it was unless everything has succeeded.
    """
    target = out or root / "site"
    swap.refuse_unwritable(target)
    library = progress.step("check", lambda: _checked(root))
    written = progress.step("render", lambda: render(root, library))
    fresh = root / "build" / "site"
    progress.step("mkdocs", lambda: mkdocs.build(root, fresh))
    progress.step("extras", lambda: extras.write(fresh, library, site_url(root)))
    progress.step("search", lambda: search_index.build(fresh))
    found = progress.step("verify", lambda: verify.site(fresh, site_url(root)))
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


def render(root: Path, library: load.Library) -> int:
    """Write the Markdown of every page below build/docs; return how many files changed."""
    items = {name: csl_item(loaded) for name, loaded in library.sources.items()}
    citations = Citations(items, cache_dir=root / "build" / "cache")
    made = pages.render(graph.build(library), citations, site_url(root))
    return workspace.fill(root, ((page.file, page.markdown) for page in made))


def site_url(root: Path) -> str:
    """Return the site's address: the variable SITE_URL, or the line in mkdocs.yml."""
    return os.environ.get("SITE_URL") or mkdocs.default_site_url(root)
