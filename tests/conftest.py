"""What the tests share: a small valid project to spoil, and the real one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MINI = ROOT / "tests" / "mini"


@pytest.fixture
def mini(tmp_path: Path) -> Path:
    """Return the root of a small valid project that a test may change."""
    shutil.copytree(MINI, tmp_path / "mini")
    return tmp_path / "mini"
