"""ZIP archives: each file in it is read from where it is; nothing is unpacked to disk."""

import io
import zipfile
from collections.abc import Iterator

from sourcier.core.problem import Problem
from sourcier.ingest.formats import stem_of
from sourcier.ingest.members import ArchiveLimits, Full, Members, fit, sidecar_like
from sourcier.ingest.options import ReadOptions
from sourcier.ingest.piece import Held, Piece
from sourcier.ingest.safe_names import hidden, safe
from sourcier.ingest.source import Source
from sourcier.ingest.trouble import Trouble, problem
from sourcier.ingest.unzipped import readable
from sourcier.ingest.zip_names import name_of
from sourcier.ingest.zip_streams import directory, opened


def read(
    stream: io.BufferedReader, source: Source, options: ReadOptions, limits: ArchiveLimits | None = None
) -> Iterator[Problem | Piece | Held]:
    """Yield the files of an archive."""
    with directory(stream) as archive:
        yield from _Zip(archive, Members(source, options, limits), stream.seek(0, io.SEEK_END)).all()


class _Zip:
    """One archive; `size` is its bytes."""

    def __init__(self, archive: zipfile.ZipFile, members: Members, size: int) -> None:
        self.archive, self.members, self.size = archive, members, size
        beside = (info for info in archive.infolist() if sidecar_like(info.filename))
        named = ((safe(name_of(info)), info) for info in beside)
        self.sidecars = {path: info for path, info in named if path and not hidden(path)}
        self.used: set[str] = set()

    def all(self) -> Iterator[Problem | Piece | Held]:
        """Yield its files, and after them what was left aside."""
        for info in self.archive.infolist():
            try:
                if not info.is_dir() and (item := self._one(info)):
                    yield item
            except Full:
                raise
            except Trouble as trouble:
                yield problem(self.members.where(name_of(info)), trouble.message, trouble.hint)
        for path in self.sidecars.keys() - self.used:
            self.members.aside.add(path)
        yield from self.members.told()

    def _one(self, info: zipfile.ZipInfo) -> Piece | Held | None:
        path = fit(name_of(info))
        kind = self.members.kind(path)
        if kind is None:
            return None
        self.members.admit()
        readable(info)
        if not kind.one:
            return self.members.held(path, kind, opened(self.archive, info, self.members, self.size))
        sidecar = f"{stem_of(path)}.json"
        beside = self.sidecars.get(sidecar)
        with opened(self.archive, info, self.members, self.size) as stream:
            piece = self.members.piece(path, kind, stream, self._beside(beside) if beside else None)
        self.used.add(sidecar)
        return piece

    def _beside(self, info: zipfile.ZipInfo) -> bytes:
        readable(info)
        with opened(self.archive, info, self.members, self.size) as stream:
            return stream.read(self.members.most + 1)
