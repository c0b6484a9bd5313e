"""The site on this computer: built, served, rebuilt on a change, the page reloaded."""

from __future__ import annotations

import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

WATCHED = ("data", "docs", "scripts/chronicle", "mkdocs.yml")
RELOAD_PATH = "/__reload"
RELOAD_SCRIPT = b'new EventSource("/__reload").onmessage = () => location.reload();\n'
SCRIPT_TAG = b'<script src="/__reload.js" defer></script></head>'


class Reload:
    """Tells every open page when the site has been rebuilt."""

    def __init__(self) -> None:
        self._changed = threading.Condition()

    def now(self) -> None:
        """Wake every waiting page."""
        with self._changed:
            self._changed.notify_all()

    def wait(self, seconds: float) -> bool:
        """Wait for the next rebuild; False when ``seconds`` passed without one."""
        with self._changed:
            return self._changed.wait(seconds)


class Handler(SimpleHTTPRequestHandler):
    """Serves files, adds the reload script to pages, and answers 404 with the site's own page."""

    protocol_version = "HTTP/1.0"

    def __init__(self, *args: object, reload: Reload, **kwargs: object) -> None:
        self.reload = reload
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer one request."""
        path = self.path.partition("?")[0]
        if path == RELOAD_PATH:
            self._events()
        elif path == RELOAD_PATH + ".js":
            self._send(200, "text/javascript", RELOAD_SCRIPT)
        elif (page := self._page(path)) is not None:
            self._send(200, "text/html; charset=utf-8", page.replace(b"</head>", SCRIPT_TAG, 1))
        else:
            super().do_GET()

    def _page(self, path: str) -> bytes | None:
        file = Path(self.translate_path(path))
        if path.endswith("/"):
            file /= "index.html"
        return file.read_bytes() if file.suffix == ".html" and file.is_file() else None

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with the site's 404 page."""
        own = Path(self.translate_path("/404.html"))
        if code == 404 and own.is_file():
            self._send(404, "text/html; charset=utf-8", own.read_bytes())
        else:
            super().send_error(code, message, explain)

    def _events(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            while not self.reload.wait(15):
                self.wfile.write(b": still here\n\n")
                self.wfile.flush()
            self.wfile.write(b"data: rebuilt\n\n")
        except OSError:
            pass

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for the build."""


def serve(root: Path, port: int) -> None:
    """Build, serve on http://127.0.0.1:``port`` and rebuild on changes until interrupted."""
    _build(root)
    reload = Reload()
    handler = partial(Handler, reload=reload, directory=str(root / "site"))
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"serving on http://127.0.0.1:{server.server_port}/ (Ctrl+C ends)", flush=True)
    try:
        for _ in watch(*(root / name for name in WATCHED), raise_interrupt=True):
            if _build(root):
                reload.now()
    except KeyboardInterrupt:
        server.shutdown()


def _build(root: Path) -> bool:
    """Build in a process of its own, so that a change of the build's code counts too."""
    return (
        subprocess.run([sys.executable, "-m", "chronicle", "build", "--quick"], cwd=root, check=False).returncode == 0
    )
