"""The search of a built site: Pagefind's index of words in runs of bounded size, and our lists in front of it."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from . import search_fields
from .errors import ChronicleError
from .names import words
from .search_fields import Subject

FOLDER = "pagefind"
BODY = "data-pagefind-body"
"""The attribute of the element that is searched."""
NOT_READ = ("a.anchor", "sup.note", "thead", "dt")
"""Signs and labels within an article that are no part of its text."""
MOST_CHARACTERS = 8_000_000  # of HTML in one run: its memory grows with them
_KEPT = re.compile(r"pagefind-entry\.json|pagefind\.[^/]+\.pf_meta")
_KEPT_ONCE = re.compile(r"pagefind\.js|wasm\.(?!unknown)[^/]+\.pagefind")
_LANGUAGE = re.compile(r"<html[^>]*\slang=[\"']?([A-Za-z-]+)")
SIGNATURE = b"pagefind_dcd"
SHORTEST = 4
"""Letters of a word for the list of words: shorter ones are not mended."""
NEARLY_ALL = 0.9
"""The share of pages above which a word is left out of a query that has others."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to index: its file, its address below the site's root, its language, rank and length."""

    file: Path
    address: str
    lang: str
    rank: int
    size: int


@dataclass(frozen=True, slots=True)
class Text:
    """A page in the index of words: its number there and its text."""

    number: str
    content: str


def build(
    site: Path, subjects: Mapping[str, Sequence[Subject]], *, most_characters: int = MOST_CHARACTERS
) -> dict[str, int]:
    """Index every page of ``site`` that has ``data-pagefind-body``; return the number of pages by language.

    ``subjects`` are those of each language (of ``<html>``). An old index is removed first. A language whose pages
    hold more than ``most_characters`` of HTML is indexed in several runs, pages with most references first; the
    browser merges them. Raises `ChronicleError` when Pagefind fails or the site has no such page.
    """
    ranks = {one.address: one.rank for several in subjects.values() for one in several}
    pages = sorted(pages_of(site, ranks), key=lambda page: (page.lang, -page.rank, page.address))
    if not pages:
        raise ChronicleError(f"no page of {site} carries {BODY}: nothing to search")
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    by_language = {lang: [page for page in pages if page.lang == lang] for lang in {page.lang for page in pages}}
    runs = {lang: batches(found, most_characters) for lang, found in sorted(by_language.items())}
    _index(site, [(number, part) for parts in runs.values() for number, part in enumerate(parts)])
    texts = _texts(site)
    parts = {}
    for lang, several in runs.items():
        known = subjects.get(lang, ())
        counts = pages_by_word(texts[page.address].content for page in by_language[lang])
        _write_lists(site, lang, known, texts, counts)
        parts[lang.lower()] = {"parts": len(several), "everywhere": everywhere(counts, len(by_language[lang]))}
    _write_json(site / FOLDER / "parts.json", parts)
    return {lang: len(found) for lang, found in sorted(by_language.items())}


def pages_of(site: Path, ranks: Mapping[str, int]) -> Iterator[Page]:
    """Yield every page of ``site`` to be searched, in no particular order."""
    for file in site.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        start = html.find(BODY)
        if start >= 0:
            lang = _LANGUAGE.search(html)
            address = file.relative_to(site).as_posix().removesuffix("index.html")
            yield Page(file, address, lang[1] if lang else "en", ranks.get(address, 0), len(html) - start)


def _texts(site: Path) -> dict[str, Text]:
    """Return the text of each page as the index of words holds it, by its address.

    Its file is gzip over a signature and JSON. Raises `ChronicleError` when it is not (another Pagefind).
    """
    found = {}
    for file in sorted((site / FOLDER).rglob("*.pf_fragment")):
        packed = gzip.decompress(file.read_bytes())
        if not packed.startswith(SIGNATURE):
            raise ChronicleError(f"{file.name} is not of a known Pagefind: pin pagefind to the version of the lock")
        page = json.loads(packed[len(SIGNATURE) :])
        found[page["url"].lstrip("/")] = Text(_number(file.relative_to(site / FOLDER)), page["content"])
    return found


def _number(file: Path) -> str:
    """Return the number of a text below the folder of its part: ``en_12ab`` or, in a further part, ``1/en_12ab``."""
    return (file.parent.parent / file.stem).as_posix()


def pages_by_word(texts: Iterable[str]) -> Counter[str]:
    """Return how many of the pages' texts hold each folded word."""
    folded = _Folded()
    return Counter(word for text in texts for word in {word for piece in set(text.split()) for word in folded[piece]})


class _Folded(dict[str, list[str]]):
    """The folded words of what stands between blanks, each made once for the whole site."""

    def __missing__(self, piece: str) -> list[str]:
        self[piece] = found = words(piece)
        return found


def everywhere(counts: Mapping[str, int], pages: int) -> list[str]:
    """Return the words, in order, that nearly every page holds: they tell none from another, and cost most to seek.

    ``counts`` says how many of the ``pages`` hold each folded word.
    """
    return sorted(word for word, count in counts.items() if count > NEARLY_ALL * pages)


def vocabulary(counts: Mapping[str, int]) -> list[str]:
    """Return the words of at least `SHORTEST` letters that several pages hold, in order."""
    return sorted(word for word, count in counts.items() if count > 1 and len(word) >= SHORTEST and word.isalpha())


def _write_lists(
    site: Path, lang: str, subjects: Sequence[Subject], texts: Mapping[str, Text], counts: Mapping[str, int]
) -> None:
    made = search_fields.lists(subjects, {address: text.number for address, text in texts.items()})
    named = {word for one in subjects for name in (one.title, *one.names) for word in words(name)}
    several: dict[str, object] = {"names": made.names, "dates": made.dates, "pages": made.pages}
    several["words"] = " ".join(word for word in vocabulary(counts) if word not in named)
    for name, value in several.items():
        _write_json(site / FOLDER / f"{name}.{lang.lower()}.json", value)


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


def _index(site: Path, parts: Sequence[tuple[int, Sequence[Page]]]) -> None:
    """Index each part in a process of its own, as many at once as there are cores, then bring them together."""
    with TemporaryDirectory(dir=site.parent, prefix=".search-") as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        places = [Path(folder, str(place)) for place in range(len(parts))]
        list(pool.map(lambda part, place: _index_part(site, part[1], place), parts, places))
        for (number, _), place in zip(parts, places, strict=True):
            _move(place / "index", site / FOLDER / (str(number) if number else ""))


def _index_part(site: Path, pages: Sequence[Page], place: Path) -> None:
    for page in pages:
        copy = place / "site" / page.file.relative_to(site)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(article(page.file.read_text(encoding="utf-8"), page.lang), encoding="utf-8")
    _run(place / "site", place / "index")


def article(html: str, lang: str) -> str:
    """Return a page that holds of ``html`` the marked element alone: the rest would be read for nothing."""
    start = html.rindex("<", 0, html.index(BODY))
    name = html[start + 1 : html.index(" ", start)]
    depth = 0
    for tag in re.compile(rf"<(/?){name}\b").finditer(html, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return f'<!doctype html><html lang="{lang}"><body>{html[start : tag.start()]}</{name}></body></html>'
    raise ChronicleError(f"a page's <{name} {BODY}> has no end")


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
