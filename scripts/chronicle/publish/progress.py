"""Progress for people at a terminal; quiet elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from rich.console import Console

T = TypeVar("T")


def peak_megabytes() -> float:
    """Return the largest resident memory so far of this process or of one it has waited for, in megabytes."""
    try:
        import resource
    except ImportError:  # Windows has no such figure
        return 0.0
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(one).ru_maxrss for one in who) / 1024


@dataclass(slots=True)
class Progress:
    """Runs steps and shows a spinner while one lasts.

    ``seconds`` keeps what each step took (wall clock), ``peaks`` the peak memory up to its end (megabytes).
    """

    console: Console = field(default_factory=lambda: Console(file=sys.stderr))
    seconds: dict[str, float] = field(default_factory=dict)
    peaks: dict[str, float] = field(default_factory=dict)

    def step(self, name: str, work: Callable[[], T]) -> T:
        """Do ``work`` and return what it returns; its exceptions pass."""
        started = time.perf_counter()
        try:
            if not self.console.is_terminal:
                return work()
            with self.console.status(f"{name} ..."):
                return work()
        finally:
            self.seconds[name] = time.perf_counter() - started
            self.peaks[name] = peak_megabytes()
