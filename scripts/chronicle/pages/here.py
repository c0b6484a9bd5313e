"""Where we are while a page is made: its language and path, its notes, and what every part of it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape

from babel import Locale
from babel.numbers import format_decimal

from .. import dates, text
from ..graph import Graph
from ..labels import labels
from ..model import Dating, Person, Text
from .prose import Notebook, inline, tag_foreign, to_markdown

LOCALES = {"en": Locale.parse("en"), "pt": Locale.parse("pt_BR")}
UNKNOWN = "unknown"  # a date in a calendar that its source does not state has no Old Style equivalent
HTML_LANG = {"en": "en", "pt": "pt-BR"}


@dataclass(slots=True)
class Here:
    """One page in one language. ``path`` is the English path; links are relative to it."""

    graph: Graph
    lang: str
    path: str
    notebook: Notebook = field(init=False)
    t: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.t = labels(self.lang)
        self.notebook = Notebook(self.t["note"])

    @property
    def root(self) -> str:
        """Return the relative address of the language's home page, such as ``../../``."""
        return "../" * (self.path.count("/") - 1) or "./"

    def to(self, path: str) -> str:
        """Return the relative address of another page's English path, in this language."""
        return self.root + path.lstrip("/")

    def href(self, record_id: str) -> str:
        """Return the relative address of a record; ``id#fragment`` keeps its fragment."""
        return self.to(self.graph.path(record_id))

    def title(self, record_id: str) -> str:
        """Return the record's title in the page's language."""
        name = record_id.partition("#")[0]
        return self.graph.record(name).title[self.lang]

    def link(self, record_id: str) -> str:
        """Return a link to a record as HTML."""
        return f'<a href="{self.href(record_id)}">{escape(self.title(record_id))}</a>'

    def prose(self, prose: Text) -> list[str]:
        """Return the paragraphs as Markdown, their notes kept."""
        return [
            to_markdown(paragraph, self.notebook, self.href, self.title)
            for paragraph in text.paragraphs(prose[self.lang])
        ]

    def inline(self, prose: Text | None) -> str:
        """Return a text as HTML for a table cell, its notes kept."""
        return " ".join(inline(paragraph) for paragraph in self.prose(prose)) if prose else ""

    def words(self, words: str) -> str:
        """Return plain words as HTML, other scripts marked with their language."""
        return tag_foreign(escape(words, quote=False))

    def cite(self, cite: str | None) -> str:
        """Return the mark of a note for a ``cite`` value."""
        return self.notebook.cite(cite)

    def term(self, vocabulary: str, name: str | None) -> str:
        """Return a term's label."""
        return self.graph.library.terms[vocabulary][name].label(self.lang) if name else ""

    def heading(self, vocabulary: str, name: str | None) -> str:
        """Return the label of a term with a capital at its start; proper names within it keep theirs."""
        return capital(self.term(vocabulary, name))

    def number(self, number: int | float) -> str:
        """Return a number as the language writes it: 20,000 or 20.000."""
        return format_number(number, self.lang)

    def date(self, edtf: str, *, both: bool = True) -> str:
        """Return a Gregorian EDTF date as HTML, with its Old Style equivalent where it has one."""
        return dates.html(dates.parse(edtf), self.lang, both=both)

    def dating(self, dating: Dating) -> str:
        """Return a date with its note mark, the source's words and calendar where they are given."""
        edtf = dating.gregorian()
        parts = [self.date(edtf, both=dating.calendar != UNKNOWN) if edtf else escape(str(dating.julian))]
        details = []
        if dating.as_written:
            details.append(f"{self.t['as_written']}: “{escape(dating.as_written)}”")
        if dating.calendar:
            details.append(f"{self.t['calendar']}: {self.term('calendars', dating.calendar)}")
        if details:
            parts.append(f'<span class="detail">({"; ".join(details)})</span>')
        if dating.note:
            parts.append(f'<span class="detail">{self.inline(dating.note)}</span>')
        return " ".join(parts) + self.cite(dating.cite)

    def span(self, start: str | None, end: str | None) -> str:
        """Return the time from ``start`` to ``end``, either of which may be open."""
        if start and end:
            return self.date(start, both=False) + " – " + self.date(end, both=False)
        if start:
            return f"{self.t['from']} {self.date(start, both=False)}"
        return f"{self.t['until']} {self.date(end, both=False)}" if end else ""

    def language(self, tag: str) -> str:
        """Return the name of a language in the page's language."""
        return _language(tag, self.lang)


def capital(words: str) -> str:
    """Return the words with a capital at their start."""
    return words[:1].upper() + words[1:]


def lifetime(person: Person, lang: str) -> str:
    """Return when a person was born and died, in words; ``?`` for what is not known, nothing when neither is."""
    vitals = [vital.gregorian() if vital else None for vital in (person.born, person.died)]
    shown = [dates.display(dates.parse(edtf), lang) if edtf else "?" for edtf in vitals]
    return " – ".join(shown) if any(vitals) else ""


@lru_cache(maxsize=4096)
def format_number(number: int | float, lang: str) -> str:
    """Return a number as the language writes it."""
    return str(format_decimal(number, locale=LOCALES[lang]))


@lru_cache(maxsize=4096)
def _language(tag: str, lang: str) -> str:
    base, _, rest = tag.partition("-")
    names = LOCALES[lang].languages
    name = str(names.get(base, base))
    script = LOCALES[lang].scripts.get(rest.partition("-")[0])
    return f"{name} ({script})" if script else name
