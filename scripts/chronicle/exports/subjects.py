"""What a record is about, as a node of schema.org: an event, a person, a place, a body, a document, a thing."""

from __future__ import annotations

from typing import Any

from ..graph import all_names
from ..load import Loaded
from ..model import Document, Event, Organization, Person, Place, Record, Vital
from .site import Site, ends

Node = dict[str, Any]

TYPES = {
    "event": "Event",
    "person": "Person",
    "place": "Place",
    "organization": "Organization",
    "document": "CreativeWork",
    "topic": "Thing",
}
SAME_AS = {
    "wikidata": "http://www.wikidata.org/entity/{}",
    "geonames": "https://sws.geonames.org/{}/",
    "viaf": "http://viaf.org/viaf/{}",
}
"""The address that each scheme itself gives its things; of others only the bare identifier is told."""


def address(record_id: str, site: Site) -> str:
    """Return the identifier of a record's subject, one for both languages."""
    return f"{site.address(record_id)}#subject"


def of(loaded: Loaded[Record], site: Site, lang: str) -> Node:
    """Return the subject of a record. Names are the attested ones, each with its language."""
    record = loaded.record
    node: Node = {
        "@id": address(loaded.id, site),
        "@type": TYPES[record.type],
        "name": record.title[lang],
        "alternateName": [
            {"@value": one.text, "@language": one.lang}
            for one in all_names(record)
            if not one.anchor and one.text != record.title[lang]
        ],
        "disambiguatingDescription": site.label(f"{record.type}-kinds", getattr(record, "kind", None), lang),
    }
    node |= _identity(record)
    if isinstance(record, Event):
        node |= _event(record, site, lang)
    elif isinstance(record, Person):
        node |= _vital("birth", record.born, site, lang) | _vital("death", record.died, site, lang)
    elif isinstance(record, Place):
        node |= _place(record, site, lang)
    elif isinstance(record, Organization):
        node |= _organization(record, site, lang)
    elif isinstance(record, Document):
        node |= {"dateCreated": _date(record.signed), "locationCreated": _places(record.places, site, lang)}
    return {key: value for key, value in node.items() if value not in (None, [])}


def _identity(record: Record) -> Node:
    """Return ``sameAs`` for identifiers that are addresses, ``identifier`` for the others; both from sources only."""
    told = [one for one in record.identifiers if one.scheme not in SAME_AS]
    return {
        "sameAs": [SAME_AS[one.scheme].format(one.value) for one in record.identifiers if one.scheme in SAME_AS],
        "identifier": [{"@type": "PropertyValue", "propertyID": one.scheme, "value": one.value} for one in told],
    }


def _event(record: Event, site: Site, lang: str) -> Node:
    start, end = ends(record.date)
    return {
        "startDate": start,
        "endDate": end,
        "location": _places(record.places, site, lang),
        "superEvent": _named(record.within, "Event", site, lang),
    }


def _vital(prefix: str, vital: Vital | None, site: Site, lang: str) -> Node:
    """Return date and place of a birth or a death; where accounts differ every date stands there, none is chosen."""
    if not vital:
        return {}
    accounts = [_date(one) for one in (vital, *vital.alternatives)]
    found = list(dict.fromkeys(one for one in accounts if one))
    date = found[0] if len(found) == 1 else found
    return {f"{prefix}Date": date, f"{prefix}Place": _where(vital, site, lang)}


def _place(record: Place, site: Site, lang: str) -> Node:
    point = record.coordinates
    geo = {"@type": "GeoCoordinates", "latitude": point.lat, "longitude": point.lon} if point else None
    return {"geo": geo, "containedInPlace": _named(record.within, "Place", site, lang)}


def _organization(record: Organization, site: Site, lang: str) -> Node:
    founded = record.founded
    return {
        "foundingDate": _date(founded),
        "foundingLocation": _where(founded, site, lang) if founded else None,
        "dissolutionDate": _date(record.dissolved),
        "location": _places(record.places, site, lang),
        "parentOrganization": _named(record.within, "Organization", site, lang),
    }


def _where(vital: Vital, site: Site, lang: str) -> Node | None:
    if vital.place:
        return _named(vital.place, "Place", site, lang)
    return {"@type": "Place", "name": site.plain(vital.where, lang)} if vital.where else None


def _date(dating: Any) -> str | None:
    """Return a date that ISO 8601 can say in one value, else None."""
    start, end = ends(dating)
    return start if start == end else None


def _places(places: list[str], site: Site, lang: str) -> list[Node]:
    return [node for node in (_named(place, "Place", site, lang) for place in places) if node]


def _named(record_id: str | None, kind: str, site: Site, lang: str) -> Node | None:
    """Return a node that names another record's subject; of a place with its point."""
    if not record_id:
        return None
    record = site.graph.record(record_id)
    node: Node = {"@id": address(record_id, site), "@type": kind, "name": record.title[lang]}
    point = record.coordinates if isinstance(record, Place) else None
    if point:
        node["geo"] = {"@type": "GeoCoordinates", "latitude": point.lat, "longitude": point.lon}
    return node | {"url": site.address(record_id, lang)}
