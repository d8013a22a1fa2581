"""All stretches that each text shares with an earlier one, as runs of equal words."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sourcier.lineage import kernels
from sourcier.lineage.arrays import Postings
from sourcier.lineage.settings import LIMITS, Settings
from sourcier.lineage.standing import Phrase, Publication, standing
from sourcier.lineage.words import Words, join

_REPEATS = 4  # a phrase that one text repeats is linked this often; a text of one word repeated stays linear
_STANDING_LINKS = 2
_COMMON_LINKS = 8
_STANDING_RUN = 6  # words; shorter standing text is a common phrase


@dataclass(frozen=True, slots=True, eq=False)
class Matches:
    """Texts in order, and the passages between them.

    `bounds[d]` is where text d's words begin in `words`. `passages` has a row of int32 each: derived text, source text,
    first run, end run, equal words, standing text or not; `runs` has a row each: derived word, source word (counted
    within their texts), equal words. `standing` tells for each word whether it is standing text of an outlet or group,
    `common` whether it is part of a set phrase that many unrelated texts use.
    """

    words: Words
    bounds: NDArray[np.int64]
    passages: NDArray[np.int32]
    runs: NDArray[np.int32]
    standing: NDArray[np.bool_]
    common: NDArray[np.bool_]

    def text_words(self, text: int) -> Words:
        """Return the words of one text."""
        here = slice(int(self.bounds[text]), int(self.bounds[text + 1]))
        w = self.words
        return Words(w.hashes[here], w.starts[here], w.ends[here], w.marks[here])


def match(texts: Sequence[str], publications: Sequence[Publication], settings: Settings) -> Matches:
    """Find what each text shares with those before it; `texts` come in the order of their publication."""
    words, bounds = join(texts)
    grams, places = kernels.fingerprints(words.hashes, bounds, settings.k, settings.window)
    index = _index(np.frombuffer(grams, np.uint64), np.frombuffer(places, np.int64), bounds)
    of_outlet, common = standing(index.phrases(bounds), publications)
    is_standing = _smooth(_covered(len(words), index.places[index.order[of_outlet]], settings.k), bounds)
    caps = np.full(len(index.places), settings.links, np.uint8)
    caps[index.order[common]] = _COMMON_LINKS
    caps[index.order[of_outlet]] = _STANDING_LINKS
    postings = Postings(index.places, index.documents, index.order, index.rank, index.group, caps)
    passages, runs = kernels.align((words.hashes, words.marks, is_standing), bounds, postings, LIMITS)
    return Matches(
        words,
        bounds,
        np.frombuffer(passages, np.int32).reshape(-1, 6),
        np.frombuffer(runs, np.int32).reshape(-1, 3),
        is_standing,
        _covered(len(words), index.places[index.order[common]], settings.k),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Index:
    """Fingerprints by place, and sorted by hash then place; see Postings."""

    places: NDArray[np.int64]
    documents: NDArray[np.int32]
    order: NDArray[np.int32]
    rank: NDArray[np.int32]
    group: NDArray[np.int32]

    def phrases(self, bounds: NDArray[np.int64]) -> Phrase:
        documents, places = self.documents[self.order], self.places[self.order]
        return Phrase(documents, self.group, places - bounds[documents], bounds[documents + 1] - places)


def _index(grams: NDArray[np.uint64], places: NDArray[np.int64], bounds: NDArray[np.int64]) -> _Index:
    """Sort the fingerprints; the later repeats of one in the same text are left out."""
    documents = (np.searchsorted(bounds, places, side="right") - 1).astype(np.int32)
    order = np.argsort(grams, kind="stable").astype(np.int32)
    ranked, texts = grams[order], documents[order]
    many = np.zeros(len(order), np.bool_)
    many[_REPEATS:] = (ranked[_REPEATS:] == ranked[:-_REPEATS]) & (texts[_REPEATS:] == texts[:-_REPEATS])
    if many.any():
        kept = np.ones(len(order), np.bool_)
        kept[order[many]] = False
        order = (np.cumsum(kept, dtype=np.int32) - 1)[order[~many]]
        ranked, places, documents = ranked[~many], places[kept], documents[kept]
    opens = np.ones(len(order), np.bool_)
    opens[1:] = ranked[1:] != ranked[:-1]
    group = np.flatnonzero(opens).astype(np.int32)[np.cumsum(opens) - 1]
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    return _Index(places, documents, order, rank, group)


def _covered(count: int, places: NDArray[np.int64], k: int) -> NDArray[np.bool_]:
    """The words that phrases of k words from these places on cover."""
    opens = np.bincount(places, minlength=count + 1)
    closes = np.bincount(np.minimum(places + k, count), minlength=count + 1)
    return np.asarray(np.cumsum(opens[:count] - closes[:count], dtype=np.int32) > 0)


def _smooth(mask: NDArray[np.bool_], bounds: NDArray[np.int64]) -> NDArray[np.bool_]:
    """The mask without short gaps, then without short islands; texts stay apart."""
    for value in (False, True):
        edges = np.unique(np.concatenate((np.flatnonzero(mask[1:] != mask[:-1]) + 1, bounds)))
        lengths = np.diff(edges)
        starts = edges[:-1]
        inner = np.ones(len(starts), np.bool_) if value else ~np.isin(starts, bounds) & ~np.isin(edges[1:], bounds)
        turned = (mask[starts] == value) & (lengths < _STANDING_RUN) & inner if len(mask) else inner
        mask = mask.copy()
        mask[np.repeat(turned, lengths)] = not value
    return mask
