"""Files that are broken as files: size, encoding, place, links; and mistakes that need more than one file."""

from __future__ import annotations

from pathlib import Path

import pytest

from chronicle import check, load
from chronicle.cli import main


def told(root: Path) -> list[str]:
    return [str(problem) for problem in check.problems(load.read(root))]


def test_a_file_of_ten_megabytes(mini: Path) -> None:
    (mini / "data/topics/theme.yaml").write_bytes(b"title: " + b"x" * 10_000_000)
    assert told(mini) == [
        "data/topics/theme.yaml:1:1: the file has 10,000,007 bytes, more than 1,000,000: split the record"
    ]


def test_bytes_that_are_not_utf8(mini: Path) -> None:
    file = mini / "data/people/anna.yaml"
    file.write_bytes(file.read_bytes().replace(b"A mayor", b"A m\xe3yor"))
    assert told(mini)[0] == "data/people/anna.yaml:2:19: byte 0xe3 is not UTF-8: save the file as UTF-8"


def test_an_alias_bomb_is_refused_before_it_grows(mini: Path) -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join('*' + chr(97 + n) for _ in range(9))}]\n" for n in range(8)
    )
    (mini / "data/topics/theme.yaml").write_text(bomb, encoding="utf-8")
    expected = (
        "data/topics/theme.yaml:1:4: anchors and aliases (& and *) are not allowed: write the value out, or quote it"
    )
    assert told(mini) == [expected]


def test_a_link_out_of_data(mini: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("title: {en: x, pt: x}\n", encoding="utf-8")
    (mini / "data/topics/theme.yaml").unlink()
    (mini / "data/topics/theme.yaml").symlink_to(outside)
    assert told(mini) == ["data/topics/theme.yaml:1:1: the file is a link out of data/: put the file itself here"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Theme.yaml", "a file's name is its id: lower-case a-z, 0-9 and single hyphens"),
        ("tema-é.yaml", "a file's name is its id: lower-case a-z, 0-9 and single hyphens"),
        ("two--hyphens.yaml", "a file's name is its id: lower-case a-z, 0-9 and single hyphens"),
        ("notes.txt", "only .yaml files belong here: rename or remove it"),
        ("theme.yml", "only .yaml files belong here: rename or remove it"),
    ],
)
def test_names_of_files(name: str, expected: str, mini: Path) -> None:
    (mini / "data/topics" / name).write_text("x: 1\n", encoding="utf-8")
    assert told(mini) == [f"data/topics/{name}:1:1: {expected}"]


def test_a_folder_among_records(mini: Path) -> None:
    (mini / "data/topics/drafts").mkdir()
    assert told(mini) == ["data/topics/drafts:1:1: only .yaml files belong here: rename or remove it"]


def test_a_stranger_in_data(mini: Path) -> None:
    (mini / "data/persons").mkdir()
    folders = "documents, events, organizations, people, places, topics or sources"
    assert told(mini) == [f"data/persons:1:1: `persons` is not known in data/: records stand in {folders}"]


def test_an_id_taken_in_another_folder(mini: Path) -> None:
    theme = (mini / "data/topics/theme.yaml").read_text(encoding="utf-8")
    (mini / "data/topics/town.yaml").write_text(theme, encoding="utf-8")
    assert told(mini) == [
        "data/topics/town.yaml:1:1: the id `town` is taken by data/places/town.yaml: rename this file"
    ]


def test_missing_vocabularies(mini: Path) -> None:
    (mini / "data/terms.yaml").unlink()
    assert told(mini) == ["data/terms.yaml:1:1: the file is missing: write it, or restore it from the history"]


@pytest.mark.parametrize(
    ("redirect", "expected"),
    [
        (
            "/topics/old/: /topics/nowhere/",
            "1:1: `/topics/old/` leads to `/topics/nowhere/`, which does not exist: name where it went",
        ),
        (
            "/events/battle/#gone: /events/battle/#nowhere",
            "1:1: `/events/battle/#gone` leads to `/events/battle/#nowhere`, which does not exist: name where it went",
        ),
        (
            "/topics/theme/: /places/town/",
            "1:1: `/topics/theme/` is still in use: remove the redirect, or what stands there",
        ),
        (
            "topics/old: /places/town/",
            "1:13: a redirect goes from an old path to a new one: `/events/old/: /events/new/`, anchors after `#`",
        ),
    ],
)
def test_redirects(redirect: str, expected: str, mini: Path) -> None:
    (mini / "data/redirects.yaml").write_text(redirect + "\n", encoding="utf-8")
    problems = told(mini)
    assert problems == [f"data/redirects.yaml:{expected}"]


def test_every_mistake_of_a_run_at_once_and_exit_1(mini: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("people/anna", "places/town", "topics/theme"):
        file = mini / f"data/{name}.yaml"
        file.write_text(file.read_text(encoding="utf-8") + "extra: 1\n", encoding="utf-8")
    assert main(["check", "--root", str(mini)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == [
        "data/people/anna.yaml",
        "data/places/town.yaml",
        "data/topics/theme.yaml",
    ]


def test_a_valid_project_exits_0_and_says_so(mini: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(mini)]) == 0
    assert capsys.readouterr().out == "checked 7 records and 2 sources: no problem\n"
