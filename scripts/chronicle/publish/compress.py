"""Precompressed files beside the originals, for servers that send them as they are."""

from __future__ import annotations

import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

KINDS = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".webmanifest"} | {
    ".atom",
    ".bib",
    ".csv",
    ".jsonl",
    ".jsonld",
    ".ris",
}
SMALLEST = 1024
LEVEL = 6


def site(folder: Path) -> int:
    """Write ``x.gz`` beside each compressible file; return how many. Same input, same bytes (no time in the header)."""
    files = [file for file in folder.rglob("*") if file.suffix in KINDS and file.stat().st_size >= SMALLEST]
    with ThreadPoolExecutor() as pool:
        return sum(pool.map(_compress, files))


def _compress(file: Path) -> int:
    file.with_name(file.name + ".gz").write_bytes(gzip.compress(file.read_bytes(), LEVEL, mtime=0))
    return 1
