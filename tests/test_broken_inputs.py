"""Broken input, one mistake a case, with every problem expected: path, line, column and words."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from chronicle import check, load


class Case(NamedTuple):
    """What is spoiled in which file, and all that must be said of it."""

    file: str
    broken: str
    problems: list[str]
    valid: str | None = None


TABLE = Path(__file__).with_name("broken_inputs.yaml")
CASES = {name: Case(**case) for name, case in yaml.safe_load(TABLE.read_text(encoding="utf-8")).items()}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_broken_input_is_told_with_its_place_and_its_fix(case: Case, mini: Path) -> None:
    text = (mini / case.file).read_text(encoding="utf-8")
    assert case.valid is None or text.count(case.valid) == 1
    spoiled = case.broken if case.valid is None else text.replace(case.valid, case.broken)
    (mini / case.file).write_text(spoiled, encoding="utf-8")
    assert [str(problem) for problem in check.problems(load.read(mini))] == case.problems


def test_the_valid_project_has_no_problem(mini: Path) -> None:
    assert check.problems(load.read(mini)) == []


def test_the_table_is_as_long_as_promised() -> None:
    assert len(CASES) >= 80
