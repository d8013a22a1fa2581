"""The shapes that the kernels, compiled or not, are given."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

U64 = NDArray[np.uint64]
I32 = NDArray[np.int32]
I64 = NDArray[np.int64]
Mask = NDArray[np.bool_]

BREAK = 0x80
"""In a word's marks: a sentence or line ended before it."""
LONGEST = 15
"""In a word's marks: its letters, counted up to this."""


class Postings(NamedTuple):
    """Fingerprints of all documents in order of place, and how they lie when sorted by hash.

    `order` lists postings by hash then place; `rank` is its inverse; `group` gives the rank of the first posting of
    the same hash, by rank; `caps` how many earlier documents a posting may be linked to.
    """

    places: I64
    documents: I32
    order: I32
    rank: I32
    group: I32
    caps: NDArray[np.uint8]
