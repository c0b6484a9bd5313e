"""From the one definition of the records: JSON Schemas for editors, and the field tables of the curator's guide."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from . import walk
from .messages import part_of
from .model import TYPES, Part, Source, Term
from .terms import Terms

MODELS: dict[str, type[Part]] = {model.type: model for model in TYPES.values()} | {"source": Source}
BASE = "https://json-schema.org/draft/2020-12/schema"


def schemas(terms: Terms) -> dict[str, str]:
    """Return the text of each schema file by its name; terms become enumerations with their labels."""
    files = {f"{name}.json": _dump(_record_schema(model, terms)) for name, model in MODELS.items()}
    return files | {"terms.json": _dump(_terms_schema())}


def _dump(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _record_schema(model: type[Part], terms: Terms) -> dict[str, Any]:
    schema = model.model_json_schema(by_alias=True)
    for part in [model, *_parts_below(model)]:
        where = schema if part is model else schema["$defs"].get(part.__name__)
        if where:
            _refine(part, where["properties"], terms)
    return {"$schema": BASE, **schema}


def _refine(model: type[Part], properties: dict[str, Any], terms: Terms) -> None:
    """Put vocabularies in as enumerations, and allow the short forms that the loader allows."""
    for name, info in model.model_fields.items():
        key = info.alias or name
        mark = next(
            (mark for _, k, marks in walk.fields(model) if k == key for mark in marks if isinstance(mark, Term)), None
        )
        if mark and mark.vocabulary in terms:
            properties[key]["enum"] = sorted(terms[mark.vocabulary])
            properties[key].pop("anyOf", None)
        if "BeforeValidator" in f"{info.annotation} {info.metadata}":
            _allow_number(properties[key])


def _allow_number(field: dict[str, Any]) -> None:
    """Let an unquoted year or figure stand: the loader takes it as text or as an exact value."""
    if field.get("type") == "string":
        field["type"] = ["string", "integer"]
    elif "anyOf" in field:
        field["anyOf"] = [*field["anyOf"], {"type": "integer"}]
    elif "$ref" in field:
        field["anyOf"] = [{"$ref": field.pop("$ref")}, {"type": "integer"}]


def _parts_below(model: type[Part], seen: set[type[Part]] | None = None) -> Iterator[type[Part]]:
    seen = set() if seen is None else seen
    for info in model.model_fields.values():
        part = part_of(info.annotation)
        if part and part not in seen:
            seen.add(part)
            yield part
            yield from _parts_below(part, seen)


def _terms_schema() -> dict[str, Any]:
    label = {"type": "string", "minLength": 1}
    term = {
        "type": "object",
        "properties": {"en": label, "pt": label, "plural_en": label, "plural_pt": label},
        "required": ["en", "pt"],
        "additionalProperties": False,
    }
    rows = {"type": "object", "additionalProperties": term}
    return {"$schema": BASE, "type": "object", "additionalProperties": rows}


def field_tables() -> str:
    """Return the guide's tables: for each record type and each part, its fields, whether needed, and what they hold."""
    chapters = [f"### {name}\n\n{_doc(model)}\n\n{_table(model)}" for name, model in MODELS.items()]
    below: dict[str, type[Part]] = {}
    for model in MODELS.values():
        below |= {part.__name__: part for part in _parts_below(model)}
    chapters += [f"### `{name}`\n\n{_doc(part)}\n\n{_table(part)}" for name, part in sorted(below.items())]
    return "\n\n".join(chapters) + "\n"


def _doc(model: type[Part]) -> str:
    return (model.__doc__ or "").strip()


def _table(model: type[Part]) -> str:
    rows = ["| field | needed | holds | what it is |", "|---|---|---|---|"]
    for name, info in model.model_fields.items():
        needed = "yes" if info.is_required() else ""
        rows.append(f"| `{info.alias or name}` | {needed} | {_holds(model, info)} | {info.description or ''} |")
    return "\n".join(rows)


def _holds(model: type[Part], info: Any) -> str:
    part = part_of(info.annotation)
    several = "list of " if "list[" in str(info.annotation) else ""
    key = info.alias or next(name for name, one in model.model_fields.items() if one is info)
    marks = next(marks for _, k, marks in walk.fields(model) if k == key)
    for mark in marks:
        if isinstance(mark, Term):
            return f"{several}term of `{mark.vocabulary}`"
        if type(mark).__name__ != "LocalId":
            names = {"Ref": "id", "Cites": "citation", "Address": "address", "ClaimRef": "claim"}
            return several + names[type(mark).__name__]
    return several + (f"`{part.__name__}`" if part else _plain(info.annotation))


def _plain(annotation: Any) -> str:
    text = str(annotation) + str(get_args(annotation))
    if "int" in text and "str" not in text:
        return "whole number"
    return "number" if "float" in text else "text"
