"""Who holds each of many grams: asked of each segment, then put together."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from sourcier.store.index.entries import I64, U64, Groups, bounds_of, expanded
from sourcier.store.index.layout import PLACE, SLOT
from sourcier.store.index.order import key
from sourcier.store.index.searching import searched
from sourcier.store.index.segment import Part, Segment

_AT_ONCE = 1 << 16  # grams; what was read for so many is given back before the next are looked up


class _Found(NamedTuple):
    """What one segment holds: gram `which[i]` is at the next `counts[i]` of `rows`."""

    segment: Segment
    which: I64
    counts: I64
    rows: I64

    def asked(self) -> I64:
        """Return the gram of each row."""
        return np.repeat(self.which, self.counts)


def groups(parts: Sequence[Part], grams: U64, most: int | None) -> Groups:
    """Return the living members of each gram; see Reader.groups."""
    if len(grams) <= _AT_ONCE:
        return _groups(parts, grams, most)
    found = []
    for begin in range(0, len(grams), _AT_ONCE):
        found.append(_groups(parts, grams[begin : begin + _AT_ONCE], most))
        for part in parts:
            part.segment.let_go()
    sizes = np.concatenate([np.diff(each.bounds) for each in found])
    totals, numbers, places = (np.concatenate([each[column] for each in found]) for column in range(1, 4))
    return Groups(bounds_of(sizes), totals, numbers, places)


def _groups(parts: Sequence[Part], grams: U64, most: int | None) -> Groups:
    totals = np.zeros(len(grams), np.int64)
    found = [each for part in parts if (each := _in_part(part, grams, most, totals)) is not None]
    kept = np.zeros(len(grams), np.int64)
    for each in found:
        kept[each.which] += each.counts
    if most is not None and (kept > most).any():
        found = _trimmed(found, kept > most, most)
        np.minimum(kept, most, out=kept)
    return _gathered(found, kept, totals)


def _in_part(part: Part, grams: U64, most: int | None, totals: I64) -> _Found | None:
    """Return the members in one segment, at most the first `most` of each gram; count all of them in `totals`."""
    segment = part.segment
    which, first, counts = searched(segment, grams)
    if not len(which):
        return None
    if part.alive is None:
        totals[which] += counts
        if most is not None:
            counts = np.minimum(counts, most)
        return _Found(segment, which, counts, expanded(first, counts))
    slots = segment.members[SLOT]
    limit = int(counts.max()) if most is None else most
    living = np.zeros_like(counts)
    for at in np.flatnonzero(counts > limit):  # all are counted, but no more rows are taken than hold the first
        ahead = np.flatnonzero(part.alive[slots[first[at] : first[at] + counts[at]]])
        living[at] = len(ahead)
        if len(ahead) > limit:
            counts[at] = ahead[limit]
    rows = expanded(first, counts)
    rows, counts = _chosen(rows, counts, part.alive[slots[rows]])
    totals[which] += np.maximum(counts, living)
    return _Found(segment, which, counts, rows)


def _chosen(rows: I64, counts: I64, wanted: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> tuple[I64, I64]:
    """Return the rows that are wanted, and how many are left of each stretch of `counts` rows."""
    before = bounds_of(wanted.astype(np.int64))
    ends = bounds_of(counts)
    return rows[wanted], np.diff(before[ends])


def _trimmed(found: Sequence[_Found], over: np.ndarray[tuple[int], np.dtype[np.bool_]], most: int) -> list[_Found]:
    """Leave `most` members of the groups that are `over` full: those of least key, then place."""
    inside = [over[each.asked()] for each in found]
    asked = np.concatenate([each.asked()[here] for each, here in zip(found, inside, strict=True)])
    rows = [each.rows[here] for each, here in zip(found, inside, strict=True)]
    slots = [each.segment.members[SLOT][r] for each, r in zip(found, rows, strict=True)]
    keys = np.concatenate([key(each.segment.tie[s]) for each, s in zip(found, slots, strict=True)])
    numbers = np.concatenate([each.segment.numbers[s] for each, s in zip(found, slots, strict=True)])
    places = np.concatenate([each.segment.members[PLACE][r] for each, r in zip(found, rows, strict=True)])
    order = np.lexsort((places, numbers, keys, asked))
    counts = np.bincount(asked, minlength=len(over))
    wanted = np.empty(len(asked), np.bool_)
    wanted[order] = expanded(np.zeros_like(counts), counts) < most
    trimmed, begin = [], 0
    for each, here in zip(found, inside, strict=True):
        left = np.ones(len(each.rows), np.bool_)
        inner = int(np.count_nonzero(here))
        left[here] = wanted[begin : begin + inner]
        begin += inner
        kept, sizes = _chosen(each.rows, each.counts, left)
        trimmed.append(_Found(each.segment, each.which, sizes, kept))
    return trimmed


def _gathered(found: Sequence[_Found], kept: I64, totals: I64) -> Groups:
    """Put the members of all segments together, gram by gram."""
    bounds = bounds_of(kept)
    size = int(bounds[-1])
    numbers, places = np.empty(size, np.int64), np.empty(size, np.uint32)
    fill = bounds[:-1].copy()
    for segment, which, counts, rows in found:
        at = expanded(fill[which], counts)
        fill[which] += counts
        members = segment.members.take(rows)
        numbers[at] = segment.numbers[members[SLOT]]
        places[at] = members[PLACE]
    return Groups(bounds, totals, numbers, places)
