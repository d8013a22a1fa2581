"""What a removed text could leave in files: its words as they stand, escaped, in UTF-16 or compressed."""

import json
import re
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path

_COMPRESSED = re.compile(rb"\x78[\x01\x5e\x9c\xda]")


def traces(folder: Path, words: Collection[str]) -> set[str]:
    """Return which words the files in a folder hold, with how and where."""
    found = set()
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        for how, content in _contents(path.read_bytes()):
            found |= {f"{word} {how} in {path.name}" for word in words for form in _forms(word) if form in content}
        found |= {f"{word} as the name of {path.name}" for word in words if word in str(path.relative_to(folder))}
    return found


def _contents(content: bytes) -> Iterator[tuple[str, bytes]]:
    yield "as it stands", content
    for start in _COMPRESSED.finditer(content):
        try:
            yield "compressed", zlib.decompressobj().decompress(content[start.start() :])
        except zlib.error:
            continue


def _forms(word: str) -> set[bytes]:
    return {word.encode(), word.encode("utf-16-le"), json.dumps(word)[1:-1].encode()}
