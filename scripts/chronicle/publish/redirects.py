"""Pages that moved: a rule for hosts that read `_redirects`, and a small page for every other host."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

LANGUAGES = (("", "en", "This page has moved:"), ("/pt", "pt-BR", "Esta página mudou de lugar:"))
PAGE = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{words}</title><meta name="robots" content="noindex">
<link rel="canonical" href="{address}"><meta http-equiv="refresh" content="0; url={relative}"></head>
<body><p>{words} <a href="{relative}">{address}</a></p></body></html>
"""


def write(fresh: Path, redirects: Mapping[str, str], site_url: str) -> None:
    """Write `_redirects` and, at each old address in both languages, a page that leads on and the machine forms.

    ``redirects`` maps old English paths to new ones; those that move an anchor only are served by the pages themselves.
    """
    moved = {old: new for old, new in redirects.items() if "#" not in old}
    (fresh / "_redirects").write_text("".join(_rules(moved)), encoding="utf-8")
    for old, new in moved.items():
        for prefix, lang, words in LANGUAGES:
            folder = fresh / f"{prefix}{old}".strip("/")
            folder.mkdir(parents=True, exist_ok=True)
            relative = "../" * (f"{prefix}{old}".count("/") - 1) + f"{prefix}{new}".lstrip("/")
            address = site_url.rstrip("/") + prefix + new
            page = PAGE.format(lang=lang, words=words, address=escape(address), relative=escape(relative))
            (folder / "index.html").write_text(page, encoding="utf-8")
            _copy_machine_forms(fresh / f"{prefix}{new.partition('#')[0]}".strip("/"), folder)


def _rules(moved: Mapping[str, str]) -> Iterator[str]:
    for old, new in sorted(moved.items()):
        for prefix, _, _ in LANGUAGES:
            target = f"{prefix}{new}"
            yield f"{prefix}{old} {target} 301\n"
            yield f"{prefix}{old}* {target.partition('#')[0]}:splat 301\n"


def _copy_machine_forms(source: Path, target: Path) -> None:
    for file in sorted(source.glob("*")):
        if file.is_file() and file.suffix in {".json", ".bib", ".ris"}:
            shutil.copyfile(file, target / file.name)
