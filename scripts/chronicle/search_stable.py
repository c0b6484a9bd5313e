"""The same site, the same index: Pagefind writes the values of a filter in an order that changes from run to run.

An index file is gzip over a signature and CBOR (RFC 8949) of arrays, whole numbers and text, nothing else. The
lists of filters and of their values are put in order here, and the files named again after their contents.
"""

from __future__ import annotations

import gzip
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from .errors import ChronicleError

SIGNATURE = b"pagefind_dcd"
_NUMBER, _TEXT, _ARRAY = 0, 3, 4
_FILTERS = 3  # place of the list of filters in the metadata of a language


def settle(index: Path) -> None:
    """Order the filters of every language of the index folder ``index``, in place.

    Raises `ChronicleError` when the files are not of the form described above (another version of Pagefind).
    """
    entry_file = index / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    for language in entry["languages"].values():
        language["hash"] = _settle_language(index, language["hash"])
    entry_file.write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _settle_language(index: Path, name: str) -> str:
    file = index / f"pagefind.{name}.pf_meta"
    meta = _read(file)
    for filter_ in meta[_FILTERS]:
        filter_[1] = _settle_filter(index / "filter" / f"{filter_[1]}.pf_filter")
    meta[_FILTERS].sort()
    return _replace(file, meta, name, "pagefind.")


def _settle_filter(file: Path) -> str:
    content = _read(file)
    content[1].sort()
    return _replace(file, content, file.stem, "")


def _replace(file: Path, content: Any, name: str, prefix: str) -> str:
    packed = SIGNATURE + encoded(content)
    lang, _, old = name.rpartition("_")
    new = f"{lang}_{sha256(packed).hexdigest()[: len(old)]}"
    file.unlink()
    file.with_name(f"{prefix}{new}{file.suffix}").write_bytes(gzip.compress(packed, mtime=0))
    return new


def _read(file: Path) -> Any:
    packed = gzip.decompress(file.read_bytes())
    if packed.startswith(SIGNATURE):
        content, end = decoded(packed, len(SIGNATURE))
        if end == len(packed):
            return content
    raise ChronicleError(f"{file.name} is not the index of a known Pagefind: pin pagefind to the version of the lock")


def decoded(packed: bytes, at: int) -> tuple[Any, int]:
    """Return the CBOR item of ``packed`` at place ``at`` and the place after it. Raises `ChronicleError`."""
    kind, short = packed[at] >> 5, packed[at] & 31
    width = {24: 1, 25: 2, 26: 4, 27: 8}.get(short, 0)
    if kind not in (_NUMBER, _TEXT, _ARRAY) or short > 27:
        raise ChronicleError(
            f"unknown item {packed[at]:#x} in the search index: pin pagefind to the version of the lock"
        )
    number = int.from_bytes(packed[at + 1 : at + 1 + width], "big") if width else short
    at += 1 + width
    if kind == _NUMBER:
        return number, at
    if kind == _TEXT:
        return packed[at : at + number].decode(), at + number
    items = []
    for _ in range(number):
        item, at = decoded(packed, at)
        items.append(item)
    return items, at


def encoded(item: Any) -> bytes:
    """Return ``item`` (lists of lists, whole numbers from 0, text) as CBOR, each length in its shortest form."""
    if isinstance(item, int):
        return _head(_NUMBER, item)
    if isinstance(item, str):
        text = item.encode()
        return _head(_TEXT, len(text)) + text
    return _head(_ARRAY, len(item)) + b"".join(encoded(part) for part in item)


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    width = next(width for width in (1, 2, 4, 8) if number < 1 << (8 * width))
    return bytes([kind << 5 | {1: 24, 2: 25, 4: 26, 8: 27}[width]]) + number.to_bytes(width, "big")
