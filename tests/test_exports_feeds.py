"""The feeds of changes: what RFC 4287 asks for, read by another program, named by every page."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import feedparser
import pytest

import exported
from chronicle.exports import feed
from chronicle.labels import LABELS
from chronicle.model import FOLDERS
from site_under_test import ROOT

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.mark.parametrize("lang", ["en", "pt"])
def test_the_feed_is_read_and_tells_the_newest_changes(site: Path, lang: str) -> None:
    prefix = "pt/" if lang == "pt" else ""
    content = (site / prefix / "feed.atom").read_bytes()
    read = feedparser.parse(content)
    assert not read.bozo
    assert (read.version, read.feed.title) == ("atom10", LABELS["site"][lang == "pt"])
    base = next(one.href for one in read.feed.links if one.rel == "alternate")
    assert [one.href for one in read.feed.links if one.rel == "self"] == [f"{base}feed.atom"] == [read.feed.id]
    records = exported.real().records
    assert len(read.entries) == min(feed.MOST, sum(len(one.record.revisions) for one in records.values()))
    days = [entry.updated for entry in read.entries]
    assert days == sorted(days, reverse=True)
    assert read.feed.updated == days[0]
    assert len({entry.id for entry in read.entries}) == len(read.entries)
    for entry in read.entries:
        path = entry.link.removeprefix(base)
        record = records[path.strip("/").rpartition("/")[2]].record
        assert path.startswith(FOLDERS[record.type])
        assert entry.title == exported.words(exported.page(site / prefix / path), "h1#top")
        assert entry.summary in {" ".join(one.note[lang].split()) for one in record.revisions}


def test_the_feed_has_what_rfc_4287_asks_for(site: Path) -> None:
    for file in (site / "feed.atom", site / "pt/feed.atom"):
        root = ElementTree.parse(file).getroot()
        assert root.tag == f"{ATOM}feed"
        for element, needed in [
            (root, ("id", "title", "updated", "author")),
            *((e, ("id", "title", "updated")) for e in root.iter(f"{ATOM}entry")),
        ]:
            assert [len(element.findall(f"{ATOM}{name}")) for name in needed] == [1] * len(needed)
        for stamp in root.iter(f"{ATOM}updated"):
            assert len(stamp.text or "") == len("2026-11-24T00:00:00Z")


def test_the_feed_stops_at_a_hundred_newest_first_and_escapes_words(mini: Path) -> None:
    lines = "".join(
        f"  - {{date: 2027-{1 + n // 28:02}-{1 + n % 28:02}, note: {{en: A < B & {n}, pt: A < B & {n}}}}}\n"
        for n in range(120)
    )
    theme = mini / "data/topics/theme.yaml"
    theme.write_text(theme.read_text(encoding="utf-8") + lines, encoding="utf-8")
    read = feedparser.parse(exported.made(mini)["pt/feed.atom"])
    summaries = [entry.summary_detail.value for entry in read.entries]
    assert summaries == [f"A < B & {n}" for n in range(119, 19, -1)]


def test_every_page_names_the_feed_of_its_language(site: Path) -> None:
    for file in site.rglob("index.html"):
        head = file.read_text(encoding="utf-8").partition("</head>")[0]
        if 'http-equiv="refresh"' in head:
            continue
        feeds = [part.partition('"')[0] for part in head.split('type="application/atom+xml"')[1].split('href="')[1:2]]
        inside = "/pt/feed.atom" if file.relative_to(site).parts[0] == "pt" else "/feed.atom"
        assert urlsplit(feeds[0]).path.endswith(inside), file
        assert ("/pt/" in feeds[0]) == (inside == "/pt/feed.atom"), file
    assert (ROOT / "docs/theme/main.html").read_text(encoding="utf-8").count('rel="alternate "') == 4
