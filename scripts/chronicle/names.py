"""Names in many scripts: folding for search, direction, order of an A-Z list."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W_]+")

_LETTERS = str.maketrans(
    {
        "ə": "e", "ı": "i", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe",
        "ѣ": "е", "і": "и", "ѳ": "ф", "ѵ": "и", "ς": "σ", "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ʼ": "", "ʻ": "",
        "ʹ": "", "ʺ": "", "ʾ": "", "ʿ": "", "'": "", "’": "", "‘": "", "`": "", "´": "", "\u200c": "", "\u200d": "",
        "ـ": "",
    }
)  # fmt: skip
_WORD_END_SIGN = re.compile(r"(?<=[Ѐ-ӿ])ъ+(?![Ѐ-ӿ])")

_SCRIPTS = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "ARMENIAN": "Armn", "GEORGIAN": "Geor", "ARABIC": "Arab", "HEBREW": "Hebr",
    "GREEK": "Grek", "SYRIAC": "Syrc", "CJK": "Hani", "HIRAGANA": "Hira", "KATAKANA": "Kana", "HANGUL": "Hang",
    "DEVANAGARI": "Deva",
}  # fmt: skip
_SCRIPT_ORDER = ("Zyyy", "Latn", "Cyrl", "Armn", "Geor", "Arab", "Hebr", "Grek")
_TWO_CASES = {"Latn", "Cyrl", "Armn", "Grek"}
_RIGHT_TO_LEFT_SCRIPTS = {"Arab", "Hebr", "Syrc", "Thaa"}
_RIGHT_TO_LEFT_LANGUAGES = {"ar", "fa", "he", "yi", "ur", "ota", "azb", "ckb", "syr", "arc", "dv", "ps"}
_ARABIC_ORDER = {letter: chr(0x600 + place) for place, letter in enumerate("ابپتثجچحخدذرزژسشصضطظعغفقکگݣلمنوهی")}


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Return ``text`` in lower case without marks, special letters spelled out; punctuation stays.

    ``assets/js/query-names.js`` holds the same folding, and a test holds them equal.
    """
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if unicodedata.category(sign)[0] != "M")
    lowered = unicodedata.normalize("NFKD", bare.lower())
    marked = "".join(sign for sign in lowered if unicodedata.category(sign)[0] != "M")
    return _WORD_END_SIGN.sub("", marked.translate(_LETTERS))


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the form in which two spellings compare: `plain`, words parted by one blank."""
    return " ".join(words(text))


def words(text: str) -> list[str]:
    """Return the folded words of ``text``: runs of letters and digits."""
    return WORD.findall(plain(text))


@lru_cache(maxsize=65536)
def script_of(text: str) -> str:
    """Return the ISO 15924 code of the script of most letters; ``Zyyy`` when there is none."""
    counts: dict[str, int] = {}
    for sign in text:
        if sign.isalpha():
            code = _SCRIPTS.get(unicodedata.name(sign, "").partition(" ")[0], "Zzzz")
            counts[code] = counts.get(code, 0) + 1
    return max(counts, key=lambda code: (counts[code], code)) if counts else "Zyyy"


def direction(lang: str) -> str:
    """Return ``rtl`` or ``ltr`` for a BCP 47 language tag, its script deciding where it is given."""
    primary, *rest = lang.split("-")
    script = next((part.title() for part in rest if len(part) == 4 and part.isalpha()), None)
    if script:
        return "rtl" if script in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if primary.lower() in _RIGHT_TO_LEFT_LANGUAGES else "ltr"


def index_letter(text: str) -> str:
    """Return the heading under which ``text`` stands in an A-Z list; ``#`` when it starts with a digit."""
    folded = fold(text)
    if not folded or not folded[0].isalpha():
        return "#"
    return folded[0].upper() if script_of(folded[0]) in _TWO_CASES else folded[0]


def sort_key(text: str) -> tuple[int, str, str]:
    """Return the key that orders an A-Z list: digits, Latin, Cyrillic, Armenian, Georgian, Arabic, the rest."""
    folded = fold(text)
    script = script_of(folded[:1])
    place = _SCRIPT_ORDER.index(script) if script in _SCRIPT_ORDER else len(_SCRIPT_ORDER)
    ordered = "".join(_ARABIC_ORDER.get(sign, sign) for sign in folded) if script == "Arab" else folded
    return place, ordered, text
