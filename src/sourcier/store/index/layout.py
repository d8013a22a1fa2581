"""How a segment lies in its file: a header that says where each column begins, then the columns.

By text, in the order of their keys (a text's position in it is its slot): number, when, until, tie, outlet, and bounds
of its fingerprints; `ordered` has the numbers sorted, `slots` where each of these is. By fingerprint, sorted by gram,
then slot, then place: grams, and members of two fields: the slot, the place. The same once more text by text, in order
of place, so that those of a text are read in one go: `own` and `places`. `fan` gives for each value of the grams' high
bits where those of this value begin.
"""

import json
import zlib
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

MAGIC = b"sourcier segment\n"
FORMAT = 5
HEADER = 2048  # bytes; columns begin on multiples of 64, as processors like to read them

TALL = 1 << 16  # a place from here on needs four bytes
PLACES = {False: "<u2", True: "<u4"}
MEMBER = {False: "<u4,<u2", True: "<u4,<u4"}  # side by side, as they are wanted together
SLOT, PLACE = "f0", "f1"

_PER_FAN = 6  # grams at least that share their high bits, twice as many at most


class Damaged(ValueError):
    """A file of the index is not what was written."""


class Column(NamedTuple):
    """Where a column lies: its kind as NumPy names it, its first byte, its length in values, and their CRC-32."""

    kind: str
    at: int
    length: int
    crc: int = 0


class Header(NamedTuple):
    """What a segment holds; `size` is that of the file in bytes."""

    texts: int
    fingerprints: int
    size: int
    columns: Mapping[str, Column]


def planned(texts: int, fingerprints: int, *, tall: bool) -> Header:
    """Lay out a segment; `tall` where a text has more than 65,536 words."""
    kinds = {
        "ordered": ("<i8", texts),
        "slots": ("<u4", texts),
        "numbers": ("<i8", texts),
        "when": ("<f8", texts),
        "until": ("<f8", texts),
        "tie": ("<u8", texts),
        "outlet": ("<u8", texts),
        "bounds": ("<u4", texts + 1),
        "grams": ("<u8", fingerprints),
        "members": (MEMBER[tall], fingerprints),
        "own": ("<u8", fingerprints),
        "places": (PLACES[tall], fingerprints),
        "fan": ("<u4", (1 << fan_bits(fingerprints)) + 1),
    }
    at = end = HEADER
    columns = {}
    for name, (kind, count) in kinds.items():
        columns[name] = Column(kind, at, count)
        length = count * np.dtype(kind).itemsize
        end = at + length if length else end
        at += -(-length // 64) * 64
    return Header(texts, fingerprints, end, columns)


def fan_bits(fingerprints: int) -> int:
    """Return how many high bits of a gram the fan tells apart."""
    return max(1, (fingerprints // _PER_FAN).bit_length() - 1)


def encoded(header: Header) -> bytes:
    body = json.dumps([FORMAT, *header[:3], header.columns], separators=(",", ":")).encode()
    head = MAGIC + b"%08x\n" % zlib.crc32(body) + body
    return head + b"\n" * (HEADER - len(head))


def decoded(content: bytes) -> Header:
    """Read a header; raises Damaged."""
    magic, crc, body = content[: len(MAGIC)], content[len(MAGIC) : len(MAGIC) + 8], content[len(MAGIC) + 9 :].rstrip()
    if magic != MAGIC or crc != b"%08x" % zlib.crc32(body):
        raise Damaged("its header is damaged")
    read: list[Any] = json.loads(body)
    if read[0] != FORMAT:
        raise Damaged("it is of another format")
    _, texts, fingerprints, size, columns = read
    return Header(texts, fingerprints, size, {name: Column(*column) for name, column in columns.items()})
