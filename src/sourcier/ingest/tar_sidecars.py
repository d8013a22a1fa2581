"""The metadata in a tar archive: `a.json` may stand far behind `a.txt`, so that it is read in a pass of its own."""

import tarfile
from contextlib import suppress
from pathlib import Path

from sourcier.ingest.formats import kind_of, stem_of
from sourcier.ingest.kind import Kind
from sourcier.ingest.safe_names import hidden, safe
from sourcier.ingest.tar_passing import Passing
from sourcier.ingest.trouble import Trouble
from sourcier.ingest.unpacked import unpacked

MOST = 256_000_000
"""Bytes of metadata that are kept until their texts come."""

_ENDING = ".json"
_BUFFER = 1 << 18


class Sidecars:
    """What stands beside the texts of an archive, by its path; `full` tells whether some of it was left out."""

    def __init__(self, file: Path | None, most: int) -> None:
        self._found: dict[str, bytes] = {}
        self._used: set[str] = set()
        self.full = False
        kind = kind_of(file.name) if file else None
        if file and kind:
            with suppress(Trouble, tarfile.TarError):  # what is wrong with the archive is said when it is read
                if _mentioned(file, kind):
                    self._read(file, kind, most)

    def of(self, path: str) -> bytes | None:
        """Return the metadata of a text, None where there is none."""
        beside = f"{stem_of(path)}{_ENDING}"
        self._used.add(beside)
        return self._found.get(beside)

    def alone(self) -> set[str]:
        """Return those that no text was asked for."""
        return self._found.keys() - self._used

    def _read(self, file: Path, kind: Kind, most: int) -> None:
        size = 0
        with file.open("rb", buffering=_BUFFER) as opened:
            for info, stream in Passing(unpacked(opened, kind.packing)):
                path = safe(info.name) if info.name.endswith(_ENDING) and info.isreg() else None
                if not path or hidden(path):
                    continue
                data = stream.read(most + 1)
                size += len(data)
                if size > MOST:
                    self.full = True
                    return
                self._found[path] = data


def _mentioned(file: Path, kind: Kind) -> bool:
    """Tell whether a name of metadata can be in an archive: to look for its letters is cheap, to read heads is not."""
    letters = _ENDING.encode()
    with file.open("rb", buffering=_BUFFER) as opened:
        stream = unpacked(opened, kind.packing)
        end = b""
        while block := stream.read(_BUFFER):
            if letters in block or letters in end + block[: len(letters)]:
                return True
            end = block[-len(letters) :]
    return False
