"""build/docs: generated pages and hand-written ones, written only where they differ."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from ..errors import ChronicleError

ASSETS = "assets"


def fill(root: Path, lang: str, generated: Iterable[tuple[str, str]]) -> int:
    """Make build/docs/``lang`` hold exactly the generated and the hand-written files; return how many files changed.

    English holds the assets as well. ``generated`` are names below build/docs and contents; each is written as it
    comes. Raises `ChronicleError` when a hand-written page stands where a generated one goes.
    """
    docs = root / "build" / "docs"
    copied = dict(_hand_written(root / "docs", lang))
    changed, written = 0, set(copied)
    for name, content in generated:
        if name in copied:
            raise ChronicleError(f"docs/{name}: this page is generated from the records: remove or rename the file")
        changed += _write(docs / name, content.encode())
        written.add(name)
    changed += sum(_write(docs / name, source.read_bytes()) for name, source in copied.items())
    _remove_stale(docs, lang, written)
    return changed


def _hand_written(docs: Path, lang: str) -> Iterable[tuple[str, Path]]:
    for folder in (lang, ASSETS) if lang == "en" else (lang,):
        for file in sorted((docs / folder).rglob("*")):
            if file.is_file():
                name = file.relative_to(docs).as_posix()
                yield (f"en/{name}" if folder == ASSETS else name), file


def _write(file: Path, content: bytes) -> bool:
    if file.exists() and file.read_bytes() == content:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return True


def _remove_stale(docs: Path, lang: str, wanted: set[str]) -> None:
    for file in sorted((docs / lang).rglob("*"), reverse=True):
        if file.is_file() and file.relative_to(docs).as_posix() not in wanted:
            file.unlink()
        elif file.is_dir() and not any(file.iterdir()):
            shutil.rmtree(file)
