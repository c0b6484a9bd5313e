"""Versions: a release keeps what was published, a later one does not touch it, and no address may vanish."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from chronicle import check, load
from chronicle.cli import main
from chronicle.errors import ChronicleError, DataError
from chronicle.publish import mkdocs, publish
from chronicle.publish.progress import Progress
from chronicle.release import release
from site_under_test import ROOT, make_project, served
from test_pages import violations

BATTLE = "data/events/battle.yaml"
NOTE = {"en": "A figure corrected.", "pt": "Um número corrigido."}


def never(record_id: str) -> dict[str, str]:
    raise AssertionError(f"asked about {record_id}")


def change(root: Path, old: str, new: str, file: str = BATTLE) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / file).write_text(text.replace(old, new), encoding="utf-8")


def kept(root: Path) -> dict[str, bytes]:
    folder = root / "data/archive"
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*.md")}


def problems(root: Path) -> list[str]:
    return [str(problem) for problem in check.problems(load.read(root))]


@pytest.fixture
def released(mini: Path) -> Path:
    """Return the small project with its first release cut."""
    assert len(release(mini, "2026-11-28", never)) == 7
    return mini


def test_the_first_release_keeps_every_record_in_both_languages(released: Path) -> None:
    assert len(kept(released)) == 14
    assert problems(released) == []
    english = kept(released)["events/battle/v1.en.md"].decode()
    assert "The battle was fought by 1,800 men" in english
    assert "https://site.invalid/events/battle/v1/" in english


def test_nothing_changed_nothing_released(released: Path) -> None:
    before = kept(released)
    assert release(released, "2026-12-01", never) == []
    assert kept(released) == before


def test_a_changed_record_wants_a_line_of_history(released: Path) -> None:
    change(released, "    value: 40\n", "    value: 45\n")
    (told,) = problems(released)
    assert told.startswith(f"{BATTLE}:")
    assert told.endswith("changed since version 1: add a line to `revisions` (date, note in both languages)")


def test_a_second_release_leaves_the_first_as_it_was(released: Path) -> None:
    first = kept(released)
    change(released, "    value: 40\n", "    value: 45\n")
    assert release(released, "2026-12-01", lambda _: NOTE) == ["battle"]
    second = kept(released)
    assert {name: second[name] for name in first} == first
    assert second.keys() - first.keys() == {"events/battle/v2.en.md", "events/battle/v2.pt.md"}
    assert "Um número corrigido." in (released / BATTLE).read_text(encoding="utf-8")
    assert problems(released) == []


def test_a_release_does_not_go_back_in_time(released: Path) -> None:
    with pytest.raises(ChronicleError, match="the last release was on 2026-11-28"):
        release(released, "2026-11-01", never)


def test_a_mistake_in_the_records_releases_nothing(mini: Path) -> None:
    change(mini, "kind: battle\n", "kind: batle\n")
    with pytest.raises(DataError, match="unknown term `batle`"):
        release(mini, "2026-11-28", never)
    assert not (mini / "data/archive").exists()


def test_without_a_terminal_the_command_says_how_to_announce_a_change(
    released: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(ROOT / "mkdocs.yml", released)
    change(released, "    value: 40\n", "    value: 45\n")
    monkeypatch.setattr("sys.stdin", io.StringIO())
    arguments = ["release", "--root", str(released), "--date", "2026-12-01"]
    assert main(arguments) == 1
    assert "`battle` changed: add a line to its `revisions`, or say what changed with --note-en" in (
        capsys.readouterr().err
    )
    assert main([*arguments, "--note-en", NOTE["en"], "--note-pt", NOTE["pt"]]) == 0
    assert "released 1 records on 2026-12-01" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "  - id: dead-book\n",
            "  - id: dead-in-the-book\n",
            "`/events/battle/#claim-dead-book` was published and would vanish: keep the id, or add "
            "`/events/battle/#claim-dead-book: /events/battle/#...` to data/redirects.yaml",
        ),
        (
            "  - id: dawn\n",
            "  - id: daybreak\n",
            "`/events/battle/#date-dawn` was published and would vanish: keep the id, or add "
            "`/events/battle/#date-dawn: /events/battle/#...` to data/redirects.yaml",
        ),
    ],
)
def test_an_id_that_would_vanish_is_told_with_the_redirect_to_add(
    released: Path, old: str, new: str, told: str
) -> None:
    change(released, old, new)
    if "dead" in old:
        change(released, "derives_from: dead-book", "derives_from: dead-in-the-book")
    assert f"{BATTLE}:1:1: {told}" in problems(released)


def test_a_record_that_would_vanish_is_told_with_the_redirect_to_add(released: Path) -> None:
    (released / "data/topics/theme.yaml").unlink()
    assert problems(released) == [
        "data/topics/theme.yaml:1:1: `/topics/theme/` was published and would vanish: restore the file "
        "(a record can be `withdrawn`), or add `/topics/theme/: ...` to data/redirects.yaml"
    ]


def test_a_redirect_answers_for_what_moved(released: Path) -> None:
    change(released, "  - id: dawn\n", "  - id: daybreak\n")
    change(
        released,
        "revisions:\n",
        "revisions:\n  - {date: 2026-11-20, note: {en: Begun., pt: Início.}}\n",
    )
    (released / "data/topics/theme.yaml").unlink()
    (released / "data/redirects.yaml").write_text(
        "/topics/theme/: /events/battle/\n/events/battle/#date-dawn: /events/battle/#date-daybreak\n", encoding="utf-8"
    )
    assert problems(released) == []


def test_an_edited_page_of_the_archive_is_told(released: Path) -> None:
    page = released / "data/archive/events/battle/v1.pt.md"
    page.write_text(page.read_text(encoding="utf-8").replace("1.800", "1.900"), encoding="utf-8")
    path = "data/archive/events/battle/v1.pt.md"
    assert problems(released) == [f"{path}:1:1: version 1 was published and may not change: git checkout -- {path}"]


def test_an_unreadable_index_is_told(released: Path) -> None:
    (released / "data/archive/index.yaml").write_text("records: [", encoding="utf-8")
    assert problems(released) == [
        "data/archive/index.yaml:1:1: scripts/release alone writes this file, and it cannot be read: "
        "git checkout -- data/archive/index.yaml"
    ]


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project released, changed, released again, changed once more, with things moved; its site is built."""
    root = make_project(tmp_path_factory.mktemp("twice") / "project")
    release(root, "2026-11-28", never)
    change(root, "    value: 40\n", "    value: 45\n")
    change(root, "First paragraph [@book].", "First paragraph, corrected [@book].")
    change(root, "Primeiro parágrafo [@book].", "Primeiro parágrafo, corrigido [@book].")
    change(root, "  - {id: losses,", "  - {id: wounded, text: {en: The wounded., pt: Os feridos.}}\n  - {id: losses,")
    release(root, "2026-12-01", lambda _: NOTE)
    (root / "data/topics/theme.yaml").unlink()
    change(root, "  - id: dawn\n", "  - id: daybreak\n")
    change(root, "revisions:\n", "revisions:\n  - {date: 2026-11-20, note: {en: Begun., pt: Início.}}\n")
    (root / "data/redirects.yaml").write_text(
        "/topics/theme/: /events/battle/\n/events/battle/#date-dawn: /events/battle/#date-daybreak\n", encoding="utf-8"
    )
    publish(root, progress=Progress())
    return root / "site"


def html(site: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / path / "index.html").read_text(encoding="utf-8"))


def words(tree: LexborHTMLParser, selector: str) -> str:
    node = tree.css_first(selector)
    assert node is not None, selector
    return " ".join(node.text().split())


def test_version_1_stands_and_says_that_it_was_superseded(twice: Path) -> None:
    page = html(twice, "events/battle/v1")
    assert words(page, "#claim-dead-book th").startswith("40")
    assert "Version 1, 28 November 2026. The text has changed since." in words(page, ".version-banner")
    assert page.css_first('meta[name="robots"]').attributes["content"] == "noindex"
    assert page.css_first("[data-pagefind-body]") is None
    assert f"{mkdocs.default_site_url(ROOT)}events/battle/v1/" in words(page, ".cite")
    assert "site.invalid" not in (page.html or "")


def test_the_difference_is_readable_in_text_and_figures(twice: Path) -> None:
    page = html(twice, "pt/events/battle/v1/changes")
    assert words(page, "h1") == "Mudanças desde a versão 1: Batalha"
    changed = page.html or ""
    assert "<del>40</del><ins>45</ins>" in changed
    assert "Primeiro parágrafo<ins>, corrigido</ins>." in changed
    added = page.css_first("#added")
    assert added is not None
    assert "Os feridos." in (added.next.text() if added.next else "") + changed


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/events/battle/v1/", "/pt/events/battle/v1/changes/"])
def test_versions_and_differences_are_accessible(chromium: Browser, twice: Path, path: str, scheme: str) -> None:
    context = chromium.new_context(color_scheme="dark" if scheme == "dark" else "light", bypass_csp=True)
    page = context.new_page()
    with served(twice) as address:
        page.goto(address + path)
        assert violations(page) == []
    context.close()


def test_the_sitemap_leaves_versions_out(twice: Path) -> None:
    sitemap = (twice / "sitemap.xml").read_text(encoding="utf-8")
    assert "/events/battle/<" in sitemap
    assert "/v1/" not in sitemap


def test_what_moved_is_still_found(twice: Path) -> None:
    assert html(twice, "events/battle").css_first("#date-daybreak > #date-dawn") is not None
    moved = html(twice, "pt/topics/theme")
    assert moved.css_first('meta[http-equiv="refresh"]').attributes["content"] == "0; url=../../../pt/events/battle/"
    rules = (twice / "_redirects").read_text(encoding="utf-8").splitlines()
    assert "/topics/theme/ /events/battle/ 301" in rules
    assert "/pt/topics/theme/* /pt/events/battle/:splat 301" in rules


def test_the_history_leads_to_the_versions(twice: Path) -> None:
    page = html(twice, "events/battle")
    assert [link.attributes["href"] for link in page.css("ul.history a")] == ["v2/", "v1/"]
