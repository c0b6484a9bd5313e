"""Every value of a record with its path and what its field's marks say it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from .model import Address, Cites, ClaimRef, LocalId, Part, Prose, Ref, Term, Text

Mark = Term | Ref | Cites | Address | LocalId | ClaimRef
MARKS = (Term, Ref, Cites, Address, LocalId, ClaimRef)
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A marked value, a `Text` or a `Prose`; ``owner`` is the mapping that holds it."""

    path: Path
    value: Any
    marks: tuple[Mark, ...]
    owner: Part

    def mark(self, kind: type[Any]) -> Any:
        """Return the mark of this kind, or None."""
        return next((mark for mark in self.marks if isinstance(mark, kind)), None)


def leaves(part: Part, path: Path = ()) -> Iterator[Leaf]:
    """Yield the marked values and texts below ``part``, in the model's order."""
    for attribute, key, marks in fields(type(part)):
        value = getattr(part, attribute)
        if value is None or value == []:
            continue
        several = value if isinstance(value, list) else [value]
        for index, item in enumerate(several):
            here = (*path, key, index) if isinstance(value, list) else (*path, key)
            yield from _item(item, here, marks, part)


def _item(item: Any, path: Path, marks: tuple[Mark, ...], owner: Part) -> Iterator[Leaf]:
    if isinstance(item, Text):
        yield Leaf(path, item, marks, owner)
    elif isinstance(item, Part):
        yield from leaves(item, path)
    elif marks:
        yield Leaf(path, item, marks, owner)


def parts(part: Part, path: Path = ()) -> Iterator[tuple[Path, Part]]:
    """Yield ``part`` and every mapping below it, with its path."""
    yield path, part
    for attribute, key, _ in fields(type(part)):
        value = getattr(part, attribute)
        several = value if isinstance(value, list) else [value]
        for index, item in enumerate(several):
            if isinstance(item, Part) and not isinstance(item, Text):
                yield from parts(item, (*path, key, index) if isinstance(value, list) else (*path, key))


@cache
def fields(model: type[Part]) -> tuple[tuple[str, str, tuple[Mark, ...]], ...]:
    """Return attribute, YAML key and marks of each field of a model, in order."""
    return tuple(
        (
            name,
            info.alias or name,
            tuple(_marks(info.annotation)) + tuple(m for m in info.metadata if isinstance(m, MARKS)),
        )
        for name, info in model.model_fields.items()
    )


def _marks(annotation: Any) -> Iterator[Mark]:
    if get_origin(annotation) is Annotated:
        yield from (mark for mark in annotation.__metadata__ if isinstance(mark, MARKS))
    for inner in get_args(annotation):
        if not isinstance(inner, MARKS):
            yield from _marks(inner)


def must_cite(leaf: Leaf) -> bool:
    """Tell whether each paragraph of this text needs a citation of its own."""
    return isinstance(leaf.value, Prose) and getattr(leaf.owner, "cite", None) is None
