"""How a word differs from one that folds to the same letters."""

import unicodedata
from functools import lru_cache

from sourcier.core.edit import Category
from sourcier.lineage.differing.weights import ACCENT, CASE, SPACE


@lru_cache(1 << 14)
def respelt(old: str, new: str) -> tuple[Category, float]:
    """Return category and weight of a difference in case, accents or invisible marks."""
    a, b = _visible(old), _visible(new)
    if a == b:
        return "typography", SPACE
    return ("typography", CASE) if a.casefold() == b.casefold() else ("spelling", ACCENT)


def _visible(word: str) -> str:
    composed = unicodedata.normalize("NFKC", word)
    return "".join(letter for letter in composed if unicodedata.category(letter) != "Cf")
