"""The search index of a built site: Pagefind in runs of bounded size, and the list of all names."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

from . import search_stable
from .errors import ChronicleError

FOLDER = "pagefind"
NOT_READ = ("a.anchor", "sup.note", "thead", "dt")
"""Signs and labels within an article that are no part of its text."""
MOST_CHARACTERS = 8_000_000  # of HTML in one run: its memory grows with them
_KEPT = re.compile(r"pagefind-entry\.json|pagefind\.[^/]+\.pf_meta")
_KEPT_ONCE = re.compile(r"pagefind\.js|wasm\.(?!unknown)[^/]+\.pagefind")
_LANGUAGE = re.compile(r"<html[^>]*\slang=[\"']?([A-Za-z-]+)")
_RANK = re.compile(r'data-pagefind-sort="rank">(\d+)<')
_META = re.compile(r'data-pagefind-meta="(title|aliases)">([^<]*)<')


@dataclass(frozen=True, slots=True)
class Page:
    """A page to index: its file, its address below the site's root, and what the search lists of it."""

    file: Path
    address: str
    lang: str
    rank: int
    size: int
    names: tuple[str, ...]


def build(site: Path, *, most_characters: int = MOST_CHARACTERS) -> dict[str, int]:
    """Index every page of ``site`` that has ``data-pagefind-body``; return the number of pages by language.

    An old index is removed first. A language whose pages hold more than ``most_characters`` of HTML is indexed in
    several runs, pages with most references first; the browser merges them. Raises `ChronicleError` when Pagefind
    fails or the site has no such page.
    """
    pages = sorted(pages_of(site), key=lambda page: (page.lang, -page.rank, page.address))
    if not pages:
        raise ChronicleError(f"no page of {site} carries data-pagefind-body: nothing to search")
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    by_language = {lang: [page for page in pages if page.lang == lang] for lang in {page.lang for page in pages}}
    runs = {lang: batches(found, most_characters) for lang, found in sorted(by_language.items())}
    _index(site, [(number, part) for parts in runs.values() for number, part in enumerate(parts)])
    for lang in runs:
        _write_json(site / FOLDER / f"names.{lang.lower()}.json", name_list(by_language[lang]))
    _write_json(site / FOLDER / "parts.json", {lang.lower(): len(parts) for lang, parts in runs.items()})
    return {lang: len(found) for lang, found in sorted(by_language.items())}


def pages_of(site: Path) -> Iterator[Page]:
    """Yield every page of ``site`` to be searched, in no particular order."""
    for file in site.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        start = html.find("data-pagefind-body")
        if start >= 0:
            yield _page(site, file, html, len(html) - start)


def _page(site: Path, file: Path, html: str, size: int) -> Page:
    lang = _LANGUAGE.search(html)
    rank = _RANK.search(html)
    found = [unescape(name) for _, names in _META.findall(html) for name in names.split(" · ")]
    return Page(
        file=file,
        address=file.relative_to(site).as_posix().removesuffix("index.html"),
        lang=lang[1] if lang else "en",
        rank=int(rank[1]) if rank else 0,
        size=size,
        names=tuple(dict.fromkeys(name for name in found if name)),
    )


def batches(pages: Sequence[Page], most: int) -> list[list[Page]]:
    """Part ``pages``, in their order, into runs of at most ``most`` characters, or of one page that is longer."""
    parts: list[list[Page]] = []
    room = 0
    for page in pages:
        if page.size > room or not parts:
            parts.append([])
            room = most
        parts[-1].append(page)
        room -= page.size
    return parts


def name_list(pages: Iterable[Page]) -> list[tuple[str, str]]:
    """Return ``(name, address)`` of every attested name, most referred pages first."""
    ordered = sorted(pages, key=lambda page: (-page.rank, page.address))
    return [(name, page.address) for page in ordered for name in page.names]


def _index(site: Path, parts: Sequence[tuple[int, Sequence[Page]]]) -> None:
    """Index each part in a process of its own, as many at once as there are cores, then bring them together."""
    with TemporaryDirectory(dir=site.parent, prefix=".search-") as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        places = [Path(folder, str(place)) for place in range(len(parts))]
        list(pool.map(lambda part, place: _index_part(site, part[1], place), parts, places))
        for (number, _), place in zip(parts, places, strict=True):
            _move(place / "index", site / FOLDER / (str(number) if number else ""))


def _index_part(site: Path, pages: Sequence[Page], place: Path) -> None:
    for page in pages:
        _link(page.file, place / "site" / page.file.relative_to(site))
    _run(place / "site", place / "index")
    search_stable.settle(place / "index")


def _link(file: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(file, place)
    except OSError:
        shutil.copyfile(file, place)


def _run(site: Path, target: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(target), "--silent"]
    command += [word for selector in NOT_READ for word in ("--exclude-selectors", selector)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode or not (target / "pagefind-entry.json").exists():
        raise ChronicleError(f"the search index could not be made: {done.stderr.strip() or done.stdout.strip()}")


def _move(made: Path, target: Path) -> None:
    entry_file = target / "pagefind-entry.json"
    entry = json.loads((made / entry_file.name).read_text(encoding="utf-8"))
    if entry_file.exists():
        entry["languages"] |= json.loads(entry_file.read_text(encoding="utf-8"))["languages"]
    for file in sorted(made.rglob("*")):
        place = file.relative_to(made)
        if file.is_file() and (len(place.parts) > 1 or _is_kept(place.name, first=target.name == FOLDER)):
            (target / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.move(file, target / place)
    entry["languages"] = dict(sorted(entry["languages"].items()))
    _write_json(entry_file, entry)


def _is_kept(name: str, *, first: bool) -> bool:
    return bool(_KEPT.fullmatch(name) or (first and _KEPT_ONCE.fullmatch(name)))


def _write_json(file: Path, value: object) -> None:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    file.write_text(text, encoding="utf-8")
