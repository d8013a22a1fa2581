"""tar archives, packed or not, passed through from their beginning; nothing is unpacked to disk.

A packed one is passed twice where it holds metadata: `a.json` may stand far behind `a.txt`.
"""

import io
import tarfile
from collections.abc import Iterator
from contextlib import suppress
from typing import IO, Self, cast

from sourcier.core.problem import Problem
from sourcier.ingest.formats import kind_of, stem_of
from sourcier.ingest.forward import Forward
from sourcier.ingest.members import ArchiveLimits, Full, Members, fit, sidecar_like
from sourcier.ingest.options import ReadOptions
from sourcier.ingest.piece import Held, Piece
from sourcier.ingest.safe_names import hidden, safe
from sourcier.ingest.source import Source
from sourcier.ingest.trouble import Trouble, problem
from sourcier.ingest.unpacked import unpacked

_SIDECARS = 256_000_000  # bytes of metadata that are kept until their texts come
_BUFFER = 1 << 18
_AGAIN = "get it anew"


class _Head(tarfile.TarInfo):
    """A file's head, which takes note in its archive of one that cannot be read; the next that can is looked for."""

    @classmethod
    def fromtarfile(cls, archive: tarfile.TarFile) -> Self:
        try:
            return super().fromtarfile(archive)
        except tarfile.HeaderError as error:
            if type(error).__name__ in {"InvalidHeaderError", "TruncatedHeaderError"}:
                archive.damaged = True  # type: ignore[attr-defined]
            raise


class _Passing:
    """The files of one pass in order; the last of them can be read until the next one is asked for."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self.broken = False

    def __iter__(self) -> Iterator[tuple[tarfile.TarInfo, io.BufferedReader]]:
        try:
            file = cast("IO[bytes]", Forward(self._stream))
            archive = tarfile.TarFile(fileobj=file, tarinfo=_Head, ignore_zeros=True)
            while info := archive.next():
                archive.members.clear()  # type: ignore[attr-defined]  # it would keep them all
                yield info, cast("io.BufferedReader", archive.fileobject(archive, info))
            self.broken = hasattr(archive, "damaged")
        except (tarfile.TarError, EOFError, ValueError, OverflowError):
            self.broken = True


def read(
    stream: io.BufferedReader, source: Source, options: ReadOptions, limits: ArchiveLimits | None = None
) -> Iterator[Problem | Piece | Held]:
    """Yield the files of an archive."""
    if not stream.peek(1):
        raise Trouble("the file is empty")
    members = Members(source, options, limits)
    sidecars = _sidecars(members)
    used: set[str] = set()
    passing = _Passing(stream)
    for info, file in passing:
        try:
            if not info.isdir() and (item := _one(info, file, members, sidecars)):
                yield item
        except Full:
            raise
        except Trouble as trouble:
            yield problem(members.where(info.name), trouble.message, trouble.hint)
        used.add(_sidecar(info.name))
    if passing.broken and not members.count:
        raise Trouble("the archive is damaged, or no tar", _AGAIN)
    for path in sidecars.keys() - used:
        members.aside.add(path)
    yield from members.told()
    if passing.broken:
        yield problem(source.path, "the archive is damaged or cut short: what can be read of it was read", _AGAIN)


def _one(
    info: tarfile.TarInfo, file: io.BufferedReader, members: Members, sidecars: dict[str, bytes]
) -> Piece | Held | None:
    path = fit(info.name)
    kind = members.kind(path)
    if kind is None:
        return None
    members.admit()
    members.admit(info.size)
    if not info.isreg():
        raise Trouble("this is a link or a device, not a file: it was left out")
    if not kind.one:
        return members.held(path, kind, file)
    try:
        return members.piece(path, kind, file, sidecars.get(_sidecar(path)))
    except tarfile.TarError:
        raise Trouble("the file is cut short: it was left out", _AGAIN) from None


def _sidecar(path: str) -> str:
    return f"{stem_of(path)}.json"


def _sidecars(members: Members) -> dict[str, bytes]:
    """Return the metadata in the archive: what is wrong with it is said when it is passed again."""
    found: dict[str, bytes] = {}
    size = 0
    file = members.source.file
    kind = file and kind_of(file.name)
    if not file or not kind:
        return found
    with file.open("rb", buffering=_BUFFER) as opened, suppress(Trouble, tarfile.TarError):
        for info, stream in _Passing(unpacked(opened, kind.packing)):
            path = safe(info.name)
            if not path or not sidecar_like(path) or hidden(path) or not info.isreg():
                continue
            data = stream.read(members.most + 1)
            size += len(data)
            if size > _SIDECARS:
                break
            found[path] = data
    return found
