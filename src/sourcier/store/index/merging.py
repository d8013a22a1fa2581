"""Many segments into one, without the texts that are dead, in memory that does not grow with them.

The sorted fingerprints are taken by ranges of grams, those text by text by blocks of texts.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from sourcier.store.index.entries import I64, U32, expanded
from sourcier.store.index.layout import MEMBER, PLACE, SLOT
from sourcier.store.index.order import by_key, merged
from sourcier.store.index.segment import Part, Segment, gathered
from sourcier.store.index.shelf import Shelf
from sourcier.store.index.writing import Writer

_AT_ONCE = 1 << 20  # fingerprints in memory
_DEAD = np.uint32(0xFFFFFFFF)

_Range = tuple[int, int]


def merge(shelf: Shelf, parts: Sequence[Part], at_once: int = _AT_ONCE) -> Segment:
    """Write the living texts of the parts as one new segment, durable but not yet part of any index."""
    living = [np.arange(len(part.segment)) if part.alive is None else np.flatnonzero(part.alive) for part in parts]
    numbers, when, until, tie, outlet, sizes = (
        gathered(parts, column)
        for column in (
            lambda s: s.numbers,
            lambda s: s.when,
            lambda s: s.until,
            lambda s: s.tie,
            lambda s: s.outlet,
            lambda s: s.sizes,
        )
    )
    order = by_key(tie, numbers)
    tall = any(part.segment.tall for part in parts)
    with Writer(shelf, len(order), int(sizes.sum()), tall=tall) as writer:
        writer.texts(numbers[order], (when[order], until[order]), tie[order], outlet[order], sizes[order])
        _postings(writer, [part.segment for part in parts], _new_slots(parts, living, order), at_once)
        olds = np.concatenate([_located(p, alive) for p, alive in enumerate(living)])[order]
        _listing(writer, parts, olds, sizes[order], at_once)
        return writer.done()


def _new_slots(parts: Sequence[Part], living: Sequence[I64], order: I64) -> list[U32]:
    """Return for each part the new slot of each of its slots."""
    place = np.empty(len(order), np.uint32)
    place[order] = np.arange(len(order), dtype=np.uint32)
    found, begin = [], 0
    for part, alive in zip(parts, living, strict=True):
        slots = np.full(len(part.segment), _DEAD, np.uint32)
        slots[alive] = place[begin : begin + len(alive)]
        begin += len(alive)
        found.append(slots)
    return found


def _postings(writer: Writer, segments: Sequence[Segment], slots: Sequence[U32], at_once: int) -> None:
    """Write the fingerprints in order of gram; `slots` says for each segment where its texts go."""
    for ranges in _cut(segments, [(0, len(segment.grams)) for segment in segments], at_once):
        taken = [slice(*span) for span in ranges]
        members = np.concatenate([s.members[t].astype(MEMBER[True]) for s, t in zip(segments, taken, strict=True)])
        holders = np.concatenate([new[s.members[SLOT][t]] for s, new, t in zip(segments, slots, taken, strict=True)])
        kept = np.flatnonzero(holders != _DEAD)
        grams = np.concatenate([segment.grams[t] for segment, t in zip(segments, taken, strict=True)])
        order = kept[merged(grams[kept], holders[kept])]
        writer.fingerprints(grams[order], holders[order], members[PLACE][order])
        for segment in segments:
            segment.let_go()


def _cut(segments: Sequence[Segment], ranges: list[_Range], at_once: int) -> Iterator[list[_Range]]:
    """Yield ranges of the sorted fingerprints of all segments, in order, that no gram goes across."""
    sizes = [stop - start for start, stop in ranges]
    if sum(sizes) <= at_once:
        yield ranges
        return
    largest = int(np.argmax(sizes))
    start, stop = ranges[largest]
    middle = segments[largest].grams[(start + stop) // 2]
    for side in ("left", "right"):
        cuts = [a + int(s.grams[a:b].searchsorted(middle, side)) for s, (a, b) in zip(segments, ranges, strict=True)]
        if any(a < cut for cut, (a, _) in zip(cuts, ranges, strict=True)) and any(
            cut < b for cut, (_, b) in zip(cuts, ranges, strict=True)
        ):
            yield from _cut(segments, [(a, cut) for cut, (a, _) in zip(cuts, ranges, strict=True)], at_once)
            yield from _cut(segments, [(cut, b) for cut, (_, b) in zip(cuts, ranges, strict=True)], at_once)
            return
    yield ranges  # one gram alone


def _located(part: int, slots: I64) -> NDArray[np.int64]:
    """Return rows of part and slot."""
    return np.stack((np.full(len(slots), part), slots), axis=1)


def _listing(writer: Writer, parts: Sequence[Part], olds: NDArray[np.int64], sizes: I64, at_once: int) -> None:
    """Write the fingerprints text by text; `olds` says for each text of which part and slot it was."""
    origin, slots = olds[:, 0], olds[:, 1]
    ends = np.cumsum(sizes)
    begin = 0
    while begin < len(olds):
        before = int(ends[begin - 1]) if begin else 0
        stop = max(begin + 1, int(ends.searchsorted(before + at_once, "right")))
        size = int(ends[stop - 1]) - before
        own, places = np.empty(size, np.uint64), np.empty(size, np.uint32)
        for p, part in enumerate(parts):
            here = begin + np.flatnonzero(origin[begin:stop] == p)
            old = expanded(part.segment.bounds[slots[here]].astype(np.int64), sizes[here])
            new = expanded(ends[here] - sizes[here] - before, sizes[here])
            own[new], places[new] = part.segment.own[old], part.segment.places[old]
            part.segment.let_go()
        writer.append("own", own)
        writer.append("places", places)
        begin = stop
