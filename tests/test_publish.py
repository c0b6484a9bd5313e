"""Publishing: the same bytes from the same input, and a failed build that leaves the old site as it was."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from chronicle import load
from chronicle.errors import ChronicleError
from chronicle.publish import mkdocs, publish, swap, verify
from chronicle.publish.progress import Progress
from site_under_test import ROOT, make_project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small project with a built site."""
    root = make_project(tmp_path_factory.mktemp("small") / "project")
    publish(root, progress=Progress())
    return root


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def test_two_builds_of_the_same_input_are_the_same_bytes(project: Path) -> None:
    first = contents(project / "site")
    shutil.rmtree(project / "build")
    publish(project, progress=Progress())
    second = contents(project / "site")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_a_second_build_rewrites_no_page(project: Path) -> None:
    assert "0 pages changed" in publish(project, progress=Progress())


def test_a_broken_record_leaves_the_old_site(project: Path) -> None:
    before = contents(project / "site")
    town = project / "data/places/town.yaml"
    good = town.read_text(encoding="utf-8")
    town.write_text(good.replace("kind: town", "kind: twon"), encoding="utf-8")
    try:
        with pytest.raises(ChronicleError, match=r"data/places/town\.yaml:2:7: unknown term `twon`"):
            publish(project, progress=Progress())
    finally:
        town.write_text(good, encoding="utf-8")
    assert contents(project / "site") == before


def test_a_broken_page_leaves_the_old_site(project: Path) -> None:
    before = contents(project / "site")
    page = project / "docs/en/about.md"
    good = page.read_text(encoding="utf-8")
    page.write_text(good + "\n[nowhere](../nowhere/)\n", encoding="utf-8")
    try:
        with pytest.raises(ChronicleError, match=r"about/index\.html: `../nowhere/` leads nowhere"):
            publish(project, progress=Progress())
    finally:
        page.write_text(good, encoding="utf-8")
    assert contents(project / "site") == before


def test_a_hand_written_page_where_a_generated_one_goes_is_told(project: Path) -> None:
    page = project / "docs/en/events/index.md"
    page.parent.mkdir()
    page.write_text("# Mine\n", encoding="utf-8")
    try:
        with pytest.raises(ChronicleError, match=r"docs/en/events/index\.md: this page is generated"):
            publish(project, progress=Progress())
    finally:
        shutil.rmtree(page.parent)


def test_a_build_killed_half_way_leaves_the_old_site(project: Path) -> None:
    before = contents(project / "site")
    shutil.rmtree(project / "build")
    environment = os.environ | {"PYTHONPATH": str(ROOT / "scripts")}
    command = [sys.executable, "-m", "chronicle", "build", "--root", str(project)]
    build = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    while not (project / "build" / "site").exists() and build.poll() is None:
        time.sleep(0.02)
    os.killpg(build.pid, signal.SIGKILL)
    assert build.wait() != 0
    assert contents(project / "site") == before
    publish(project, progress=Progress())
    assert contents(project / "site") == before


def test_a_target_that_cannot_be_written_is_told_at_once(project: Path, tmp_path: Path) -> None:
    with pytest.raises(ChronicleError, match="cannot be written: the site was left as it was"):
        publish(project, progress=Progress(), out=tmp_path / "missing" / "site")


@pytest.mark.parametrize("most", [4_096, 1_024_000])
def test_a_full_disk_leaves_the_old_site(project: Path, most: int) -> None:
    """A quota stands for the disk: no file may grow beyond ``most`` bytes, of a page or of the search index."""
    before = contents(project / "site")
    shutil.rmtree(project / "build", ignore_errors=True)
    command = [sys.executable, "-m", "chronicle", "build", "--root", str(project)]
    build = subprocess.run(
        command,
        env=os.environ | {"PYTHONPATH": str(ROOT / "scripts")},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert build.returncode == 1
    assert "Traceback" not in build.stderr.partition("MkDocs refused the pages")[0]
    assert "File too large" in build.stderr
    assert contents(project / "site") == before


def test_a_failing_swap_keeps_the_old_site(tmp_path: Path) -> None:
    target = tmp_path / "site"
    target.mkdir()
    (target / "index.html").write_text("old", encoding="utf-8")
    with pytest.raises(ChronicleError, match="the old site was left as it was"):
        swap.into_place(tmp_path / "never-built", target)
    assert (target / "index.html").read_text(encoding="utf-8") == "old"


def test_swapping_puts_the_new_site_in_place(tmp_path: Path) -> None:
    for name in ("new", "site"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name, encoding="utf-8")
    swap.into_place(tmp_path / "new", tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "new"
    assert not (tmp_path / "new").exists()


def test_publishing_refuses_the_example_address(capsys: pytest.CaptureFixture[str]) -> None:
    from chronicle.cli import main

    assert mkdocs.is_example(mkdocs.default_site_url(ROOT))
    assert main(["build", "--publishing", "--root", str(ROOT)]) == 1
    assert "still an example" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("address", "start", "end"),
    [
        ("", "../../about/", "#corrections"),
        ("https://example.net/issues/new", "https://example.net/issues/new?title=", "pt/events/battle/"),
        ("mailto:errors@example.net", "mailto:errors@example.net?subject=", "pt/events/battle/"),
    ],
)
def test_a_page_says_where_errors_are_reported(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, address: str, start: str, end: str
) -> None:
    monkeypatch.setenv("REPORT_ERRORS", address)
    out = tmp_path / "site"
    publish(project, progress=Progress(), out=out, compressed=False)
    page = LexborHTMLParser((out / "pt/events/battle/index.html").read_text(encoding="utf-8"))
    link = page.css_first(".report a")
    assert link is not None
    href = link.attributes["href"] or ""
    assert (href.startswith(start), href.endswith(end)) == (True, True), href


def test_a_sub_path_works(project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.net/history/")
    out = tmp_path / "elsewhere"
    publish(project, progress=Progress(), out=out)
    assert "https://example.net/history/events/battle/" in (out / "sitemap.xml").read_text(encoding="utf-8")
    assert verify.site(out, "https://example.net/history/").pages > 50


def test_the_site_holds_what_a_host_needs(site: Path) -> None:
    policy = (site / "_headers").read_text(encoding="utf-8")
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    for file in ("robots.txt", "sitemap.xml", "_redirects", "404.html", "index.html.gz"):
        assert (site / file).is_file()
    page = (site / "events/shusha-massacre/index.html").read_text(encoding="utf-8")
    assert 'http-equiv="Content-Security-Policy" content="default-src' in page
    assert 'hreflang="pt-BR"' in page


def test_the_sitemap_names_every_page_in_both_languages(site: Path) -> None:
    tree = ElementTree.parse(site / "sitemap.xml")
    named = {element.text for element in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    base = mkdocs.default_site_url(ROOT)
    listed = [file for file in site.rglob("index.html") if "noindex" not in file.read_text(encoding="utf-8")[:4000]]
    pages = {base + str(file.parent.relative_to(site)).removeprefix(".") + "/" for file in listed}
    assert len(pages) > 2 * len(load.read(ROOT).records)
    assert named == {page.replace("//pt", "/pt").replace(base + "/", base) for page in pages}


def test_verification_finds_a_dead_link_and_a_missing_anchor(tmp_path: Path) -> None:
    (tmp_path / "pt").mkdir()
    for name, lang in (("index.html", "en"), ("pt/index.html", "pt-BR")):
        html = f'<!doctype html><html lang="{lang}"><body style="x"><a href="#none">a</a><a href="gone/">b</a>'
        html += '<p id="x"><p id="x"></html>'
        (tmp_path / name).write_text(html, encoding="utf-8")
    with pytest.raises(ChronicleError) as caught:
        verify.site(tmp_path, "https://example.org/")
    told = str(caught.value)
    for words in ("`#none` names an anchor", "`gone/` leads nowhere", "id `x` stands twice", "inline `style`"):
        assert words in told
