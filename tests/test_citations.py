"""What the manuals ask for, by kind of work, style and language: references and notes."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from chronicle.citations import Citation, Citations
from citation_items import ITEMS, spoken


@pytest.fixture(scope="module")
def library() -> Citations:
    return Citations(ITEMS)


REFERENCES = [
    # Chicago Manual of Style, 18th edition, bibliography
    ("book", "chicago", "en", "Hovannisian, Richard G. _The Republic of Armenia: From London to Sèvres_. Vol. 3. Berkeley: University of California Press, 1996."),
    ("book", "chicago", "pt", "Hovannisian, Richard G. _The Republic of Armenia: From London to Sèvres_. Vol. 3. Berkeley: University of California Press, 1996."),
    ("edited", "chicago", "en", "Агамалиева, Н., ed. _Азербайджанская Демократическая Республика_. Баку: Элм, 1998."),
    ("edited", "chicago", "pt", "Агамалиева, Н., org. _Азербайджанская Демократическая Республика_. Баку: Элм, 1998."),
    ("armenian", "chicago", "en", "Միքայելյան, Վ. Ա. _Լեռնային Ղարաբաղը 1918-1923 թթ._ Երևան, 1992."),
    ("chapter", "chicago", "en", "Hovannisian, Richard G. “The Armeno-Azerbaijani Conflict over Mountainous Karabagh.” In _Transcaucasia: Nationalism and Social Change_, edited by Ronald Grigor Suny, 1–39. Ann Arbor: University of Michigan Press, 1983."),
    ("chapter", "chicago", "pt", "Hovannisian, Richard G. “The Armeno-Azerbaijani Conflict over Mountainous Karabagh”. Em _Transcaucasia: Nationalism and Social Change_, organizado por Ronald Grigor Suny, 1–39. Ann Arbor: University of Michigan Press, 1983."),
    ("article", "chicago", "en", "Swietochowski, Tadeusz, and Arsène Saparov. “The Ambiguous Frontier.” _Central Asian Survey_ 13, no. 2 (1994): 217–235. https://doi.org/10.1080/02634939408400857."),
    ("newspaper", "chicago", "pt", "Иванов, И. И. “Шуша горит”. _Бакинский рабочий_ (Баку), 9 de abril de 1920."),
    ("unsigned-newspaper", "chicago", "en", "_The New York Times_. “Armenians Report a Massacre.” May 4, 1920."),
    ("web", "chicago", "en", "Armenian Genocide Museum-Institute. “Two Rare Photos.” March 24, 2010. https://example.org/photos."),
    ("web", "chicago", "pt", "Armenian Genocide Museum-Institute. “Two Rare Photos”. 24 de março de 2010. https://example.org/photos."),
    ("bare-web", "chicago", "en", "“История Шуши.” https://example.org/shusha."),
    ("wiki", "chicago", "en", "_Wikipedia_. “Shusha massacre.” https://en.wikipedia.org/wiki/Shusha_massacre."),
    ("iranica", "chicago", "en", "Bournoutian, George A. “Karabakh.” In _Encyclopaedia Iranica_, 15:540–544. 2009."),
    ("archive", "chicago", "en", "Almanderbekov, R. “Letter to the Armenian National Council.” Shusha, April 8, 1920. F. 200, op. 1, d. 563. National Archives of Armenia."),
    ("thesis", "chicago", "en", "Akhmedov, Afgan. “British Foreign Policy in Azerbaijan.” PhD thesis, Lancaster University, 2018."),
    ("undated", "chicago", "en", "Раффи. _Карабах_. n.d."),
    ("undated", "chicago", "pt", "Раффи. _Карабах_. s. d."),
    ("circa", "chicago", "en", "_Baku c. 1920_. Baku, [1921?]."),
    ("ours", "chicago", "en", "Shusha Reference. “Shusha Massacre.” In _Shusha and the Republic_, version 1. November 20, 2026. https://example.org/events/shusha-massacre/v1/."),
    # APA, 7th edition
    ("book", "apa", "en", "Hovannisian, R. G. (1996). _The Republic of Armenia: From London to Sèvres_ (Vol. 3). University of California Press."),
    ("chapter", "apa", "en", "Hovannisian, R. G. (1983). The Armeno-Azerbaijani conflict over Mountainous Karabagh. In R. G. Suny (Ed.), _Transcaucasia: Nationalism and social change_ (pp. 1–39). University of Michigan Press."),
    ("article", "apa", "en", "Swietochowski, T., & Saparov, A. (1994). The ambiguous frontier. _Central Asian Survey_, _13_(2), 217–235. https://doi.org/10.1080/02634939408400857"),
    ("newspaper", "apa", "pt", "Иванов, И. И. (1920, 9 de abril). Шуша горит. _Бакинский рабочий_, 2."),
    ("unsigned-newspaper", "apa", "en", "Armenians report a massacre. (1920, May 4). _The New York Times_."),
    ("bare-web", "apa", "en", "_История Шуши_. (n.d.). https://example.org/shusha"),
    ("wiki", "apa", "en", "Shusha massacre. (n.d.). In _Wikipedia_. https://en.wikipedia.org/wiki/Shusha_massacre"),
    ("archive", "apa", "en", "Almanderbekov, R. (1920, April 8). _Letter to the Armenian National Council_. National Archives of Armenia (f. 200, op. 1, d. 563)."),
    ("ours", "apa", "en", "Shusha Reference. (2026, November 20). Shusha massacre. In _Shusha and the republic_ (version 1). https://example.org/events/shusha-massacre/v1/"),
    ("ours", "apa", "pt", "Shusha Reference. (2026, 20 de novembro). Shusha massacre. Em _Shusha and the republic_ (version 1). https://example.org/events/shusha-massacre/v1/"),
    # MLA, 9th edition
    ("book", "mla", "en", "Hovannisian, Richard G. _The Republic of Armenia: From London to Sèvres_. Vol. 3, University of California Press, 1996."),
    ("article", "mla", "en", "Swietochowski, Tadeusz, and Arsène Saparov. “The Ambiguous Frontier.” _Central Asian Survey_, vol. 13, no. 2, 1994, pp. 217–35, https://doi.org/10.1080/02634939408400857."),
    ("newspaper", "mla", "en", "Иванов, И. И. “Шуша горит.” _Бакинский рабочий_ [Баку], 9 Apr. 1920, p. 2."),
    ("web", "mla", "pt", "Armenian Genocide Museum-Institute. _Two Rare Photos_. 24 de março de 2010, https://example.org/photos."),
    ("wiki", "mla", "en", "“Shusha Massacre.” _Wikipedia_, https://en.wikipedia.org/wiki/Shusha_massacre."),
    ("ours", "mla", "en", "“Shusha Massacre.” _Shusha and the Republic_, Version 1, Shusha Reference, 20 Nov. 2026, https://example.org/events/shusha-massacre/v1/."),
    # ABNT NBR 6023:2018
    ("book", "abnt", "pt", "HOVANNISIAN, Richard G. *The Republic of Armenia: From London to Sèvres*. Berkeley: University of California Press, 1996. v. 3."),
    ("edited", "abnt", "pt", "АГАМАЛИЕВА, Н. (org.). *Азербайджанская Демократическая Республика*. Баку: Элм, 1998."),
    ("armenian", "abnt", "pt", "ՄԻՔԱՅԵԼՅԱՆ, Վ. Ա. *Լեռնային Ղարաբաղը 1918-1923 թթ.* Երևան: [_s. n._], 1992."),
    ("chapter", "abnt", "pt", "HOVANNISIAN, Richard G. The Armeno-Azerbaijani conflict over Mountainous Karabagh. _In_: SUNY, Ronald Grigor (org.). *Transcaucasia: nationalism and social change*. Ann Arbor: University of Michigan Press, 1983. p. 1-39."),
    ("article", "abnt", "pt", "SWIETOCHOWSKI, Tadeusz; SAPAROV, Arsène. The ambiguous frontier. *Central Asian Survey*, [_s. l._], v. 13, n. 2, p. 217-235, 1994. DOI: 10.1080/02634939408400857."),
    ("newspaper", "abnt", "pt", "ИВАНОВ, И. И. Шуша горит. *Бакинский рабочий*, Баку, p. 2, 9 abr. 1920."),
    ("unsigned-newspaper", "abnt", "pt", "ARMENIANS report a massacre. *The New York Times*, [_s. l._], 4 maio 1920."),
    ("wiki", "abnt", "pt", "SHUSHA massacre. _In_: WIKIPEDIA. [_S. l._: _s. n._], [_s. d._]. Disponível em: https://en.wikipedia.org/wiki/Shusha_massacre."),
    ("wiki", "abnt", "en", "SHUSHA massacre. _In_: WIKIPEDIA. [_S. l._: _s. n._], [_n. d._]. Available at: https://en.wikipedia.org/wiki/Shusha_massacre."),
    ("archive", "abnt", "pt", "ALMANDERBEKOV, R. *Letter to the Armenian National Council*. Shusha, 8 abr. 1920. National Archives of Armenia, f. 200, op. 1, d. 563."),
    ("thesis", "abnt", "pt", "AKHMEDOV, Afgan. *British Foreign Policy in Azerbaijan*. 2018. PhD thesis – Lancaster University, 2018."),
    ("portuguese", "abnt", "pt", "SILVA SANTOS, Ana Maria. O Cáucaso em chamas. *Revista de história*, [_s. l._], mar. 2015."),
    ("ours", "abnt", "pt", "SHUSHA REFERENCE. Shusha massacre. _In_: SHUSHA and the republic. Version 1. [_S. l._]: Shusha Reference, 20 nov. 2026. Disponível em: https://example.org/events/shusha-massacre/v1/."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "style", "lang", "expected"), REFERENCES)
def test_reference(library: Citations, source: str, style: str, lang: str, expected: str) -> None:
    assert spoken(library.cite_source(source, lang)[style]) == expected


NOTES = [
    # source, locator, language, full note, short note
    ("book", "p. 152", "en", "Richard G. Hovannisian, _The Republic of Armenia: From London to Sèvres_ (Berkeley: University of California Press, 1996), 3:152.", "Hovannisian, _Republic of Armenia_, 3:152."),
    ("book", "ch. 3", "en", "Richard G. Hovannisian, _The Republic of Armenia: From London to Sèvres_, vol. 3 (Berkeley: University of California Press, 1996), chap. 3.", "Hovannisian, _Republic of Armenia_, vol. 3, chap. 3."),
    ("chapter", "pp. 12-13", "en", "Richard G. Hovannisian, “The Armeno-Azerbaijani Conflict over Mountainous Karabagh,” in _Transcaucasia: Nationalism and Social Change_, ed. Ronald Grigor Suny (Ann Arbor: University of Michigan Press, 1983), 12–13.", "Hovannisian, “Armeno-Azerbaijani Conflict over Mountainous Karabagh,” 12–13."),
    ("chapter", "cap. 2", "pt", "Richard G. Hovannisian, “The Armeno-Azerbaijani Conflict over Mountainous Karabagh”, em _Transcaucasia: Nationalism and Social Change_, org. Ronald Grigor Suny (Ann Arbor: University of Michigan Press, 1983), cap. 2.", "Hovannisian, “Armeno-Azerbaijani Conflict over Mountainous Karabagh”, cap. 2."),
    ("article", "p. 220", "en", "Tadeusz Swietochowski and Arsène Saparov, “The Ambiguous Frontier,” _Central Asian Survey_ 13, no. 2 (1994): 220, https://doi.org/10.1080/02634939408400857.", "Swietochowski and Saparov, “Ambiguous Frontier,” 220."),
    ("armenian", "p. 5", "pt", "Վ. Ա. Միքայելյան, _Լեռնային Ղարաբաղը 1918-1923 թթ._ (Երևան, 1992), 5.", "Միքայելյան, _Լեռնային Ղարաբաղը 1918-1923 թթ._, 5."),
    ("wiki", "section 'Demographics'", "en", "“Shusha massacre,” _Wikipedia_, section “Demographics,” https://en.wikipedia.org/wiki/Shusha_massacre.", "_Wikipedia_, “Shusha massacre,” section “Demographics.”"),
    ("wiki", "section 'Demographics'", "pt", "“Shusha massacre”, _Wikipedia_, seção “Demographics”, https://en.wikipedia.org/wiki/Shusha_massacre.", "_Wikipedia_, “Shusha massacre”, seção “Demographics”."),
    ("archive", "p. 2", "en", "R. Almanderbekov, “Letter to the Armenian National Council,” Shusha, April 8, 1920, f. 200, op. 1, d. 563, p. 2, National Archives of Armenia.", "Almanderbekov, “Letter to the Armenian National Council,” 2."),
    ("archive", "pp. 2-3", "en", "R. Almanderbekov, “Letter to the Armenian National Council,” Shusha, April 8, 1920, f. 200, op. 1, d. 563, pp. 2–3, National Archives of Armenia.", "Almanderbekov, “Letter to the Armenian National Council,” 2–3."),
    ("iranica", None, "en", "George A. Bournoutian, “Karabakh,” in _Encyclopaedia Iranica_ (2009), 15:540–544.", "Bournoutian, “Karabakh.”"),
    ("undated", None, "pt", "Раффи, _Карабах_ (s. d.).", "Раффи, _Карабах_."),
    ("newspaper", None, "pt", "И. И. Иванов, “Шуша горит”, _Бакинский рабочий_ (Баку), 9 de abril de 1920.", "Иванов, “Шуша горит”."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "locator", "lang", "full", "short"), NOTES)
def test_note(library: Citations, source: str, locator: str | None, lang: str, full: str, short: str) -> None:
    cluster = [Citation(source, locator)]
    assert [spoken(note) for note in library.notes([cluster, cluster], lang)] == [full, short]
