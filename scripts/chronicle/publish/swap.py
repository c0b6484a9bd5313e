"""The new site takes the old one's place in one rename; a failed build changes nothing."""

from __future__ import annotations

import ctypes
import os
import shutil
from pathlib import Path

from ..errors import ChronicleError

AT_FDCWD = -100
RENAME_EXCHANGE = 2


def refuse_unwritable(target: Path) -> None:
    """Raise `ChronicleError` at once when the new site could not be put in place at the end."""
    folder = target.parent
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        raise ChronicleError(f"{folder} cannot be written: the site was left as it was")


def into_place(fresh: Path, target: Path) -> None:
    """Put ``fresh`` where ``target`` is; the old site is removed afterwards. Raises `ChronicleError`."""
    try:
        if not target.exists():
            fresh.rename(target)
        elif _exchange(fresh, target):
            shutil.rmtree(fresh)
        else:
            _two_renames(fresh, target)
    except OSError as error:
        raise ChronicleError(f"{target} could not be replaced ({error}): the old site was left as it was") from error


def _exchange(one: Path, other: Path) -> bool:
    """Swap two paths in one step (renameat2 with RENAME_EXCHANGE, Linux 3.15); False where that is not to be had."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    return bool(renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0)


def _two_renames(fresh: Path, target: Path) -> None:
    old = target.with_name(target.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old)
