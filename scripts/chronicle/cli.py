"""The commands behind scripts/: each ends with one line that says what was made and where."""

from __future__ import annotations

import argparse
import datetime
import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from .errors import ChronicleError
from .labels import LANGS
from .model import FOLDERS

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status: 0 done, 1 mistakes in the input or a failed step."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except ChronicleError as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="chronicle", description="Build the reference from its records.")
    commands = parser.add_subparsers(required=True, metavar="command")
    for name, words, command, add in (
        ("check", "check every record, fast", _check, _check_options),
        ("build", "check, render and publish the site", _build, _build_options),
        ("pages", "write the Markdown of one language (a build does it for each)", _pages, _pages_options),
        ("release", "publish the next version of what changed", _release, _release_options),
        ("serve", "build, serve, rebuild on a change", _serve, _serve_options),
        ("new", "write a skeleton of a record", _new, _new_options),
        ("schema", "write the schemas and the guide's tables", _schema, None),
        ("bench", "measure the build on synthetic records", _bench, _bench_options),
    ):
        one = commands.add_parser(name, help=words)
        one.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
        one.set_defaults(command=command)
        if add:
            add(one)
    return parser


def _check_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--report", action="store_true", help="print the coverage of sources as well")


def _check(options: argparse.Namespace) -> int:
    from . import check, load, report

    gc.disable()  # a short run that keeps nearly all it makes
    library = load.read(options.root)
    problems = check.problems(library)
    for problem in problems:
        print(problem)
    if problems:
        print(f"{len(problems)} problems in {len({p.path for p in problems})} files", file=sys.stderr)
        return 1
    if options.report:
        print("\n".join(report.lines(library)))
    print(f"checked {len(library.records)} records and {len(library.sources)} sources: no problem")
    return 0


def _build_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quick", action="store_true", help="leave out the precompressed files")
    parser.add_argument("--out", type=Path, help="where the site goes (default: site)")
    parser.add_argument("--publishing", action="store_true", help="refuse while the site's address is the example one")


def _build(options: argparse.Namespace) -> int:
    from . import publish
    from .publish import mkdocs
    from .publish.progress import Progress

    root = options.root.resolve()
    if options.publishing and mkdocs.is_example(mkdocs.site_url(root)):
        raise ChronicleError("the site's address is still an example: set site_url in mkdocs.yml, or SITE_URL")
    made = publish.publish(root, progress=Progress(), out=options.out, compressed=not options.quick)
    print(f"built {made}")
    return 0


def _pages_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("lang", choices=LANGS, help="which language")


def _pages(options: argparse.Namespace) -> int:
    from .publish import markdown

    try:
        print(markdown.write(options.root.resolve(), options.lang))
    except OSError as error:
        raise ChronicleError(str(error)) from error
    return 0


def _release_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--date", default=datetime.date.today().isoformat(), help="the day of the release (today)")
    parser.add_argument("--note-en", help="what changed, in English, for records that do not say it themselves")
    parser.add_argument("--note-pt", help="the same in Portuguese")


def _release(options: argparse.Namespace) -> int:
    from .release import release

    root = options.root.resolve()
    given = {"en": options.note_en, "pt": options.note_pt}

    def ask(record_id: str) -> dict[str, str]:
        note = {lang: given[lang] or _asked(record_id, lang) for lang in LANGS}
        return note

    released = release(root, options.date, ask)
    print(f"released {len(released)} records on {options.date}: data/archive" if released else "nothing has changed")
    return 0


def _asked(record_id: str, lang: str) -> str:
    """Ask at the terminal what changed in a record. Raises `ChronicleError` where nobody can answer."""
    if not sys.stdin.isatty():
        raise ChronicleError(
            f"`{record_id}` changed: add a line to its `revisions`, or say what changed with --note-en and --note-pt"
        )
    note = input(f"What changed in {record_id} ({lang})? ").strip()
    return note or _asked(record_id, lang)


def _serve_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="the port (default: 8000)")


def _serve(options: argparse.Namespace) -> int:
    from .serve import serve

    serve(options.root.resolve(), options.port)
    return 0


def _new_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("type", choices=sorted(FOLDERS), help="what to write")
    parser.add_argument("name", help="its name in Latin letters")


def _new(options: argparse.Namespace) -> int:
    from . import load, skeleton

    sources = load.read(options.root).sources
    source = next(iter(sorted(sources)), "source-id")
    today = datetime.date.today().isoformat()
    file = skeleton.write(options.root, options.type, options.name, today, source)
    print(f"wrote {file.relative_to(options.root)}: fill it in, then run scripts/check")
    return 0


def _schema(options: argparse.Namespace) -> int:
    from . import guide

    written = guide.write(options.root)
    print(f"wrote {written} files: data/schemas and the tables of CONTRIBUTING.md")
    return 0


def _bench_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sizes", type=int, nargs="*", default=[500, 2000], help="how many records (default: 500 2000)")
    parser.add_argument("--keep", type=Path, help="a folder in which the projects and their sites are left")


def _bench(options: argparse.Namespace) -> int:
    from . import bench

    print(bench.table(options.root.resolve(), options.sizes, options.keep and options.keep.resolve()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
