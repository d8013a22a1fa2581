"""All stretches that each text shares with an earlier one, as runs of equal words."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sourcier.lineage import kernels
from sourcier.lineage._fallback import Postings
from sourcier.lineage.settings import LIMITS, Settings
from sourcier.lineage.standing import Phrase, Publication, standing
from sourcier.lineage.words import Words, join

_REPEATS = 4  # a phrase that one text repeats is linked this often; a text of one word repeated stays linear
_STANDING_LINKS = 2
_COMMON_LINKS = 8


@dataclass(frozen=True, slots=True, eq=False)
class Matches:
    """Texts in order, and the passages between them.

    `bounds[d]` is where text d's words begin in `words`. `passages` has a row of int32 each: derived text, source text,
    first run, end run, equal words; `runs` has a row each: derived word, source word (counted within their texts),
    equal words. `standing` tells for each word whether it is standing text of an outlet or group, `common` whether it
    is part of a set phrase that many unrelated texts use.
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
    grams, places = _thinned(*_fingerprints(words, bounds, settings), bounds)
    documents = (np.searchsorted(bounds, places, side="right") - 1).astype(np.int32)
    order = np.argsort(grams, kind="stable").astype(np.int32)
    ranked = grams[order]
    opens = np.concatenate(([True], ranked[1:] != ranked[:-1])) if len(ranked) else np.zeros(0, np.bool_)
    group = np.flatnonzero(opens).astype(np.int32)[np.cumsum(opens) - 1] if len(ranked) else np.zeros(0, np.int32)
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    before, after = (places - bounds[documents])[order], (bounds[documents + 1] - places)[order]
    of_outlet, common = standing(Phrase(documents[order], group, before, after), publications)
    is_standing, is_common = of_outlet[rank], common[rank]
    caps = np.select([is_standing, is_common], [_STANDING_LINKS, _COMMON_LINKS], settings.links).astype(np.uint8)
    postings = Postings(places, documents, order, rank, group, caps)
    passages, runs = kernels.align(words.hashes, words.marks, bounds, postings, LIMITS)
    return Matches(
        words,
        bounds,
        np.frombuffer(passages, np.int32).reshape(-1, 5),
        np.frombuffer(runs, np.int32).reshape(-1, 3),
        _covered(len(words), places[is_standing], settings.k),
        _covered(len(words), places[is_common], settings.k),
    )


def _fingerprints(
    words: Words, bounds: NDArray[np.int64], settings: Settings
) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    grams, places = kernels.fingerprints(words.hashes, bounds, settings.k, settings.window)
    return np.frombuffer(grams, np.uint64), np.frombuffer(places, np.int64)


def _thinned(
    grams: NDArray[np.uint64], places: NDArray[np.int64], bounds: NDArray[np.int64]
) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Without the later repeats of a fingerprint in one text."""
    if not len(grams):
        return grams, places
    documents = np.searchsorted(bounds, places, side="right") - 1
    order = np.argsort(grams, kind="stable")
    g, d = grams[order], documents[order]
    many = np.zeros(len(g), np.bool_)
    many[_REPEATS:] = (g[_REPEATS:] == g[:-_REPEATS]) & (d[_REPEATS:] == d[:-_REPEATS])
    if not many.any():
        return grams, places
    keep = np.ones(len(g), np.bool_)
    keep[order[many]] = False
    return grams[keep], places[keep]


def _covered(count: int, places: NDArray[np.int64], k: int) -> NDArray[np.bool_]:
    change = np.zeros(count + 1, np.int32)
    np.add.at(change, places, 1)
    np.add.at(change, np.minimum(places + k, count), -1)
    return np.cumsum(change[:-1]) > 0
