"""Linked data beside the pages: the words of schema.org, equal to the pages, read as a graph by another program."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF

import export_schemas
import exported
from chronicle import archive, exports, graph, load
from chronicle.archive import Published, Version
from chronicle.model import Event
from chronicle.publish import redirects

SCHEMA = Namespace("https://schema.org/")

# The types that are used, with those of their properties (own and inherited) at schema.org that are used.
THING = {"@id", "@type", "name", "alternateName", "disambiguatingDescription", "sameAs", "identifier", "url"}
WORK = THING | {"author", "datePublished", "inLanguage", "isPartOf"}
PROPERTIES = {
    "Article": WORK
    | {"@context", "headline", "abstract", "dateModified", "license", "publisher", "workTranslation", "version"}
    | {"creativeWorkStatus", "about", "hasPart", "citation"},
    "Event": THING | {"startDate", "endDate", "location", "superEvent"},
    "Person": THING | {"birthDate", "birthPlace", "deathDate", "deathPlace"},
    "Place": THING | {"geo", "containedInPlace"},
    "Organization": THING | {"foundingDate", "foundingLocation", "dissolutionDate", "location", "parentOrganization"},
    "Thing": THING,
    "Claim": THING | {"text", "about", "author", "appearance", "dateCreated"},
    "GeoCoordinates": {"@type", "latitude", "longitude"},
    "PropertyValue": {"@type", "propertyID", "value"},
    "WebSite": THING,
}
WORKS = export_schemas.words(
    """
    Article ScholarlyArticle NewsArticle Legislation Book Chapter Dataset Manuscript Map Movie BlogPosting Report
    Review Thesis WebPage CreativeWork
    """
)


def nodes(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [node for one in value for node in nodes(one)]
    if not isinstance(value, dict) or "@value" in value:
        return []
    return [value, *(node for one in value.values() for node in nodes(one))]


def linked(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    return found


def test_linked_data_keeps_to_the_words_of_schema_org(site: Path) -> None:
    for _, _, folder in exported.pages(site):
        page = linked(folder)
        assert page["@context"] == "https://schema.org"
        for node in nodes(page):
            kind = node.get("@type", "Thing")
            kind = "Article" if kind == ["Article", "WebPage"] else kind
            known = PROPERTIES.get(kind) or (WORK | {"dateCreated", "locationCreated"} if kind in WORKS else set())
            assert set(node) <= known, (folder, kind)


def test_linked_data_says_what_the_page_says(site: Path) -> None:
    for loaded, lang, folder in exported.pages(site):
        page, shown = linked(folder), exported.page(folder)
        assert page["headline"] == exported.words(shown, "h1#top")
        assert page["inLanguage"] == {"en": "en", "pt": "pt-BR"}[lang]
        canonical = shown.css_first("link[rel=canonical]")
        assert canonical is not None
        assert page["url"] == canonical.attributes["href"]
        assert page["dateModified"] == loaded.record.revisions[-1].date
        claims = {urlsplit(one["@id"]).fragment: one for one in page.get("hasPart", [])}
        rows = {row.attributes["id"]: row for row in shown.css("table.claims tbody tr")}
        assert set(claims) == set(rows)
        for name, claim in claims.items():
            assert claim["name"].endswith(f": {exported.words(rows[name], 'th')}")
            assert claim["author"]["name"] == exported.words(rows[name], "td:nth-of-type(2)")
        cited = {urlsplit(one["@id"]).path for one in page.get("citation", [])}
        named = {"/" + (link.attributes["href"] or "").lstrip("./") for link in shown.css(".bibliography .source-link")}
        assert cited == named


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_linked_data_is_read_as_a_graph(site: Path) -> None:
    for loaded, lang, folder in exported.pages(site):
        if lang == "pt":
            continue
        page = linked(folder) | {"@context": {"@vocab": str(SCHEMA)}}
        found = Graph().parse(data=json.dumps(page), format="json-ld")
        subject = found.value(URIRef(page["@id"]), SCHEMA.about)
        assert (subject, RDF.type, SCHEMA[page["about"]["@type"]]) in found
        claims = set(found.subjects(RDF.type, SCHEMA.Claim))
        assert len(claims) == len(loaded.record.claims)
        for claim in claims:
            assert found.value(found.value(claim, SCHEMA.author), SCHEMA.name)
            assert set(found.objects(claim, SCHEMA.appearance)) <= set(
                found.objects(URIRef(page["@id"]), SCHEMA.citation)
            )
        names = {(str(name), name.language.lower()) for name in found.objects(subject, SCHEMA.alternateName)}
        record = loaded.record
        attested = {(one.text, one.lang.lower()) for one in record.names}
        attested |= {(one.latin, f"{one.lang}-latn".lower()) for one in record.names if one.latin}
        assert names <= attested | {(record.title.pt, "pt-br")}
        assert {text for text, _ in attested} - {record.title.en} <= {text for text, _ in names}
        same = [one for one in loaded.record.identifiers if one.scheme in ("wikidata", "geonames", "viaf")]
        assert len(list(found.objects(subject, SCHEMA.sameAs))) == len(same)
        if isinstance(loaded.record, Event) and loaded.record.date.edtf == "1920-03-22/1920-03-26":
            assert found.value(subject, SCHEMA.startDate) == Literal("1920-03-22")
            assert found.value(subject, SCHEMA.endDate) == Literal("1920-03-26")


def test_no_claim_is_reviewed(site: Path) -> None:
    assert not [folder for _, _, folder in exported.pages(site) if "ClaimReview" in (folder / "index.json").read_text()]


@pytest.mark.parametrize("doubtful", ["1875~", "187X", "1874/1875", "'[1874,1875]'", "1875/.."])
def test_a_date_in_doubt_is_left_out_and_no_account_is_chosen(mini: Path, doubtful: str) -> None:
    anna = mini / "data/people/anna.yaml"
    text = anna.read_text(encoding="utf-8").replace("edtf: 1875,", f"edtf: {doubtful},")
    other = '1930-05-01, alternatives: [{edtf: 1931, cite: "@book"}],'
    anna.write_text(text.replace("1930-05-01,", other), encoding="utf-8")
    about = json.loads(exported.made(mini)["people/anna/index.json"])["about"]
    assert "birthDate" not in about
    assert about["deathDate"] == ["1930-05-01", "1931"]
    assert about["birthPlace"]["@id"] == f"{exported.ADDRESS}/places/town/#subject"
    assert about["birthPlace"]["geo"]["latitude"] == 39.76


@pytest.mark.parametrize("same", [True, False])
def test_the_version_is_named_when_the_text_is_still_that_of_the_version(mini: Path, same: bool) -> None:
    library = load.read_or_fail(mini)
    digest = archive.digest(library.records["battle"].record) if same else "0" * 64
    kept = Published("events", (Version(3, "2026-11-25", 1, digest),), frozenset())
    library.archive.records["battle"] = kept
    files = dict(exports.files(graph.build(library), exported.ADDRESS))
    page = json.loads(files["pt/events/battle/index.json"])
    (csl,) = json.loads(files["pt/events/battle/cite.json"])
    address = f"{exported.ADDRESS}/pt/events/battle/"
    assert page["url"] == address
    assert (page.get("identifier"), page.get("version")) == ((f"{address}v3/", 3) if same else (None, None))
    assert csl["URL"] == (f"{address}v3/" if same else address)


def test_a_page_that_moved_keeps_its_forms(mini: Path, tmp_path: Path) -> None:
    for name, content in exported.made(mini).items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_bytes(content)
    redirects.write(tmp_path / "site", {"/events/fight/": "/events/battle/"}, exported.ADDRESS)
    for prefix in ("", "pt/"):
        for name in ("cite.bib", "cite.ris", "cite.json", "index.json"):
            new, old = (tmp_path / "site" / prefix / "events" / one / name for one in ("battle", "fight"))
            assert old.read_bytes() == new.read_bytes()
