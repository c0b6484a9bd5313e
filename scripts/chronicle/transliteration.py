"""Spelling tables, one a habit: how readers write names of one script in another.

A key is a run of lower-case letters; ``^`` binds it to the start of a word and ``$`` to its end.
The longest key wins; letters without a key stay.
"""

from __future__ import annotations

import re
from functools import lru_cache

Table = tuple[tuple[str, str], ...]


def table(*rules: str) -> Table:
    """Build a table from ``a=b`` rules parted by blanks; of equal keys the last one holds."""
    spellings: dict[str, str] = {}
    for rule in " ".join(rules).split():
        key, _, spelling = rule.partition("=")
        spellings[key] = spelling
    return tuple(spellings.items())


def spell(text: str, rules: Table) -> str:
    """Return ``text`` in lower case, respelled by ``rules``."""
    pattern, spellings = _compiled(rules)
    return pattern.sub(lambda match: spellings[match.lastindex or 0], text.lower())


@lru_cache(maxsize=64)
def _compiled(rules: Table) -> tuple[re.Pattern[str], dict[int, str]]:
    ordered = sorted(rules, key=lambda rule: (-len(rule[0].strip("^$")), -len(rule[0]), rule[0]))
    spellings = {number: spelling for number, (_, spelling) in enumerate(ordered, 1)}
    return re.compile("|".join(f"({_key(key)})" for key, _ in ordered)), spellings


def _key(key: str) -> str:
    start = r"\b" if key.startswith("^") else ""
    end = r"\b" if key.endswith("$") else ""
    return start + re.escape(key.strip("^$")) + end


_CYRILLIC = """
а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts
ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya ѣ=e і=i ѳ=f ѵ=i дж=j ый$=y ій$=y ә=a ғ=gh ҝ=g ө=o ү=u һ=h ҹ=j ј=y
"""
_FRENCH = "у=ou ш=ch ч=tch дж=dj ж=j я=ia ю=iou й=i ий$=i ій$=i"
_GERMAN = "в=w ш=sch ч=tsch х=ch дж=dsch ж=sch я=ja ю=ju й=i ий$=i ій$=i"
_PORTUGUESE = "ш=ch ч=tch дж=dj ж=j я=ia ю=iu й=i ий$=i ій$=i"
FROM_CYRILLIC = (
    table(_CYRILLIC),
    table(_CYRILLIC, "^г=h агу=ahu ага=aha ый$=i ий$=i"),
    table(_CYRILLIC, "х=x дж=c ч=c ш=s ж=j ий$=i"),
    table(_CYRILLIC, "х=h дж=c ч=c ш=s ж=j ий$=i"),
    table(_CYRILLIC, _FRENCH),
    table(_CYRILLIC, _GERMAN),
    table(_CYRILLIC, _PORTUGUESE),
)

_ARMENIAN = """
ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=e թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n շ=sh ո=o չ=ch
պ=p ջ=j ռ=r ս=s վ=v տ=t ր=r ց=ts ւ=v փ=p ք=k օ=o ֆ=f ու=u և=ev եւ=ev իւ=yu ^և=yev ^ե=ye ^ո=vo ^ու=u ^ով=ov
եան$=ian եա=ya
"""
_WESTERN = "բ=p գ=k դ=t պ=b կ=g տ=d ծ=dz ձ=ts ճ=j ջ=ch ^յ=h"
FROM_ARMENIAN = (
    table(_ARMENIAN),
    table(_ARMENIAN, _WESTERN),
    table(_ARMENIAN, "շ=ch ու=ou ^ու=ou չ=tch ժ=j ջ=dj ճ=dj"),
    table(_ARMENIAN, "շ=sch չ=tsch ջ=dsch ժ=sch խ=ch վ=w յ=j յան$=jan ^ե=je"),
    table(_ARMENIAN, "շ=ch չ=tch ժ=j ջ=dj"),
    table(_ARMENIAN, "խ=x շ=s չ=c ջ=c ճ=c ժ=j ղ=g"),
)

FROM_GEORGIAN = (
    table(
        "ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=gh ყ=q შ=sh",
        "ჩ=ch ც=ts ძ=dz წ=ts ჭ=ch ხ=kh ჯ=j ჰ=h",
    ),
)

_ARABIC = """
ا=a ب=b پ=p ت=t ث=s ج=j چ=ch ح=h خ=kh د=d ذ=z ر=r ز=z ژ=zh س=s ش=sh ص=s ض=z ط=t ظ=z ع=a غ=gh ف=f ق=q ک=k ك=k گ=g
ݣ=n ڭ=n ل=l م=m ن=n و=u ه=h ی=i ي=i ى=i آ=a ه$=e ة$=e ^و=v ^ی=y ^ي=y ئ=i ؤ=u أ=a إ=i
"""
FROM_ARABIC = (table(_ARABIC), table(_ARABIC, "ق=g خ=x ه$=a"), table(_ARABIC, "و=o ق=k ش=s خ=h"))

_AZERBAIJANI = "^bəy$=bey ı=i x=kh q=g c=j ç=ch ş=sh ğ=gh ö=o ü=u j=zh w=v"
FROM_AZERBAIJANI = (
    table(_AZERBAIJANI, "ə=a ə$=e"),
    table(_AZERBAIJANI, "ə=a"),
    table(_AZERBAIJANI, "ə=e"),
    table(_AZERBAIJANI, "ə=e ^ə=a"),
    table("ə=e ı=i ç=c ş=s ğ=g ö=o ü=u"),
    table("ə=a ı=i ç=c ş=s ğ=g ö=o ü=u"),
    table(_AZERBAIJANI, "ə=a q=k ğ=kh ə$=e"),
    table("ə=e ı=i x=h q=k ç=c ş=s ğ=g ö=o ü=u"),
    table("ə=a ı=y x=ch q=g c=dsch ç=tsch ş=sch ğ=gh ö=o ü=u v=w ə$=e"),
    table("ə=a ı=y x=kh q=g c=dj ç=tch ş=ch ğ=gh ö=o u=ou ü=u ə$=e"),
    table("ə=a ı=i x=kh q=g c=dj ç=tch ş=ch ğ=gh ö=o ü=u j=j ə$=e"),
)

_TO_CYRILLIC = """
a=а b=б d=д e=е f=ф g=г h=х i=и k=к l=л m=м n=н o=о p=п r=р s=с t=т u=у v=в z=з ski$=ский sky$=ский
ya=я yu=ю yo=ё ye=е ay=ай ey=ей oy=ой uy=уй
"""
AZERBAIJANI_TO_CYRILLIC = (
    table(_TO_CYRILLIC, "ə=а ə$=е ^ə=а c=дж ç=ч ğ=г ı=ы j=ж ö=о ş=ш ü=ю q=г x=х y=й əy=ей"),
    table(_TO_CYRILLIC, "ə=е ^ə=э c=дж ç=ч ğ=г ı=и j=ж ö=е ş=ш ü=у q=к x=х y=й h=г"),
)
ENGLISH_TO_CYRILLIC = (
    table(_TO_CYRILLIC, "kh=х sh=ш ch=ч zh=ж gh=г ts=ц j=дж q=г x=кс y=ы c=к w=в ey$=ей ^y=й y$=и"),
    table(_TO_CYRILLIC, "kh=х sh=ш ch=ч zh=ж gh=г ts=ц j=дж q=к x=х y=и c=к w=в ^h=г ^e=э oi=ой ei=ей"),
)
ENGLISH_TO_AZERBAIJANI = (table("kh=x sh=s ch=c gh=g zh=j j=c"), table("kh=h sh=s ch=c gh=g"))
