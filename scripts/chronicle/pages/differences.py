"""What changed between two texts of a record: passages, figures and lines added, changed and withdrawn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape

import cmarkgfm
from selectolax.lexbor import LexborHTMLParser, LexborNode

BLOCKS = "h1, h2[id], h3[id], .passage, .answer, tr[id], li[id]:not(.notes li), .box div, table.names tr, table.rows tr"
NOT_COMPARED = "a.anchor, sup.note"
WORD = re.compile(r"\s+|[\w’'-]+|[^\w\s]", re.UNICODE)
UNSAFE = cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page: its anchor (empty where it has none), its words, the works it cites."""

    anchor: str
    words: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A piece that was added (``before`` is None), withdrawn (``after`` is None) or changed."""

    before: Block | None
    after: Block | None


def blocks(markdown: str) -> list[Block]:
    """Return the pieces of a record's page (Markdown with HTML blocks) in order."""
    tree = LexborHTMLParser(cmarkgfm.markdown_to_html(markdown, options=UNSAFE))
    notes = {f"#{node.attributes['id']}": _words(node) for node in tree.css("ol.notes > li")}
    article = tree.css_first("article")
    nodes = article.css(BLOCKS) if article else []
    cites = [_cites(node, notes) for node in nodes]
    for left_out in tree.css(NOT_COMPARED):
        left_out.decompose()
    return [Block(node.attributes.get("id") or "", _words(node), one) for node, one in zip(nodes, cites, strict=True)]


def _cites(node: LexborNode, notes: dict[str, str]) -> tuple[str, ...]:
    marks = [link.attributes.get("href") or "" for link in node.css("sup.note a")]
    return tuple(notes[mark] for mark in marks if mark in notes)


def _words(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").replace("↩", "").split())


def changes(before: Iterable[Block], after: Iterable[Block]) -> list[Change]:
    """Return what changed, in the order of the later text; what was withdrawn stands where it stood."""
    old, new = list(before), list(after)
    found: list[Change] = []
    matcher = SequenceMatcher(None, [_key(one) for one in old], [_key(one) for one in new], autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            pairs = zip(old[i:j], new[k:m], strict=True)
            found += [Change(one, other) for one, other in pairs if _differ(one, other)]
        else:
            found += [Change(one, None) for one in old[i:j]]
            found += [Change(None, one) for one in new[k:m]]
    return list(_without_moves(found))


def _key(block: Block) -> str:
    return block.anchor or block.words


def _differ(one: Block, other: Block) -> bool:
    return (one.words, sorted(one.cites)) != (other.words, sorted(other.cites))


def _without_moves(found: list[Change]) -> Iterator[Change]:
    """Leave out pieces that only stand elsewhere now; bring together the two ends of one that moved and changed."""
    gone = {_key(one.before): one.before for one in found if one.before and not one.after}
    come = {_key(one.after): one.after for one in found if one.after and not one.before}
    for one in found:
        if one.before and not one.after and _key(one.before) in come:
            continue
        if one.after and not one.before and _key(one.after) in gone:
            before = gone[_key(one.after)]
            if _differ(before, one.after):
                yield Change(before, one.after)
            continue
        yield one


def marked(before: str, after: str) -> str:
    """Return two texts in one as HTML: what went in ``del``, what came in ``ins``."""
    old, new = WORD.findall(before), WORD.findall(after)
    pieces = []
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = escape("".join(old[i:j])), escape("".join(new[k:m]))
        if kind == "equal":
            pieces.append(come)
        else:
            pieces += [f"<del>{gone}</del>"] * bool(gone) + [f"<ins>{come}</ins>"] * bool(come)
    return "".join(pieces)
