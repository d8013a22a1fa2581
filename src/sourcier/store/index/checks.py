"""Whether the files of the index are what was written, and what was written makes sense."""

import zlib
from collections.abc import Iterator, Sequence

import numpy as np

from sourcier.store.index.layout import PLACE, SLOT, fan_bits
from sourcier.store.index.order import key
from sourcier.store.index.segment import Part, Segment, gathered

_AT_ONCE = 1 << 20  # values in memory


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
    seen = np.zeros(size, np.bool_)
    for begin in range(0, size, _AT_ONCE):
        rows = segment.forward[begin : begin + _AT_ONCE]
        owners = segment.bounds.searchsorted(np.arange(begin, begin + len(rows)), "right") - 1
        if (rows >= size).any() or (segment.members[SLOT][rows] != owners).any():
            yield "its texts do not have their own fingerprints"
            return
        seen[rows] = True
    if not seen.all():
        yield "some of its fingerprints are of no text"
