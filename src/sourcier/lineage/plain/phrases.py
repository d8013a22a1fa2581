"""Which texts that hold a phrase are compared, and how many phrases two texts have in common."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sourcier.lineage.arrays import I64, Grams, Holders, Mask


def link(holders: Holders, wanted: Mask) -> bytes:
    """Return int32 × 4: text, earlier text, word of each.

    Each row of a `wanted` text is linked to the latest listed rows of earlier texts, and to the first of the others.
    """
    texts, places = holders.texts.tolist(), holders.places.tolist()
    found: list[tuple[int, ...]] = []
    for low, high in pairwise(holders.bounds.tolist()):
        before: list[int] = []
        for row in range(low, high):
            if wanted[texts[row]]:
                earlier = [other for other in before if texts[other] != texts[row]]
                linked = _linked(earlier, int(holders.latest[row]), int(holders.first[row]))
                found += ((texts[row], texts[other], places[row], places[other]) for other in linked)
            if holders.listed[row]:
                before.append(row)
    return np.array(found, np.int32).tobytes()


def _linked(earlier: list[int], latest: int, first: int) -> list[int]:
    low = max(0, len(earlier) - latest)
    return [*earlier[low:][::-1], *earlier[:low][:first]]


def relinked(before: Holders, after: Holders, wanted: Mask) -> tuple[bytes, bytes]:
    """Return the links (as `link`) of `wanted` texts that are in one of two states of the same phrases alone.

    First those that were lost, then those that were gained: by phrase, text, word of it, earlier text, word of that.
    """
    lost: list[tuple[int, ...]] = []
    gained: list[tuple[int, ...]] = []
    for phrase in range(len(before.bounds) - 1):
        old, new = _links_of(before, phrase, wanted), _links_of(after, phrase, wanted)
        lost += ((text, other, word, place) for text, word, other, place in sorted(old - new))
        gained += ((text, other, word, place) for text, word, other, place in sorted(new - old))
    return np.array(lost, np.int32).tobytes(), np.array(gained, np.int32).tobytes()


def _links_of(holders: Holders, phrase: int, wanted: Mask) -> set[tuple[int, int, int, int]]:
    """The links of one phrase: text, word of it, earlier text, word of that."""
    low, high = holders.bounds[phrase : phrase + 2].tolist()
    here = slice(low, high)
    h = holders
    rows = h.texts[here], h.places[here], h.listed[here], h.latest[here], h.first[here]
    found = np.frombuffer(link(Holders(np.array([0, high - low], np.int64), *rows), wanted), np.int32).reshape(-1, 4)
    return {(text, word, other, place) for text, other, word, place in found.tolist()}


def overlaps(own: Grams, one: I64, other: I64) -> bytes:
    """Return for each pair of texts how many fingerprints of the other stand in the one (int32)."""

    def grams(text: int) -> NDArray[np.uint64]:
        start, size = int(own.starts[text]), int(own.sizes[text])
        return own.columns[int(own.of[text])][start : start + size]

    pairs = zip(one.tolist(), other.tolist(), strict=True)
    return np.array([np.isin(grams(y), grams(x)).sum() for x, y in pairs], np.int32).tobytes()
