"""The files of an archive on their way to whoever reads them; none of them is unpacked to disk."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from os.path import splitext

from sourcier.core.problem import Problem
from sourcier.ingest.content import too_large
from sourcier.ingest.formats import HINT, kind_of, stem_of
from sourcier.ingest.kind import Kind
from sourcier.ingest.left_aside import Aside
from sourcier.ingest.options import ReadOptions
from sourcier.ingest.piece import Held, Piece
from sourcier.ingest.safe_names import hidden, safe
from sourcier.ingest.source import Sidecar, Source
from sourcier.ingest.taken import Taken
from sourcier.ingest.trouble import Trouble, problem
from sourcier.ingest.unzipped import nested

_ALONE = "give it by itself"
_SHOWN = 200  # code points of a name that cannot be a path


class Full(Trouble):
    """The rest of an archive is left out."""


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """How much of an archive is read: files, and bytes in all when unpacked.

    It may expand as it likes up to `free` bytes, and to `ratio` times its size beyond.
    """

    files: int = 2_000_000
    total: int = 1_000_000_000_000
    free: int = 100_000_000
    ratio: int = 200


class Members:
    """What is known of an archive's files while they pass."""

    def __init__(self, source: Source, options: ReadOptions, limits: ArchiveLimits | None = None) -> None:
        self.source, self.most = source, options.max_bytes
        self.limits = limits or ArchiveLimits()
        self.aside = Aside()
        self.count = self.bytes = 0
        self._names = Taken()
        self._again: dict[str, int] = {}

    def kind(self, path: str) -> Kind | None:
        """Return what a file is read as, None for one that is passed over; raises Trouble for one that cannot be."""
        if hidden(path):
            return None
        if nested(path):
            raise Trouble("an archive in an archive is left aside", _ALONE)
        kind = kind_of(path)
        if kind and kind.seeking:
            raise Trouble("a file of this kind is not read inside an archive", _ALONE)
        if kind is None and not sidecar_like(path):
            self.aside.add(path)
        return kind

    def admit(self, more: int = 0, packed: int | None = None) -> None:
        """Count a file, or some bytes of one; raises Full where the rest of the archive is to be left out."""
        self.count += not more
        self.bytes += more
        limits = self.limits
        if self.count > limits.files:
            raise Full(f"the archive has more than {limits.files:,} files: the rest was left out")
        if self.bytes > limits.total:
            raise Full(f"the archive holds more than {limits.total:,} bytes: the rest was left out")
        if packed is not None and self.bytes > limits.free and self.bytes > packed * limits.ratio:
            raise Full(f"the file expands to more than {limits.ratio} times its size: the rest was left out")

    def place(self, path: str, sidecar: bytes | None = None) -> Source:
        """Return where a file stands: its path behind the archive's; two of one name go by numbers."""
        free = self._free(path)
        here = f"{self.source.path}/{free}"
        beside = None if sidecar is None else Sidecar(f"{stem_of(here)}.json", data=sidecar)
        return Source(f"{self.source.id}/{free}", here, sidecar=beside, within=self.source.path)

    def piece(self, path: str, kind: Kind, stream: io.BufferedIOBase, sidecar: bytes | None = None) -> Piece:
        """Return a file of one article; raises Trouble for one that is too large."""
        data = stream.read(self.most + 1)
        if len(data) > self.most:
            raise too_large("the file", self.most)
        return Piece(self.place(path, sidecar), kind, data)

    def held(self, path: str, kind: Kind, stream: io.BufferedReader) -> Held:
        """Return a file of many articles."""
        return Held(self.place(path), kind, stream)

    def where(self, name: str) -> str:
        """Return what a file is called in a problem."""
        return f"{self.source.path}/{safe(name) or _seen(name[:_SHOWN])}"

    def told(self) -> Iterator[Problem]:
        """Yield what was left aside, once all has passed."""
        if not self.count:
            yield problem(self.source.path, "no articles in this archive", HINT)
        yield from self.aside.told(self.source.path)

    def _free(self, path: str) -> str:
        """Return a name that no file of this archive has yet, whatever the case of its letters."""
        stem, suffix = splitext(path)  # noqa: PTH122 -- a path in an archive
        key = path.casefold()
        name = path
        while name.casefold() in self._names:
            self._again[key] = number = self._again.get(key, 1) + 1
            name = f"{stem} ({number}){suffix}"
        self._names.add(name.casefold())
        return name


def _seen(name: str) -> str:
    """Return a name as it stands in the archive, with what cannot be seen of it written out."""
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in name)


def fit(name: str) -> str:
    """Return a file's path in its archive; raises Trouble for a name that leads out of it."""
    path = safe(name)
    if path is None:
        raise Trouble("this name leads out of its folder: the file was left out")
    return path


def sidecar_like(path: str) -> bool:
    """Tell whether a file may be the metadata beside an article."""
    return path.endswith(".json")
