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


class Limits(NamedTuple):
    """What the aligner tolerates, in words (`look_back` in runs)."""

    seed: int  # equal words in the runs of a pair that are worth a closer look
    least: int  # equal words that make a passage
    gap: int  # unmatched words that a chain may bridge
    drift: int  # how far two linked runs may lie off one diagonal
    look_back: int  # how many earlier runs a run may be linked to
    split_long: int  # a longer gap on either side splits the passage
    split_unequal: int  # so does a gap this much longer on one side
    window: int  # how far beyond a chain's ends equal words are looked for
    standing_edge: int  # fewer words of standing text at the end of a passage are part of it
    standing_inside: int  # so are fewer than this inside


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
