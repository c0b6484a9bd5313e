"""Where each part of a record stands on its page: the permanent anchors."""

from __future__ import annotations

from .model import LocalId, Record
from .walk import Path, leaves

PREFIX = {
    "claims": "claim",
    "questions": "question",
    "chronology": "date",
    "gaps": "gap",
    "clauses": "clause",
    "seats": "seats",
    "included": "subject",
}
WHOLE = {
    "summary": "summary",
    "names": "names",
    "facts": "facts",
    "people": "people",
    "members": "people",
    "parties": "people",
    "offices": "offices",
    "population": "population",
    "status": "status",
}


def anchor(record: Record, path: Path) -> str:
    """Return the permanent anchor of the part at ``path`` of a record, or an empty string for the page."""
    if not path or not isinstance(path[0], str):
        return ""
    name = path[0]
    if len(path) > 1 and isinstance(path[1], int) and (name in PREFIX or name == "sections"):
        item = getattr(record, name)[path[1]]
        own = item.id if name == "sections" else f"{PREFIX[name]}-{item.id}"
        if name == "questions" and len(path) > 3 and path[2] == "answers":
            return f"answer-{item.id}-{item.answers[int(path[3])].id}"
        return own
    return WHOLE.get(name, "")


def anchors(record: Record) -> set[str]:
    """Return every permanent anchor of a record: of sections, claims, questions, answers, dated lines and the like."""
    return {anchor(record, leaf.path) for leaf in leaves(record) if leaf.mark(LocalId)}
