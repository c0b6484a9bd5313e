"""What the model's refusals are told as: the field, what is wrong with it and what to write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from .errors import Problem, did_you_mean
from .model import Part
from .yaml_nodes import Node, Norway, Path

TYPE_NAMES = {
    "string_type": "text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list (lines that start with `- `)",
    "model_type": "a mapping (`key: value` lines)",
    "dict_type": "a mapping (`key: value` lines)",
}
NEEDS = {
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "string_too_short": "is empty: fill it in or remove the key",
    "string_too_long": "is longer than {max_length} characters",
    "too_short": "needs at least {min_length} of them",
}
PATTERNS = {"lang": "write a language tag such as `az`, `hy`, `ru` or `az-Cyrl`"}


def explain(
    error: ValidationError, model: type[Part], name: str, node: Node, values: Mapping[str, Any]
) -> Iterator[Problem]:
    """Yield one problem for each refusal of ``error``, at the line and column of the value."""
    for detail in error.errors(include_url=False):
        path = tuple(part for part in detail["loc"] if _is_in_data(part))
        place = node.key_place(path) if detail["type"] == "extra_forbidden" else node.place(path)
        yield Problem(name, *place, _message(detail, path, model, values))


def _is_in_data(part: str | int) -> bool:
    return isinstance(part, int) or not part.startswith("function-")


def _message(detail: ErrorDetails, path: Path, model: type[Part], values: Mapping[str, Any]) -> str:
    field = str(next((part for part in reversed(path) if isinstance(part, str)), ""))
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        known = field_names(_model_at(model, path[:-1]))
        return f"unknown key `{path[-1]}`{did_you_mean(str(path[-1]), known) or '; known here: ' + ', '.join(known)}"
    if kind == "missing":
        return f"`{path[-1]}` is missing: {_description(_model_at(model, path[:-1]), str(path[-1]))}"
    if kind == "value_error":
        return f"`{field}`: {context['error']}"
    if kind == "string_pattern_mismatch":
        hint = PATTERNS.get(field, "write an id in lower-case a-z, 0-9 and single hyphens")
        return f"`{field}`: `{detail['input']}` does not fit: {hint}"
    if kind in NEEDS:
        return f"`{field}` {NEEDS[kind].format(**context)}"
    return f"`{field}` must be {TYPE_NAMES.get(kind, detail['msg'])}, not {_told(detail['input'])}"


def _told(value: Any) -> str:
    if isinstance(value, Norway):
        return f"`{value.written}`, which YAML may read as true or false: put it in quotes"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`: put it in quotes if it is a word"
    if value is None:
        return "nothing: fill it in or remove the key"
    if isinstance(value, int | float):
        return f"the number {value}: put it in quotes if it is text"
    names: Sequence[tuple[type, str]] = ((str, "text"), (list, "a list"), (dict, "a mapping"))
    return next(told for kind, told in names if isinstance(value, kind))


def field_names(model: type[Part] | None) -> list[str]:
    """Return the keys a mapping of this model may hold, as written in YAML, in order."""
    if model is None:
        return []
    return [info.alias or name for name, info in model.model_fields.items()]


def _description(model: type[Part] | None, key: str) -> str:
    if model is None:
        return "add it"
    for name, info in model.model_fields.items():
        if key == (info.alias or name):
            return f"add it ({info.description})"
    return "add it"


def _model_at(model: type[Part], path: Path) -> type[Part] | None:
    """Return the model of the mapping at ``path`` below ``model``."""
    found: type[Part] | None = model
    for part in path:
        if found is None or isinstance(part, int):
            continue
        infos = {info.alias or name: info for name, info in found.model_fields.items()}
        found = part_of(infos[part].annotation) if part in infos else None
    return found


def part_of(annotation: Any) -> type[Part] | None:
    """Return the `Part` an annotation holds, through lists, options and marks."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((found for found in map(part_of, get_args(annotation)) if found), None)
