"""What was formatted before, kept in one file under the hash of all it depends on."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any

NAME = "citations.json"


def digest(*parts: Any) -> str:
    """Return the hash of values that JSON can hold."""
    words = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(words.encode()).hexdigest()[:32]


class Store:
    """A cache of lists of strings by hash. Without a folder it lasts as long as the object.

    A file that cannot be read counts as empty: everything in it can be made again.
    """

    def __init__(self, folder: Path | None) -> None:
        self._path = folder / NAME if folder else None
        self._kept: dict[str, list[str]] = {}
        self._adding = Lock()
        if self._path and self._path.is_file():
            try:
                self._kept = json.loads(self._path.read_text(encoding="utf-8"))
            except ValueError:
                self._kept = {}

    def get(self, key: str) -> list[str] | None:
        """Return what is kept under a key."""
        return self._kept.get(key)

    def add(self, made: dict[str, list[str]]) -> None:
        """Keep new values and write the file, whole or not at all."""
        if not made:
            return
        with self._adding:
            self._kept |= made
            if self._path:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                waiting = self._path.with_suffix(f".{os.getpid()}")
                waiting.write_text(json.dumps(self._kept, ensure_ascii=False, sort_keys=True), encoding="utf-8")
                waiting.replace(self._path)
