"""What a language's search lists hold: each record, and each smaller subject within one, as a `Subject`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .. import dates
from ..graph import Graph, Moment, Spelling, all_names, moments
from ..labels import LANGS
from ..load import Loaded
from ..model import Person, Record, Ref
from ..search_fields import Dated, Subject
from ..walk import leaves
from .here import HTML_LANG, Here, lifetime


def home(lang: str) -> str:
    """Return the beginning of every address of a language, below the site's root."""
    return "" if lang == LANGS[0] else f"{lang}/"


def subjects(graph: Graph) -> dict[str, list[Subject]]:
    """Return the subjects of every language, by the language of their pages' ``<html>``."""
    return {
        HTML_LANG[lang]: [one for loaded in graph.library.records.values() for one in _subjects(loaded, graph, lang)]
        for lang in LANGS
    }


def _subjects(loaded: Loaded[Record], graph: Graph, lang: str) -> Iterator[Subject]:
    record, here = loaded.record, Here(graph, lang, graph.path(loaded.id))
    spelled = list(all_names(record))
    dated = list(moments(loaded))
    whole = Subject(
        title=record.title[lang],
        address=_address(loaded.id, here),
        kind=here.t[record.type],
        rank=graph.rank(loaded.id),
        names=_names(spelled, ""),
        shown_date=_shown(record, dated, lang),
        dates=[_dated(moment, lang) for moment in dated],
        places=list(_linked("place", record, here)),
        people=list(_linked("person", record, here)),
    )
    yield whole
    for one in record.included:
        anchor = f"subject-{one.id}"
        yield Subject(one.title[lang], f"{whole.address}#{anchor}", whole.kind, 0, _names(spelled, anchor))


def _names(spelled: Iterable[Spelling], anchor: str) -> list[str]:
    return [one.text for one in spelled if one.anchor == anchor]


def _address(record_id: str, here: Here) -> str:
    return home(here.lang) + here.graph.path(record_id).lstrip("/")


def _dated(moment: Moment, lang: str) -> Dated:
    shown = dates.display(dates.parse(moment.edtf), lang)
    return Dated(moment.first, moment.last, shown, moment.anchor, _weight(moment))


def _weight(moment: Moment) -> int:
    return (2 if moment.kind in ("date", "signed") else 1) if moment.main else 0


def _shown(record: Record, dated: Iterable[Moment], lang: str) -> str:
    if isinstance(record, Person):
        return lifetime(record, lang)
    return next((dates.display(dates.parse(moment.edtf), lang) for moment in dated if moment.main), "")


def _linked(record_type: str, record: Record, here: Here) -> Iterator[str]:
    """Yield the addresses of the records of one type that this one names in its fields."""
    for leaf in leaves(record):
        if (
            leaf.mark(Ref)
            and leaf.value in here.graph.library.records
            and here.graph.record(leaf.value).type == record_type
        ):
            yield _address(leaf.value, here)
