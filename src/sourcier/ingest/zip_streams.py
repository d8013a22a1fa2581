"""A ZIP archive and the files in it as streams that are bounded and counted."""

import io
import zipfile
import zlib
from typing import IO, TYPE_CHECKING, cast

from sourcier.ingest.members import Members
from sourcier.ingest.trouble import Trouble

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_DIRECTORY = 96_000_000  # bytes of the archive's own list of files, which is read whole
_BUFFER = 1 << 18
_AGAIN = "pack it anew as an ordinary ZIP"
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, NotImplementedError)


class _Bounded:
    """A file of which no great piece is read at once: the list of files in an archive says itself how long it is."""

    def __init__(self, file: io.BufferedReader) -> None:
        self._file = file
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, size: int = -1) -> bytes:
        if size > _DIRECTORY:
            raise zipfile.BadZipFile("the list of files is too long")
        return self._file.read(size)


class _Member(io.RawIOBase):
    """A file in an archive, counted as it is read; what is damaged is Trouble."""

    def __init__(self, packed: IO[bytes], members: Members, size: int) -> None:
        self._packed, self._members, self._size = packed, members, size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        room = memoryview(buffer)
        try:
            data = self._packed.read(len(room))
        except _DAMAGED:
            raise _damaged() from None
        if data:
            self._members.admit(len(data), self._size)
        room[: len(data)] = data
        return len(data)


def directory(stream: io.BufferedReader) -> zipfile.ZipFile:
    """Return an archive; raises Trouble where it is none."""
    if not stream.peek(1):
        raise Trouble("the file is empty")
    try:
        return zipfile.ZipFile(cast("IO[bytes]", _Bounded(stream)))
    except OSError:
        raise
    except Exception:  # noqa: BLE001 -- a damaged list of files raises what it likes: struct, Unicode, overflow, …
        raise Trouble("the archive is damaged, or no ZIP", _AGAIN) from None


def opened(archive: zipfile.ZipFile, info: zipfile.ZipInfo, members: Members, size: int) -> io.BufferedReader:
    """Return the stream of one file of an archive, which has `size` bytes itself."""
    try:
        packed = archive.open(info)
    except _DAMAGED:
        raise _damaged() from None
    return io.BufferedReader(_Member(packed, members, size), _BUFFER)


def _damaged() -> Trouble:
    return Trouble("this file is damaged in its archive: it was left out", _AGAIN)
