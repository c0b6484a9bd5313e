"""What a record's page tells the search: names in every spelling, dates in both calendars, places, people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .. import dates, names, search_fields
from ..graph import Moment, all_names, moments
from ..load import Loaded
from ..model import Person, Record, Ref
from ..walk import leaves
from .here import HTML_LANG, Here, lifetime

Span = tuple[str, str]


def block(loaded: Loaded[Record], here: Here) -> str:
    """Return the hidden block with the page's search metadata and filters."""
    record = loaded.record
    attested = list(all_names(record))
    generated = [other for one in attested for other in names.variants(one.text, one.lang)]
    dated = list(moments(loaded))
    return search_fields.page_search_html(
        record.title[here.lang],
        here.t[record.type],
        [one.text for one in attested],
        generated,
        _spans(dated),
        list(_linked("place", record, here)),
        list(_linked("person", record, here)),
        here.graph.rank(loaded.id),
        HTML_LANG[here.lang],
        main=_spans(moment for moment in dated if moment.main),
        shown_date=_shown(record, dated, here.lang),
    )


def _shown(record: Record, dated: Iterable[Moment], lang: str) -> str:
    if isinstance(record, Person):
        return lifetime(record, lang)
    return next((dates.display(dates.parse(moment.edtf), lang) for moment in dated if moment.main), "")


def _spans(several: Iterable[Moment]) -> list[Span]:
    return list(dict.fromkeys((_iso(moment.first), _iso(moment.last)) for moment in several))


def _iso(day_number: int) -> str:
    year, month, day = dates.from_day_number(day_number)
    return f"{year:04d}-{month:02d}-{day:02d}"


def _linked(record_type: str, record: Record, here: Here) -> Iterator[str]:
    """Yield the titles of the records of one type that this one names in its fields."""
    for leaf in leaves(record):
        if (
            leaf.mark(Ref)
            and leaf.value in here.graph.library.records
            and here.graph.record(leaf.value).type == record_type
        ):
            yield here.title(leaf.value)
