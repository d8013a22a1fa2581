"""Where the files of an index lie: in a folder, or in memory. A file is written once and never changed."""

import mmap
import os
from collections.abc import Hashable
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Buffer = mmap.mmap | bytearray


class Target(Protocol):
    """A file of known size that is being written."""

    def write(self, at: int, array: NDArray[Any]) -> None:
        """Write an array that lies in one piece, from this byte on."""

    def done(self) -> None: ...


class Shelf(Protocol):
    """The files of one index, by name."""

    def names(self) -> set[str]: ...
    def stamp(self, name: str) -> Hashable:
        """Return what changes whenever the file is replaced, None where there is none."""

    def size(self, name: str) -> int: ...
    def read(self, name: str) -> bytes: ...
    def map(self, name: str) -> Buffer: ...
    def create(self, name: str, size: int) -> Target: ...
    def put(self, name: str, content: bytes) -> None:
        """Replace a small file as a whole, so that a reader meets the old or the new one."""

    def delete(self, name: str) -> None: ...


def let_go(buffer: Buffer) -> None:
    """Tell the system that what was read of a file need not count as memory of ours; it is read again when wanted."""
    if isinstance(buffer, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
        buffer.madvise(mmap.MADV_DONTNEED)


class Folder:
    """Files in a folder, made with the first file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def names(self) -> set[str]:
        try:
            return {entry.name for entry in os.scandir(self._path)}
        except (FileNotFoundError, NotADirectoryError):
            return set()

    def stamp(self, name: str) -> Hashable:
        try:
            found = (self._path / name).stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def size(self, name: str) -> int:
        return (self._path / name).stat().st_size

    def read(self, name: str) -> bytes:
        return (self._path / name).read_bytes()

    def map(self, name: str) -> Buffer:
        with (self._path / name).open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def create(self, name: str, size: int) -> Target:  # noqa: ARG002  the file grows as it is written
        self._path.mkdir(exist_ok=True)
        return _Written(self._path / name)

    def put(self, name: str, content: bytes) -> None:
        self._path.mkdir(exist_ok=True)
        new = self._path / f"{name}.new"
        with new.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.replace(self._path / name)
        self._sync()

    def delete(self, name: str) -> None:
        try:
            (self._path / name).unlink(missing_ok=True)
        except PermissionError:
            if os.name != "nt":  # Windows keeps what another process reads; the next writer tries again
                raise

    def _sync(self) -> None:
        """Make the names of the folder as durable as the files; Windows does so itself."""
        if os.name == "nt":
            return
        folder = os.open(self._path, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


class _Written:
    def __init__(self, path: Path) -> None:
        self._file = path.open("xb", buffering=0)

    def write(self, at: int, array: NDArray[Any]) -> None:
        self._file.seek(at)
        rest = memoryview(array.view(np.uint8).data)
        while rest:
            rest = rest[self._file.write(rest) :]

    def done(self) -> None:
        os.fsync(self._file.fileno())
        self._file.close()

    def __del__(self) -> None:
        self._file.close()


class Memory:
    """Files that are gone with the process."""

    def __init__(self) -> None:
        self._files: dict[str, bytearray] = {}
        self._stamps: dict[str, int] = {}

    def names(self) -> set[str]:
        return set(self._files)

    def stamp(self, name: str) -> Hashable:
        return self._stamps.get(name) if name in self._files else None

    def size(self, name: str) -> int:
        return len(self._files[name])

    def read(self, name: str) -> bytes:
        return bytes(self._files[name])

    def map(self, name: str) -> Buffer:
        return self._files[name]

    def create(self, name: str, size: int) -> Target:
        self._files[name] = bytearray(size)
        return _Kept(self._files[name])

    def put(self, name: str, content: bytes) -> None:
        self._files[name] = bytearray(content)
        self._stamps[name] = self._stamps.get(name, 0) + 1

    def delete(self, name: str) -> None:
        self._files.pop(name, None)


class _Kept:
    def __init__(self, content: bytearray) -> None:
        self._content = content

    def write(self, at: int, array: NDArray[Any]) -> None:
        self._content[at : at + array.nbytes] = array.tobytes()

    def done(self) -> None:
        pass
