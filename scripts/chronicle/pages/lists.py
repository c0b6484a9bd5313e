"""Pages that list: records by type, names A-Z, offices, sources, and what is not known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from typing import Any

from .. import dates, names, text
from ..graph import Graph, Held, all_names
from ..model import TYPES, Person, Record
from .here import Here, capital, lifetime
from .prose import foreign

Group = dict[str, Any]


def view(path: str, title: str, groups: Iterable[Group], here: Here, **more: Any) -> dict[str, Any]:
    """Return the variables of the list template."""
    styled = [{"title": "", "style": "entries"} | group for group in groups]
    shown = {"id": path.strip("/").replace("/", "-"), "title": title, "groups": styled, "here": here, "t": here.t}
    return shown | {"lead": "", "ways": []} | more


def entry(record_id: str, here: Here) -> str:
    """Return a record as a line of a list: title, kind, date, and the beginning of its summary."""
    record = here.graph.record(record_id)
    when = _when(record, here)
    detail = f' <span class="detail">{when}</span>' if when else ""
    first = text.plain(text.paragraphs(record.summary[here.lang])[0])
    return f'{here.link(record_id)}{detail}<span class="excerpt">{here.words(_short(first))}</span>'


def _short(words: str, limit: int = 180) -> str:
    return words if len(words) <= limit else words[:limit].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _when(record: Record, here: Here) -> str:
    if isinstance(record, Person):
        return lifetime(record, here.lang)
    dating = getattr(record, "date", None) or getattr(record, "signed", None) or getattr(record, "founded", None)
    edtf = dating.gregorian() if dating else None
    return here.date(edtf, both=False) if edtf else ""


def by_type(folder: str, graph: Graph, lang: str) -> dict[str, Any]:
    """Return the list of all records of one folder, grouped by kind where they have kinds."""
    here = Here(graph, lang, f"/{folder}/")
    model = TYPES[folder]
    found = [name for name, loaded in graph.library.records.items() if isinstance(loaded.record, model)]
    kinds: dict[str, list[str]] = defaultdict(list)
    for name in sorted(found, key=lambda name: (names.sort_key(here.title(name)), name)):
        kinds[getattr(graph.record(name), "kind", "")].append(name)
    groups = [
        {
            "id": f"kind-{kind or 'all'}",
            "title": _plural(model.type, kind, here),
            "entries": [entry(name, here) for name in several],
        }
        for kind, several in sorted(kinds.items(), key=lambda pair: _plural(model.type, pair[0], here))
    ]
    ways = [f'<a href="{here.to("/offices/")}">{here.t["offices"]}</a>'] if folder == "people" else []
    return view(here.path, here.t[folder], groups, here, ways=ways)


def _plural(record_type: str, kind: str, here: Here) -> str:
    return capital(here.graph.library.terms[f"{record_type}-kinds"][kind].plural(here.lang)) if kind else ""


def letters(graph: Graph) -> dict[str, list[tuple[str, str, str]]]:
    """Return every attested spelling by letter: (text, language, record id), in sorted order."""
    found: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for name, loaded in graph.library.records.items():
        for one in all_names(loaded.record):
            home = f"{name}#{one.anchor}" if one.anchor else name
            found[names.index_letter(one.text)].add((one.text, one.lang, home))
    return {
        letter: sorted(found[letter], key=lambda row: (names.sort_key(row[0]), row))
        for letter in sorted(found, key=letter_order)
    }


def letter_order(letter: str) -> tuple[bool, str, str]:
    """Sort Latin letters first, then the other scripts."""
    script = names.script_of(letter)
    return script != "Latn", script, letter


def letter_path(letter: str) -> str:
    """Return the path of a letter's page, such as ``/names/latn-a/`` or ``/names/armn-0577/``."""
    script = names.script_of(letter).lower()
    sign = letter.lower() if letter.isascii() and letter.isalpha() else f"{ord(letter[0]):04x}"
    return f"/names/{script}-{sign}/"


def all_letters(graph: Graph, lang: str) -> dict[str, Any]:
    """Return the index of letters, script by script."""
    here = Here(graph, lang, "/names/")
    found = letters(graph)
    groups = [
        {
            "id": f"script-{script.lower()}",
            "title": here.t.get(script, script),
            "style": "letters",
            "entries": [_letter_link(letter, len(found[letter]), here) for letter in several],
        }
        for script, several in groupby(found, key=names.script_of)
    ]
    return view(here.path, here.t["names"], groups, here)


def _letter_link(letter: str, count: int, here: Here) -> str:
    return f'<a href="{here.to(letter_path(letter))}">{escape(letter)}</a> <span class="detail">{count}</span>'


def one_letter(letter: str, rows: list[tuple[str, str, str]], graph: Graph, lang: str) -> dict[str, Any]:
    """Return the page of one letter: each spelling with its language and the record it belongs to."""
    here = Here(graph, lang, letter_path(letter))
    entries = [
        f'{foreign(escape(written), tag)} <span class="detail">{here.language(tag)}</span> → {here.link(name)}'
        for written, tag, name in rows
    ]
    ways = [f'<a href="{here.to("/names/")}">{here.t["letters"]}</a>']
    title = f"{here.t['names']}: {letter}"
    return view(here.path, title, [{"title": "", "entries": entries, "style": "columns"}], here, ways=ways)


def offices(graph: Graph, lang: str) -> dict[str, Any]:
    """Return every office with those who held it, in time."""
    here = Here(graph, lang, "/offices/")
    held: dict[str, list[Held]] = defaultdict(list)
    for one in graph.offices:
        held[one.office].append(one)
    groups = [
        {
            "id": f"office-{office}",
            "title": here.heading("offices", office),
            "entries": list(dict.fromkeys(_held(one, here) for one in sorted(held[office], key=_held_order))),
        }
        for office in here.graph.library.terms["offices"]
        if office in held
    ]
    return view(here.path, here.t["offices"], groups, here)


def _held_order(one: Held) -> tuple[int, str, str]:
    first = dates.bounds(dates.parse(one.start))[0] if one.start else None
    return (first or 0, one.person or (one.name.en if one.name else ""), one.record)


def _held(one: Held, here: Here) -> str:
    who = here.link(one.person) if one.person else here.inline(one.name)
    body = f", {here.link(one.body)}" if one.body else ""
    time = here.span(one.start, one.end)
    return who + body + (f' <span class="detail">{time}</span>' if time else "")


def unknown(graph: Graph, lang: str) -> dict[str, Any]:
    """Return the page of what is not known: gaps, disputes, disputed dates, works not seen, incomplete references."""
    here = Here(graph, lang, "/gaps/")
    kinds = (
        ("stated", "gaps_stated", list(_gaps(here))),
        ("questions", "open_questions", list(_questions(here))),
        ("dates", "disputed_dates", list(_disputed_dates(here))),
        ("single", "single_source", list(_single(here))),
        ("via", "not_seen", list(_sources(here, lambda source: source.consulted == "via"))),
        ("incomplete", "incomplete_refs", list(_sources(here, lambda source: source.incomplete is not None))),
    )
    groups = [{"id": key, "title": here.t[label], "entries": entries} for key, label, entries in kinds if entries]
    return view(here.path, here.t["gaps"], groups, here)


def _titled(here: Here) -> list[str]:
    return sorted(here.graph.library.records, key=lambda name: (names.sort_key(here.title(name)), name))


def _gaps(here: Here) -> Iterator[str]:
    for name in _titled(here):
        for gap in here.graph.record(name).gaps:
            link = f'<a href="{here.href(name)}#gap-{gap.id}">{escape(here.title(name))}</a>'
            yield f"{link}: {here.inline(gap.text)}"


def _questions(here: Here) -> Iterator[str]:
    for name in _titled(here):
        for one in here.graph.record(name).questions:
            link = f'<a href="{here.href(name)}#question-{one.id}">{here.inline(one.question)}</a>'
            yield f'{link} <span class="detail">{escape(here.title(name))}</span>'


def _disputed_dates(here: Here) -> Iterator[str]:
    for name in _titled(here):
        record = here.graph.record(name)
        if isinstance(record, Person) and any(v and v.alternatives for v in (record.born, record.died)):
            yield here.link(name)


def _single(here: Here) -> Iterator[str]:
    sources: dict[str, set[str]] = defaultdict(set)
    for source, uses in here.graph.uses.items():
        for use in uses:
            sources[use.record].add(source)
    for name in _titled(here):
        if len(sources[name]) == 1:
            only = next(iter(sources[name]))
            yield f'{here.link(name)} <span class="detail">{source_link(only, here)}</span>'


def _sources(here: Here, wanted: Any) -> Iterator[str]:
    for name, loaded in here.graph.library.sources.items():
        if wanted(loaded.record) and here.graph.uses.get(name):
            more = loaded.record.incomplete
            yield source_link(name, here) + (f' <span class="detail">{here.inline(more)}</span>' if more else "")


def source_link(source_id: str, here: Here) -> str:
    """Return a link to a source's page, its title in its own language."""
    source = here.graph.source(source_id)
    title = escape(source.title)
    shown = foreign(title, source.language) if source.language and source.language != here.lang else title
    return f'<a href="{here.to(f"/sources/{source_id}/")}">{shown}</a>'
