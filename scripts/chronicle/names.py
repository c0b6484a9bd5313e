"""Names in many scripts: folding for search, generated spellings, order of an A-Z list."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from . import transliteration as spelling

MOST_VARIANTS = 24

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

_TITLES = """
bey bay beg bek bəy beyim khan xan han chan pasha paşa pasa pacha paxa agha aga ağa mirza mirzə hajji haji hacı gadzhi
sheikh sheykh şeyx mullah molla prince knyaz general gen colonel col captain major marshal dr prof sir lord count conde
príncipe coronel capitão marechal baron barão бек бей бег хан паша ага мирза гаджи князь генерал генерал-майор
բեկ բեյ խան փաշա գեներալ بیک بگ بک خان پاشا آقا میرزا
"""
TITLES = frozenset(_TITLES.split())

_ENDINGS = (
    ("ski", "sky", "skii", "skiy"),
    ("ov", "off", "ow", "ov"),
    ("yev", "ev", "iev", "eff"),
    ("ev", "yev", "iev", "eff"),
    ("yan", "ian", "jan", "yan"),
    ("zade", "zadeh", "zada", "zadeh"),
    ("oglu", "oghlu", "ogly", "oghly"),
)
_AZERBAIJANI_LETTERS = re.compile("[əıçşğöüƏİÇŞĞÖÜ]")
_TURKIC = {"az", "tr", "azj", "crh", "tk"}
_GLIDE = re.compile(r"(?<=[aeou])y(?![aeiouy])")
_UNREADABLE = re.compile(r"[b-df-hj-np-tv-xz]{4,}")


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
    signs = (sign if unicodedata.category(sign)[0] in "LN" else " " for sign in plain(text))
    return "".join(signs).split()


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


def without_titles(text: str) -> str:
    """Return the name without bey, khan, pasha, general and the like, or as it is if nothing else is left."""
    parts = [part for whole in text.split() for part in re.split(r"(?<=\w)-(?=\w)", whole)]
    kept = [part for part in parts if part.lower().strip(".,") not in TITLES]
    return " ".join(kept) if kept and len(kept) < len(parts) else text


def variants(text: str, lang: str) -> list[str]:
    """Return at most `MOST_VARIANTS` spellings, made by rule, under which ``text`` may be sought.

    All are in lower case; those that fold to ``text`` itself are left out. They are guesses: for
    search only, never to be printed. ``lang`` is a BCP 47 tag. The same input gives the same list.
    """
    return list(_variants(text, lang))


@lru_cache(maxsize=65536)
def _variants(text: str, lang: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    itself = fold(text)
    for candidate in _candidates(text, lang):
        folded = fold(candidate)
        if folded and folded != itself:
            found.setdefault(folded)
        if len(found) == MOST_VARIANTS:
            break
    return tuple(found)


def _candidates(text: str, lang: str) -> Iterator[str]:
    respelled = list(_respelled(text, lang))
    yield from respelled[:2]
    yield without_titles(text)
    yield from respelled[2:]
    latin = [form for form in [*respelled, text.lower()] if script_of(form) == "Latn"]
    bases = [latin[0], latin[-1], *latin[1:-1]] if latin else []
    for base in bases:
        yield from _alternations(fold(base))


def _respelled(text: str, lang: str) -> Iterator[str]:
    script = script_of(text)
    lowered = unicodedata.normalize("NFC", text).replace("İ", "i").replace("I", "ı" if _is_turkic(text, lang) else "i")
    for rules in _tables(script, text, lang):
        form = spelling.spell(lowered, rules)
        if script != "Arab" or not _UNREADABLE.search(form):
            yield form


def _tables(script: str, text: str, lang: str) -> Iterable[spelling.Table]:
    if script == "Latn" and _is_turkic(text, lang):
        english, *others = spelling.FROM_AZERBAIJANI
        return (english, *spelling.AZERBAIJANI_TO_CYRILLIC[:1], *others, *spelling.AZERBAIJANI_TO_CYRILLIC[1:])
    if script == "Latn":
        return (*spelling.ENGLISH_TO_CYRILLIC, *spelling.ENGLISH_TO_AZERBAIJANI)
    return {
        "Cyrl": spelling.FROM_CYRILLIC,
        "Armn": spelling.FROM_ARMENIAN,
        "Geor": spelling.FROM_GEORGIAN,
        "Arab": spelling.FROM_ARABIC,
    }.get(script, ())


def _is_turkic(text: str, lang: str) -> bool:
    letters = _AZERBAIJANI_LETTERS.search(text) is not None
    return lang.split("-")[0] in _TURKIC or (letters and lang.split("-")[0] not in {"de", "fr", "pt", "es"})


def _alternations(folded: str) -> Iterator[str]:
    for choice in range(4):
        form = " ".join(_other_ending(word, choice) for word in folded.split())
        yield form
        yield _GLIDE.sub("i", form)


def _other_ending(word: str, choice: int) -> str:
    for group in _ENDINGS:
        for ending in sorted(group, key=len, reverse=True):
            if word.endswith(ending) and len(word) > len(ending) + 1:
                return word[: -len(ending)] + group[choice]
    return word


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
