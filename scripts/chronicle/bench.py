"""How long a build takes: synthetic records (seeded) through the whole way, time per step and page, peak memory."""

from __future__ import annotations

import gc
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from .labels import LANGS

SEED = 1920
SOURCES = 300
SECTIONS = 5
PARAGRAPHS = 3
WORDS = 70
SYLLABLES = (
    "ka",
    "ra",
    "bagh",
    "shu",
    "sha",
    "ba",
    "ku",
    "gan",
    "ja",
    "ti",
    "flis",
    "ov",
    "ian",
    "zan",
    "ge",
    "zur",
    "mir",
    "han",
)


def table(root: Path, sizes: Sequence[int], keep: Path | None = None) -> str:
    """Return a table of the steps' times (seconds, wall clock) and of peak memory (megabytes) for each size.

    ``keep`` is a folder in which each project and its site are left, named by their size; else nothing is left.
    """
    lines = ["records  pages  step         seconds  ms/page  peak MB"]
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            place = (keep or Path(folder)) / str(size)
            shutil.rmtree(place, ignore_errors=True)
            project = make_project(root, place, size)
            run = subprocess.run(
                [sys.executable, "-m", "chronicle.bench", str(project)],
                cwd=root,
                capture_output=True,
                text=True,
                check=False,
            )
            if run.returncode:
                raise RuntimeError(run.stderr[-2000:])
            lines += [f"{size:7}  {line}" for line in run.stdout.splitlines()]
    return "\n".join(lines)


def make_project(root: Path, project: Path, size: int) -> Path:
    """Write ``size`` synthetic records and their sources, with this project's own terms, pages and theme."""
    project.mkdir(parents=True)
    for name in ("docs", "mkdocs.yml"):
        source = root / name
        (shutil.copytree if source.is_dir() else shutil.copy2)(source, project / name)
    for lang in LANGS:
        (project / "docs" / lang / "index.md").write_text(
            "---\ntitle: Home\n---\n\n# Synthetic records\n", encoding="utf-8"
        )
    (project / "scripts").symlink_to(root / "scripts")
    (project / "data").mkdir()
    shutil.copy2(root / "data" / "terms.yaml", project / "data" / "terms.yaml")
    lot = random.Random(SEED)
    _fill(project / "data" / "sources", _sources())
    for folder, several in _records(lot, size):
        _fill(project / "data" / folder, several)
    return project


def _fill(folder: Path, files: Iterator[tuple[str, str]]) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in files:
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def _sources() -> Iterator[tuple[str, str]]:
    for number in range(SOURCES):
        text = f"type: book\ntitle: Work number {number}\nauthor: [{{family: Author{number}, given: A.}}]\n"
        text += f"issued: {1900 + number % 120}\npublisher: Press\nlanguage: en\n"
        text += "perspective: {en: A scholar, pt: Um estudioso}\ndistance: secondary\nconsulted: direct\n"
        yield f"work-{number}", text


def _records(lot: random.Random, size: int) -> Iterator[tuple[str, Iterator[tuple[str, str]]]]:
    places = size // 4
    yield "places", ((f"place-{n}", _record(lot, f"place-{n}", "kind: town\n", places)) for n in range(places))
    events = size // 4
    yield "events", ((f"event-{n}", _record(lot, f"event-{n}", _event(lot, places), places)) for n in range(events))
    people = size - places - events
    yield "people", ((f"person-{n}", _record(lot, f"person-{n}", _person(lot), places)) for n in range(people))


def _event(lot: random.Random, places: int) -> str:
    day = f"{lot.randint(1918, 1920)}-{lot.randint(1, 12):02d}-{lot.randint(1, 28):02d}"
    return f"kind: battle\ndate: {{edtf: {day}}}\nplaces: [place-{lot.randrange(places)}]\n"


def _person(lot: random.Random) -> str:
    return f'born: {{edtf: {lot.randint(1850, 1899)}, cite: "@work-{lot.randrange(SOURCES)}"}}\n'


def _record(lot: random.Random, name: str, own: str, places: int) -> str:
    title = _words(lot, 3).title() + " " + name
    text = f"title: {{en: {title}, pt: {title}}}\n{own}names:\n"
    text += f'  - {{text: {_words(lot, 2).title()}, lang: az, cite: "@work-{lot.randrange(SOURCES)}"}}\n'
    text += _prose("summary", 0, [_paragraph(lot, places)])
    text += "sections:\n"
    for number in range(SECTIONS):
        text += f"  - id: part-{number}\n    title: {{en: Part {number}, pt: Parte {number}}}\n"
        text += _prose("text", 4, [_paragraph(lot, places) for _ in range(PARAGRAPHS)])
    return text + "revisions: [{date: 2026-11-24, note: {en: First., pt: Primeira.}}]\n"


def _prose(key: str, indent: int, paragraphs: list[str]) -> str:
    pad = " " * indent
    body = f"\n\n{pad}    ".join(paragraphs)
    return f"{pad}{key}:\n{pad}  en: |\n{pad}    {body}\n{pad}  pt: |\n{pad}    {body}\n"


def _paragraph(lot: random.Random, places: int) -> str:
    cite = f"[@work-{lot.randrange(SOURCES)}, p. {lot.randint(1, 400)}]"
    return f"{_words(lot, WORDS).capitalize()} [[place-{lot.randrange(places)}]] {_words(lot, 3)} {cite}."


def _words(lot: random.Random, count: int) -> str:
    return " ".join("".join(lot.choices(SYLLABLES, k=lot.randint(1, 3))) for _ in range(count))


def main(project: Path) -> None:
    """Build ``project`` and print one line for each step; the check also by itself (in a build it shares the cores)."""
    from . import check, load
    from .publish import publish
    from .publish.progress import Progress

    progress = Progress()
    progress.step("check alone", lambda: check.check(load.read(project)))
    alone = progress.seconds.pop("check alone")
    publish(project, progress=progress)
    pages = sum(1 for _ in (project / "site").rglob("*.html"))
    steps = [("check alone", alone), *progress.seconds.items(), ("total", sum(progress.seconds.values()))]
    for name, seconds in steps:
        peak = f"  {progress.peaks[name]:7.0f}" if name in progress.peaks else ""
        print(f"{pages:5}  {name:11}  {seconds:7.1f}  {1000 * seconds / pages:7.2f}{peak}")


if __name__ == "__main__":
    gc.disable()  # as every command does
    main(Path(sys.argv[1]))
