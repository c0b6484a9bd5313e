"""MkDocs, run strictly in a process of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ..errors import ChronicleError

SITE_URL = re.compile(r'^site_url: !ENV \[SITE_URL, "([^"]+)"\]', re.MULTILINE)


def build(root: Path, out: Path) -> None:
    """Build build/docs into ``out``, each language in a process of its own.

    Raises `ChronicleError` with MkDocs' own words when it fails.
    """
    other = out.with_name(f"{out.name}-pt")
    with ThreadPoolExecutor() as pool:
        english = pool.submit(_run, root, out, {"BUILD_PORTUGUESE": "false"})
        portuguese = pool.submit(_run, root, other, {"ONLY_PORTUGUESE": "1"})
        english.result(), portuguese.result()
    (other / "pt").rename(out / "pt")
    shutil.rmtree(other)


def _run(root: Path, out: Path, languages: dict[str, str]) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--clean", "--site-dir", str(out)]
    paths = os.pathsep.join(filter(None, [str(root / "scripts"), os.environ.get("PYTHONPATH")]))
    more = {"PYTHONPATH": paths, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0"}
    run = subprocess.run(
        command, cwd=root, env=os.environ | more | languages, capture_output=True, text=True, check=False
    )
    if run.returncode:
        said = (run.stderr or run.stdout).strip()
        raise ChronicleError("MkDocs refused the pages:\n" + said.partition("Traceback")[0] + said.splitlines()[-1])


def site_url(root: Path) -> str:
    """Return the site's address: the variable SITE_URL, or the line in mkdocs.yml."""
    return os.environ.get("SITE_URL") or default_site_url(root)


def default_site_url(root: Path) -> str:
    """Return the address that stands in mkdocs.yml. Raises `ChronicleError` when the line is missing."""
    match = SITE_URL.search((root / "mkdocs.yml").read_text(encoding="utf-8"))
    if not match:
        raise ChronicleError('mkdocs.yml: the line `site_url: !ENV [SITE_URL, "https://..."]` is missing')
    return match[1]


def is_example(site_url: str) -> bool:
    """Tell whether the address is still the example one, under which nothing may be published."""
    return "example.org" in site_url
