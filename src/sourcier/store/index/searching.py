"""Where grams stand among the sorted ones of a segment."""

import numpy as np

from sourcier.store.index.entries import I64, U64
from sourcier.store.index.layout import fan_bits
from sourcier.store.index.segment import Segment

_FEW = 1 << 14  # grams; more are found by a search each, which goes through memory in order
_SPARSE = 16  # fingerprints for each gram asked, else the search is faster too
_AHEAD = np.arange(32)


def searched(segment: Segment, grams: U64) -> tuple[I64, I64, I64]:
    """Return which of the sorted grams are there, by their position, where each begins, and how many there are.

    A search of a large segment waits for memory at each of its last steps. For few grams the fan says where those
    of the same high bits begin, and so many are read at once that the gram is nearly always among them.
    """
    size = len(segment.grams)
    if not size:
        return (np.empty(0, np.int64),) * 3
    if len(grams) > _FEW or len(grams) * _SPARSE > size or size < len(_AHEAD):
        return _by_search(segment, grams)
    high = (grams >> np.uint64(64 - fan_bits(size))).view(np.int64)
    begin = segment.fan.take(high).astype(np.int64)
    end = segment.fan.take(high + 1)
    near = segment.grams.take(begin[:, None] + _AHEAD, mode="clip")
    asked = grams[:, None]
    counts = np.count_nonzero(near == asked, axis=1)
    first = begin + np.count_nonzero(near < asked, axis=1)
    far = np.flatnonzero((end > begin + len(_AHEAD)) | (begin > size - len(_AHEAD)))
    if len(far):
        first[far] = segment.grams.searchsorted(grams[far])
        counts[far] = segment.grams.searchsorted(grams[far], "right") - first[far]
    which = np.flatnonzero(counts)
    return which, first[which], counts[which]


def _by_search(segment: Segment, grams: U64) -> tuple[I64, I64, I64]:
    first = segment.grams.searchsorted(grams)
    which = np.flatnonzero(segment.grams.take(first, mode="clip") == grams)
    first = first[which]
    return which, first, segment.grams.searchsorted(grams[which], "right") - first
