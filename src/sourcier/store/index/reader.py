"""What can be asked of an index, in one state that nothing changes."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sourcier.store.index.entries import I64, Documents, Entries, Groups, Mask, Own, bounds_of, expanded
from sourcier.store.index.grouping import groups
from sourcier.store.index.segment import Part, gathered

_MANY = 1 << 10  # texts whose fingerprints are read at once; after more the memory is given back


class Reader:
    """A state of the index; it stays what it is while a writer goes on."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = list(parts)

    def __len__(self) -> int:
        return sum(part.living for part in self._parts)

    def numbers(self) -> I64:
        """Return the numbers of all texts, ascending."""
        if not self._parts:
            return np.empty(0, np.int64)
        return np.sort(gathered(self._parts, lambda segment: segment.numbers))

    def holds(self, numbers: NDArray[np.int64]) -> Mask:
        """Tell which of the numbers are in the index."""
        asked = np.asarray(numbers, np.int64)
        held = np.zeros(len(asked), np.bool_)
        for part in self._parts:
            held[part.found(asked)[0]] = True
        return held

    def documents(self, numbers: NDArray[np.int64]) -> Documents:
        """Return what is known of texts, in the order asked; raises KeyError for a number that is not there."""
        asked = np.asarray(numbers, np.int64)
        found = Documents(
            asked,
            np.empty(len(asked), np.float64),
            np.empty(len(asked), np.float64),
            np.empty(len(asked), np.uint64),
            np.empty(len(asked), np.uint64),
            np.empty(len(asked), np.int64),
        )
        for part, which, slots in self._located(asked):
            found.when[which] = part.segment.when[slots]
            found.until[which] = part.segment.until[slots]
            found.tie[which] = part.segment.tie[slots]
            found.outlet[which] = part.segment.outlet[slots]
            found.sizes[which] = part.segment.sizes[slots]
        return found

    def fingerprints(self, numbers: NDArray[np.int64]) -> Entries:
        """Return the fingerprints of texts, in the order asked; raises KeyError for a number that is not there."""
        texts = self.documents(numbers)
        bounds = bounds_of(texts.sizes)
        size = int(bounds[-1])
        grams, places = np.empty(size, np.uint64), np.empty(size, np.uint32)
        for part, which, slots in self._located(texts.numbers):
            rows = expanded(part.segment.bounds[slots].astype(np.int64), texts.sizes[which])
            at = expanded(bounds[which], texts.sizes[which])
            grams[at], places[at] = part.segment.own[rows], part.segment.places[rows]
            if len(slots) > _MANY:
                part.segment.let_go()
        return Entries(*texts[:-1], bounds, grams, places)

    def own(self, numbers: NDArray[np.int64]) -> Own:
        """Return where the fingerprints of texts lie, which copies none; raises KeyError for a number not there."""
        asked = np.asarray(numbers, np.int64)
        found = Own(
            tuple(part.segment.own for part in self._parts),
            np.zeros(len(asked), np.int32),
            *(np.zeros(len(asked), np.int64) for _ in range(3)),
        )
        for of, (part, which, slots) in enumerate(self._located(asked)):
            starts, sizes = part.segment.bounds[slots].astype(np.int64), part.segment.sizes[slots]
            some = sizes > 0
            found.of[which], found.starts[which], found.sizes[which] = of, starts, sizes
            found.last[which[some]] = part.segment.places[(starts + sizes)[some] - 1]
        return found

    def let_go(self) -> None:
        """Give back the memory of what was read."""
        for part in self._parts:
            part.segment.let_go()

    def groups(self, grams: NDArray[np.uint64], most: int | None = 512) -> Groups:
        """Return who holds each of the grams, which are sorted and unique.

        Of a group of more than `most` those with the least mixed `tie` are given, then the least place: the same ones
        in whatever order they came. The order of members within a group is free.
        """
        return groups(self._parts, np.ascontiguousarray(grams, np.uint64), most)

    def _located(self, asked: I64) -> list[tuple[Part, I64, I64]]:
        """Return part by part which of the numbers it has, and their slots."""
        found = [(part, *part.found(asked)) for part in self._parts]
        if sum(len(which) for _, which, _ in found) != len(asked):
            raise KeyError(f"not in the index: {asked[~self.holds(asked)][:5].tolist()}")
        return found
