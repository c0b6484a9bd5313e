"""What the formats of the exports ask for, reduced to what these exports use: written from the formats' own pages."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]


def mapping(properties: Schema, required: tuple[str, ...] = (), *, more: bool = False) -> Schema:
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": more}


def several(items: Schema, least: int = 0) -> Schema:
    return {"type": "array", "items": items, "minItems": least}


def words(text: str) -> list[str]:
    return text.split()


TEXT = {"type": "string", "minLength": 1}
ADDRESS = {"type": "string", "pattern": "^https?://[^ ]+$"}
ISO_DATE = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"

# CSL-JSON: types and variables of the Citation Style Language 1.0.2, appendices III and IV.
CSL_TYPES = words(
    """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
    dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case
    legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard
    thesis treaty webpage
    """
)
CSL_TEXTS = words(
    """
    abstract archive archive_location archive-place collection-title container-title DOI event-title genre ISBN ISSN
    language license publisher publisher-place title title-short URL
    """
)
CSL_NUMBERS = ("edition", "issue", "number", "page", "volume")
CSL_NAME = {
    "oneOf": [
        mapping({"family": TEXT, "given": TEXT}, ("family",)),
        mapping({"given": TEXT}, ("given",)),
        mapping({"literal": TEXT}, ("literal",)),
    ]
}
CSL_PARTS = several({"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}, 1) | {"maxItems": 2}
CSL_DATE = {
    "oneOf": [
        mapping({"date-parts": CSL_PARTS, "season": {"enum": [1, 2, 3, 4]}, "circa": {"const": True}}, ("date-parts",)),
        mapping({"literal": TEXT}, ("literal",)),
    ]
}
CSL = several(
    mapping(
        {"id": TEXT, "type": {"enum": CSL_TYPES}}
        | dict.fromkeys(CSL_TEXTS, TEXT)
        | dict.fromkeys(CSL_NUMBERS, TEXT)
        | dict.fromkeys(("author", "editor", "translator", "container-author", "recipient"), several(CSL_NAME, 1))
        | dict.fromkeys(("issued", "accessed", "original-date"), CSL_DATE),
        ("id", "type"),
    ),
    1,
)

# Linked Places format v1.2.2 and the `fclasses` of v1.3: the README of LinkedPasts/linked-places-format; RFC 7946.
POINT_IN_TIME = {"type": "string", "pattern": ISO_DATE + "[~?%]?$"}
MOMENT = mapping(dict.fromkeys(("in", "earliest", "latest"), POINT_IN_TIME)) | {"minProperties": 1}
WHEN = mapping({"timespans": several(mapping({"start": MOMENT, "end": MOMENT}, ("start",)), 1)}, ("timespans",))
CITATION = mapping({"label": TEXT, "year": {"type": "integer"}, "@id": ADDRESS}, ("label", "@id"))
IN_LANGUAGE = {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"}
PLACE = mapping(
    {
        "@id": ADDRESS,
        "type": {"const": "Feature"},
        "properties": mapping(
            {
                "title": TEXT,
                "ccodes": several({"type": "string", "pattern": "^[A-Z]{2}$"}, 1),
                "fclasses": several({"enum": list("AHLPRST")}, 1),
            },
            ("title", "fclasses"),
        ),
        "when": WHEN,
        "names": several(
            mapping({"toponym": TEXT, "lang": IN_LANGUAGE, "citations": several(CITATION, 1)}, ("toponym",)), 1
        ),
        "types": several(
            mapping(
                {
                    "identifier": {"type": "string", "pattern": r"^aat:\d{9}$"},
                    "label": TEXT,
                    "sourceLabels": several(mapping({"label": TEXT, "lang": IN_LANGUAGE}, ("label",)), 1),
                },
                ("label",),
            ),
            1,
        ),
        "geometry": {
            "oneOf": [
                {"type": "null"},
                mapping(
                    {
                        "type": {"const": "Point"},
                        "coordinates": {
                            "type": "array",
                            "prefixItems": [
                                {"type": "number", "minimum": -180, "maximum": 180},
                                {"type": "number", "minimum": -90, "maximum": 90},
                            ],
                            "minItems": 2,
                            "maxItems": 2,
                        },
                        "citations": several(CITATION, 1),
                    },
                    ("type", "coordinates"),
                ),
            ]
        },
        "links": several(
            mapping(
                {
                    "type": {"enum": ["closeMatch", "primaryTopicOf", "subjectOf", "seeAlso"]},
                    "identifier": {"type": "string", "pattern": r"^(wd:Q\d+|gn:\d+|viaf:\d+)$"},
                },
                ("type", "identifier"),
            ),
            1,
        ),
        "relations": several(
            mapping(
                {"relationType": {"const": "gvp:broaderPartitive"}, "relationTo": ADDRESS, "label": TEXT},
                ("relationType", "relationTo", "label"),
            ),
            1,
        ),
        "descriptions": several(mapping({"value": TEXT, "lang": IN_LANGUAGE, "source": ADDRESS}, ("value", "lang")), 1),
    },
    ("@id", "type", "properties", "names", "geometry"),
)
LINKED_PLACES = mapping(
    {
        "type": {"const": "FeatureCollection"},
        "@context": ADDRESS,
        "title": TEXT,
        "license": ADDRESS,
        "features": several(PLACE),
    },
    ("type", "@context", "features"),
)

# Data Package 2.0 and Table Schema: datapackage.org.
FIELD = mapping(
    {"name": TEXT, "type": {"enum": ["string", "integer", "number", "date"]}, "description": TEXT},
    ("name", "type", "description"),
)
RESOURCE = mapping(
    {
        "name": {"type": "string", "pattern": "^[a-z0-9._-]+$"},
        "path": {"type": "string", "pattern": r"^[A-Za-z0-9][A-Za-z0-9._-]*$"},
        "type": {"const": "table"},
        "title": TEXT,
        "format": TEXT,
        "mediatype": {"type": "string", "pattern": "^[a-z]+/[a-z0-9.+-]+$"},
        "encoding": {"const": "utf-8"},
        "bytes": {"type": "integer", "minimum": 1},
        "hash": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
        "schema": mapping(
            {
                "fields": several(FIELD, 1),
                "missingValues": {"const": [""]},
                "primaryKey": several(TEXT, 1),
            },
            ("fields",),
        ),
    },
    ("name", "path", "bytes", "hash", "mediatype"),
)
DATA_PACKAGE = mapping(
    {
        "$schema": {"const": "https://datapackage.org/profiles/2.0/datapackage.json"},
        "name": {"type": "string", "pattern": "^[a-z0-9._-]+$"},
        "title": TEXT,
        "description": TEXT,
        "homepage": ADDRESS,
        "version": TEXT,
        "licenses": several(mapping({"name": TEXT, "path": ADDRESS, "title": TEXT}, ("name",)), 1),
        "contributors": several(mapping({"title": TEXT, "roles": several(TEXT, 1)}, ("title",)), 1),
        "resources": several(RESOURCE, 1),
    },
    ("$schema", "resources", "licenses"),
)
