"""Records that speak of the same thing: terms of office, lives, successions."""

from __future__ import annotations

from pathlib import Path

import pytest

from chronicle import check, load

COUNCIL = "data/organizations/council.yaml"
ANNA = "data/people/anna.yaml"


def spoil(mini: Path, file: str, old: str, new: str) -> None:
    text = (mini / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (mini / file).write_text(text.replace(old, new), encoding="utf-8")


def problems(mini: Path) -> list[str]:
    return [str(problem) for problem in check.problems(load.read(mini))]


def hold_office(mini: Path, start: str, note: str = "") -> None:
    spoil(mini, ANNA, "{office: mayor, from: 1918,", "{office: mayor, body: council, from: 1918-05-28,")
    spoil(mini, COUNCIL, "role: chair,", f"office: mayor, from: {start}{note},")


@pytest.mark.parametrize("start", ["1918-05-28", "1918-05", "1918", "1918-05~"])
def test_terms_that_may_be_the_same_pass(mini: Path, start: str) -> None:
    hold_office(mini, start)
    assert problems(mini) == []


def test_a_term_that_begins_on_two_days_is_told(mini: Path) -> None:
    hold_office(mini, "1918-06-17")
    assert problems(mini) == [
        f"{ANNA}:6:42: `from` is 1918-05-28 here, 1918-06-17 in `council`: "
        "make them the same, or say in a `note` who gives which"
    ]


def test_a_note_lets_two_accounts_stand(mini: Path) -> None:
    hold_office(mini, "1918-06-17", ', note: {en: "May by another [@book].", pt: "Maio por outro [@book]."}')
    assert problems(mini) == []


@pytest.mark.parametrize(
    ("years", "told"),
    [
        ("1875-1930", []),
        ("1876-1930", ["`anna` born 1876 here, 1875 in its record: correct one"]),
        ("1875–1931", ["`anna` died 1931 here, 1930-05-01 in its record: correct one"]),
    ],
)
def test_years_behind_a_linked_name_are_compared_with_its_record(mini: Path, years: str, told: list[str]) -> None:
    battle = "data/events/battle.yaml"
    spoil(mini, battle, "First paragraph", f"First [[anna|Anna]] ({years}) paragraph")
    spoil(mini, battle, "Primeiro parágrafo", f"Primeiro parágrafo de [[anna|Anna]] ({years})")
    assert [line.split(": ", 1)[1] for line in problems(mini)] == told * 2


def test_years_behind_the_persons_own_name_are_compared(mini: Path) -> None:
    spoil(
        mini,
        ANNA,
        '{en: "A mayor [@book].", pt: "Uma prefeita [@book]."}',
        '{en: "Anna (1874-1930), a mayor [@book].", pt: "Anna (1874-1930), prefeita [@book]."}',
    )
    told = "`anna` born 1874 here, 1875 in its record: correct one"
    assert [line.split(": ", 1)[1] for line in problems(mini)] == [told] * 2


def test_a_succession_goes_both_ways(mini: Path) -> None:
    text = (mini / COUNCIL).read_text(encoding="utf-8")
    (mini / "data/organizations/senate.yaml").write_text(
        text.replace("revisions:", "predecessor: council\nrevisions:"), encoding="utf-8"
    )
    (mini / "data/organizations/third.yaml").write_text(text, encoding="utf-8")
    spoil(mini, COUNCIL, "revisions:", "successor: third\nrevisions:")
    assert [line.split(": ", 1)[1] for line in problems(mini)] == [
        "`council` names `third` as its successor, not `senate`: make them agree"
    ]
