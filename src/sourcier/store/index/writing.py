"""Writing a segment, column by column, each from its beginning to its end."""

import zlib
from secrets import token_hex
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from sourcier.store.index.entries import I64, U32, U64, Entries, bounds_of, expanded
from sourcier.store.index.layout import PLACE, SLOT, TALL, Column, encoded, fan_bits, planned
from sourcier.store.index.order import by_gram, by_key
from sourcier.store.index.segment import Segment
from sourcier.store.index.shelf import Shelf

SUFFIX = ".segment"


class Writer:
    """A segment that is being written; as a context it is deleted when something goes wrong inside."""

    def __init__(self, shelf: Shelf, texts: int, fingerprints: int, *, tall: bool) -> None:
        self.name = token_hex(8) + SUFFIX
        self._shelf = shelf
        self._header = planned(texts, fingerprints, tall=tall)
        self._target = shelf.create(self.name, self._header.size)
        self._shift = np.uint64(64 - fan_bits(fingerprints))
        self._fan = np.zeros(self._header.columns["fan"].length, np.uint32)
        self._written: dict[str, Column] = {
            name: column._replace(length=0) for name, column in self._header.columns.items()
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            del self._target  # closes it
            self._shelf.delete(self.name)

    def append(self, name: str, values: NDArray[Any]) -> None:
        """Write what comes next in a column."""
        kind, at, count, crc = self._written[name]
        stored = np.ascontiguousarray(values, kind)
        self._target.write(at + stored.itemsize * count, stored)
        crc = zlib.crc32(stored.view(np.uint8).data, crc)
        self._written[name] = Column(kind, at, count + len(stored), crc)

    def fingerprints(self, grams: U64, slots: U32, places: NDArray[Any]) -> None:
        """Write what comes next in the columns of sorted fingerprints."""
        members = np.empty(len(grams), self._header.columns["members"].kind)
        members[SLOT], members[PLACE] = slots, places
        self.append("grams", grams)
        self.append("members", members)
        if len(grams):
            high = (grams >> self._shift).view(np.int64)
            first = int(high[0])
            counts = np.bincount(high - first)
            self._fan[first + 1 : first + 1 + len(counts)] += counts.astype(np.uint32)

    def texts(self, numbers: I64, times: tuple[NDArray[Any], NDArray[Any]], tie: U64, outlet: U64, sizes: I64) -> None:
        """Write all columns of texts, given in order of slot; `times` are when each came out and until when it may."""
        slots = np.argsort(numbers)
        self.append("ordered", numbers[slots])
        self.append("slots", slots)
        self.append("numbers", numbers)
        self.append("when", times[0])
        self.append("until", times[1])
        self.append("tie", tie)
        self.append("outlet", outlet)
        self.append("bounds", bounds_of(sizes))

    def done(self) -> Segment:
        """Make the file durable and open it."""
        self.append("fan", np.cumsum(self._fan, dtype=np.uint32))
        short = [name for name, column in self._header.columns.items() if column.length != self._written[name].length]
        if short:
            raise ValueError(f"a segment without all of its {', '.join(short)}")
        header = encoded(self._header._replace(columns=self._written))
        self._target.write(0, np.frombuffer(header, np.uint8))
        self._target.done()
        return Segment(self._shelf, self.name)


def written(shelf: Shelf, entries: Entries) -> Segment:
    """Write entries as a new segment, durable but not yet part of any index."""
    slots = by_key(entries.tie, entries.numbers)
    sizes = np.diff(entries.bounds)[slots]
    at = expanded(entries.bounds[:-1][slots], sizes)
    order = by_gram(entries.grams[at])
    holders = np.repeat(np.arange(len(slots), dtype=np.uint32), sizes)[order]
    tall = bool(len(at)) and int(entries.places.max()) >= TALL
    with Writer(shelf, len(slots), len(at), tall=tall) as writer:
        times = entries.when[slots], entries.until[slots]
        writer.texts(entries.numbers[slots], times, entries.tie[slots], entries.outlet[slots], sizes)
        writer.append("own", entries.grams[at])
        writer.append("places", entries.places[at])
        at = at[order]
        writer.fingerprints(entries.grams[at], holders, entries.places[at])
        return writer.done()
