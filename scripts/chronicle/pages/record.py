"""A record's page: everything the template shows, computed in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from ..graph import Graph
from ..load import Loaded
from ..model import Document, Event, Included, Organization, Person, Place, Question, Record
from . import box, tables
from .here import Here
from .prose import foreign, inline

HEAD_LANGUAGES = 5


def view(loaded: Loaded[Record], graph: Graph, lang: str, path: str = "") -> dict[str, Any]:
    """Return the template's variables for one record in one language; notes are numbered as they appear.

    ``path`` is where the page will stand, if not at the record's own address.
    """
    record = loaded.record
    here = Here(graph, lang, path or graph.path(loaded.id))
    shown: dict[str, Any] = {
        "here": here,
        "t": here.t,
        "id": loaded.id,
        "record": record,
        "title": record.title[lang],
        "kind": _kind(record, here),
        "head_names": list(_head_names(record, lang)),
        "withdrawn": _withdrawn(record, here),
        "box": box.rows(loaded.id, record, here),
        "summary": here.prose(record.summary),
    }
    shown |= _body(record, here)
    shown |= _around(loaded.id, record, here)
    return shown


def _kind(record: Record, here: Here) -> str:
    kind = getattr(record, "kind", None)
    label = here.t[record.type]
    return f"{label} · {here.term(f'{record.type}-kinds', kind)}" if kind else label


def _head_names(record: Record, lang: str) -> Iterator[str]:
    """Yield one name for each other language, first come first served, to stand under the title."""
    seen = {lang}
    for name in record.names:
        if (
            name.lang not in seen
            and len(seen) <= HEAD_LANGUAGES
            and name.text not in (record.title.en, record.title.pt)
        ):
            seen.add(name.lang)
            yield foreign(escape(name.text), name.lang)


def _withdrawn(record: Record, here: Here) -> str:
    gone = record.withdrawn
    return f"{here.date(gone.date, both=False)}: {here.inline(gone.reason)}" if gone else ""


def _body(record: Record, here: Here) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "sections": [
            {"id": section.id, "title": here.inline(section.title), "paragraphs": here.prose(section.text)}
            for section in record.sections
        ]
    }
    shown["clauses"] = _clauses(record, here)
    shown["chronology"] = [
        {
            "anchor": f"date-{entry.id}",
            "date": here.dating(entry.date),
            "places": ", ".join(here.link(place) for place in entry.places),
            "text": here.inline(entry.text),
        }
        for entry in record.chronology
    ]
    shown["claims"] = tables.claims(record, here)
    shown["questions"] = [_question(question, here) for question in record.questions]
    shown |= _tables(record, here)
    shown["included"] = [_included(one, here) for one in record.included]
    shown["names"] = tables.names(record, here)
    shown["gaps"] = [{"anchor": f"gap-{gap.id}", "text": here.inline(gap.text)} for gap in record.gaps]
    return shown


def _clauses(record: Record, here: Here) -> list[dict[str, Any]]:
    if not isinstance(record, Document):
        return []
    return [
        {"anchor": f"clause-{one.id}", "label": here.inline(one.label), "text": here.inline(one.text)}
        for one in record.clauses
    ]


def _question(question: Question, here: Here) -> dict[str, Any]:
    return {
        "anchor": f"question-{question.id}",
        "question": here.inline(question.question),
        "answers": [
            {
                "anchor": f"answer-{question.id}-{answer.id}",
                "held_by": here.inline(answer.held_by),
                "answer": here.inline(answer.answer),
            }
            for answer in question.answers
        ],
    }


def _included(one: Included, here: Here) -> dict[str, Any]:
    names = [foreign(escape(name.text), name.lang) + here.cite(name.cite) for name in one.names]
    return {
        "anchor": f"subject-{one.id}",
        "title": here.inline(one.title),
        "names": names,
        "paragraphs": [f"{inline(paragraph)}" for paragraph in here.prose(one.text)],
    }


def _tables(record: Record, here: Here) -> dict[str, Any]:
    shown: dict[str, Any] = {"people": [], "offices": [], "population": [], "status": [], "seats": []}
    if isinstance(record, Event):
        shown["people"] = tables.members(record.people, here)
    elif isinstance(record, Document):
        shown["people"] = tables.members(record.parties, here)
    elif isinstance(record, Person):
        shown["offices"] = tables.offices(record, here)
    elif isinstance(record, Place):
        shown |= {"status": tables.status(record, here), "population": tables.population(record, here)}
    elif isinstance(record, Organization):
        shown |= {"people": tables.members(record.members, here), "seats": tables.seats(record, here)}
    shown["people_title"] = {"organization": here.t["members"], "document": here.t["parties"]}.get(
        record.type, here.t["people_in"]
    )
    return shown


def _around(record_id: str, record: Record, here: Here) -> dict[str, Any]:
    graph = here.graph
    related = list(dict.fromkeys(record.related))
    return {
        "contains": [here.link(name) for name in sorted(graph.parts.get(record_id, []), key=here.title)],
        "related": [here.link(name) for name in related],
        "mentioned_in": [here.link(name) for name in graph.mentioned_in(record_id)],
        "revisions": list(reversed(_history(record_id, record, here))),
    }


def _history(record_id: str, record: Record, here: Here) -> list[dict[str, str]]:
    """Return the lines of history, oldest first, each with a link to the version that was published with it."""
    kept = here.graph.library.archive.records.get(record_id)
    published = {version.revisions: version.number for version in kept.versions} if kept else {}
    return [
        {
            "date": here.date(one.date, both=False),
            "note": here.inline(one.note),
            "version": str(published.get(number, "")),
        }
        for number, one in enumerate(record.revisions, 1)
    ]
