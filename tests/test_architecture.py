"""The shape of the code: one direction, small files, and a project that stands alone."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

from site_under_test import ROOT

PACKAGE = ROOT / "scripts" / "chronicle"

# Each line may import from lines above it (and from its own), never from below.
LAYERS = (
    {
        "errors",
        "terms",
        "dates",
        "names",
        "text",
        "labels",
        "yaml_nodes",
        "search_fields",
        "policy",
    },
    {"model"},
    {"messages", "walk"},
    {"anchors", "archive"},
    {"load"},
    {"check", "graph"},
    {"citations", "search_index"},
    {"report", "schema", "skeleton"},
    {"guide"},
    {"pages"},
    {"exports"},
    {"mkdocs_hooks"},
    {"publish"},
    {"release"},
    {"serve", "bench"},
    {"cli"},
    {"__main__"},
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}


def room(file: Path) -> str:
    """Return the module or sub-package of the file, one below the package."""
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(file: Path) -> set[str]:
    """Return the rooms of the package that a file imports, at any depth of its code."""
    depth = len(file.relative_to(PACKAGE).parts) - 1
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ImportFrom):
            continue
        if node.level == depth + 1 or node.module == PACKAGE.name:
            inside = node.module if node.level else ""
            found |= {inside.split(".")[0]} if inside else {alias.name for alias in node.names}
        elif not node.level and node.module and node.module.startswith(f"{PACKAGE.name}."):
            found.add(node.module.split(".")[1])
    return found


FILES = sorted(file for file in PACKAGE.rglob("*.py") if file.name != "__init__.py" or file.parent != PACKAGE)


def test_every_room_has_its_level() -> None:
    assert {room(file) for file in FILES} == set(LEVEL)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_imports_run_one_way(file: Path) -> None:
    here = room(file)
    upward = {name for name in imported(file) if name != here and LEVEL[name] > LEVEL[here]}
    assert not upward


def test_no_circle_within_a_level() -> None:
    edges = {name: set().union(*(imported(f) for f in FILES if room(f) == name)) - {name} for name in LEVEL}
    done: set[str] = set()
    while len(done) < len(edges):
        ready = {name for name, needs in edges.items() if name not in done and needs <= done}
        assert ready, f"a circle among {set(edges) - done}"
        done |= ready


TRACKED = [
    ROOT / name
    for name in subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
]


@pytest.mark.parametrize(
    "file", [f for f in TRACKED if f.suffix == ".py"], ids=lambda file: str(file.relative_to(ROOT))
)
def test_no_python_file_passes_300_lines(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 300


REGISTRIES = re.compile(
    "|".join(("pythonhoste" + "d", r"pypi\.or" + "g", r"registry\.npmj" + "s", r"deb\.debia" + r"n\.org"))
)
MACHINE = re.compile(r"(?<![\w.])/(?:wor" + "k|roo" + "t|far" + "m)/")


def test_no_registry_and_no_path_of_a_machine_is_named() -> None:
    for file in TRACKED:
        if file.suffix in {".png", ".ico"} or not file.is_file():
            continue
        content = file.read_text(encoding="utf-8")
        assert not REGISTRIES.search(content), file
        assert not MACHINE.search(content), file


def test_the_check_does_not_need_mkdocs() -> None:
    code = "import sys; sys.path.insert(0, 'scripts'); from chronicle import check, load, report; "
    code += "print('mkdocs' in sys.modules)"
    run = subprocess.run(
        [__import__("sys").executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "False"
