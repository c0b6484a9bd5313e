"""What a page tells the search besides its words: names, dates, kind, places, people, weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from html import escape

from .dates import day_number, from_day_number
from .names import fold, words

MOST_DAYS = 62
MOST_YEARS = 200
MOST_VARIANT_WORDS = 150
PARTING = " · "

Span = tuple[str, str]


def old_style(day: str) -> str:
    """Return the Julian date of a Gregorian day, both ``YYYY-MM-DD``.

    Raises `ValueError` when ``day`` is no Gregorian day.
    """
    one = date.fromisoformat(day)
    number = day_number((one.year, one.month, one.day), "gregorian")
    year, month, julian_day = from_day_number(number, "julian")
    return f"{year:04}-{month:02}-{julian_day:02}"


def day_values(first: str, last: str) -> list[tuple[str, str]]:
    """Return the ``(filter, value)`` pairs under which a span of Gregorian days is found.

    ``first`` and ``last`` are ``YYYY-MM-DD``, both within the span. Up to `MOST_DAYS` days each day counts, in
    both calendars (``day`` and ``os_day``, ``monthday`` and ``os_monthday``); a longer span has months and years
    (``month``, ``os_month``, ``year``), and one over `MOST_YEARS` years nothing. Raises `ValueError` when a day
    is none or the span runs backwards.
    """
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    if end < start:
        raise ValueError(f"the span {first}/{last} runs backwards")
    if end.year - start.year > MOST_YEARS:
        return []
    pairs: list[tuple[str, str]] = []
    if _days(first, last) <= MOST_DAYS:
        for number in range(start.toordinal(), end.toordinal() + 1):
            pairs += _one_day(date.fromordinal(number).isoformat())
    for prefix, (one, other) in (("", (first, last)), ("os_", (old_style(first), old_style(last)))):
        pairs += [(f"{prefix}month", month) for month in _months(one, other)]
    pairs += [("year", f"{year:04}") for year in range(start.year, end.year + 1)]
    return pairs


def _one_day(day: str) -> list[tuple[str, str]]:
    old = old_style(day)
    return [("day", day), ("os_day", old), ("monthday", day[5:]), ("os_monthday", old[5:])]


def _months(first: str, last: str) -> Iterator[str]:
    one, other = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in (first, last))
    return (f"{number // 12:04}-{number % 12 + 1:02}" for number in range(one, other + 1))


def date_filters(dates: Iterable[Span], main: Iterable[Span] = ()) -> list[tuple[str, str]]:
    """Return the date filters of a page: of all its ``dates``, and once more under ``main`` of its own dates.

    A span is ``(first, last)``, Gregorian ``YYYY-MM-DD``. Values of ``main`` are bare (``1920-03-22``,
    ``1920-03``, ``03-22``, ``1920``) or, Old Style, after ``os:``; a span of more than `MOST_DAYS` days has its
    years only, for a war of years is not what happened in a month.
    """
    main = list(main)
    found = dict.fromkeys(pair for span in [*dates, *main] for pair in day_values(*span))
    for span in main:
        short = _days(*span) <= MOST_DAYS
        for name, value in day_values(*span):
            if short or name == "year":
                found.setdefault(("main", f"os:{value}" if name.startswith("os_") else value))
    return list(found)


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1


def variant_words(attested: Iterable[str], generated: Iterable[str]) -> list[str]:
    """Return the words of the ``generated`` spellings that no attested name holds, each once, in order.

    The search matches word by word, so words serve as well as whole names. The folded forms of attested words
    come first: the search engine itself folds marks, but not letters such as ə and ı.
    """
    shown = list(attested)
    known = {word for name in shown for word in name.lower().split()}
    folded = [word for name in shown for word in words(name)]
    made = [word for name in generated for word in words(name)]
    return [word for word in dict.fromkeys([*folded, *made]) if word not in known][:MOST_VARIANT_WORDS]


def page_search_html(
    title: str,
    kind: str,
    attested: Sequence[str],
    generated: Sequence[str],
    dates: Sequence[Span],
    places: Sequence[str],
    people: Sequence[str],
    rank: int,
    lang: str,
    *,
    main: Sequence[Span] = (),
    shown_date: str = "",
) -> str:
    """Return the hidden block a page carries for the search; it belongs inside ``data-pagefind-body``.

    ``kind``, ``places`` and ``people`` are labels in the page's language ``lang``; ``attested`` the names printed
    on the page, ``generated`` those of `names.variants`; ``dates`` every dated thing of the page and ``main`` the
    page's own date, as spans of Gregorian days; ``rank`` the number of references to it; ``shown_date`` the date
    in words for the list of results.
    """
    names = [name for name in dict.fromkeys(attested) if fold(name)]
    meta = [("title", title), ("kind", kind), ("aliases", PARTING.join(name for name in names if name != title))]
    meta += [
        ("variants", " ".join(variant_words([title, *names], generated))),
        ("date", shown_date),
        ("rank", str(rank)),
    ]
    lines = [f'<div class="search-fields" lang="{escape(lang)}" hidden data-pagefind-ignore>']
    lines += [f'<span data-pagefind-meta="{name}">{escape(value)}</span>' for name, value in meta if value]
    lines.append("".join(f'<i data-pagefind-filter="{name}:{value}"></i>' for name, value in date_filters(dates, main)))
    for name, values in (("kind", [kind]), ("place", places), ("person", people)):
        lines += [f'<span data-pagefind-filter="{name}">{escape(value)}</span>' for value in dict.fromkeys(values)]
    lines.append(f'<span data-pagefind-sort="rank">{rank}</span>')
    return "\n".join([*lines, "</div>"])
