"""Where in a work: `p. 152`, `ch. 3`, `document 155, p. 240`, `section 'Demographics'`, said in the page's language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

LABELS = {
    # words that may be typed: short form of one and of several, long form of both, then the same in Portuguese
    "page pages p. pp. página páginas": "p. pp. page pages p. p. página páginas",
    "chapter chapters ch. chs. chap. cap. capítulo": "chap. chaps. chapter chapters cap. caps. capítulo capítulos",
    "volume volumes vol. vols. v.": "vol. vols. volume volumes v. v. volume volumes",
    "document documents doc. docs. documento": "doc. docs. document documents doc. docs. documento documentos",
    "section sections sec. secs. seção": "sec. secs. section sections seção seções seção seções",
    "paragraph paragraphs para. paras. par. parágrafo": (
        "para. paras. paragraph paragraphs par. pars. parágrafo parágrafos"
    ),
    "note notes n. nn. nota": "n. nn. note notes n. n. nota notas",
    "column columns c. cc. col. cols. coluna": "col. cols. column columns col. cols. coluna colunas",
    "article articles art. arts. artigo": "art. arts. article articles art. arts. artigo artigos",
    "point points ponto": "point points point points ponto pontos ponto pontos",
    "part parts pt. pts. parte": "pt. pts. part parts parte partes parte partes",
    "appendix appendices app. apêndice": "app. apps. appendix appendices apênd. apênds. apêndice apêndices",
    "number numbers no. nos. número": "no. nos. number numbers n. n. número números",
    "folio folios fol. fols. f. ff. folha": "fol. fols. folio folios f. f. folha folhas",
    "figure figures fig. figs. figura": "fig. figs. figure figures fig. figs. figura figuras",
    "table tables tabela": "table tables table tables tabela tabelas tabela tabelas",
    "map maps mapa": "map maps map maps mapa mapas mapa mapas",
    "line lines linha": "line lines line lines linha linhas linha linhas",
    "book books bk. livro": "bk. bks. book books liv. livs. livro livros",
    "s.v. s.vv. entry entries verbete": "s.v. s.vv. s.v. s.vv. s.v. s.vv. s.v. s.vv.",
    "abstract resumo": "abstract abstracts abstract abstracts resumo resumos resumo resumos",
    "preface prefácio": "preface prefaces preface prefaces prefácio prefácios prefácio prefácios",
    "introduction introdução": (
        "introduction introductions introduction introductions introdução introduções introdução introduções"
    ),
    "caption legenda": "caption captions caption captions legenda legendas legenda legendas",
}
FORMS = {word: forms.split() for words, forms in LABELS.items() for word in words.split()}
PHRASES = {" of the online text": " do texto on-line", "another page:": "outra página:"}

NUMERAL = r"(?:\d+[a-z]?|[ivxlcdm]+|[IVXLCDM]+)(?!\w)"
NUMERALS = re.compile(rf"{NUMERAL}(?:\s*(?:[-–]|,|and|&|e)\s*{NUMERAL})*")
PAGES = re.compile(rf"(?:pp?\.|pages?|páginas?)\s*({NUMERALS.pattern})")
WORD = re.compile(r"([^\s\d]+?\.?)(?:\s+|(?=\d)|$)(.*)", re.DOTALL)
SEVERAL = re.compile(r"\d\s*[-–,&]\s*\d|[-–]| and | e ")
RANGE = re.compile(r"(?<=[\dIVXLCivxlc])\s*-\s*(?=[\dIVXLCivxlc])")
NEXT = re.compile(r",\s+(?=[^\s\d,]+\.?\s*(?:\d|[IVXLC]+\b|['\"“]))")
QUOTES = {'"': '"', "'": "'", "“": "”", "‘": "’"}


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a work. ``html`` is safe; a plain page number goes without its label, for the style to label it."""

    html: str
    page: bool = False
    several: bool = False


def parse(locator: str, lang: str) -> Locator:
    """Read a locator as typed in a record and return it in ``lang`` (``en`` or ``pt``).

    Page numbers alone are left to the style; every other label is put in its usual short form, a word that is no
    label stays as it is, and a quoted name keeps its words, in curly quotation marks.
    """
    words = " ".join(locator.split())
    pages = PAGES.fullmatch(words)
    if pages:
        return Locator(escape(_dashes(pages[1], lang)), True, bool(SEVERAL.search(pages[1])))
    said = ", ".join(_segment(segment, lang) for segment in NEXT.split(words))
    if lang == "pt":
        for english, portuguese in PHRASES.items():
            said = said.replace(english, portuguese)
    return Locator(escape(said, quote=False))


def _segment(segment: str, lang: str) -> str:
    match = WORD.fullmatch(segment)
    forms = FORMS.get(match[1].lower()) if match else None
    if not match or not forms:
        return _curled(segment)
    value = match[2].strip()
    numeral = NUMERALS.match(value)
    counted = bool(numeral) or not value
    several = counted and bool(SEVERAL.search(numeral[0] if numeral else ""))
    label = forms[(4 if lang == "pt" else 0) + (0 if counted else 2) + several]
    if not value:
        return forms[6 if lang == "pt" else 2]
    return f"{label} {_dashes(value, lang) if numeral else _named(value)}"


def _dashes(numbers: str, lang: str) -> str:
    spaced = re.sub(r",(?=\S)", ", ", RANGE.sub("–", numbers))
    if lang == "pt":
        return re.sub(r"(?<=[\dIVXLCivxlc])\s+(?:and|&)\s+(?=[\dIVXLCivxlc])", " e ", spaced)
    return spaced


def _named(name: str) -> str:
    """Return the name of a section or entry in curly quotation marks."""
    bare = name[1:-1] if QUOTES.get(name[0]) == name[-1] and len(name) > 2 else name
    return f"“{_curled(bare)}”"


def _curled(words: str) -> str:
    quoted = re.sub(r"(?<!\w)(['\"])(.+?)\1(?!\w)", r"“\2”", words)
    return quoted.replace("'", "’")
