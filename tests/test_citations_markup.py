"""Citations as HTML: safe, with languages marked; dates, capitals and closing punctuation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

import pytest

from chronicle.citations import Citation, Citations, plain
from chronicle.citations.edtf import to_csl
from chronicle.citations.items import first_word_capital, upper
from chronicle.citations.markup import close
from citation_items import ITEMS


@pytest.fixture(scope="module")
def library() -> Citations:
    return Citations(ITEMS)


# HTML


class Balance(HTMLParser):
    """Collect tags and their attributes; fail on one that closes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.tags.add(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


NASTY: dict[str, Any] = {
    "type": "book",
    "title": 'A <script>alert(1)</script> & "Tom\'s" c. 1920: $y$ *w* [z](u) #1',
    "author": [{"literal": "<img src=x onerror=alert(1)>"}],
    "publisher": 'P" onclick="x',
    "issued": "1918",
    "URL": "javascript:alert(1)",
    "language": 'ru" onload="x',
}


@pytest.mark.parametrize("lang", ["en", "pt"])
def test_nothing_of_a_record_becomes_markup(lang: str) -> None:
    library = Citations({"nasty": NASTY, **ITEMS})
    made = [*library.cite_source("nasty", lang).values()]
    made += library.notes([[Citation("nasty", '<i onclick="x">')]], lang)
    for markup in made:
        parser = Balance()
        parser.feed(markup)
        parser.close()
        assert not parser.open
        assert parser.tags <= {"i", "b", "span"}
        assert {name for name, _ in parser.attributes} <= {"lang"}
        assert re.search(r"A <script>alert\(1\)</script> & “Tom’s” c\. 1920", plain(markup), re.IGNORECASE)


def test_only_web_addresses_are_links(library: Citations) -> None:
    links = re.findall(r'<a href="([^"]*)">([^<]*)</a>', library.cite_source("article", "en")["chicago"])
    assert links == [("https://doi.org/10.1080/02634939408400857",) * 2]
    unsafe = Citations({"u": {"type": "webpage", "title": "T", "URL": 'https://example.org/?a="b"&c=<d>'}})
    assert 'href="https://example.org/?a=&quot;b&quot;&amp;c=&lt;d&gt;"' in unsafe.cite_source("u", "en")["chicago"]


def test_languages_other_than_the_page_are_marked(library: Citations) -> None:
    book = "<i>{}The Republic of Armenia: From London to Sèvres{}</i>"
    assert book.format("", "") in library.cite_source("book", "en")["chicago"]
    assert book.format('<span lang="en">', "</span>") in library.cite_source("book", "pt")["chicago"]
    armenian = library.cite_source("armenian", "en")["chicago"]
    assert '<span lang="hy">Միքայելյան, Վ. Ա</span>' in armenian
    assert '<span lang="hy">Լեռնային Ղարաբաղը 1918-1923 թթ.</span>' in armenian
    assert "lang=" not in library.cite_source("portuguese", "pt")["chicago"]


def test_right_to_left_titles_say_so() -> None:
    persian = {"type": "book", "title": "تاریخ قره‌باغ", "issued": "1900", "language": "fa"}
    made = Citations({"p": persian}).cite_source("p", "en")["chicago"]
    assert '<span lang="fa" dir="rtl">تاریخ قره‌باغ</span>' in made


@pytest.mark.parametrize(
    ("markup", "mark", "lang", "expected"),
    [
        ("“T”", ".", "en", "“T.”"),
        ("“T”", ".", "pt", "“T”."),
        ("“T?”", ".", "en", "“T?”"),
        ("<i>T?</i>", ",", "en", "<i>T?</i>,"),
        ("<i>գ. թթ.</i>", ".", "en", "<i>գ. թթ.</i>"),
        ("“a ‘b’”", ",", "en", "“a ‘b,’”"),
        ('“<span lang="ru">Т</span>”', ".", "en", '“<span lang="ru">Т</span>.”'),
    ],
)
def test_closing_punctuation(markup: str, mark: str, lang: str, expected: str) -> None:
    assert close(markup, mark, lang) == expected


# Dates and capitals


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1996", {"date-parts": [[1996]]}),
        ("1920-04-09", {"date-parts": [[1920, 4, 9]]}),
        ("1918-06-04/1918-06-05", {"date-parts": [[1918, 6, 4], [1918, 6, 5]]}),
        ("1920~", {"date-parts": [[1920]], "circa": True}),
        ("1920-03?", {"date-parts": [[1920, 3]], "circa": True}),
        ("1920-XX", {"date-parts": [[1920]]}),
        ("1919-21", {"date-parts": [[1919]], "season": 1}),
        ("192X", {"literal": "década de 1920"}),
        ("[1919,1920]", {"literal": "1919 ou 1920"}),
        ("1918/..", {"literal": "1918–"}),
        ("../1918", {"literal": "até 1918"}),
    ],
)
def test_edtf(edtf: str, expected: Mapping[str, Any]) -> None:
    assert to_csl(edtf, "pt") == expected


def test_capitals_follow_the_language() -> None:
    assert upper("İlyasov iş", "az") == "İLYASOV İŞ"
    assert upper("Sadigov", "tr") == "SADIGOV"
    assert upper("ბერიძე", "ka") == "ბერიძე"
    assert first_word_capital("Dicionário da língua", "pt") == "DICIONÁRIO da língua"
    assert first_word_capital("O perfil da cidade", "pt") == "O PERFIL da cidade"
