"""Stretches that a text itself presents as standing text: « Lire aussi », subscription lines, legal notices."""

import re
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from sourcier.core.article import Article
from sourcier.lang.language import Language
from sourcier.lang.load import CODES
from sourcier.lineage.arrays import I32, Mask
from sourcier.lineage.stretches import Stretches
from sourcier.lineage.words import Wording, words

_LONGEST = 40  # words that a cue announces at most,
_BEFORE = 120  # and characters that it may stand before them,
_WORDS_BEFORE = 40  # or words
_INTO = 3  # characters; a quotation mark may open the stretch
_STOP = re.compile(r"[.!?\n]")


def announced(table: Stretches, wording: Wording, articles: Sequence[Article]) -> tuple[Mask, Mask]:
    """Tell for each stretch whether one of the texts, and whether both, say so at its start or before it.

    A cue counts up to the end of its sentence.
    """
    cues = _cues_before(wording)
    sides = ((table.derived, table.words, table.chars), (table.source, table.source_words, table.source_chars))
    near = [_near_a_cue(wording.bounds[texts], bounds, cues) for texts, bounds, _ in sides]
    short = table.equal <= _LONGEST
    derived, source = (_told(short & close, side, articles) for close, side in zip(near, sides, strict=True))
    return derived | source, derived & source


def _told(near: Mask, side: tuple[I32, I32, I32], articles: Sequence[Article]) -> Mask:
    texts, _, chars = side
    result = np.zeros(len(near), np.bool_)
    rows = np.flatnonzero(near)
    is_told = cache(lambda text, start, end: _is_told(articles[text].text, start, end))
    for row, text, (start, end) in zip(rows.tolist(), texts[rows].tolist(), chars[rows].tolist(), strict=True):
        result[row] = is_told(text, start, end)
    return result


def _cues_before(wording: Wording) -> I32:
    """How many words of cues stand before each word of all texts."""
    known = _cue_words()
    hashes = wording.words.hashes
    found = known[np.minimum(np.searchsorted(known, hashes), len(known) - 1)] == hashes
    return np.concatenate((np.zeros(1, np.int32), np.cumsum(found, dtype=np.int32)))


def _near_a_cue(first: NDArray[np.int64], bounds: I32, cues: I32) -> Mask:
    """Tell whether a word of a cue stands in or before the stretch: most have none, and need no closer look."""
    return np.asarray(cues[first + bounds[:, 1]] > cues[first + np.maximum(bounds[:, 0] - _WORDS_BEFORE, 0)])


def _is_told(text: str, start: int, end: int) -> bool:
    low = max(0, start - _BEFORE)
    line = text[low:end].lower()
    before = start - low
    ends = [match.end() for match in _cues().finditer(line) if match.start() <= before + _INTO]
    return bool(ends) and not _STOP.search(line[ends[-1] : before])


@cache
def _phrases() -> tuple[str, ...]:
    phrases = {phrase for code in CODES for phrase in Language(code).words("standing_cues")}
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _phrases()))})\b")


@cache
def _cue_words() -> NDArray[np.uint64]:
    """The longest word of each cue, hashed, in order."""
    longest = (max(re.findall(r"\w+", phrase), key=len) for phrase in _phrases())
    return np.unique(words(" ".join(longest)).hashes)
