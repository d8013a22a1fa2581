"""The parts that files are read in: one article's file, which any process can read, or a stream of many."""

import io
import os
from dataclasses import dataclass

from sourcier.ingest.kind import Kind
from sourcier.ingest.source import Source


@dataclass(frozen=True, slots=True)
class Piece:
    """The file of one article, not yet read; `data` is what it holds where it has no file of its own."""

    source: Source
    kind: Kind
    data: bytes | None = None

    @property
    def size(self) -> int:
        """Its bytes, as far as is known before it is read."""
        if self.data is not None:
            return len(self.data)
        try:
            return os.path.getsize(self.source.file or "")  # noqa: PTH202 -- no Path for each file
        except OSError:
            return 0


@dataclass(frozen=True, slots=True)
class Held:
    """A file of many articles in an archive; it can be read until the next one is asked for."""

    source: Source
    kind: Kind
    stream: io.BufferedReader
