"""A stream that only goes forward, as one in which a reader may skip; no great piece of it is read at once."""

import io

from sourcier.ingest.trouble import Trouble

_BLOCK = 1 << 18
_MOST = 64_000_000  # bytes: the heads of files in an archive say themselves how long they are


class Forward:
    """Counts what passes; an end that comes while something is skipped is met by the next read."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self._seeks = stream.seekable()
        self._at = 0

    def read(self, size: int) -> bytes:
        """Return the next bytes."""
        if size > _MOST:
            raise Trouble("the archive is damaged: it names a piece that is too long")
        data = self._stream.read(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        """Return how many bytes have passed."""
        return self._at

    def seek(self, position: int) -> None:
        """Skip what comes before a position; raises Trouble for one that has passed."""
        if position < self._at:
            raise Trouble("the archive is damaged: it names a place that has passed")
        if self._seeks:
            self._at = self._stream.seek(position)
        while self._at < position and self.read(min(_BLOCK, position - self._at)):
            pass
