"""The language of each text, for the word lists that edits are sorted by."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from sourcier.core.article import Article
from sourcier.lang.language import Language
from sourcier.lang.load import CODES
from sourcier.lineage.words import Wording, words
from sourcier.text.language import identify

_CLEARLY = 0.36  # of a text's first words are stop words of its language; of a neighbouring one's, half as many
_OPENING = 100  # words
_ENOUGH = 400  # characters that tell the language of the others


class Languages:
    """Tells the language of a text by its position: as stated, else by its stop words, else as `identify` says."""

    def __init__(self, articles: Sequence[Article], wording: Wording) -> None:
        self._articles = articles
        places, texts = _openings(wording)
        sizes = np.maximum(np.bincount(texts, minlength=len(articles)), 1)
        opening = wording.words.hashes[places]
        counts = [
            np.bincount(texts[_among(opening, _stop_words(code))], minlength=len(articles)) / sizes for code in CODES
        ]
        best = np.argmax(counts, axis=0)
        clear = np.max(counts, axis=0) >= _CLEARLY
        self._clear = [CODES[code] if is_clear else None for code, is_clear in zip(best, clear, strict=True)]

    def of(self, text: int) -> str | None:
        """Return ISO 639-1, None when unsure."""
        article = self._articles[text]
        return article.language or self._clear[text] or identify(article.text[:_ENOUGH])


def _openings(wording: Wording) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The places of the first words of each text, and whose they are."""
    sizes = np.minimum(wording.sizes(), _OPENING)
    texts = np.repeat(np.arange(len(sizes)), sizes)
    within = np.arange(len(texts)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return wording.bounds[texts] + within, texts


def _among(hashes: NDArray[np.uint64], known: NDArray[np.uint64]) -> NDArray[np.bool_]:
    return np.asarray(known[np.minimum(np.searchsorted(known, hashes), len(known) - 1)] == hashes)


@cache
def _stop_words(code: str) -> NDArray[np.uint64]:
    return np.unique(words(" ".join(sorted(Language(code).words("stop_words")))).hashes)
