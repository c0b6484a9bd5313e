"""Rules across records: everything that types alone cannot see. No MkDocs, no disk."""

from __future__ import annotations

from ..errors import DataError, Problem
from ..load import Library
from . import agreement, figures, history, ids, prose, references, times

RULES = (
    references.check,
    prose.check,
    times.check,
    figures.check,
    agreement.check,
    ids.check,
    history.check,
)


def problems(library: Library) -> list[Problem]:
    """Return every mistake of the library, those met while reading included, in file order."""
    found = list(library.problems)
    for rule in RULES:
        found.extend(rule(library))
    return sorted(set(found))


def check(library: Library) -> None:
    """Raise `DataError` with every mistake when there is one."""
    found = problems(library)
    if found:
        raise DataError(found)
