"""The records of a WARC file, one at a time; a damaged one is passed over."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeadersParserException

from sourcier.ingest.trouble import Trouble

_LINE = 1 << 16
_HEADS = 1 << 20  # bytes of the heads of one record
_BLOCK = 1 << 18
_AGAIN = "get it anew"


class _Lined:
    """A stream whose lines are bounded: warcio would hold a line of any length."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self._heads = self._at = 0

    def next_line(self) -> bytes:
        """Return the line at which the next record may begin; nothing of it counts for the last one."""
        self._heads = 0
        return self._stream.readline(_LINE)

    def readline(self, size: int | None = None) -> bytes:
        line = self._stream.readline(_LINE if size is None else min(size, _LINE))
        self._heads += len(line)
        self._at += len(line)
        if self._heads > _HEADS:
            raise Trouble("the archive is damaged: it names a piece that is too long")
        return line

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at


@dataclass(slots=True)
class Record:
    """A record: its number in the file from 1, its head, its body while it is the last, and how to read HTTP's head."""

    number: int
    head: Any
    body: Any
    http: Any

    def get(self, name: str) -> str:
        """Return a field of its head, or nothing."""
        return self.head.get_header(name) or ""

    @property
    def cut(self) -> bool:
        """Whether the file ended before its body did; known when that was read."""
        return bool(self.body.limit)


@dataclass(slots=True)
class Records:
    """The records of a file; `damaged` tells whether some could not be read."""

    stream: io.BufferedReader
    damaged: bool = False

    def __iter__(self) -> Iterator[Record]:
        lined = _Lined(self.stream)
        loader = ArcWarcRecordLoader(verify_http=False)
        number = 0
        while line := lined.next_line():
            if not line.strip():
                continue
            loaded = self._loaded(loader, lined, line)
            if loaded is None:
                self.damaged = True
                continue
            number += 1
            record = Record(number, loaded.rec_headers, loaded.raw_stream, loader.http_parser)
            yield record
            while record.body.read(_BLOCK):
                pass
            if record.cut:
                raise cut()

    def _loaded(self, loader: Any, lined: _Lined, line: bytes) -> Any:
        """Return the record that begins with this line, None where none does."""
        if not line.startswith(b"WARC/"):
            return None
        try:
            loaded = loader.parse_record_stream(lined, line, "warc", no_record_parse=True)
        except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, ValueError):
            return None
        return loaded if (loaded.rec_headers.get_header("Content-Length") or "").isdecimal() else None


def cut() -> Trouble:
    """Return the trouble of a file that ends within a record."""
    return Trouble("the file is cut short: what comes before was read", _AGAIN)
