"""The tables of a record: claims, names, members, offices, population, seats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from ..model import Affiliation, Claim, ClaimValue, Member, Name, Office, Organization, Person, Place, Record, Seats
from .here import Here
from .prose import foreign

Row = Mapping[str, Any]


def figure(value: ClaimValue, here: Here) -> str:
    """Return a claimed figure in words and digits, as the source puts it."""
    if value.words is not None:
        return here.words(value.words[here.lang])
    for given, label in ((value.about, "about"), (value.at_least, "at_least"), (value.up_to, "up_to")):
        if given is not None:
            return f"{here.t[label]} {here.number(given)}"
    if value.exactly is not None:
        return here.number(value.exactly)
    return f"{here.number(value.low or 0)}–{here.number(value.high or 0)}"


def claims(record: Record, here: Here) -> list[Row]:
    """Return the claims grouped by what they measure, each group in the order of the record."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for claim in record.claims:
        groups[claim.measure].append(_claim(claim, here))
    return [{"measure": here.heading("measures", measure), "rows": rows} for measure, rows in groups.items()]


def _claim(claim: Claim, here: Here) -> Row:
    return {
        "anchor": f"claim-{claim.id}",
        "figure": figure(claim.value, here) + here.cite(claim.cite),
        "scope": here.inline(claim.scope),
        "claimant": here.inline(claim.claimant),
        "made": here.date(claim.made, both=False) if claim.made else "",
        "perspective": here.term("perspectives", claim.perspective),
        "basis": here.term("bases", claim.basis),
        "origin": _origin(claim, here),
        "note": here.inline(claim.note),
    }


def _origin(claim: Claim, here: Here) -> str:
    if not claim.derives_from:
        return ""
    record, _, name = claim.derives_from.rpartition("#")
    home = here.href(record) if record else ""
    owner = (
        here.graph.record(record)
        if record
        else next(loaded.record for loaded in here.graph.library.records.values() if claim in loaded.record.claims)
    )
    origin = next(other for other in owner.claims if other.id == name)
    return f'{here.t["repeats"]} <a href="{home}#claim-{name}">{here.inline(origin.claimant)}</a>'


def names(record: Record, here: Here) -> list[Row]:
    """Return the attested names with language, use and note."""
    return [_name(name, here) for name in record.names]


def _name(name: Name, here: Here) -> Row:
    use = [here.term("name-kinds", name.kind)] if name.kind else []
    use += [here.inline(words) for words in (name.period, name.note) if words]
    latin = f' <span class="detail">({here.t["romanized"]} {escape(name.latin)})</span>' if name.latin else ""
    return {
        "text": foreign(escape(name.text), name.lang) + latin + here.cite(name.cite),
        "language": here.language(name.lang),
        "use": "; ".join(use),
    }


def members(several: Iterable[Member], here: Here) -> list[Row]:
    """Return members with capacity, party, time and note."""
    return [_member(member, here) for member in several]


def _member(member: Member, here: Here) -> Row:
    capacity = [here.term("roles", member.role), here.term("offices", member.office)]
    if member.title:
        capacity.append(here.inline(member.title))
    return {
        "who": (here.link(member.who) if member.who else here.inline(member.name)) + here.cite(member.cite),
        "capacity": "; ".join(part for part in capacity if part),
        "party": here.inline(member.party),
        "time": here.span(member.start, member.end),
        "note": here.inline(member.note),
    }


def offices(person: Person, here: Here) -> list[Row]:
    """Return the offices a person held."""
    return [_office(office, here) for office in person.offices]


def _office(office: Office, here: Here) -> Row:
    capacity = [here.term("offices", office.office)] if office.office else []
    if office.title:
        capacity.append(here.inline(office.title))
    return {
        "office": "; ".join(capacity) + here.cite(office.cite),
        "body": here.link(office.body) if office.body else "",
        "time": here.span(office.start, office.end),
        "note": here.inline(office.note),
    }


def parties(several: Iterable[Affiliation], here: Here) -> list[str]:
    """Return the parties and bodies a person belonged to, as HTML."""
    return [_affiliation(one, here) for one in several]


def _affiliation(one: Affiliation, here: Here) -> str:
    body = here.link(one.organization) if one.organization else here.inline(one.name)
    time = here.span(one.start, one.end)
    return body + (f" ({time})" if time else "") + here.cite(one.cite)


def population(place: Place, here: Here) -> list[Row]:
    """Return the counts of inhabitants in the order of the record."""
    return [
        {
            "year": here.date(row.year, both=False),
            "group": here.term("groups", row.group),
            "number": here.number(row.number) + here.cite(row.cite),
            "note": here.inline(row.note),
        }
        for row in place.population
    ]


def status(place: Place, here: Here) -> list[Row]:
    """Return what the place was, period by period."""
    return [
        {
            "time": here.span(row.start, row.end) or here.t["not_dated"],
            "text": here.inline(row.text) + here.cite(row.cite),
        }
        for row in place.status
    ]


def seats(organization: Organization, here: Here) -> list[Row]:
    """Return each source's division of the seats."""
    return [_division(division, here) for division in organization.seats]


def _division(division: Seats, here: Here) -> Row:
    return {
        "anchor": f"seats-{division.id}",
        "title": here.inline(division.title) + here.cite(division.cite),
        "rows": [{"group": here.inline(row.group), "number": here.number(row.number)} for row in division.rows],
        "total": here.number(division.total) if division.total is not None else "",
        "note": here.inline(division.note),
    }
