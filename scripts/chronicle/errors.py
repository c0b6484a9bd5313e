"""What can be wrong, and how it is told: one problem, one line, with its fix."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One mistake in the data.

    ``path`` is relative to the project's root; ``line`` and ``column`` count from 1.
    """

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


class ChronicleError(Exception):
    """A step could not do its work; the message names the fix."""


class DataError(ChronicleError):
    """The records hold mistakes. ``problems`` lists every one, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``; did you mean `x`?`` for the nearest of ``known``, or an empty string."""
    from difflib import get_close_matches

    nearest = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean `{nearest[0]}`?" if nearest else ""
