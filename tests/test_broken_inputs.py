"""Broken input, one mistake a case, with every problem expected: path, line, column and words."""

from __future__ import annotations

from pathlib import Path

import pytest

from chronicle import check, load

Case = tuple[str, str | None, str, tuple[str, ...]]

# id: (file, what stands in the valid file or None for all of it, what stands there instead, problems expected)
CASES: dict[str, Case] = {
    "tab": (
        "data/events/battle.yaml",
        "  edtf: 1920-03-22\n  julian",
        "\tedtf: 1920-03-22\n  julian",
        ("data/events/battle.yaml:4:1: a tab indents this line: use spaces",),
    ),
    "duplicate-key": (
        "data/events/battle.yaml",
        "kind: battle\n",
        "kind: battle\nkind: battle\n",
        ("data/events/battle.yaml:3:1: `kind` stands twice (first in line 2): remove or rename one",),
    ),
    "duplicate-key-deep": (
        "data/places/town.yaml",
        "lat: 39.76, lon",
        "lat: 39.76, lat: 40.1, lon",
        ("data/places/town.yaml:3:27: `lat` stands twice (first in line 3): remove or rename one",),
    ),
    "norway": (
        "data/people/anna.yaml",
        "title: {en: Anna, pt: Anna}",
        "title: {en: no, pt: Anna}",
        (
            (
                "data/people/anna.yaml:1:13: `en` must be text, not `no`, which YAML may read as true or false: p"
                "ut it in quotes"
            ),
        ),
    ),
    "norway-yes": (
        "data/people/anna.yaml",
        "title: {en: Anna, pt: Anna}",
        "title: {en: Anna, pt: Yes}",
        (
            (
                "data/people/anna.yaml:1:23: `pt` must be text, not `Yes`, which YAML may read as true or false: "
                "put it in quotes"
            ),
        ),
    ),
    "boolean-as-text": (
        "data/people/anna.yaml",
        "title: {en: Anna, pt: Anna}",
        "title: {en: true, pt: Anna}",
        (("data/people/anna.yaml:1:13: `en` must be text, not `true`: put it in quotes if it is a word"),),
    ),
    "number-as-text": (
        "data/people/anna.yaml",
        "title: {en: Anna, pt: Anna}",
        "title: {en: 1920, pt: Anna}",
        (("data/people/anna.yaml:1:13: `en` must be text, not the number 1920: put it in quotes if it is text"),),
    ),
    "null-as-text": (
        "data/people/anna.yaml",
        "title: {en: Anna, pt: Anna}",
        "title: {en: null, pt: Anna}",
        ("data/people/anna.yaml:1:13: `en` must be text, not nothing: fill it in or remove the key",),
    ),
    "empty-value": (
        "data/people/anna.yaml",
        "title: {en: Anna, pt: Anna}",
        "title: {en: , pt: Anna}",
        ("data/people/anna.yaml:1:13: `en` must be text, not nothing: fill it in or remove the key",),
    ),
    "empty-text": (
        "data/people/anna.yaml",
        "title: {en: Anna, pt: Anna}",
        "title: {en: '', pt: Anna}",
        ("data/people/anna.yaml:1:13: `en` is empty: fill it in or remove the key",),
    ),
    "text-as-list": (
        "data/events/battle.yaml",
        "places: [town]",
        "places: town",
        (("data/events/battle.yaml:6:9: `places` must be a list (lines that start with `- `), not text"),),
    ),
    "list-as-mapping": (
        "data/people/anna.yaml",
        'born: {edtf: 1875, place: town, cite: "@book"}',
        "born: [1875]",
        ("data/people/anna.yaml:3:7: `born` must be a mapping (`key: value` lines), not a list",),
    ),
    "text-as-mapping": (
        "data/people/anna.yaml",
        'born: {edtf: 1875, place: town, cite: "@book"}',
        "born: 1875",
        (
            (
                "data/people/anna.yaml:3:7: `born` must be a mapping (`key: value` lines), not the number 1875: p"
                "ut it in quotes if it is text"
            ),
        ),
    ),
    "mapping-as-text": (
        "data/events/battle.yaml",
        "kind: battle\n",
        "kind: {en: battle}\n",
        ("data/events/battle.yaml:2:7: `kind` must be text, not a mapping",),
    ),
    "text-as-number": (
        "data/places/town.yaml",
        "number: 43869",
        "number: many",
        ("data/places/town.yaml:6:40: `number` must be a whole number, not text",),
    ),
    "fraction-as-number": (
        "data/places/town.yaml",
        "number: 43869",
        "number: 43869.5",
        (
            (
                "data/places/town.yaml:6:40: `number` must be a whole number, not the number 43869.5: put it in q"
                "uotes if it is text"
            ),
        ),
    ),
    "negative-count": (
        "data/places/town.yaml",
        "number: 43869",
        "number: -1",
        ("data/places/town.yaml:6:40: `number` must be at least 0",),
    ),
    "latitude": (
        "data/places/town.yaml",
        "lat: 39.76",
        "lat: 139.76",
        ("data/places/town.yaml:3:20: `lat` must be at most 90.0",),
    ),
    "longitude": (
        "data/places/town.yaml",
        "lon: 46.75",
        "lon: -181.0",
        ("data/places/town.yaml:3:32: `lon` must be at least -180.0",),
    ),
    "latitude-text": (
        "data/places/town.yaml",
        "lat: 39.76",
        "lat: 39°45'",
        ("data/places/town.yaml:3:20: `lat` must be a number, not text",),
    ),
    "unknown-key": (
        "data/events/battle.yaml",
        "kind: battle\n",
        "kinds: battle\n",
        (
            "data/events/battle.yaml:1:1: `kind` is missing: add it (What sort of event)",
            "data/events/battle.yaml:2:1: unknown key `kinds`; did you mean `kind`?",
        ),
    ),
    "unknown-key-far": (
        "data/events/battle.yaml",
        "kind: battle\n",
        "kind: battle\nzzz: 1\n",
        (
            (
                "data/events/battle.yaml:3:1: unknown key `zzz`; known here: title, names, summary, facts, sectio"
                "ns, chronology, claims, questions, gaps, related, identifiers, revisions, withdrawn, kind, date,"
                " places, within, people"
            ),
        ),
    ),
    "unknown-key-deep": (
        "data/events/battle.yaml",
        "    scope: {en: all, pt: todos}\n    value: 40",
        "    scoop: {en: all, pt: todos}\n    value: 40",
        (
            "data/events/battle.yaml:20:5: `scope` is missing: add it (Of whom or what, where and when)",
            "data/events/battle.yaml:22:5: unknown key `scoop`; did you mean `scope`?",
        ),
    ),
    "inferable-key": (
        "data/events/battle.yaml",
        "kind: battle\n",
        "kind: battle\ntype: event\n",
        (
            (
                "data/events/battle.yaml:3:1: unknown key `type`; known here: title, names, summary, facts, secti"
                "ons, chronology, claims, questions, gaps, related, identifiers, revisions, withdrawn, kind, date"
                ", places, within, people"
            ),
        ),
    ),
    "missing-key": (
        "data/places/town.yaml",
        "kind: town\n",
        "",
        ("data/places/town.yaml:1:1: `kind` is missing: add it (What sort of place)",),
    ),
    "missing-deep": (
        "data/events/battle.yaml",
        '    basis: census\n    cite: "@book, p. 3"',
        '    cite: "@book, p. 3"',
        ("data/events/battle.yaml:20:5: `basis` is missing: add it (What it rests on)",),
    ),
    "missing-language": (
        "data/people/anna.yaml",
        "title: {en: Anna, pt: Anna}",
        "title: {en: Anna}",
        ("data/people/anna.yaml:1:8: `pt` is missing: add it (Brazilian Portuguese)",),
    ),
    "other-language": (
        "data/people/anna.yaml",
        "title: {en: Anna, pt: Anna}",
        "title: {en: Anna, pt: Anna, ru: Анна}",
        ("data/people/anna.yaml:1:29: unknown key `ru`; known here: en, pt",),
    ),
    "no-revision": (
        "data/people/anna.yaml",
        "revisions:\n  - {date: 2026-11-24, note: {en: First published., pt: Primeira publicação.}}",
        "revisions: []",
        ("data/people/anna.yaml:9:12: `revisions` needs at least 1 of them",),
    ),
    "one-answer": (
        "data/events/battle.yaml",
        (
            "      - id: others\n"
            "        held_by: {en: the other, pt: o outro}\n"
            '        answer: {en: "The others [@book].", pt: "Os outros [@book]."}\n'
        ),
        "",
        ("data/events/battle.yaml:42:7: `answers` needs at least 2 of them",),
    ),
    "unknown-record": (
        "data/events/battle.yaml",
        "places: [town]",
        "places: [twon]",
        ("data/events/battle.yaml:6:10: unknown record `twon`; did you mean `town`?",),
    ),
    "unknown-record-far": (
        "data/events/battle.yaml",
        "places: [town]",
        "places: [elsewhere-entirely]",
        ("data/events/battle.yaml:6:10: unknown record `elsewhere-entirely`; write the record first",),
    ),
    "unknown-record-in-prose": (
        "data/events/battle.yaml",
        "por 1.800 homens perto de [[town]]",
        "por 1.800 homens perto de [[towns]]",
        (
            ("data/events/battle.yaml:14:5: the link `town` stands in English only: add it in Portuguese or remove it"),
            (
                "data/events/battle.yaml:14:5: the link `towns` stands in Portuguese only: add it in English or r"
                "emove it"
            ),
            "data/events/battle.yaml:14:53: unknown record `towns`; did you mean `town`?",
        ),
    ),
    "wrong-type-of-record": (
        "data/events/battle.yaml",
        "places: [town]",
        "places: [anna]",
        (("data/events/battle.yaml:6:10: `anna` is in data/people, but a record of data/places is wanted here"),),
    ),
    "record-names-itself": (
        "data/events/battle.yaml",
        "related: [anna]",
        "related: [battle]",
        ("data/events/battle.yaml:66:11: `battle` names the record itself: remove it",),
    ),
    "related-twice": (
        "data/events/battle.yaml",
        "related: [anna]",
        "related: [anna, anna]",
        ("data/events/battle.yaml:66:17: `anna` stands twice in `related`: remove one",),
    ),
    "unknown-source": (
        "data/events/battle.yaml",
        'cite: "@book, p. 1"',
        'cite: "@boook, p. 1"',
        ("data/events/battle.yaml:9:36: unknown source `boook`; did you mean `book`?",),
    ),
    "unknown-source-in-prose": (
        "data/events/battle.yaml",
        "near [[town]] [@book, p. 2]",
        "near [[town]] [@nobook, p. 2]",
        (
            "data/events/battle.yaml:12:56: unknown source `nobook`; did you mean `book`?",
            (
                "data/events/battle.yaml:14:5: the citation `@book, p. 2` stands in Portuguese only: add it in En"
                "glish or remove it"
            ),
            (
                "data/events/battle.yaml:14:5: the citation `@nobook, p. 2` stands in English only: add it in Por"
                "tuguese or remove it"
            ),
        ),
    ),
    "unknown-via": (
        "data/events/battle.yaml",
        "Second paragraph [@site, via @book]",
        "Second paragraph [@site, via @bok]",
        (
            "data/events/battle.yaml:59:39: unknown source `bok`; did you mean `book`?",
            (
                "data/events/battle.yaml:63:9: the citation `@site, via @bok` stands in English only: add it in P"
                "ortuguese or remove it"
            ),
            (
                "data/events/battle.yaml:63:9: the citation `@site, via @book` stands in Portuguese only: add it "
                "in English or remove it"
            ),
        ),
    ),
    "via-not-said": (
        "data/events/battle.yaml",
        "Second paragraph [@site, via @book]",
        "Second paragraph [@site]",
        (
            ("data/events/battle.yaml:59:28: `site` was not read itself: say through which work (via @book)"),
            (
                "data/events/battle.yaml:63:9: the citation `@site, via @book` stands in Portuguese only: add it "
                "in English or remove it"
            ),
            (
                "data/events/battle.yaml:63:9: the citation `@site` stands in English only: add it in Portuguese "
                "or remove it"
            ),
        ),
    ),
    "unknown-term": (
        "data/events/battle.yaml",
        "kind: battle\n",
        "kind: batle\n",
        ("data/events/battle.yaml:2:7: unknown term `batle` (event-kinds); did you mean `battle`?",),
    ),
    "unknown-term-far": (
        "data/events/battle.yaml",
        "kind: battle\n",
        "kind: earthquake\n",
        (
            (
                "data/events/battle.yaml:2:7: unknown term `earthquake` (event-kinds); add it to `event-kinds` in"
                " data/terms.yaml"
            ),
        ),
    ),
    "unknown-claim": (
        "data/events/battle.yaml",
        "derives_from: dead-book",
        "derives_from: dead-bok",
        ("data/events/battle.yaml:36:19: unknown claim `dead-bok`; did you mean `dead-book`?",),
    ),
    "circular-claim": (
        "data/events/battle.yaml",
        '    basis: census\n    cite: "@book, p. 3"',
        '    basis: census\n    derives_from: dead-site\n    cite: "@book, p. 3"',
        (
            ("data/events/battle.yaml:27:19: `dead-book` derives from itself through `dead-site`: break the circle"),
            ("data/events/battle.yaml:37:19: `dead-site` derives from itself through `dead-book`: break the circle"),
        ),
    ),
    "self-derived": (
        "data/events/battle.yaml",
        "derives_from: dead-book",
        "derives_from: dead-site",
        (("data/events/battle.yaml:36:19: `dead-site` derives from itself through `dead-site`: break the circle"),),
    ),
    "circular-within": (
        "data/events/war.yaml",
        "date: {edtf: 1918/1920}",
        "date: {edtf: 1918/1920}\nwithin: battle",
        (
            "data/events/battle.yaml:7:9: `battle` lies within itself: break the circle",
            "data/events/war.yaml:4:9: `war` lies within itself: break the circle",
        ),
    ),
    "backward-range": (
        "data/events/battle.yaml",
        "{from: 40, to: 50}",
        "{from: 50, to: 40}",
        ("data/events/battle.yaml:31:12: the range runs backwards: 50 to 40",),
    ),
    "half-range": (
        "data/events/battle.yaml",
        "{from: 40, to: 50}",
        "{from: 40}",
        ("data/events/battle.yaml:31:12: a range needs both `from` and `to`",),
    ),
    "two-values": (
        "data/events/battle.yaml",
        "{from: 40, to: 50}",
        "{about: 40, up_to: 50}",
        (
            (
                "data/events/battle.yaml:31:12: give one form of value: a number, {about}, {from, to}, {at_least}"
                ", {up_to} or {words}"
            ),
        ),
    ),
    "no-value": (
        "data/events/battle.yaml",
        "{from: 40, to: 50}",
        "{}",
        (
            (
                "data/events/battle.yaml:31:12: give one form of value: a number, {about}, {from, to}, {at_least}"
                ", {up_to} or {words}"
            ),
        ),
    ),
    "seats-do-not-add-up": (
        "data/organizations/council.yaml",
        "total: 3",
        "total: 4",
        (("data/organizations/council.yaml:10:12: the rows add up to 3, not 4: correct them or say why in `note`"),),
    ),
    "claim-id-twice": (
        "data/events/battle.yaml",
        "  - id: dead-site",
        "  - id: dead-book",
        (
            "data/events/battle.yaml:28:9: the id `dead-book` stands twice in `claims`: rename one",
            ("data/events/battle.yaml:36:19: `dead-book` derives from itself through `dead-book`: break the circle"),
        ),
    ),
    "answer-id-twice": (
        "data/events/battle.yaml",
        "      - id: others",
        "      - id: they",
        ("data/events/battle.yaml:45:13: the id `they` stands twice in `answers`: rename one",),
    ),
    "reserved-section-id": (
        "data/events/battle.yaml",
        "  - id: course",
        "  - id: notes",
        ("data/events/battle.yaml:53:9: the id `notes` is used by the page itself: choose another",),
    ),
    "bad-local-id": (
        "data/events/battle.yaml",
        "  - id: course",
        "  - id: The Course",
        (
            (
                "data/events/battle.yaml:53:9: `id`: `The Course` does not fit: write an id in lower-case a-z, 0-"
                "9 and single hyphens"
            ),
        ),
    ),
    "uncited-paragraph": (
        "data/events/battle.yaml",
        "        First paragraph [@book].\n\n        Second paragraph",
        "        First paragraph, twice.\n\n        Second paragraph",
        (
            (
                "data/events/battle.yaml:57:9: the paragraph `First paragraph, twice. ...` cites nothing: add [@s"
                "ource, locator]"
            ),
        ),
    ),
    "uncited-summary": (
        "data/topics/theme.yaml",
        'pt: "Um tema do século XIX [@book]."',
        'pt: "Um tema do século XIX."',
        (("data/topics/theme.yaml:2:60: the paragraph `Um tema do ...` cites nothing: add [@source, locator]"),),
    ),
    "missing-cite": (
        "data/people/anna.yaml",
        (
            'died: {edtf: 1930-05-01, where: {en: abroad, pt: no exterior}, cite: "@book"}\n'
            "offices:\n"
            '  - {office: mayor, from: 1918, to: 1919-04, cite: "@book"}'
        ),
        (
            'died: {edtf: 1930-05-01, where: {en: abroad, pt: no exterior}, cite: "@book"}\n'
            "offices:\n"
            "  - {office: mayor, from: 1918, to: 1919-04}"
        ),
        ("data/people/anna.yaml:6:5: `cite` is missing: add it (Who says so)",),
    ),
    "citation-where-none-goes": (
        "data/events/battle.yaml",
        "claimant: {en: the book, pt: o livro}",
        'claimant: {en: "the book [@book]", pt: "o livro [@book]"}',
        (
            "data/events/battle.yaml:24:30: this text takes no citation: use the `cite` key beside it",
            "data/events/battle.yaml:24:53: this text takes no citation: use the `cite` key beside it",
        ),
    ),
    "citation-in-one-language": (
        "data/events/battle.yaml",
        "Segundo parágrafo [@site, via @book].",
        "Segundo parágrafo [@book].",
        (
            (
                "data/events/battle.yaml:63:9: the citation `@book` stands in Portuguese only: add it in English "
                "or remove it"
            ),
            (
                "data/events/battle.yaml:63:9: the citation `@site, via @book` stands in English only: add it in "
                "Portuguese or remove it"
            ),
        ),
    ),
    "locator-in-one-language": (
        "data/events/battle.yaml",
        "perto de [[town]] [@book, p. 2]",
        "perto de [[town]] [@book, p. 3]",
        (
            (
                "data/events/battle.yaml:14:5: the citation `@book, p. 2` stands in English only: add it in Portu"
                "guese or remove it"
            ),
            (
                "data/events/battle.yaml:14:5: the citation `@book, p. 3` stands in Portuguese only: add it in En"
                "glish or remove it"
            ),
        ),
    ),
    "figure-in-one-language": (
        "data/events/battle.yaml",
        "por 1.800 homens",
        "por 1.900 homens",
        (
            (
                "data/events/battle.yaml:14:5: the figure `1800` stands in English only: add it in Portuguese or "
                "remove it"
            ),
            (
                "data/events/battle.yaml:14:5: the figure `1900` stands in Portuguese only: add it in English or "
                "remove it"
            ),
        ),
    ),
    "figure-form-of-the-other-language": (
        "data/events/battle.yaml",
        "por 1.800 homens",
        "por 1,800 homens",
        (
            (
                "data/events/battle.yaml:14:5: the figure `1.800` stands in Portuguese only: add it in English or"
                " remove it"
            ),
            (
                "data/events/battle.yaml:14:5: the figure `1800` stands in English only: add it in Portuguese or "
                "remove it"
            ),
        ),
    ),
    "century-in-one-language": (
        "data/topics/theme.yaml",
        "século XIX",
        "século XVIII",
        (
            ("data/topics/theme.yaml:2:60: the figure `18` stands in Portuguese only: add it in English or remove it"),
            ("data/topics/theme.yaml:2:60: the figure `19` stands in English only: add it in Portuguese or remove it"),
        ),
    ),
    "link-in-one-language": (
        "data/events/battle.yaml",
        "perto de [[town]]",
        "perto da cidade",
        (("data/events/battle.yaml:14:5: the link `town` stands in English only: add it in Portuguese or remove it"),),
    ),
    "paragraphs-differ": (
        "data/events/battle.yaml",
        "        Primeiro parágrafo [@book].\n\n        Segundo",
        "        Primeiro parágrafo [@book]. Segundo",
        (("data/events/battle.yaml:60:11: 1 paragraphs in Portuguese, 2 in English: make them the same"),),
    ),
    "european-portuguese": (
        "data/topics/theme.yaml",
        "Um tema do",
        "Um tema económico do",
        (("data/topics/theme.yaml:2:68: `económico` is not the Brazilian form: use Brazilian Portuguese"),),
    ),
    "raw-html": (
        "data/events/battle.yaml",
        "        First paragraph [@book].",
        "        First <b>paragraph</b> [@book].",
        (
            "data/events/battle.yaml:57:15: raw HTML is not allowed in prose: write Markdown",
            "data/events/battle.yaml:57:27: raw HTML is not allowed in prose: write Markdown",
        ),
    ),
    "script": (
        "data/events/battle.yaml",
        "        First paragraph [@book].",
        "        First <script>alert(1)</script> [@book].",
        (
            "data/events/battle.yaml:57:15: raw HTML is not allowed in prose: write Markdown",
            "data/events/battle.yaml:57:31: raw HTML is not allowed in prose: write Markdown",
        ),
    ),
    "javascript-link": (
        "data/events/battle.yaml",
        "        First paragraph [@book].",
        "        First [paragraph](javascript:alert(1)) [@book].",
        ("data/events/battle.yaml:57:27: an address may only be http or https, not `javascript:`",),
    ),
    "markdown-link": (
        "data/events/battle.yaml",
        "        First paragraph [@book].",
        "        First [paragraph](https://example.org) [@book].",
        (("data/events/battle.yaml:57:27: link to a record with `[[record]]` and cite a work with `[@source]`"),),
    ),
    "open-citation": (
        "data/events/battle.yaml",
        "        First paragraph [@book].",
        "        First paragraph [@book.",
        (
            (
                "data/events/battle.yaml:57:9: the paragraph `First paragraph [@book. ...` cites nothing: add [@s"
                "ource, locator]"
            ),
            ("data/events/battle.yaml:57:25: `[@` is not closed or not in brackets: write `[@source]` or `[[record]]`"),
        ),
    ),
    "bare-citation": (
        "data/events/battle.yaml",
        "        First paragraph [@book].",
        "        First paragraph @book.",
        (
            (
                "data/events/battle.yaml:57:9: the paragraph `First paragraph @book. ...` cites nothing: add [@so"
                "urce, locator]"
            ),
            (
                "data/events/battle.yaml:57:25: `@book` is not closed or not in brackets: write `[@source]` or `["
                "[record]]`"
            ),
        ),
    ),
    "malformed-citation": (
        "data/events/battle.yaml",
        'cite: "@book, p. 1"',
        'cite: "book, p. 1"',
        (
            (
                "data/events/battle.yaml:9:35: `book, p. 1` is not a citation: write `@source-id, locator, via @s"
                "ource-id`"
            ),
        ),
    ),
    "two-citations-one-bracket": (
        "data/events/battle.yaml",
        'cite: "@book, p. 1"',
        'cite: "@book, p. 1, @site"',
        ("data/events/battle.yaml:9:35: part two citations with `;` in `@book, p. 1, @site`",),
    ),
    "malformed-link": (
        "data/events/battle.yaml",
        "near [[town]] [",
        "near [[The Town]] [",
        (
            (
                "data/events/battle.yaml:12:45: `[[The Town]]` does not name a record: write `[[record-id]]` or `"
                "[[record-id|text]]`"
            ),
        ),
    ),
    "bad-edtf": (
        "data/events/battle.yaml",
        "date: {edtf: 1920-03-22}",
        "date: {edtf: 22 March 1920}",
        (
            (
                "data/events/battle.yaml:50:18: `edtf`: `22 March 1920` is not an EDTF date: write it as 1920-03-"
                "22, 1920-03, 1920, 1920-03-22/1920-03-26, 1895~, 191X, ../1918 or [1893,1894]"
            ),
        ),
    ),
    "edtf-no-such-day": (
        "data/events/battle.yaml",
        "date: {edtf: 1920-03-22}",
        "date: {edtf: 1919-02-29}",
        (
            (
                "data/events/battle.yaml:50:18: `edtf`: `1919-02-29`: there is no day 29 in that month of the Gre"
                "gorian calendar"
            ),
        ),
    ),
    "edtf-backward": (
        "data/events/war.yaml",
        "1918/1920",
        "1920/1918",
        ("data/events/war.yaml:3:14: `edtf`: `1920/1918` runs backwards: put the earlier date first",),
    ),
    "edtf-unknown-marker": (
        "data/events/battle.yaml",
        "date: {edtf: 1920-03-22}",
        "date: {edtf: 192u}",
        (
            (
                "data/events/battle.yaml:50:18: `edtf`: `192u` is not an EDTF date: write it as 1920-03-22, 1920-"
                "03, 1920, 1920-03-22/1920-03-26, 1895~, 191X, ../1918 or [1893,1894]"
            ),
        ),
    ),
    "julian-does-not-match": (
        "data/events/battle.yaml",
        "julian: 1920-03-09",
        "julian: 1920-03-10",
        (
            (
                "data/events/battle.yaml:4:3: `julian: 1920-03-10` is 1920-03-23 in the Gregorian calendar, not 1"
                "920-03-22: correct one of them"
            ),
        ),
    ),
    "julian-without-day": (
        "data/events/battle.yaml",
        "  edtf: 1920-03-22\n  julian: 1920-03-09",
        "  julian: 1920-03",
        (
            (
                "data/events/battle.yaml:4:3: `julian: 1920-03` has no day, so it cannot be converted: give `edtf"
                "` as well"
            ),
        ),
    ),
    "no-date-at-all": (
        "data/events/battle.yaml",
        "date: {edtf: 1920-03-22}",
        "date: {calendar: julian}",
        ("data/events/battle.yaml:50:11: a date needs `edtf` (Gregorian) or `julian` (Old Style)",),
    ),
    "born-after-death": (
        "data/people/anna.yaml",
        "edtf: 1875",
        "edtf: 1931",
        (
            "data/people/anna.yaml:4:7: died 1930-05-01 before being born 1931",
            "data/people/anna.yaml:6:27: the office is dated 1918, before the birth (1931)",
            "data/people/anna.yaml:6:37: the office is dated 1919-04, before the birth (1931)",
        ),
    ),
    "office-after-death": (
        "data/people/anna.yaml",
        "from: 1918, to: 1919-04",
        "from: 1931, to: 1932",
        (
            "data/people/anna.yaml:6:27: the office is dated 1931, after the death (1930-05-01)",
            "data/people/anna.yaml:6:37: the office is dated 1932, after the death (1930-05-01)",
        ),
    ),
    "office-before-birth": (
        "data/people/anna.yaml",
        "from: 1918, to: 1919-04",
        "from: 1870, to: 1919-04",
        ("data/people/anna.yaml:6:27: the office is dated 1870, before the birth (1875)",),
    ),
    "office-backward": (
        "data/people/anna.yaml",
        "from: 1918, to: 1919-04",
        "from: 1919-05, to: 1919-04",
        ("data/people/anna.yaml:6:40: it ends (1919-04) before it begins (1919-05)",),
    ),
    "place-twice": (
        "data/people/anna.yaml",
        "where: {en: abroad, pt: no exterior}",
        "place: town, where: {en: abroad, pt: no exterior}",
        ("data/people/anna.yaml:4:7: give `place` (its record) or `where` (in words), not both",),
    ),
    "revisions-backward": (
        "data/people/anna.yaml",
        "  - {date: 2026-11-24, note: {en: First published., pt: Primeira publicação.}}",
        (
            "  - {date: 2026-11-24, note: {en: First published., pt: Primeira publicação.}}\n"
            "  - {date: 2025-01-01, note: {en: Mended., pt: Corrigido.}}"
        ),
        ("data/people/anna.yaml:11:12: revisions stand in order, oldest first",),
    ),
    "member-without-name": (
        "data/organizations/council.yaml",
        "{who: anna, role: chair,",
        "{role: chair,",
        (("data/organizations/council.yaml:6:5: name the member once: `who` (a record) or `name` (in words)"),),
    ),
    "member-without-capacity": (
        "data/organizations/council.yaml",
        "{who: anna, role: chair,",
        "{who: anna,",
        ("data/organizations/council.yaml:6:5: say in what capacity: `role`, `office` or `title`",),
    ),
    "office-without-title": (
        "data/people/anna.yaml",
        "{office: mayor, from",
        "{from",
        ("data/people/anna.yaml:6:5: name the office: `office` (a term) or `title` (in words)",),
    ),
    "party-named-twice": (
        "data/people/anna.yaml",
        "{organization: council,",
        "{organization: council, name: {en: Council, pt: Conselho},",
        (("data/people/anna.yaml:8:5: name the body once: `organization` (its record) or `name` (in words)"),),
    ),
    "bad-language-tag": (
        "data/events/battle.yaml",
        "lang: ru",
        "lang: Russian",
        (
            (
                "data/events/battle.yaml:9:24: `lang`: `Russian` does not fit: write a language tag such as `az`,"
                " `hy`, `ru` or `az-Cyrl`"
            ),
        ),
    ),
    "bad-address": (
        "data/sources/book.yaml",
        "URL: https://example.org/book",
        "URL: ftp://example.org/book",
        ("data/sources/book.yaml:5:6: `ftp://example.org/book` must start with http:// or https://",),
    ),
    "javascript-address": (
        "data/sources/book.yaml",
        "URL: https://example.org/book",
        "URL: javascript:alert(1)",
        ("data/sources/book.yaml:5:6: `javascript:alert(1)` must start with http:// or https://",),
    ),
    "address-not-encoded": (
        "data/sources/book.yaml",
        "URL: https://example.org/book",
        "URL: https://example.org/книга",
        (
            (
                "data/sources/book.yaml:5:6: `https://example.org/книга` is not a well-formed address: percent-en"
                "code what is not ASCII"
            ),
        ),
    ),
    "creator-without-name": (
        "data/sources/book.yaml",
        "{family: Doe, given: Jane}",
        "{given: Jane}",
        ("data/sources/book.yaml:3:10: a creator has `family` (and `given`), or `literal`",),
    ),
    "creator-both-ways": (
        "data/sources/book.yaml",
        "{family: Doe, given: Jane}",
        "{family: Doe, literal: Jane Doe}",
        ("data/sources/book.yaml:3:10: a creator has `family` (and `given`), or `literal`",),
    ),
    "via-without-work": (
        "data/sources/site.yaml",
        "via: [book]\n",
        "",
        (
            (
                "data/sources/site.yaml:1:1: `via` names the works through which a source with `consulted: via` w"
                "as seen, and no other"
            ),
        ),
    ),
    "distance": (
        "data/sources/book.yaml",
        "distance: primary",
        "distance: primry",
        ("data/sources/book.yaml:7:11: unknown term `primry` (distances); did you mean `primary`?",),
    ),
    "not-yaml": (
        "data/events/battle.yaml",
        "title: {en: Battle, pt: Batalha}",
        "title: {en: Battle, pt: Batalha",
        ("data/events/battle.yaml:2:5: not valid YAML: did not find expected ',' or '}'",),
    ),
    "colon-in-text": (
        "data/events/battle.yaml",
        "kind: battle\n",
        "kind: battle: great\n",
        (
            (
                "data/events/battle.yaml:2:13: not valid YAML: mapping values are not allowed in this context: pu"
                "t a value that holds `: `, `#` or starts with a sign in quotes"
            ),
        ),
    ),
    "anchor": (
        "data/events/battle.yaml",
        "kind: battle\n",
        "kind: &k battle\n",
        (
            (
                "data/events/battle.yaml:2:7: anchors and aliases (& and *) are not allowed: write the value out,"
                " or quote it"
            ),
        ),
    ),
    "tag": (
        "data/events/battle.yaml",
        "kind: battle\n",
        "kind: !!python/object:os.system battle\n",
        (
            (
                "data/events/battle.yaml:2:7: the tag `tag:yaml.org,2002:python/object:os.system` is not allowed:"
                " remove it, or quote the value"
            ),
        ),
    ),
    "deep-nesting": (
        "data/events/battle.yaml",
        "related: [anna]",
        "related: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        ("data/events/battle.yaml:66:33: nested more than 24 deep",),
    ),
    "control-character": (
        "data/events/battle.yaml",
        "First paragraph",
        "First\u0007 paragraph",
        ("data/events/battle.yaml:57:14: control character U+0007: remove it",),
    ),
    "direction-override": (
        "data/events/battle.yaml",
        "First paragraph",
        "First\u202e paragraph",
        ("data/events/battle.yaml:57:14: control character U+202E: remove it",),
    ),
    "not-composed": (
        "data/events/battle.yaml",
        "Segundo parágrafo",
        "Segundo para\u0301grafo",
        (("data/events/battle.yaml:63:20: the text is not in Unicode NFC: save it composed (é as one character)"),),
    ),
    "list-not-mapping": (
        "data/topics/theme.yaml",
        None,
        "- one\n- two\n",
        ("data/topics/theme.yaml:1:1: a file holds one mapping of keys and values",),
    ),
    "empty-file": (
        "data/topics/theme.yaml",
        None,
        "",
        ("data/topics/theme.yaml:1:1: the file is empty: fill it in or remove it",),
    ),
    "blank-file": (
        "data/topics/theme.yaml",
        None,
        "\n  \n",
        ("data/topics/theme.yaml:1:1: the file is empty: fill it in or remove it",),
    ),
    "term-without-language": (
        "data/terms.yaml",
        "event-kinds: {battle: {en: battle, pt: batalha}}",
        "event-kinds: {battle: {en: battle}}",
        (("data/terms.yaml:1:23: the term `battle` needs {en: ..., pt: ...}, with plural_en and plural_pt if wanted"),),
    ),
    "term-label-norway": (
        "data/terms.yaml",
        "direct: {en: read, pt: lida}",
        "direct: {en: no, pt: lida}",
        ("data/terms.yaml:8:21: put the labels of `direct` in quotes",),
    ),
    "vocabulary-not-mapping": (
        "data/terms.yaml",
        "event-kinds: {battle: {en: battle, pt: batalha}}",
        "event-kinds: battle",
        ("data/terms.yaml:1:14: a vocabulary is a mapping of terms",),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_broken_input_is_told_with_its_place_and_its_fix(name: str, mini: Path) -> None:
    file, valid, broken, expected = CASES[name]
    text = (mini / file).read_text(encoding="utf-8")
    assert valid is None or text.count(valid) == 1
    (mini / file).write_text(broken if valid is None else text.replace(valid, broken), encoding="utf-8")
    assert tuple(map(str, check.problems(load.read(mini)))) == expected


def test_the_valid_project_has_no_problem(mini: Path) -> None:
    assert check.problems(load.read(mini)) == []


def test_the_table_is_as_long_as_promised() -> None:
    assert len(CASES) >= 80
