"""The real site, built once for all tests that read it, and a server for the browser."""

from __future__ import annotations

import contextlib
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from chronicle.publish import publish
from chronicle.publish.progress import Progress

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "docs" / "assets" / "js"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "chromium")
CHROMIUM_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def build(name: str) -> Path:
    """Build the real records into build/``name`` and return the folder."""
    out = ROOT / "build" / name
    publish(ROOT, progress=Progress(), out=out)
    return out


def make_project(root: Path) -> Path:
    """Write the small project of the tests with the real theme, pages and terms into ``root``, ready to build."""
    shutil.copytree(ROOT / "tests" / "mini", root)
    shutil.copytree(ROOT / "docs", root / "docs")
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copy(ROOT / "data" / "terms.yaml", root / "data")
    anna = root / "data/people/anna.yaml"
    anna.write_text(
        anna.read_text(encoding="utf-8").replace("office: mayor", "office: prime-minister"), encoding="utf-8"
    )
    for lang in ("en", "pt"):
        (root / "docs" / lang / "index.md").write_text("---\ntitle: Home\n---\n\n# Home\n", encoding="utf-8")
    (root / "scripts").symlink_to(ROOT / "scripts")
    return root


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve ``folder`` on a free port of this computer; yield the address without a final slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
