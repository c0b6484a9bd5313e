"""The gazetteer: the rules of the Linked Places format, equal to the records, read as a graph by another program."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from jsonschema import Draft202012Validator
from rdflib import Graph, Namespace
from rdflib.namespace import RDF

import export_schemas
import exported
from chronicle.exports import places
from chronicle.model import Place

CONTEXT = {
    "type": "@type",
    "gvp": "http://vocab.getty.edu/ontology#",
    "lpo": "http://linkedpasts.org/ontology/lpo_latest.ttl#",
    "geojson": "https://purl.org/geojson/vocab#",
    "Feature": "geojson:Feature",
    "FeatureCollection": "geojson:FeatureCollection",
    "features": {"@id": "lpo:hasFeature", "@container": "@set"},
    "names": {"@id": "lpo:name_attestation", "@container": "@set"},
    "toponym": "lpo:toponym",
    "coordinates": {"@container": "@list", "@id": "geojson:coordinates"},
    "geometry": "https://github.com/kgeographer/geojson-t/geometry",
    "Point": "geojson:Point",
}
"""The part of the format's own context that the test reads by."""


def test_the_gazetteer_keeps_the_rules_of_its_format(site: Path) -> None:
    gazetteer = json.loads((site / "data/places.jsonld").read_text(encoding="utf-8"))
    Draft202012Validator(export_schemas.LINKED_PLACES).validate(gazetteer)
    for place in gazetteer["features"]:
        years = [one for name in place["names"] for one in name["citations"] if "year" in one]
        assert "when" in place or years, place["@id"]


def test_the_gazetteer_says_what_the_records_say(site: Path) -> None:
    gazetteer = json.loads((site / "data/places.jsonld").read_text(encoding="utf-8"))
    records = {name: one.record for name, one in exported.real().records.items() if isinstance(one.record, Place)}
    features = {urlsplit(one["@id"]).path.strip("/").rpartition("/")[2]: one for one in gazetteer["features"]}
    assert list(features) == list(records)
    for name, feature in features.items():
        record = records[name]
        assert feature["properties"]["title"] == exported.words(exported.page(site / "places" / name), "h1#top")
        assert [one["toponym"] for one in feature["names"][1:]] == [one.text for one in record.names]
        point = record.coordinates
        assert (feature["geometry"] or {}).get("coordinates") == ([point.lon, point.lat] if point else None)
        assert len(feature.get("links", [])) == len([one for one in record.identifiers if one.scheme in places.ALIASES])


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_the_gazetteer_is_read_as_a_graph(site: Path) -> None:
    gazetteer = json.loads((site / "data/places.jsonld").read_text(encoding="utf-8")) | {"@context": CONTEXT}
    found = Graph().parse(data=json.dumps(gazetteer), format="json-ld")
    lpo = Namespace(CONTEXT["lpo"])
    features = list(found.subjects(RDF.type, Namespace(CONTEXT["geojson"]).Feature))
    assert len(features) == len(gazetteer["features"]) > 5
    toponyms = [name for one in features for name in found.objects(one, lpo.name_attestation)]
    assert len(toponyms) == sum(len(one["names"]) for one in gazetteer["features"])


def test_every_kind_of_place_has_its_feature_class() -> None:
    assert set(exported.real().terms["place-kinds"]) == set(places.FEATURE_CLASSES)


def test_a_standing_has_the_time_that_the_format_can_say(mini: Path) -> None:
    town = mini / "data/places/town.yaml"
    status = """status:
  - {from: 1918-09/1918-10, to: 1920~, text: {en: x, pt: x}, cite: "@book"}
  - {from: 188X, text: {en: x, pt: x}, cite: "@book"}
  - {to: 1700, text: {en: x, pt: x}, cite: "@book"}
"""
    town.write_text(town.read_text(encoding="utf-8") + status, encoding="utf-8")
    (feature,) = json.loads(exported.made(mini)["data/places.jsonld"])["features"]
    assert feature["when"]["timespans"] == [
        {"start": {"earliest": "1918-09-01", "latest": "1918-10-31"}, "end": {"in": "1920~"}},
        {"start": {"earliest": "1880-01-01", "latest": "1889-12-31"}},
        {"start": {"in": "1917"}},
    ]
    assert "ccodes" not in feature["properties"]
