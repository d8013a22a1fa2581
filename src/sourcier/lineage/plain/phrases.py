"""Which texts that hold a phrase are compared, and how many phrases two texts have in common."""

from itertools import pairwise

import numpy as np

from sourcier.lineage.arrays import I64, U64, Holders, Mask


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


def overlaps(grams: U64, bounds: I64, one: I64, other: I64) -> bytes:
    """Return for each pair of texts how many fingerprints of the other stand in the one (int32)."""
    found = np.zeros(len(one), np.int32)
    for pair, (x, y) in enumerate(zip(one.tolist(), other.tolist(), strict=True)):
        found[pair] = np.isin(grams[bounds[y] : bounds[y + 1]], grams[bounds[x] : bounds[x + 1]]).sum()
    return found.tobytes()
