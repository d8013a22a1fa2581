"""One immutable segment, opened, and which of its texts are still alive."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sourcier.store.index.entries import F64, I64, U32, U64, Mask
from sourcier.store.index.layout import HEADER, MEMBER, Damaged, decoded
from sourcier.store.index.shelf import Buffer, Shelf, let_go


class Segment:
    """The columns of a segment (see layout), read where they lie; raises Damaged when the file cannot be one."""

    def __init__(self, shelf: Shelf, name: str) -> None:
        self.name = name
        self._buffer: Buffer = shelf.map(name)
        self.header = decoded(bytes(self._buffer[:HEADER]))
        if len(self._buffer) != self.header.size:
            raise Damaged("its end is missing")
        self.ordered: I64 = self._column("ordered")
        self.slots: U32 = self._column("slots")
        self.numbers: I64 = self._column("numbers")
        self.when: F64 = self._column("when")
        self.until: F64 = self._column("until")
        self.tie: U64 = self._column("tie")
        self.outlet: U64 = self._column("outlet")
        self.bounds: U32 = self._column("bounds")
        self.grams: U64 = self._column("grams")
        self.members: NDArray[Any] = self._column("members")
        self.own: U64 = self._column("own")
        self.places: NDArray[Any] = self._column("places")
        self.fan: U32 = self._column("fan")

    def __len__(self) -> int:
        return self.header.texts

    @cached_property
    def sizes(self) -> I64:
        return np.diff(self.bounds).astype(np.int64)

    @property
    def tall(self) -> bool:
        return self.header.columns["members"].kind == MEMBER[True]

    def _column(self, name: str) -> NDArray[Any]:
        kind, at, count, _ = self.header.columns[name]
        return np.frombuffer(self._buffer, kind, count, at) if count else np.empty(0, kind)

    def let_go(self) -> None:
        """Give back the memory of what was read."""
        let_go(self._buffer)


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A segment and which of its slots are alive (None: all); `marks` is the file that tells, None: no file yet."""

    segment: Segment
    alive: Mask | None = None
    marks: str | None = None

    @property
    def living(self) -> int:
        """How many of its texts are alive."""
        return len(self.segment) if self.alive is None else int(np.count_nonzero(self.alive))

    def found(self, numbers: I64) -> tuple[I64, I64]:
        """Return which of the numbers are alive here, by their position, and their slots."""
        segment = self.segment
        if not len(segment):
            return np.empty(0, np.int64), np.empty(0, np.int64)
        at = segment.ordered.searchsorted(numbers)
        which = np.flatnonzero(segment.ordered.take(at, mode="clip") == numbers)
        slots = segment.slots[at[which]].astype(np.int64)
        if self.alive is None or not len(which):
            return which, slots
        living = self.alive[slots]
        return which[living], slots[living]

    def without(self, numbers: I64) -> "Part":
        """Return the same without the texts of these numbers."""
        _, slots = self.found(numbers)
        if not len(slots):
            return self
        alive = np.ones(len(self.segment), np.bool_) if self.alive is None else self.alive.copy()
        alive[slots] = False
        return Part(self.segment, alive)


def gathered(parts: Sequence[Part], column: Callable[[Segment], NDArray[Any]]) -> NDArray[Any]:
    """Return a column of the texts alive in all parts, part by part."""
    return np.concatenate(
        [column(part.segment) if part.alive is None else column(part.segment)[part.alive] for part in parts]
    )
