"""EDTF dates -> CSL dates."""

from __future__ import annotations

import re
from typing import Any

DOUBT = re.compile(r"[~?%]")
POINT = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
WORDS = {
    "en": {"or": " or ", "decade": "{}s", "until": "until {}", "from": "{}–"},
    "pt": {"or": " ou ", "decade": "década de {}", "until": "até {}", "from": "{}–"},
}
FIRST_SEASON = 21


def to_csl(edtf: str, lang: str) -> dict[str, Any]:
    """Return a Gregorian EDTF date as a CSL date variable.

    Days, months, years, seasons and closed intervals become ``date-parts``; ``~``, ``?`` and ``%`` become ``circa``.
    What CSL has no parts for (a decade, one of several dates, an open interval) becomes words in ``lang``.
    """
    plain = DOUBT.sub("", edtf.strip())
    ends = [_parts(end) for end in plain.split("/")]
    if len(ends) > 2 or not all(ends):
        return {"literal": _words(plain, WORDS[lang])}
    date: dict[str, Any] = {"date-parts": ends}
    month = ends[0][1] if len(ends[0]) == 2 and len(ends) == 1 else 0
    if month >= FIRST_SEASON:
        date = {"date-parts": [ends[0][:1]], "season": month - FIRST_SEASON + 1}
    if plain != edtf.strip():
        date["circa"] = True
    return date


def _parts(point: str) -> list[int]:
    """Return year, month, day as far as they are known, or nothing."""
    match = POINT.fullmatch(re.sub(r"(-XX)+$", "", point))
    return [int(part) for part in match.groups() if part] if match else []


def _words(edtf: str, words: dict[str, str]) -> str:
    if edtf.startswith(("[", "{")):
        dates = re.split(r",\s*|\.\.", edtf.strip("[]{}"))
        return words["or"].join(date for date in dates if date)
    start, _, end = edtf.partition("/")
    if end in ("", "..") and "/" in edtf:
        return words["from"].format(start)
    if start in ("", ".."):
        return words["until"].format(end)
    decade = re.fullmatch(r"(\d{3})X", edtf)
    return words["decade"].format(f"{decade[1]}0") if decade else edtf
