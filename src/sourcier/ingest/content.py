"""The bytes of one article, or why there are none to read."""

from io import BufferedReader

from sourcier.ingest.decoding import wide
from sourcier.ingest.trouble import Trouble

_MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive, or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a rar archive"),
    (b"\x89PNG", "an image"),
    (b"GIF8", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"RIFF", "an image or a sound"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound"),
    (b"{\\rtf", "a rich-text document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
)
_AS_TEXT = "save its text as .txt"


def whole(stream: BufferedReader, limit: int) -> bytes:
    """Return all bytes of one article's file; raises Trouble when it is empty, binary or above `limit` bytes."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise too_large("the file", limit)
    if not data.strip():
        raise Trouble("the file is empty")
    check(data)
    return data


def check(head: bytes) -> None:
    """Raise Trouble when a file that begins so, or is so, holds no text."""
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise Trouble(f"the file is not text but {what}", _AS_TEXT)
    if b"\x00" in head and not wide(head):
        raise Trouble("the file is binary: it holds NUL bytes", _AS_TEXT)


def too_large(what: str, limit: int) -> Trouble:
    """Return the trouble of a file or record above `limit` bytes."""
    return Trouble(f"{what} is larger than {limit:,} bytes", "raise the limit, or split it into articles")
