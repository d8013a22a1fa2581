"""The lines of a file of any size, one at a time."""

import codecs
import io
from collections.abc import Iterator

from sourcier.ingest.decoding import wide

_HEAD = 4096


def numbered(stream: io.BufferedReader, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield each line from 1 with its end, None for one above `limit` bytes; UTF-16 comes as UTF-8."""
    encoding = wide(stream.peek(_HEAD)[:_HEAD])
    if encoding:
        yield from _recoded(stream, encoding, limit)
        return
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if len(line) > limit and not line.endswith(b"\n"):
            _skip(stream, limit)
            yield number, None
        else:
            yield number, line


def _skip(stream: io.BufferedReader, limit: int) -> None:
    while (rest := stream.readline(limit)) and not rest.endswith(b"\n"):
        pass


def _recoded(stream: io.BufferedReader, encoding: str, limit: int) -> Iterator[tuple[int, bytes | None]]:
    text = io.TextIOWrapper(stream, encoding, errors="replace", newline="\n")
    try:
        number = 0
        while line := text.readline(limit + 1):
            number += 1
            long = len(line) > limit and not line.endswith("\n")
            while long and (rest := text.readline(limit)) and not rest.endswith("\n"):
                pass
            yield number, None if long else line.removeprefix("\ufeff").encode("utf-8", "replace")
    finally:
        text.detach()  # the stream belongs to whoever opened it
