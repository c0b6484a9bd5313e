"""build/docs: generated pages and hand-written ones, written only where they differ."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from ..errors import ChronicleError

HAND_WRITTEN = ("en", "pt", "assets")


def fill(root: Path, generated: Iterable[tuple[str, str]]) -> int:
    """Make build/docs hold exactly the generated and the hand-written files; return how many files changed.

    ``generated`` are names below build/docs and contents; each is written as it comes. Raises `ChronicleError` when a
    hand-written page stands where a generated one goes.
    """
    docs = root / "build" / "docs"
    copied = dict(_hand_written(root / "docs"))
    changed, written = 0, set(copied)
    for name, content in generated:
        if name in copied:
            raise ChronicleError(f"docs/{name}: this page is generated from the records: remove or rename the file")
        changed += _write(docs / name, content.encode())
        written.add(name)
    changed += sum(_write(docs / name, source.read_bytes()) for name, source in copied.items())
    _remove_stale(docs, written)
    return changed


def _hand_written(docs: Path) -> Iterable[tuple[str, Path]]:
    for folder in HAND_WRITTEN:
        for file in sorted((docs / folder).rglob("*")):
            if file.is_file():
                target = f"en/{file.relative_to(docs)}" if folder == "assets" else str(file.relative_to(docs))
                yield target, file


def _write(file: Path, content: bytes) -> bool:
    if file.exists() and file.read_bytes() == content:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return True


def _remove_stale(docs: Path, wanted: set[str]) -> None:
    for file in sorted(docs.rglob("*"), reverse=True):
        if file.is_file() and file.relative_to(docs).as_posix() not in wanted:
            file.unlink()
        elif file.is_dir() and not any(file.iterdir()):
            shutil.rmtree(file)
