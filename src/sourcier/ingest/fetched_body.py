"""The body of an answer, unpacked within bounds while it comes in."""

import zlib
from collections.abc import Iterable, Iterator

from sourcier.ingest.guarded_network import SAVE
from sourcier.ingest.trouble import Trouble

ENCODINGS = "gzip, deflate"  # what is asked for: others expand without a bound on memory
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})
_BLOCK = 1 << 16


def bounded(chunks: Iterable[bytes], encoding: str, limit: int) -> bytes:
    """Return the whole body; raises Trouble above `limit` bytes, when unpacked, and for an encoding not asked for."""
    data = bytearray()
    for block in _unpacked(chunks, encoding.strip().lower()):
        data += block
        if len(data) > limit:
            raise Trouble(f"the page is larger than {limit:,} bytes", SAVE)
    return bytes(data)


def _unpacked(chunks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    if encoding in {"", "identity"}:
        yield from chunks
        return
    if encoding not in _PACKED:
        raise Trouble("the server packed the page in a way that was not asked for", SAVE)
    try:
        yield from _inflated(chunks, encoding)
    except zlib.error:
        raise Trouble("the page came packed, and damaged", SAVE) from None


def _inflated(chunks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    unpacker = None
    for chunk in chunks:
        if unpacker is None and chunk:
            unpacker = _unpacker(encoding, chunk[0])
        rest = chunk
        while rest and unpacker and not unpacker.eof:
            yield unpacker.decompress(rest, _BLOCK)
            rest = unpacker.unconsumed_tail
    if unpacker and not unpacker.eof:
        raise Trouble("the page broke off before its end", "try again")


def _unpacker(encoding: str, first: int) -> "zlib._Decompress":
    if encoding == "deflate" and first & 0x0F != 8:
        return zlib.decompressobj(-zlib.MAX_WBITS)  # many servers leave its frame away
    return zlib.decompressobj(zlib.MAX_WBITS | 32)  # gzip or zlib, as it says itself
