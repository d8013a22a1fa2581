"""Uploaded files, kept in a private folder until they are read."""

import shutil
import tempfile
from dataclasses import dataclass
from os.path import splitext
from pathlib import Path
from typing import BinaryIO

from sourcier.core.problem import Problem
from sourcier.ingest.safe_names import hidden, safe
from sourcier.ingest.trouble import problem

_ARCHIVE = ".zip"
_BLOCK = 1 << 20
_LATER = "give it in another import"


@dataclass(frozen=True, slots=True)
class SpoolLimits:
    """How much one upload may hold: files, and bytes in all."""

    files: int = 10_000
    total: int = 500_000_000


@dataclass(frozen=True, slots=True)
class Spool:
    """A folder that its maker alone can open; archives lie apart from the files that are read.

    `problems` are the files that were left out on the way in, and why.
    """

    root: Path
    problems: tuple[Problem, ...] = ()

    @property
    def files(self) -> Path:
        """The folder that is read."""
        return self.root / "files"

    @property
    def zips(self) -> Path:
        """The folder of the archives that are unpacked into it first."""
        return self.root / "zips"

    def archives(self) -> list[tuple[Path, Path]]:
        """Return the archives, each with the folder of its name that it is to be unpacked into."""
        found = sorted(path for path in self.zips.rglob("*") if path.is_file())
        return [(path, self.files / path.relative_to(self.zips)) for path in found]

    def delete(self) -> None:
        """Delete the folder and all in it."""
        shutil.rmtree(self.root, ignore_errors=True)


class Filling:
    """A spool as it is filled, within limits; `count` files so far, `first` is the first file or folder of them.

    `folder` tells whether all of them lie in that one folder.
    """

    def __init__(self, limits: SpoolLimits | None = None) -> None:
        self.limits = limits or SpoolLimits()
        self.root = Path(tempfile.mkdtemp(prefix="sourcier-"))  # made with mode 0700
        self.problems: list[Problem] = []
        self.spool.files.mkdir()
        self.spool.zips.mkdir()
        self.first, self.folder = "", True
        self.count = self.bytes = 0
        self.taken: dict[str, int] = {}

    @property
    def spool(self) -> Spool:
        """What was kept, and what was left out."""
        return Spool(self.root, tuple(self.problems))

    def put(self, name: str, stream: BinaryIO) -> None:
        """Keep one file under the name that the browser gave, a path with « / » where it came with its folder."""
        path = safe(name)
        if path is None:
            self.problems.append(problem(name[:200], "this name leads out of its folder: the file was left out"))
        elif not hidden(path):
            self._put(path, stream)

    def _put(self, path: str, stream: BinaryIO) -> None:
        if self.count >= self.limits.files:
            self.problems.append(problem(path, f"more than {self.limits.files:,} files: this one was left out", _LATER))
            return
        path = self._free(path)
        folder = self.spool.zips if path.lower().endswith(_ARCHIVE) else self.spool.files
        try:
            whole = self._copy(stream, folder / path)
        except OSError as error:
            self.problems.append(problem(path, f"this file cannot be kept: {error.strerror or error}"))
            return
        if whole:
            self.count += 1
            top, within, _ = path.partition("/")
            self.first = self.first or top
            self.folder = self.folder and bool(within) and top == self.first
        else:
            message = f"more than {self.limits.total:,} bytes in all: this file was left out"
            self.problems.append(problem(path, message, _LATER))

    def _free(self, path: str) -> str:
        """Return a name that nothing in this upload has yet: two files of one name from two folders are both kept."""
        stem, suffix = splitext(path)  # noqa: PTH122
        key = path.casefold()
        self.taken[key] = number = self.taken.get(key, 0) + 1
        return path if number == 1 else self._free(f"{stem} ({number}){suffix}")

    def _copy(self, stream: BinaryIO, target: Path) -> bool:
        """Copy a file, False where it does not fit: then nothing of it is kept."""
        target.parent.mkdir(parents=True, exist_ok=True)
        size = 0
        with target.open("wb") as kept:
            while block := stream.read(_BLOCK):
                size += len(block)
                if self.bytes + size > self.limits.total:
                    break
                kept.write(block)
            else:
                self.bytes += size
                return True
        target.unlink()
        return False
