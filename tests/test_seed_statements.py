"""The statements of the text this project started from: each is treated, in both languages, with a source."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

import pytest
from selectolax.lexbor import LexborHTMLParser

Verdict = Literal["supported", "refined", "contradicted", "disputed"]


class Statement(NamedTuple):
    """A statement, where it is treated, and what became of it."""

    said: str
    record: str
    anchor: str
    verdict: Verdict


MASSACRE = "events/shusha-massacre"
REPUBLIC = "organizations/azerbaijan-democratic-republic"
PARLIAMENT = "organizations/parliament-of-the-adr"

STATEMENTS = (
    Statement(
        "Soldados do exército azeri atacaram os habitantes armênios de Shushi", MASSACRE, "participants-p1", "refined"
    ),
    Statement("Soldados do exército turco atacaram", MASSACRE, "question-turkish-part", "disputed"),
    Statement("com participação de gangues curdas", MASSACRE, "question-kurdish-part", "disputed"),
    Statement("Shushi (Nagorno Karabakh)", MASSACRE, "summary-p1", "supported"),
    Statement("massacre de Shusha ou massacre de Shushi", MASSACRE, "names", "supported"),
    Statement("armênio: , romanizado: Shushii charder", MASSACRE, "historiography-p1", "refined"),
    Statement("também conhecido como o pogrom de Shusha", MASSACRE, "historiography-p1", "supported"),
    Statement("assassinato em massa da população armênia de Shusha", MASSACRE, "question-how-many-died", "disputed"),
    Statement("destruição da metade armênia da cidade em 1920", MASSACRE, "destruction-p1", "supported"),
    Statement("ocorreu entre 22 e 26 de março de 1920", MASSACRE, "question-dates", "refined"),
    Statement(
        "reivindicações concorrentes de propriedade da região",
        "topics/competing-claims-to-karabakh",
        "summary-p1",
        "supported",
    ),
    Statement("Azərbaycan Demokratik Cümhuriyyəti", REPUBLIC, "name-p1", "refined"),
    Statement(
        "primeira república democrática secular nos mundos turco e muçulmano",
        REPUBLIC,
        "question-first-secular-republic",
        "disputed",
    ),
    Statement("fundada pelo Conselho Nacional do Azerbaijão", REPUBLIC, "origins-p2", "supported"),
    Statement("em Tiflis", REPUBLIC, "origins-p3", "supported"),
    Statement("em 28 de maio de 1918", "documents/declaration-of-independence-1918", "summary-p1", "supported"),
    Statement(
        "após o colapso da República Federativa Democrática da Transcaucásia", REPUBLIC, "summary-p1", "supported"
    ),
    Statement("deixou de existir em 28 de abril de 1920", REPUBLIC, "end-p1", "refined"),
    Statement("fronteira com a Rússia ao norte", REPUBLIC, "territory-p1", "refined"),
    Statement("República Democrática da Geórgia a noroeste", REPUBLIC, "territory-p1", "supported"),
    Statement("República da Armênia a oeste", REPUBLIC, "territory-p1", "refined"),
    Statement("Irã ao sul", REPUBLIC, "territory-p1", "supported"),
    Statement("Suas fronteiras estabelecidas", REPUBLIC, "territory-p2", "contradicted"),
    Statement("população de cerca de 3 milhões", REPUBLIC, "communities-p1", "refined"),
    Statement("Ganja era a capital temporária", REPUBLIC, "capitals-p1", "supported"),
    Statement("Baku estava sob controle bolchevique", REPUBLIC, "capitals-p2", "refined"),
    Statement(
        "o nome que o Musavat adotou por razões políticas", "topics/the-name-azerbaijan", "question-why", "disputed"
    ),
    Statement("usado exclusivamente para o noroeste do Irã", "topics/the-name-azerbaijan", "before-p1", "contradicted"),
    Statement(
        "Parlamento eleito com representação universal, livre e proporcional",
        PARLIAMENT,
        "question-elected",
        "disputed",
    ),
    Statement("órgão supremo da autoridade do Estado", REPUBLIC, "parliament-p1", "supported"),
    Statement(
        "o Conselho de Ministros responsável perante ele",
        "organizations/council-of-ministers-of-the-adr",
        "summary-p1",
        "supported",
    ),
    Statement(
        "Fatali Khan Khoyski, primeiro primeiro-ministro", "people/fatali-khan-khoyski", "summary-p1", "supported"
    ),
    Statement("maioria de Musavat", PARLIAMENT, "composition-p1", "contradicted"),
    Statement("Ahrar", PARLIAMENT, "composition-p1", "supported"),
    Statement("Ittihad", PARLIAMENT, "composition-p1", "supported"),
    Statement("social-democratas muçulmanos", REPUBLIC, "parliament-p3", "supported"),
    Statement("armênios (21 de 120 assentos)", PARLIAMENT, "composition-p2", "refined"),
    Statement("russos ganharam assentos", PARLIAMENT, "seats-law", "supported"),
    Statement("poloneses ganharam assentos", PARLIAMENT, "seats-law", "supported"),
    Statement("judeus ganharam assentos", PARLIAMENT, "seats-law", "supported"),
    Statement("Muitos membros apoiaram ideias pan-islâmicas e pan-turcas", REPUBLIC, "parliament-p4", "disputed"),
    Statement("extensão do sufrágio às mulheres pelo Parlamento", "topics/women-suffrage", "law-p1", "refined"),
    Statement(
        "primeira nação de maioria muçulmana a dar direitos políticos iguais",
        "topics/women-suffrage",
        "question-first",
        "disputed",
    ),
    Statement(
        "Baku State University, primeira universidade moderna do Azerbaijão",
        "organizations/baku-state-university",
        "question-first",
        "refined",
    ),
)


@pytest.mark.parametrize("prefix", ["", "pt/"])
@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda one: one.said[:40])
def test_each_statement_is_treated_and_cited(site: Path, statement: Statement, prefix: str) -> None:
    tree = LexborHTMLParser((site / prefix / statement.record / "index.html").read_text(encoding="utf-8"))
    place = tree.css_first(f"#{statement.anchor}")
    assert place is not None
    around = place if place.css_first("sup.note") else place.parent
    notes = around.css("sup.note a") or (place.next.next.css("sup.note a") if place.next and place.next.next else [])
    assert notes, "nothing is cited there"
    for note in notes:
        assert tree.css_first(note.attributes["href"] or "").text(strip=True)


def test_every_verdict_occurs() -> None:
    assert {one.verdict for one in STATEMENTS} == {"supported", "refined", "contradicted", "disputed"}
