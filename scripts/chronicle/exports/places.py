"""The places as a gazetteer: places.jsonld in the Linked Places format.

Format: Linked Places (LPF) v1.2.2 with the ``fclasses`` of v1.3, the GeoJSON-LD profile of the Pelagios Network
(github.com/LinkedPasts/linked-places-format); geometry by RFC 7946, longitude first. Its rules that are kept here:
every feature has an address, a title, a name with a citation, a geometry or null, and a ``when`` or a citation with a
year; a time span has a start, and one without an end means the time of its start alone. A standing whose beginning no
source gives has no time span, for the format cannot say it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from babel import Locale

from .. import dates
from ..dates import Date
from ..labels import LABELS, LANGS
from ..load import Loaded
from ..model import Name, Place
from ..pages.here import HTML_LANG
from ..text import Citation, parse_citations
from .references import abstract
from .site import LICENCE, File, Site, days

Node = dict[str, Any]

CONTEXT = "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld"
"""The context that the format names for its versions 1.1 to 1.3."""

FEATURE_CLASSES = {
    "town": "P",
    "city": "P",
    "village": "P",
    "quarter": "P",
    "region": "L",
    "historical-region": "L",
    "governorate": "A",
    "uezd": "A",
    "okrug": "A",
    "melikdom": "A",
    "autonomous-oblast": "A",
    "church": "S",
    "cathedral": "S",
    "mosque": "S",
    "monastery": "S",
    "fortress": "S",
    "port": "S",
}
"""The GeoNames feature class of each kind of place."""

CONCEPTS = {
    "town": ("300008375", "towns"),
    "city": ("300008389", "cities"),
    "village": ("300008372", "villages"),
    "region": ("300182722", "regions (geographic)"),
    "historical-region": ("300387178", "historical regions"),
    "cathedral": ("300007501", "cathedrals"),
    "mosque": ("300007544", "mosques"),
}
"""The concept of the Art and Architecture Thesaurus for a kind, of those that the format lists; others have none."""

ALIASES = {"wikidata": "wd:{}", "geonames": "gn:{}", "viaf": "viaf:{}"}
COUNTRIES = {name: code for code, name in Locale.parse("en").territories.items() if len(code) == 2 and code.isalpha()}


def file(site: Site, folder: str) -> File:
    """Return places.jsonld."""
    records = site.graph.library.records.values()
    features = [_feature(loaded, loaded.record, site) for loaded in records if isinstance(loaded.record, Place)]
    collection = {
        "type": "FeatureCollection",
        "@context": CONTEXT,
        "title": LABELS["site"][0],
        "license": LICENCE,
        "features": features,
    }
    return f"{folder}places.jsonld", (json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode()


def _feature(loaded: Loaded[Any], place: Place, site: Site) -> Node:
    spans = list(_spans(place))
    feature: Node = {
        "@id": site.address(loaded.id),
        "type": "Feature",
        "properties": _properties(place),
        "when": {"timespans": spans} if spans else [],
        "names": [_title_name(loaded, place, site), *(_name(name, site) for name in place.names)],
        "types": [_type(place, site)],
        "geometry": _geometry(place, site),
        "links": [
            {"type": "closeMatch", "identifier": ALIASES[one.scheme].format(one.value)}
            for one in place.identifiers
            if one.scheme in ALIASES
        ],
        "relations": list(_relations(place, site)),
        "descriptions": [
            {"value": abstract(place, site, lang), "lang": HTML_LANG[lang], "source": site.address(loaded.id, lang)}
            for lang in LANGS
        ],
    }
    return {key: value for key, value in feature.items() if value != []}


def _properties(place: Place) -> Node:
    """Return title, feature class, and the modern country that the box of the page begins with."""
    said = [fact.value.en for fact in place.facts if fact.what == "country"]
    codes = [code for name, code in COUNTRIES.items() if any(_names(words, name) for words in said)]
    found: Node = {"title": place.title.en, "ccodes": sorted(codes)}
    if place.kind in FEATURE_CLASSES:
        found["fclasses"] = [FEATURE_CLASSES[place.kind]]
    return {key: value for key, value in found.items() if value}


def _names(words: str, country: str) -> bool:
    return words == country or words.startswith((f"{country},", f"{country} ("))


def _spans(place: Place) -> Iterator[Node]:
    """Yield the times at which a source knows the place: its standings, then the years of its counts."""
    seen: list[Node] = []
    for start, end in [(one.start, one.end) for one in place.status] + [(one.year, None) for one in place.population]:
        begun = _time(start)
        span: Node = {"start": begun, "end": _time(end)} if end else {"start": begun}
        if begun and span not in seen:
            seen.append(span)
            yield span


def _time(edtf: str | None) -> Node | None:
    """Return an EDTF date as the format has it: ``in`` one date, or between ``earliest`` and ``latest``."""
    if not edtf:
        return None
    parsed = dates.parse(edtf)
    (only,) = parsed.dates if parsed.kind == "date" else (None,)
    exact = dates.machine_form(only) if isinstance(only, Date) else None
    if exact and isinstance(only, Date):
        return {"in": exact + only.qualifier}
    first, last = days(edtf)
    return {key: day for key, day in (("earliest", first), ("latest", last)) if day}


def _title_name(loaded: Loaded[Any], place: Place, site: Site) -> Node:
    """Return the title as a name attested by this reference itself."""
    citation = {
        "label": LABELS["site"][0],
        "year": int(place.revisions[-1].date[:4]),
        "@id": site.address(loaded.id),
    }
    return {"toponym": place.title.en, "lang": "en", "citations": [citation]}


def _name(name: Name, site: Site) -> Node:
    citations = [_citation(one, site) for one in parse_citations(name.cite)]
    return {"toponym": name.text, "lang": name.lang, "citations": citations}


def _citation(citation: Citation, site: Site) -> Node:
    """Return a work as the format cites one: a label, the year it came out, the address of its page here."""
    source = site.graph.source(citation.source)
    authors = [one.literal or one.family or one.given for one in source.author]
    words = ", ".join(filter(None, [*authors, source.title]))
    first, last = days(source.issued)
    year = first[:4] if first and last and first[:4] == last[:4] else None
    label = words + (f" ({year})" if year else "") + (f", {citation.locator}" if citation.locator else "")
    if citation.via:
        label += f", via {_citation(citation.via, site)['label']}"
    return {"label": label} | ({"year": int(year)} if year else {}) | {"@id": site.address(citation.source)}


def _type(place: Place, site: Site) -> Node:
    identifier, label = CONCEPTS.get(place.kind, ("", ""))
    concept: Node = {"identifier": f"aat:{identifier}", "label": label} if identifier else {}
    own = [{"label": site.label("place-kinds", place.kind, lang), "lang": HTML_LANG[lang]} for lang in LANGS]
    return {"label": own[0]["label"]} | concept | {"sourceLabels": own}


def _geometry(place: Place, site: Site) -> Node | None:
    point = place.coordinates
    if not point:
        return None
    citations = [_citation(one, site) for one in parse_citations(point.cite)]
    return {"type": "Point", "coordinates": [point.lon, point.lat], "citations": citations}


def _relations(place: Place, site: Site) -> Iterator[Node]:
    if place.within:
        larger = site.graph.record(place.within).title.en
        yield {
            "relationType": "gvp:broaderPartitive",
            "relationTo": site.address(place.within),
            "label": f"part of {larger}",
        }
