"""The gazetteer's file: names in order, each with its places, and the places; mapped and never read as a whole.

The file: MAGIC, the length of the header (32 bits), the header (JSON), then the sections that it places; all numbers
are little-endian. Names are ASCII keys (see `spelling`), sorted, in blocks of BLOCK. A name is: how many letters it
shares with the name before (0 at a block's head), how many follow, these, how many places it has, and the number of
each in 24 bits. `heads` says where in `names` each block begins; `starts` holds the first START letters of each
block's head as one number that is in order as they are. A place is a RECORD; `texts` holds its name, after a
byte that says how long it is. Source and admin are numbers of lists in the header, 0 for none in `admin`; what is in
GeoNames has its number there as source, and the lists begin at LISTED.
"""

import json
import struct
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from mmap import mmap
from typing import Literal

from sourcier.core.errors import SourcierError
from sourcier.core.place import Place, PlaceKind

MAGIC = b"SOURCIER GAZETTEER 1\n"
NUMBER = struct.Struct("<I")
RECORD = struct.Struct("<IiiIIHHBB")  # source, latitude, longitude, population, text, admin, radius, country, kind
BLOCK = 8
START = 8
WIDTH = 3  # bytes of a place's number among those of a name
LISTED = 1 << 31
NOWHERE = 1 << 30  # latitude of what has no point
SCALE = 100_000  # units a degree
KINDS: tuple[PlaceKind, ...] = ("country", "region", "town", "village", "site", "area", "border", "water", "other")


class Table:
    """The sections of a gazetteer's file."""

    def __init__(self, buffer: bytes | mmap) -> None:
        """Read the header; `SourcierError` where the file is none of a gazetteer, or is cut."""
        start = len(MAGIC) + NUMBER.size
        if len(buffer) < start or buffer[: len(MAGIC)] != MAGIC:
            raise _damaged("it begins otherwise than a gazetteer of this version")
        length = NUMBER.unpack_from(buffer, len(MAGIC))[0]
        if len(buffer) < start + length:
            raise _damaged(f"it ends after {len(buffer):,} bytes, within its header")
        try:
            self.header = json.loads(buffer[start : start + length])
            starts, heads, names, records, texts = (start + length + end for end in self.header["ends"])
        except (ValueError, KeyError, TypeError):
            raise _damaged("its header cannot be read") from None
        if len(buffer) != texts:
            raise _damaged(f"it has {len(buffer):,} bytes instead of {texts:,}")
        self._buffer = buffer
        self._starts = _mapped(buffer, start + length, starts, "Q")
        self._heads = _mapped(buffer, starts, heads, "I")
        self._names: int = heads
        self._records: int = names
        self._texts: int = records
        self.places: int = (records - names) // RECORD.size

    def find(self, key: str) -> tuple[tuple[int, ...], bytes]:
        """Return the numbers of the places that a key names, and the key that follows it in order."""
        sought = key.encode("ascii", "replace")
        buffer, at = self._buffer, self._block(sought)
        name = b""
        while at < self._records:
            kept, end = buffer[at], at + 2 + buffer[at + 1]
            name = name[:kept] + buffer[at + 2 : end]
            at = end + 1 + WIDTH * buffer[end]
            if name >= sought:
                return (self._numbers(end + 1, at), self._head(at, name)) if name == sought else ((), name)
        return (), b""

    def place(self, number: int) -> Place:
        """Return a place by its number."""
        source, lat, lon, population, text, admin, radius, country, kind = RECORD.unpack_from(
            self._buffer, self._records + RECORD.size * number
        )
        at = self._texts + text
        located = lat != NOWHERE
        return Place(
            name=self._buffer[at + 1 : at + 1 + self._buffer[at]].decode(),
            kind=KINDS[kind],
            country=self.header["countries"][country],
            lat=lat / SCALE if located else None,
            lon=lon / SCALE if located else None,
            population=population or None,
            source_id=self.header["sources"][source - LISTED] if source >= LISTED else f"geonames:{source}",
            admin=self.header["admins"][admin],
            radius_km=radius or None,
        )

    def _block(self, sought: bytes) -> int:
        """Where the last block begins whose head does not come after what is sought."""
        start = first_letters(sought)
        low = bisect_left(self._starts, start)
        block = bisect_right(self._starts, start, low)
        if block - low > 0:  # heads that begin alike are told apart by their further letters
            block = bisect_right(range(block), sought, low, key=lambda one: self._head(self._names + self._heads[one]))
        return self._names + (self._heads[block - 1] if block else 0)

    def _head(self, at: int, before: bytes = b"") -> bytes:
        """The name at a byte of the section, nothing after the last one."""
        if at >= self._records:
            return b""
        return before[: self._buffer[at]] + self._buffer[at + 2 : at + 2 + self._buffer[at + 1]]

    def _numbers(self, first: int, end: int) -> tuple[int, ...]:
        packed = self._buffer[first:end]
        return tuple([int.from_bytes(packed[at : at + WIDTH], "little") for at in range(0, len(packed), WIDTH)])


def first_letters(name: bytes) -> int:
    """Return the first START letters of a name as a number, in order as names are."""
    return int.from_bytes(name[:START].ljust(START, b"\0"), "big")


def _mapped(buffer: bytes | mmap, start: int, end: int, code: Literal["Q", "I"]) -> Sequence[int]:
    """Little-endian numbers: where the machine has the same order, straight from the map."""
    section = memoryview(buffer)[start:end]
    if sys.byteorder == "little":
        return section.cast(code)
    numbers = array(code, section.tobytes())
    numbers.byteswap()
    return numbers


def _damaged(why: str) -> SourcierError:
    return SourcierError(f"the gazetteer cannot be used: {why}", "install the package again")
