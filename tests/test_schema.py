"""One definition: schemas, guide and messages come from the model, and the real records fit them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from chronicle import guide, load, skeleton
from chronicle.check import problems
from chronicle.model import FOLDERS, TYPES
from chronicle.schema import MODELS
from chronicle.yaml_nodes import decode, parse
from site_under_test import ROOT


@pytest.mark.parametrize("name", sorted(guide.expected(ROOT)))
def test_generated_files_are_up_to_date(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8") == guide.expected(ROOT)[name]


@pytest.mark.parametrize("record_type", sorted(MODELS))
def test_the_schema_accepts_every_real_record(record_type: str) -> None:
    schema = json.loads((ROOT / "data" / "schemas" / f"{record_type}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    files = sorted((ROOT / "data" / FOLDERS[record_type]).glob("*.yaml"))
    assert files
    for file in files:
        values, _ = parse(decode(file.read_bytes()))
        wrong = [f"{file.name}: {error.json_path}: {error.message}" for error in validator.iter_errors(values)]
        assert not wrong


def test_the_schema_refuses_what_the_model_refuses() -> None:
    schema = json.loads((ROOT / "data" / "schemas" / "event.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema)
    values, _ = parse(decode((ROOT / "data/events/shusha-massacre.yaml").read_bytes()))
    assert not list(validator.iter_errors(values))
    for spoiled in ({"kind": "earthquake"}, {"kinds": "massacre"}, {"title": {"en": "x"}}, {"places": "shusha"}):
        assert list(validator.iter_errors(values | spoiled))


@pytest.mark.parametrize("record_type", sorted(FOLDERS))
def test_every_record_file_points_editors_at_its_schema(record_type: str) -> None:
    for file in (ROOT / "data" / FOLDERS[record_type]).glob("*.yaml"):
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        assert first == f"# yaml-language-server: $schema=../schemas/{record_type}.json", file.name


@pytest.mark.parametrize("record_type", sorted(model.type for model in TYPES.values()))
def test_a_skeleton_is_read_by_the_model(record_type: str, mini: Path) -> None:
    file = skeleton.write(mini, record_type, "Əhməd Ağaoğlu", "2026-11-24", "book")
    assert file.stem == "ahmad-agaoglu"
    told = [str(problem) for problem in problems(load.read(mini)) if problem.path.endswith(file.name)]
    allowed = ("unknown term",)  # the small project's vocabularies do not hold the sample's terms
    assert all(any(word in line for word in allowed) for line in told), told


def test_a_skeleton_never_overwrites(mini: Path) -> None:
    with pytest.raises(Exception, match="exists already"):
        skeleton.write(mini, "person", "Anna", "2026-11-24", "book")
