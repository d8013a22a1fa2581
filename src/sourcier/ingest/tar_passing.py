"""One pass over a tar archive from its beginning; after a damaged head, the next that can be read is found."""

import io
import tarfile
from collections.abc import Iterator
from typing import IO, Self, cast

from sourcier.ingest.forward import Forward


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


class Passing:
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
