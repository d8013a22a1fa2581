"""A packed file (gzip, bzip2, xz) as the stream of what is in it, read a block at a time."""

import bz2
import io
import lzma
import zlib
from typing import TYPE_CHECKING, BinaryIO, Protocol, cast

from sourcier.ingest.trouble import Trouble

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_BLOCK = 1 << 17
_FREE = 100_000_000  # bytes up to which a file may expand as it likes
_RATIO = 200  # times its packed size beyond that; text comes to 3 to 30
_MEMORY = 256 << 20  # bytes that unpacking may take: xz files say themselves how much they want
_BUFFER = 1 << 18


class _Unpacker(Protocol):
    """What the three libraries have in common, one for each of a file's members."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class _Gzip:
    """zlib in the form of the other two."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(zlib.MAX_WBITS | 16)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, max(max_length, 0))


def _new(packing: str) -> _Unpacker:
    if packing == "gzip":
        return _Gzip()
    return bz2.BZ2Decompressor() if packing == "bzip2" else lzma.LZMADecompressor(memlimit=_MEMORY)


class Unpacked(io.RawIOBase):
    """Reading raises Trouble where the file is damaged, cut short, or expands like a bomb; all before that is given."""

    def __init__(self, packed: BinaryIO, packing: str) -> None:
        self._packed, self._packing = packed, packing
        self._unpacker: _Unpacker | None = None
        self._rest = b""
        self.taken = self.given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        room = memoryview(buffer)
        data = self._some(len(room))
        room[: len(data)] = data
        return len(data)

    def _some(self, size: int) -> bytes:
        while self._unpacker or self._begin():
            unpacker = self._unpacker
            assert unpacker is not None  # noqa: S101 -- _begin sets it
            wanted = unpacker.needs_input
            packed = self._take() if wanted else b""
            data = self._unpack(unpacker, packed, size)
            if unpacker.eof:
                self._rest, self._unpacker = unpacker.unused_data, None
            elif wanted and not packed and not data:
                raise Trouble("the file is cut short: what comes before was read", "get it anew")
            if data:
                self._within_bounds(len(data))
                return data
        return b""

    def _begin(self) -> bool:
        """Go on with the next member; False where nothing but padding follows."""
        while data := self._take():
            if data := data.lstrip(b"\x00"):
                self._rest, self._unpacker = data, _new(self._packing)
                return True
        return False

    def _take(self) -> bytes:
        if self._rest:
            data, self._rest = self._rest, b""
        else:
            data = self._packed.read(_BLOCK)
            self.taken += len(data)
        return data

    def _unpack(self, unpacker: _Unpacker, data: bytes, size: int) -> bytes:
        try:
            return unpacker.decompress(data, size)
        except (zlib.error, lzma.LZMAError, OSError, EOFError, ValueError):
            message = "the file is damaged: what comes before was read" if self.given else "the file cannot be unpacked"
            raise Trouble(message, "get it anew") from None

    def _within_bounds(self, more: int) -> None:
        self.given += more
        if self.given > _FREE and self.given > self.taken * _RATIO:
            raise Trouble(f"the file expands to more than {_RATIO} times its size: the rest was left out")


def unpacked(packed: BinaryIO, packing: str | None) -> io.BufferedReader:
    """Return the stream of what a file holds, whether it is packed or not; closing it leaves the file open."""
    if packing:
        return io.BufferedReader(Unpacked(packed, packing), _BUFFER)
    return packed if isinstance(packed, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", packed), _BUFFER)
