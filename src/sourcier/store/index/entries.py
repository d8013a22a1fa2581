"""What goes into the index and comes out of it. Fingerprints are opaque 64-bit hashes here."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

I32 = NDArray[np.int32]
I64 = NDArray[np.int64]
F64 = NDArray[np.float64]
U64 = NDArray[np.uint64]
U32 = NDArray[np.uint32]
Mask = NDArray[np.bool_]


class Entries(NamedTuple):
    """Texts with their fingerprints; text d has those from `bounds[d]` to `bounds[d + 1]`, in order of place.

    `numbers` ascend and are unique where the texts are to be stored. `when`: seconds since 1970, +inf unknown; `until`:
    the first second after all that the time may mean. `tie` tells texts apart whatever their number, `outlet` is 0
    where unknown, `places` count words.
    """

    numbers: I64
    when: F64
    until: F64
    tie: U64
    outlet: U64
    bounds: I64
    grams: U64
    places: U32


class Documents(NamedTuple):
    """What is known of texts without their fingerprints; `sizes` counts these."""

    numbers: I64
    when: F64
    until: F64
    tie: U64
    outlet: U64
    sizes: I64


class Own(NamedTuple):
    """Where the fingerprints of texts lie: `columns[of[t]]` has those of text t, `sizes[t]` from `starts[t]` on.

    `last` is the place of each text's last one, 0 where it has none.
    """

    columns: tuple[U64, ...]
    of: I32
    starts: I64
    sizes: I64
    last: I64


class Groups(NamedTuple):
    """Who holds each gram that was asked: the members of gram g go from `bounds[g]` to `bounds[g + 1]`.

    `totals` counts all there are, also where fewer are given.
    """

    bounds: I64
    totals: I64
    numbers: I64
    places: U32


def whole(entries: Entries) -> Entries:
    """Return the entries as plain arrays of the types they are stored in; ValueError where they do not fit together."""
    found = Entries(*(np.ascontiguousarray(column, kind) for column, kind in zip(entries, _KINDS, strict=True)))
    texts, size = len(found.numbers), len(found.grams)
    if {len(found.when), len(found.until), len(found.tie), len(found.outlet), len(found.bounds) - 1} != {texts}:
        raise ValueError("entries: each text has one number, time, tie and outlet, and a place in bounds")
    if len(found.places) != size:
        raise ValueError("entries: each fingerprint has one place")
    if found.bounds[0] != 0 or found.bounds[-1] != size or (np.diff(found.bounds) < 0).any():
        raise ValueError("entries: bounds begin at 0, never go back, and end where the fingerprints do")
    if (np.diff(found.numbers) <= 0).any():
        raise ValueError("entries: numbers ascend")
    return found


def joined(batches: Sequence[Entries]) -> Entries:
    """Return batches as one, in order of number; of a text that comes twice, the last."""
    if len(batches) == 1:
        return batches[0]
    numbers, when, until, tie, outlet = (np.concatenate([batch[c] for batch in batches]) for c in range(5))
    grams, places = (np.concatenate([batch[c] for batch in batches]) for c in (6, 7))
    sizes = np.concatenate([np.diff(batch.bounds) for batch in batches])
    starts = np.cumsum(sizes) - sizes
    _, last = np.unique(numbers[::-1], return_index=True)
    rows = len(numbers) - 1 - last
    at = expanded(starts[rows], sizes[rows])
    bounds = bounds_of(sizes[rows])
    times = when[rows], until[rows]
    return Entries(numbers[rows], *times, tie[rows], outlet[rows], bounds, grams[at], places[at])


def bounds_of(sizes: I64) -> I64:
    """Return where stretches of these sizes begin when they stand one after another, and where the last ends."""
    bounds = np.zeros(len(sizes) + 1, np.int64)
    np.cumsum(sizes, out=bounds[1:])
    return bounds


def expanded(starts: I64, sizes: I64) -> I64:
    """Return the positions of stretches, one stretch after another."""
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - ends + sizes, sizes) + np.arange(total)


_KINDS = (np.int64, np.float64, np.float64, np.uint64, np.uint64, np.int64, np.uint64, np.uint32)
