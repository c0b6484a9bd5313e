"""What is computed from the records: neighbours in a series, spellings of smaller subjects, back-links."""

from __future__ import annotations

from pathlib import Path

from chronicle import check, graph, load
from chronicle.model import Person
from chronicle.pages import days
from chronicle.pages.here import Here

LATER = """\
title: {en: Later battle, pt: Batalha posterior}
kind: battle
date: {edtf: 1921}
series: theme
summary: {en: "See [[battle#subject-hill]] [@book].", pt: "Ver [[battle#subject-hill]] [@book]."}
revisions:
  - {date: 2026-11-24, note: {en: First published., pt: Primeira publicação.}}
"""
INCLUDED = """\
included:
  - id: hill
    type: place
    title: {en: The hill, pt: A colina}
    names:
      - {text: Гора, lang: ru, latin: Gora, cite: "@book"}
    text: {en: "Near [[town]] [@book].", pt: "Perto de [[town]] [@book]."}
"""


def computed(mini: Path) -> graph.Graph:
    battle = mini / "data/events/battle.yaml"
    text = battle.read_text(encoding="utf-8")
    battle.write_text(text.replace("within: war\n", "within: war\nseries: theme\n" + INCLUDED), encoding="utf-8")
    (mini / "data/events/later.yaml").write_text(LATER, encoding="utf-8")
    library = load.read(mini)
    assert check.problems(library) == []
    return graph.build(library)


def test_events_of_a_series_know_their_neighbours_by_date(mini: Path) -> None:
    found = computed(mini)
    assert found.neighbours("battle") == (None, "later")
    assert found.neighbours("later") == ("battle", None)
    assert found.neighbours("war") == (None, None)
    assert found.neighbours("anna") == (None, None)


def test_a_smaller_subject_has_its_spellings_and_its_anchor(mini: Path) -> None:
    found = computed(mini)
    spellings = {(one.text, one.lang, one.anchor) for one in graph.all_names(found.record("battle"))}
    assert {("The hill", "en", "subject-hill"), ("Гора", "ru", "subject-hill")} <= spellings
    assert ("Gora", "ru-Latn", "subject-hill") in spellings
    assert ("Battle", "en", "") in spellings
    assert "subject-hill" in found.anchors["battle"]


def test_a_link_within_a_smaller_subject_counts_as_a_mention(mini: Path) -> None:
    found = computed(mini)
    assert "battle" in found.mentioned_in("town")
    assert "later" in found.mentioned_in("battle")


def test_a_date_in_an_unknown_calendar_has_no_old_style(mini: Path) -> None:
    anna = mini / "data/people/anna.yaml"
    text = anna.read_text(encoding="utf-8")
    anna.write_text(text.replace("died: {edtf: 1930-05-01,", "died: {edtf: 1920-03-05, calendar: unknown,"), "utf-8")
    terms = mini / "data/terms.yaml"
    known = terms.read_text(encoding="utf-8")
    terms.write_text(known.replace("calendars: {", "calendars: {unknown: {en: u, pt: u}, "), encoding="utf-8")
    found = computed(mini)
    person = found.record("anna")
    assert isinstance(person, Person)
    assert person.died is not None
    shown = Here(found, "en", "/people/anna/").dating(person.died)
    assert "5 March 1920" in shown
    assert "Old Style" not in shown
    moment = next(one for one in found.moments if one.record == "anna" and one.kind == "died")
    assert moment.calendar == "unknown"


def test_a_date_told_by_the_chronology_stands_once_in_the_calendar(mini: Path) -> None:
    found = computed(mini)
    lines = [one.kind for one in days.calendar(found).days[1920, 3, 22] if one.record == "battle"]
    assert lines == ["chronology"]
    assert {one.kind for one in found.moments if one.record == "battle"} == {"date", "chronology"}
