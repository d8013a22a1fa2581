"""The shapes that the kernels, compiled or not, are given."""

from typing import Any, NamedTuple

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


def distinct(values: NDArray[Any]) -> NDArray[Any]:
    """Return each value once, in order; far quicker than NumPy's unique where most values differ."""
    ordered = np.sort(values, axis=None)
    kept = np.ones(len(ordered), np.bool_)
    kept[1:] = ordered[1:] != ordered[:-1]
    return ordered[kept]


class Grams(NamedTuple):
    """The fingerprints of texts where they lie: `columns[of[t]]` has those of text t, `sizes[t]` from `starts[t]` on.

    `last` is the place of each text's last one, 0 where it has none.
    """

    columns: tuple[U64, ...]
    of: I32
    starts: I64
    sizes: I64
    last: I64


class Holders(NamedTuple):
    """The texts that hold each phrase: phrase p has the rows `bounds[p]` on, by text and place (a word of it).

    `listed` rows are those that others are linked to: each row to so many of the `latest` before it and of the `first`.
    """

    bounds: I64
    texts: I32
    places: I32
    listed: Mask
    latest: NDArray[np.uint8]
    first: NDArray[np.uint8]
