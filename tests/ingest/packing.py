"""Builders of archives, as a person's tools make them; every article in them is invented."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PACK = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress}
Entry = tuple[str, str | bytes]


def zipped(path: Path, entries: Sequence[Entry], kind: int = zipfile.ZIP_DEFLATED) -> Path:
    """Write a ZIP archive."""
    with zipfile.ZipFile(path, "w", kind) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return path


def tarred(path: Path, entries: Sequence[Entry | tarfile.TarInfo]) -> Path:
    """Write a tar archive, packed as its name says."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for entry in entries:
            if isinstance(entry, tarfile.TarInfo):
                archive.addfile(entry)
                continue
            content = entry[1] if isinstance(entry[1], bytes) else entry[1].encode()
            info = tarfile.TarInfo(entry[0])
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    path.write_bytes(PACK.get(path.suffix, bytes)(data.getvalue()))
    return path


class Crawl:
    """Writes a WARC file, packed record by record where its name ends in .gz."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = path.open("wb")
        self._writer = WARCWriter(self._file, gzip=path.suffix == ".gz")

    def answer(
        self,
        address: str,
        body: bytes,
        *,
        status: str = "200 OK",
        kind: str = "text/html; charset=utf-8",
        sort: str = "response",
        date: str = "2024-09-07T10:00:00Z",
        more: Sequence[tuple[str, str]] = (),
        head: dict[str, str] | None = None,
    ) -> None:
        """Add a record."""
        http = StatusAndHeaders(status, [("Content-Type", kind), *more], protocol="HTTP/1.1")
        record = self._writer.create_warc_record(
            address,
            sort,
            payload=io.BytesIO(body),
            http_headers=http,
            warc_headers_dict={"WARC-Date": date, **(head or {})},
        )
        self._writer.write_record(record)

    def other(self, sort: str) -> None:
        """Add a record that holds no answer."""
        record = self._writer.create_warc_record("urn:x", sort, payload=io.BytesIO(b"x: y\r\n"))
        self._writer.write_record(record)

    def done(self) -> Path:
        """Close the file."""
        self._file.close()
        return self.path
