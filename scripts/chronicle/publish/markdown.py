"""The Markdown of the site, each language written by a process of its own.

The processes start before the records are checked and read them anew: on two cores that costs less time than to wait.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType

from .. import graph, load, pages
from ..citations import Citations
from ..errors import ChronicleError
from ..labels import LANGS
from ..pages.apparatus import csl_item
from . import mkdocs, workspace

PACKAGES = Path(__file__).resolve().parents[2]
"""The folder from which this package is imported."""


class Writers:
    """One process for each language, at work from the start; those still at work when the block is left are ended."""

    def __init__(self, root: Path) -> None:
        paths = os.pathsep.join(filter(None, [str(PACKAGES), os.environ.get("PYTHONPATH")]))
        self._running = [
            subprocess.Popen(
                [sys.executable, "-m", "chronicle", "pages", "--root", str(root), lang],
                env=os.environ | {"PYTHONPATH": paths},
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            for lang in LANGS
        ]

    def __enter__(self) -> Writers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        for process in self._running:
            process.kill()
            process.communicate()

    def finish(self) -> int:
        """Wait for all; return how many files changed. Raises `ChronicleError` with a failed one's last words."""
        return sum(_files_changed(process) for process in self._running)


def _files_changed(process: subprocess.Popen[str]) -> int:
    said, complaint = process.communicate()
    if process.returncode:
        raise ChronicleError("the pages could not be written: " + complaint.strip()[-4000:])
    return int(said)


def write(root: Path, lang: str) -> int:
    """Write the Markdown of every page of one language below build/docs; return how many files changed.

    Raises `ChronicleError` when the records cannot be read or a page stands in another's place.
    """
    library = load.read_or_fail(root)
    items = {name: csl_item(loaded) for name, loaded in library.sources.items()}
    citations = Citations(items, cache_dir=root / "build" / "cache" / lang)
    made = pages.render(graph.build(library), citations, mkdocs.site_url(root), lang)
    return workspace.fill(root, lang, ((page.file, page.markdown) for page in made))
