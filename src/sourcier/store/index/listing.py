"""The fingerprints of many texts in order of place, which are all over the sorted ones.

For many the rows are read in order, stretch by stretch of the file, and each stretch is given back: else all of the
file would count as memory.
"""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sourcier.store.index.entries import I64, U64, expanded
from sourcier.store.index.segment import Segment

_TEXTS = 1 << 10  # whose rows are read at once
_MANY = 1 << 19  # rows; fewer are read as they come
_STRETCH = 1 << 22  # rows of the file
_HALF, _LOW = np.uint64(32), np.uint64((1 << 32) - 1)


def rows_of(segment: Segment, slots: I64) -> I64:
    """Return the rows of all fingerprints of the texts, text after text."""
    if len(slots) <= _TEXTS:
        return segment.forward[expanded(segment.bounds[slots].astype(np.int64), segment.sizes[slots])].astype(np.int64)
    found = []
    for begin in range(0, len(slots), _TEXTS):
        found.append(rows_of(segment, slots[begin : begin + _TEXTS]))
        segment.let_go()
    return np.concatenate(found)


def read(segment: Segment, rows: I64) -> tuple[U64, NDArray[np.void]]:
    """Return the grams and the members of rows, in the order given."""
    if len(rows) <= _MANY:
        return segment.grams[rows], segment.members[rows]
    grams, members = np.empty(len(rows), np.uint64), np.empty(len(rows), segment.members.dtype)
    packed = rows.astype(np.uint64) << _HALF | np.arange(len(rows), dtype=np.uint64)  # quicker than an argsort
    packed.sort()
    order, ranked = (packed & _LOW).view(np.int64), (packed >> _HALF).view(np.int64)
    cuts = ranked.searchsorted(np.arange(0, len(segment.grams) + _STRETCH, _STRETCH))
    for begin, end in pairwise(cuts):
        here = order[begin:end]
        grams[here] = segment.grams[ranked[begin:end]]
        members[here] = segment.members[ranked[begin:end]]
        segment.let_go()
    return grams, members
