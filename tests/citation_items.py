"""Works of every kind, for the tests of citations."""

from __future__ import annotations

import re
from typing import Any

from chronicle.citations import plain

HOVANNISIAN = [{"family": "Hovannisian", "given": "Richard G."}]
PROJECT = [{"literal": "Shusha Reference"}]

ITEMS: dict[str, dict[str, Any]] = {
    "book": {
        "type": "book",
        "title": "The Republic of Armenia: From London to Sèvres",
        "author": HOVANNISIAN,
        "publisher": "University of California Press",
        "publisher-place": "Berkeley",
        "volume": "3",
        "issued": "1996",
        "language": "en",
    },
    "edited": {
        "type": "book",
        "title": "Азербайджанская Демократическая Республика",
        "editor": [{"family": "Агамалиева", "given": "Н."}],
        "publisher": "Элм",
        "publisher-place": "Баку",
        "issued": "1998",
        "language": "ru",
    },
    "armenian": {
        "type": "book",
        "title": "Լեռնային Ղարաբաղը 1918-1923 թթ.",
        "author": [{"family": "Միքայելյան", "given": "Վ. Ա."}],
        "publisher-place": "Երևան",
        "issued": "1992",
        "language": "hy",
    },
    "chapter": {
        "type": "chapter",
        "title": "The Armeno-Azerbaijani conflict over Mountainous Karabagh",
        "author": HOVANNISIAN,
        "editor": [{"family": "Suny", "given": "Ronald Grigor"}],
        "container-title": "Transcaucasia: nationalism and social change",
        "publisher": "University of Michigan Press",
        "publisher-place": "Ann Arbor",
        "page": "1-39",
        "issued": "1983",
        "language": "en",
    },
    "article": {
        "type": "article-journal",
        "title": "The ambiguous frontier",
        "author": [{"family": "Swietochowski", "given": "Tadeusz"}, {"family": "Saparov", "given": "Arsène"}],
        "container-title": "Central Asian Survey",
        "volume": "13",
        "issue": "2",
        "page": "217-235",
        "issued": "1994",
        "DOI": "10.1080/02634939408400857",
        "language": "en",
    },
    "newspaper": {
        "type": "article-newspaper",
        "title": "Шуша горит",
        "author": [{"family": "Иванов", "given": "И. И."}],
        "container-title": "Бакинский рабочий",
        "publisher-place": "Баку",
        "page": "2",
        "issued": "1920-04-09",
        "language": "ru",
    },
    "unsigned-newspaper": {
        "type": "article-newspaper",
        "title": "Armenians report a massacre",
        "container-title": "The New York Times",
        "issued": "1920-05-04",
        "language": "en",
    },
    "web": {
        "type": "webpage",
        "title": "Two rare photos",
        "author": [{"literal": "Armenian Genocide Museum-Institute"}],
        "issued": "2010-03-24",
        "URL": "https://example.org/photos",
        "language": "en",
    },
    "bare-web": {"type": "webpage", "title": "История Шуши", "URL": "https://example.org/shusha", "language": "ru"},
    "wiki": {
        "type": "entry-encyclopedia",
        "title": "Shusha massacre",
        "container-title": "Wikipedia",
        "URL": "https://en.wikipedia.org/wiki/Shusha_massacre",
        "language": "en",
    },
    "iranica": {
        "type": "entry-encyclopedia",
        "title": "Karabakh",
        "author": [{"family": "Bournoutian", "given": "George A."}],
        "container-title": "Encyclopaedia Iranica",
        "volume": "15",
        "page": "540-544",
        "issued": "2009",
        "language": "en",
    },
    "archive": {
        "type": "document",
        "title": "Letter to the Armenian National Council",
        "author": [{"family": "Almanderbekov", "given": "R."}],
        "issued": "1920-04-08",
        "archive": "National Archives of Armenia",
        "archive_location": "f. 200, op. 1, d. 563",
        "publisher-place": "Shusha",
        "language": "en",
    },
    "thesis": {
        "type": "thesis",
        "title": "British Foreign Policy in Azerbaijan",
        "author": [{"family": "Akhmedov", "given": "Afgan"}],
        "genre": "PhD thesis",
        "publisher": "Lancaster University",
        "issued": "2018",
        "language": "en",
    },
    "portuguese": {
        "type": "article-magazine",
        "title": "O Cáucaso em chamas",
        "author": [{"family": "Silva Santos", "given": "Ana Maria"}],
        "container-title": "Revista de história",
        "issued": "2015-03",
        "language": "pt-BR",
    },
    "undated": {"type": "book", "title": "Карабах", "author": [{"family": "Раффи"}], "language": "ru"},
    "circa": {"type": "book", "title": "Baku c. 1920", "publisher-place": "Baku", "issued": "1921~", "language": "en"},
    "ours": {
        "type": "entry-encyclopedia",
        "title": "Shusha massacre",
        "author": PROJECT,
        "container-title": "Shusha and the republic",
        "publisher": "Shusha Reference",
        "edition": "version 1",
        "issued": "2026-11-20",
        "URL": "https://example.org/events/shusha-massacre/v1/",
        "language": "en",
    },
}


def spoken(markup: str) -> str:
    """Return HTML as text with italics as _, bold as * and no language marks or links."""
    marked = re.sub(r"</?i>", "_", re.sub(r"</?b>", "*", markup))
    return plain(marked).replace("\u00a0", " ").replace("\u202f", " ")
