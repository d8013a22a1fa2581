"""Whether the files of the index are what was written, and what was written makes sense."""

import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sourcier.store.index.entries import U64
from sourcier.store.index.layout import PLACE, SLOT, fan_bits
from sourcier.store.index.order import key
from sourcier.store.index.segment import Part, Segment, gathered

_AT_ONCE = 1 << 20  # values in memory
_WHOLE = 1 << 64


def wrong_in(parts: Sequence[Part]) -> list[str]:
    """Return a line for each thing that is wrong."""
    found = [f"{part.segment.name}: {line}" for part in parts for line in _wrong(part.segment)]
    if parts:
        numbers = np.sort(gathered(parts, lambda segment: segment.numbers))
        if (numbers[1:] == numbers[:-1]).any():
            found.append("a text is in the index twice")
    return found


def _wrong(segment: Segment) -> Iterator[str]:
    damaged = [name for name in segment.header.columns if _crc(segment, name) != segment.header.columns[name].crc]
    if damaged:
        yield f"not what was written: {', '.join(damaged)}"
        return
    yield from _wrong_texts(segment)
    yield from _wrong_fingerprints(segment)
    segment.let_go()


def _crc(segment: Segment, name: str) -> int:
    column, crc = getattr(segment, name), 0
    for begin in range(0, len(column), _AT_ONCE):
        crc = zlib.crc32(column[begin : begin + _AT_ONCE].view(np.uint8), crc)
        segment.let_go()
    return crc


def _wrong_texts(segment: Segment) -> Iterator[str]:
    if (np.diff(segment.ordered) <= 0).any() or (segment.numbers[segment.slots] != segment.ordered).any():
        yield "its numbers are not in order"
    keys = key(segment.tie)
    if (keys[1:] < keys[:-1]).any():
        yield "its texts are not in order"
    bounds = segment.bounds.astype(np.int64)
    if bounds[0] != 0 or bounds[-1] != segment.header.fingerprints or (np.diff(bounds) < 0).any():
        yield "its bounds are not those of its fingerprints"


def _wrong_fingerprints(segment: Segment) -> Iterator[str]:
    size = segment.header.fingerprints
    for begin in range(0, size, _AT_ONCE):
        here = slice(max(0, begin - 1), begin + _AT_ONCE)
        grams, members = segment.grams[here], segment.members[here]
        holders, places = members[SLOT], members[PLACE]
        same = grams[1:] == grams[:-1]
        text = same & (holders[1:] == holders[:-1])
        if (grams[1:] < grams[:-1]).any() or (same & (holders[1:] < holders[:-1])).any():
            yield "its fingerprints are not in order"
            return
        if (text & (places[1:] < places[:-1])).any():
            yield "its places are not in order"
            return
    starts = np.arange(len(segment.fan) - 1, dtype=np.uint64) << np.uint64(64 - fan_bits(size))
    if (segment.fan[:-1] != segment.grams.searchsorted(starts)).any() or segment.fan[-1] != size:
        yield "its fan is not that of its fingerprints"
    if _sum_of_sorted(segment) != _sum_by_text(segment):
        yield "its fingerprints are not those of its texts"


def _sum_of_sorted(segment: Segment) -> int:
    total = 0
    for begin in range(0, segment.header.fingerprints, _AT_ONCE):
        here = slice(begin, begin + _AT_ONCE)
        members = segment.members[here]
        total += _sum(segment.grams[here], members[SLOT], members[PLACE])
    return total % _WHOLE


def _sum_by_text(segment: Segment) -> int:
    total = 0
    for begin in range(0, segment.header.fingerprints, _AT_ONCE):
        here = slice(begin, begin + _AT_ONCE)
        own = segment.own[here]
        owners = segment.bounds.searchsorted(np.arange(begin, begin + len(own)), "right") - 1
        total += _sum(own, owners, segment.places[here])
    return total % _WHOLE


def _sum(grams: U64, slots: NDArray[Any], places: NDArray[Any]) -> int:
    """Return a sum that tells whether two lists hold the same fingerprints, in whatever order."""
    members = slots.astype(np.uint64) << np.uint64(32) | places.astype(np.uint64)
    return int(key(grams ^ key(members)).sum(dtype=np.uint64))
