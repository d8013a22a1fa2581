"""Texts that are written and durable, and become part of the index all at once or not at all."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

import numpy as np

from sourcier.store.index.entries import Entries, joined, whole
from sourcier.store.index.merging import merge
from sourcier.store.index.reader import Reader
from sourcier.store.index.segment import Part
from sourcier.store.index.shelf import Shelf
from sourcier.store.index.tiers import next_merge
from sourcier.store.index.writing import written

_AT_ONCE = 1 << 21  # fingerprints of a new segment; smaller batches are put together


class Staged:
    """What is written but not published; publish it or discard it."""

    def __init__(
        self,
        parts: Sequence[Part],
        publish: Callable[[Sequence[Part]], None],
        discard: Callable[[Sequence[Part]], None],
    ) -> None:
        self._parts = parts
        self._publish = publish
        self._discard = discard

    def reader(self) -> Reader:
        """Return the index as it will be once this is published."""
        return Reader(self._parts)

    def publish(self) -> None:
        """Make this the state of the index; raises RuntimeError when another was published meanwhile."""
        self._publish(self._parts)

    def discard(self) -> None:
        """Delete what was written."""
        self._discard(self._parts)


def stage(shelf: Shelf, base: Sequence[Part], entries: Iterable[Entries], gone: Collection[int]) -> list[Part]:
    """Write entries as segments, and return the parts of the state they make with `base`, which stays as it is.

    New segments are merged with one another where they are many, and deleted when something goes wrong.
    """
    leaving = np.fromiter(gone, np.int64, len(gone))
    old, new = [part.without(leaving) for part in base], list[Part]()
    try:
        for batch in _batches(entries):
            old = [part.without(batch.numbers) for part in old]
            new = [part.without(batch.numbers) for part in new]
            new.append(Part(written(shelf, batch)))
            new = _fewer(shelf, new)
    except BaseException:
        for part in new:
            shelf.delete(part.segment.name)
        raise
    return old + new


def _batches(entries: Iterable[Entries]) -> Iterator[Entries]:
    waiting: list[Entries] = []
    size = 0
    for each in entries:
        batch = whole(each)
        if len(batch.numbers):
            waiting.append(batch)
            size += len(batch.grams)
        if size >= _AT_ONCE:
            yield joined(waiting)
            waiting, size = [], 0
    if waiting:
        yield joined(waiting)


def _fewer(shelf: Shelf, parts: list[Part]) -> list[Part]:
    while chosen := next_merge(parts):
        names = {part.segment.name for part in chosen}
        left = [part for part in parts if part.segment.name not in names]
        if any(part.living for part in chosen):
            left.append(Part(merge(shelf, chosen)))
        for name in names:
            shelf.delete(name)
        parts = left
    return parts
