"""The built site, read as a browser would: every link and anchor, languages, addresses, duplicate ids."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from sys import intern
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from ..errors import ChronicleError

LINKS = {"a": "href", "link": "href", "script": "src", "img": "src", "source": "src", "form": "action"}
LINKING = ", ".join(f"{tag}[{name}]" for tag, name in LINKS.items())
INLINE_LIKE = tuple(map(re.compile, (" style=", "\nstyle=", " on[a-z]+=", "\non[a-z]+=")))
"""What nearly every page lacks, so that it need not be searched with `INLINE`, which is slow."""
INLINE = re.compile(r"<[a-z][^<>]*\s(style|on[a-z]+)=")
LOADED = {"script", "img", "source"}
LOADED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}
SHOWN = 40
CHUNK = 100


@dataclass(slots=True)
class PageFacts:
    """What one HTML file holds; ``targets`` are what each address means beyond the page: file, anchor."""

    lang: str = ""
    ids: set[str] = field(default_factory=set)
    links: int = 0
    targets: dict[str, tuple[str, str]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Found:
    """How much was verified."""

    pages: int
    links: int


def site(folder: Path, site_url: str) -> Found:
    """Verify every page of the built site. Raises `ChronicleError` that lists what is wrong."""
    names = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.html"))
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        several = pool.map(partial(read, folder=folder, site_url=site_url), names, chunksize=CHUNK)
        facts = dict(zip(names, several, strict=True))
    wrong = [*_languages(facts)]
    for name, page in facts.items():
        wrong += [f"{name}: {message}" for message in (*page.wrong, *_lost(page, facts, folder))]
    if wrong:
        more = f"\n... and {len(wrong) - SHOWN} more" if len(wrong) > SHOWN else ""
        raise ChronicleError("the built site is not right:\n" + "\n".join(wrong[:SHOWN]) + more)
    return Found(len(names), sum(page.links for page in facts.values()))


def read(name: str, folder: Path, site_url: str) -> PageFacts:
    """Return what the HTML file ``name`` of the site in ``folder`` holds, and what is wrong in itself."""
    html = (folder / name).read_text(encoding="utf-8")
    tree = LexborHTMLParser(html)
    facts = PageFacts()
    if any(like.search(html) for like in INLINE_LIKE):
        forbidden = sorted(set(INLINE.findall(html)))
        facts.wrong += [f"an inline `{one}`, which the Content-Security-Policy forbids" for one in forbidden]
    if tree.root is not None:
        facts.lang = tree.root.attributes.get("lang") or ""
    for node in tree.css("[id]"):
        if node.id in facts.ids:
            facts.wrong.append(f"id `{node.id}` stands twice")
        facts.ids.add(node.id or "")
    for node in tree.css(LINKING):
        _link(node.tag or "", node.attributes, name, site_url, facts)
    return facts


def _link(tag: str, values: dict[str, str | None], name: str, site_url: str, facts: PageFacts) -> None:
    address, relation = values.get(LINKS[tag]) or "", values.get("rel")
    if (tag in LOADED or (tag == "link" and relation in LOADED_LINKS)) and urlsplit(address).netloc:
        facts.wrong.append(f"loads {address} from elsewhere")
    if relation == "canonical":
        return
    facts.links += 1
    if address.startswith("#"):
        if (fragment := unquote(address[1:])) and fragment not in facts.ids:
            facts.wrong.append(f"`{address}` names an anchor that does not exist")
    elif address not in facts.targets and (meant := _target(name, address, site_url)):
        # equal words are one object, so that what a process hands over is small
        facts.targets[intern(address)] = intern(meant[0]), intern(meant[1])


def _languages(facts: Mapping[str, PageFacts]) -> Iterator[str]:
    for name, page in facts.items():
        if name == "404.html":
            continue
        expected = "pt-BR" if name.startswith("pt/") else "en"
        if page.lang != expected:
            yield f'{name}: <html lang="{page.lang}"> instead of {expected}'
        twin = name.removeprefix("pt/") if name.startswith("pt/") else f"pt/{name}"
        if twin not in facts:
            yield f"{name}: the page has no {twin}"


def _lost(page: PageFacts, facts: Mapping[str, PageFacts], folder: Path) -> Iterator[str]:
    for address, (target, fragment) in page.targets.items():
        if target in facts:
            if fragment and fragment not in facts[target].ids:
                yield f"`{address}` names an anchor that does not exist"
        elif not (folder / target).is_file():
            yield f"`{address}` leads nowhere"


def _target(name: str, address: str, site_url: str) -> tuple[str, str] | None:
    """Return the file and the anchor that an address means on the page ``name``; None where it leaves the site."""
    if address.startswith(site_url):
        target, fragment = _own(address, site_url)
    elif urlsplit(address).scheme:
        return None
    else:
        target, fragment = _resolve(name, address, urlsplit(site_url).path)
    return f"{target}index.html" if target.endswith("/") or not target else target, fragment


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
