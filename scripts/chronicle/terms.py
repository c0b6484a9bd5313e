"""Controlled vocabularies: ids with labels in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a vocabulary: its id and its labels (``en`` and ``pt``)."""

    id: str
    en: str
    pt: str
    plural_en: str | None = None
    plural_pt: str | None = None

    def label(self, lang: str) -> str:
        """Return the label in ``en`` or ``pt``."""
        return self.pt if lang == "pt" else self.en

    def plural(self, lang: str) -> str:
        """Return the label for several, or the label itself where no plural is given."""
        chosen = self.plural_pt if lang == "pt" else self.plural_en
        return chosen or self.label(lang)


Vocabulary = Mapping[str, Term]
Terms = Mapping[str, Vocabulary]
