"""A ZIP archive from a stranger, unpacked into a folder and nowhere else."""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from os.path import splitext
from pathlib import Path

from sourcier.core.problem import Problem
from sourcier.ingest.formats import HINT, kind_of
from sourcier.ingest.found import shown
from sourcier.ingest.left_aside import unread_kinds
from sourcier.ingest.safe_names import hidden, safe
from sourcier.ingest.trouble import Trouble, problem
from sourcier.ingest.zip_names import name_of

_BLOCK = 1 << 16
_DIRECTORY = 32_000_000  # bytes of the archive's own list of files, which is read whole
_SMALL = 1_000_000  # bytes up to which a file may expand as it likes
_ARCHIVES = (".7z", ".rar", ".gz", ".bz2", ".xz", ".zst")
_PLAIN = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # the others expand without a bound on memory
_AGAIN = "pack it anew as an ordinary ZIP"
_LATER = "give it in several archives"


@dataclass(frozen=True, slots=True)
class UnzipLimits:
    """How much is unpacked: files, bytes in all, bytes of a file of one article, and how many times its packed size."""

    files: int = 10_000
    total: int = 500_000_000
    each: int = 5_000_000
    ratio: int = 200


class _Bounded(io.FileIO):
    """A file of which no great piece is read at once: the list of files in an archive says itself how long it is."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > _DIRECTORY:
            raise zipfile.BadZipFile("the list of files is too long")
        return super().read(size) or b""


def unzip(path: Path, into: Path, limits: UnzipLimits | None = None) -> list[Problem]:
    """Unpack the files that are read, and those of metadata beside them; return what was left out, and why.

    Nothing is written outside `into`, which is made. Hidden files are passed over.
    """
    limits = limits or UnzipLimits()
    unpacking = _Unpacking(into, limits)
    try:
        into.mkdir(parents=True, exist_ok=True)
        with _Bounded(path) as file, zipfile.ZipFile(file) as archive:
            problems = list(unpacking.all(archive))
        aside = list(unread_kinds(unpacking.aside, shown(into)))
    except OSError as error:
        return [problem(shown(into), f"this file cannot be read: {error.strerror or error}")]
    except Exception:  # noqa: BLE001 -- a damaged list of files raises what it likes: struct, Unicode, overflow, …
        return [problem(shown(into), "the archive is damaged, or no ZIP", _AGAIN)]
    if not problems and not unpacking.unpacked:
        return [problem(shown(into), "no articles in this archive", HINT), *aside]
    return [*problems, *aside]


class _Unpacking:
    """One archive on its way into one folder."""

    def __init__(self, into: Path, limits: UnzipLimits) -> None:
        self.into, self.limits = into, limits
        self.tried = self.unpacked = self.bytes = 0
        self.taken: dict[str, int] = {}
        self.aside: list[str] = []

    def all(self, archive: zipfile.ZipFile) -> Iterator[Problem]:
        """Unpack it; yield what was left out, and why."""
        for info in archive.infolist():
            name = name_of(info)
            path = safe(name)
            if info.is_dir() or (path and hidden(path)):
                continue
            if self.tried >= self.limits.files:
                message = f"the archive has more than {self.limits.files:,} files: the rest was left out"
                yield problem(shown(self.into), message, _LATER)
                return
            if self.bytes >= self.limits.total:
                message = f"the archive holds more than {self.limits.total:,} bytes: the rest was left out"
                yield problem(shown(self.into), message, _LATER)
                return
            where = f"{shown(self.into)}/{path or name[:200].encode('ascii', 'backslashreplace').decode()}"
            try:
                self._one(archive, info, path)
            except Trouble as trouble:
                self.tried += 1
                yield problem(where, trouble.message, trouble.hint)

    def _one(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: str | None) -> None:
        if path is None:
            raise Trouble("this name leads out of its folder: the file was left out")
        if not _wanted(info, path):
            self.aside.append(path)
            return
        try:
            self._unpack(archive, info, self._free(path))
        except OSError as error:
            raise Trouble(f"this file cannot be kept: {error.strerror or error}") from None
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, NotImplementedError):
            raise Trouble("this file is damaged in its archive: it was left out", _AGAIN) from None
        self.tried += 1
        self.unpacked += 1

    def _free(self, path: str) -> str:
        """Return a name that no file of this archive has yet, whatever the case of its letters."""
        stem, suffix = splitext(path)  # noqa: PTH122
        key = path.casefold()
        self.taken[key] = number = self.taken.get(key, 0) + 1
        return path if number == 1 else self._free(f"{stem} ({number}){suffix}")

    def _unpack(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: str) -> None:
        target = self.into / path
        target.parent.mkdir(parents=True, exist_ok=True)
        bound = self._bound(info, path)
        size = 0
        with archive.open(info) as packed, target.open("xb") as file:
            try:
                while block := packed.read(_BLOCK):
                    size += len(block)
                    self.bytes += len(block)  # also of what is left out: it was work
                    _within(size, bound)
                    file.write(block)
            except BaseException:
                file.close()
                target.unlink()
                raise

    def _bound(self, info: zipfile.ZipInfo, path: str) -> int:
        most = self.limits.total - self.bytes
        kind = kind_of(path)
        if kind is None or kind.one:  # of files of many articles, each record is bounded when it is read
            most = min(most, self.limits.each)
        return min(most, max(_SMALL, info.compress_size * self.limits.ratio))


def _within(size: int, bound: int) -> None:
    if size > bound:
        raise Trouble(f"the file is larger than {bound:,} bytes when unpacked: it was left out")


def _wanted(info: zipfile.ZipInfo, path: str) -> bool:
    """Tell whether a file is one that is read; raises Trouble for one that cannot be unpacked."""
    if nested(path):
        raise Trouble("an archive in an archive is left aside", "give it by itself")
    if kind_of(path) is None and not path.lower().endswith(".json"):
        return False
    readable(info)
    return True


def nested(path: str) -> bool:
    """Tell whether a file in an archive is an archive itself."""
    kind = kind_of(path)
    return kind.archive if kind else path.lower().endswith(_ARCHIVES)


def readable(info: zipfile.ZipInfo) -> None:
    """Raise Trouble where a file of an archive cannot be unpacked."""
    if stat.S_IFMT(info.external_attr >> 16) not in {0, stat.S_IFREG}:
        raise Trouble("this is a link or a device, not a file: it was left out")
    if info.flag_bits & 1:
        raise Trouble("this file is locked with a password", "unpack it yourself, and give the folder")
    if info.compress_type not in _PLAIN:
        raise Trouble("this file is packed in a way that is not read", _AGAIN)
