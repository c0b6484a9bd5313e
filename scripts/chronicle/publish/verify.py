"""The built site, read as a browser would: every link and anchor, languages, addresses, duplicate ids."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from ..errors import ChronicleError

LINKS = {"a": "href", "link": "href", "script": "src", "img": "src", "source": "src", "form": "action"}
LINKING = ", ".join(f"{tag}[{name}]" for tag, name in LINKS.items())
INLINE_LIKE = re.compile(r"[ \n](?:style|on[a-z]+)=")
INLINE = re.compile(r"<[a-z][^<>]*\s(style|on[a-z]+)=")
LOADED = {"script", "img", "source"}
LOADED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}
SHOWN = 40
CHUNK = 100


@dataclass(slots=True)
class PageFacts:
    """What one HTML file holds."""

    lang: str = ""
    ids: set[str] = field(default_factory=set)
    twice: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Found:
    """How much was verified."""

    pages: int
    links: int


def site(folder: Path, site_url: str) -> Found:
    """Verify every page of the built site. Raises `ChronicleError` that lists what is wrong."""
    files = sorted(folder.rglob("*.html"))
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        several = pool.map(read, files, chunksize=CHUNK)
        facts = {file.relative_to(folder).as_posix(): page for file, page in zip(files, several, strict=True)}
    wrong = [*_languages(facts)]
    for name, page in facts.items():
        wrong += [f"{name}: id `{one}` stands twice" for one in page.twice]
        wrong += [f"{name}: loads {one} from elsewhere" for one in page.loads if urlsplit(one).netloc]
        wrong += [f"{name}: an inline `{one}`, which the Content-Security-Policy forbids" for one in page.inline]
        wrong += [f"{name}: {message}" for message in _links(name, page, facts, folder, site_url)]
    if wrong:
        more = f"\n... and {len(wrong) - SHOWN} more" if len(wrong) > SHOWN else ""
        raise ChronicleError("the built site is not right:\n" + "\n".join(wrong[:SHOWN]) + more)
    return Found(len(files), sum(len(page.links) for page in facts.values()))


def read(file: Path) -> PageFacts:
    """Return what an HTML file holds."""
    html = file.read_text(encoding="utf-8")
    tree = LexborHTMLParser(html)
    facts = PageFacts()
    if INLINE_LIKE.search(html):  # cheap, and nearly always enough
        facts.inline = sorted(set(INLINE.findall(html)))
    if tree.root is not None:
        facts.lang = tree.root.attributes.get("lang") or ""
    for node in tree.css("[id]"):
        name = node.attributes["id"] or ""
        (facts.twice.append(name) if name in facts.ids else facts.ids.add(name))
    for node in tree.css(LINKING):
        _link(node.tag or "", node.attributes, facts)
    return facts


def _link(tag: str, values: dict[str, str | None], facts: PageFacts) -> None:
    address, relation = values.get(LINKS[tag]) or "", values.get("rel")
    if relation != "canonical":
        facts.links.append(address)
    if tag in LOADED or (tag == "link" and relation in LOADED_LINKS):
        facts.loads.append(address)


def _languages(facts: dict[str, PageFacts]) -> Iterator[str]:
    for name, page in facts.items():
        if name == "404.html":
            continue
        expected = "pt-BR" if name.startswith("pt/") else "en"
        if page.lang != expected:
            yield f'{name}: <html lang="{page.lang}"> instead of {expected}'
        twin = name.removeprefix("pt/") if name.startswith("pt/") else f"pt/{name}"
        if twin not in facts:
            yield f"{name}: the page has no {twin}"


def _links(name: str, page: PageFacts, facts: dict[str, PageFacts], folder: Path, site_url: str) -> Iterator[str]:
    for address in dict.fromkeys(page.links):
        if address.startswith(site_url):
            target, fragment = _own(address, site_url)
        elif urlsplit(address).scheme:
            continue
        else:
            target, fragment = _resolve(name, address, urlsplit(site_url).path)
        if target.endswith("/") or target == "":
            target += "index.html"
        if target in facts:
            if fragment and fragment not in facts[target].ids:
                yield f"`{address}` names an anchor that does not exist"
        elif not (folder / target).is_file():
            yield f"`{address}` leads nowhere"


def _own(address: str, site_url: str) -> tuple[str, str]:
    parts = urlsplit(address[len(site_url.rstrip("/")) :].lstrip("/"))
    return unquote(parts.path), unquote(parts.fragment)


def _resolve(name: str, address: str, base: str) -> tuple[str, str]:
    """Return the file path and the fragment an address means on the page ``name``; ``base`` is the site's own path."""
    parts = urlsplit(address)
    path = unquote(parts.path)
    if path.startswith("/"):
        return path.removeprefix(base).lstrip("/").removesuffix("."), unquote(parts.fragment)
    if not path:
        return name, unquote(parts.fragment)
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
    slash = "/" if path.endswith("/") or path.endswith("..") or path == "." else ""
    return ("" if joined == "." else joined + slash), unquote(parts.fragment)
