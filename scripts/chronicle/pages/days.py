"""The chronology: a page for every year, month and day that holds something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Any

from .. import dates
from ..graph import Graph, Moment
from .here import UNKNOWN, Here
from .lists import view

Month = tuple[int, int]
Day = tuple[int, int, int]


@dataclass(slots=True)
class Calendar:
    """Moments by the year, month and day they begin in, and the days each short interval covers."""

    years: dict[int, list[Moment]] = field(default_factory=lambda: defaultdict(list))
    months: dict[Month, list[Moment]] = field(default_factory=lambda: defaultdict(list))
    days: dict[Day, list[Moment]] = field(default_factory=lambda: defaultdict(list))


def calendar(graph: Graph) -> Calendar:
    """Return the moments of the graph by year, month and day (Gregorian).

    A foundation, a signature or an office that the record's own chronology tells under the same date is left to it.
    """
    found = Calendar()
    told = {(moment.record, moment.edtf) for moment in graph.moments if moment.kind == "chronology"}
    for moment in graph.moments:
        if moment.kind != "chronology" and (moment.record, moment.edtf) in told:
            continue
        edtf = dates.parse(moment.edtf)
        covered = list(dates.days(edtf))
        first = dates.from_day_number(moment.first)
        last = dates.from_day_number(moment.last)
        for year in range(first[0], min(last[0], first[0] + 4) + 1):
            found.years[year].append(moment)
        if first[:2] == last[:2] or covered:
            for month in dict.fromkeys([first[:2], last[:2]]):
                found.months[month].append(moment)
        for day in covered:
            found.days[day].append(moment)
    return found


def path(year: int, month: int = 0, day: int = 0) -> str:
    """Return the path of a year, month or day: ``/chronology/1920/03/22/``."""
    return "/chronology/" + f"{year:04d}/" + (f"{month:02d}/" if month else "") + (f"{day:02d}/" if day else "")


def line(moment: Moment, here: Here) -> str:
    """Return a moment as a line: date, what, and the record it stands in."""
    graph = here.graph
    target = here.href(moment.record) + (f"#{moment.anchor}" if moment.anchor else "")
    link = f'<a href="{target}">{escape(here.title(moment.record))}</a>'
    when = f'<span class="when">{here.date(moment.edtf, both=moment.calendar != UNKNOWN)}</span>'
    if moment.kind == "chronology" and moment.text:
        words = here.inline(moment.text)
        return f'{when} <span class="what">{_without_notes(words)}</span> <span class="detail">{link}</span>'
    return f'{when} <span class="what">{link}</span> <span class="detail">{_what(moment, here, graph)}</span>'


def _what(moment: Moment, here: Here, graph: Graph) -> str:
    kind, _, office = moment.kind.partition(":")
    if kind.startswith("office"):
        name = here.term("offices", office) if office else here.inline(moment.text)
        return f"{here.t[kind]}: {name}"
    return here.t[kind].lower() if kind != "date" else here.t[graph.record(moment.record).type].lower()


def _without_notes(html: str) -> str:
    from re import sub

    return sub(r"<sup class=\"note\".*?</sup>", "", html)


def years(found: Calendar, graph: Graph, lang: str) -> dict[str, Any]:
    """Return the index of the chronology."""
    here = Here(graph, lang, "/chronology/")
    groups = [
        {"title": "", "style": "letters", "entries": [_year_link(year, found, here) for year in sorted(found.years)]}
    ]
    core = [year for year in (1918, 1919, 1920) if year in found.years]
    for year in core:
        months = sorted(month for month in found.months if month[0] == year)
        entries = [_month_link(month, found, here) for month in months]
        groups.append({"id": f"year-{year}", "title": str(year), "style": "letters", "entries": entries})
    return view(here.path, here.t["chronology"], groups, here)


def _year_link(year: int, found: Calendar, here: Here) -> str:
    return f'<a href="{here.to(path(year))}">{year}</a> <span class="detail">{len(found.years[year])}</span>'


def _month_link(month: Month, found: Calendar, here: Here) -> str:
    name = dates.display(dates.parse(f"{month[0]:04d}-{month[1]:02d}"), here.lang)
    return f'<a href="{here.to(path(*month))}">{name}</a> <span class="detail">{len(found.months[month])}</span>'


def one_year(year: int, found: Calendar, graph: Graph, lang: str) -> dict[str, Any]:
    """Return a year's page: its months, then everything in order."""
    here = Here(graph, lang, path(year))
    months = [_month_link(month, found, here) for month in sorted(found.months) if month[0] == year]
    groups = [{"title": "", "style": "chronicle", "entries": [line(moment, here) for moment in found.years[year]]}]
    return view(here.path, f"{here.t['chronology']}: {year}", groups, here, ways=[*_up(here, []), *months])


def one_month(month: Month, found: Calendar, graph: Graph, lang: str) -> dict[str, Any]:
    """Return a month's page: its days, then everything in order."""
    here = Here(graph, lang, path(*month))
    days = [_day_link(day, here) for day in sorted(found.days) if day[:2] == month]
    groups = [{"title": "", "style": "chronicle", "entries": [line(moment, here) for moment in found.months[month]]}]
    title = dates.display(dates.parse(f"{month[0]:04d}-{month[1]:02d}"), lang)
    return view(here.path, title, groups, here, ways=[*_up(here, [month[0]]), *days])


def _day_link(day: Day, here: Here) -> str:
    return f'<a href="{here.to(path(*day))}">{day[2]}</a>'


def one_day(day: Day, found: Calendar, graph: Graph, lang: str) -> dict[str, Any]:
    """Return a day's page in both calendars, with a link to the day it would be if read as Old Style.

    The pages of the day itself (an event, a document, then a topic) come before what chronologies tell of it.
    """
    here = Here(graph, lang, path(*day))
    edtf = dates.parse(f"{day[0]:04d}-{day[1]:02d}-{day[2]:02d}")
    moments = sorted(found.days[day], key=lambda one: (not one.main, graph.record(one.record).type == "topic"))
    groups = [{"title": "", "style": "chronicle", "entries": [line(moment, here) for moment in moments]}]
    return view(
        here.path,
        dates.display_both(edtf, lang),
        groups,
        here,
        ways=list(_up(here, list(day[:2]))),
        lead=_as_old_style(day, found, here),
    )


def _up(here: Here, above: list[int]) -> Iterator[str]:
    yield f'<a href="{here.to("/chronology/")}">{here.t["chronology"]}</a>'
    if above:
        yield f'<a href="{here.to(path(above[0]))}">{above[0]}</a>'
    if len(above) > 1:
        name = dates.display(dates.parse(f"{above[0]:04d}-{above[1]:02d}"), here.lang)
        yield f'<a href="{here.to(path(above[0], above[1]))}">{name}</a>'


def _as_old_style(day: Day, found: Calendar, here: Here) -> str:
    """Return a pointer to the Gregorian day that this one is when it is meant as Old Style."""
    julian = f"{day[0]:04d}-{day[1]:02d}-{day[2]:02d}"
    converted = dates.julian_to_gregorian(dates.parse(julian, calendar="julian"))
    if converted is None:
        return ""
    other = tuple(int(part) for part in str(converted).split("-"))
    shown = dates.display(converted, here.lang)
    target = (other[0], other[1], other[2])
    if target in found.days:
        shown = f'<a href="{here.to(path(*target))}">{shown}</a>'
    return f"{here.t['as_old_style']} {shown}."
