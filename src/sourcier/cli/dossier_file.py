"""The file that an option names: only one of ours is ever written over, and never by halves."""

from collections.abc import Iterable
from pathlib import Path
from uuid import uuid4

DOSSIER = b'<meta name="generator" content="Sourcier '
_HEAD = 4096  # bytes; the mark stands among the first few hundred


def replaceable(path: Path, inputs: Iterable[str], mark: bytes = DOSSIER) -> bool:
    """Tell whether a file may be written there: nothing stands there, or one with our mark that is not being read."""
    if not path.exists() or path.is_dir():  # a folder is refused in the words of the system
        return True
    if any(_same(path, name) for each in inputs for name in (each, each.rpartition("#")[0])):
        return False
    return not path.is_file() or _ours(path, mark)


def replace(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file beside the path, and put it in its place once it is whole; a device or pipe is written to."""
    parts = [data] if isinstance(data, bytes) else data
    if path.exists() and not path.is_file():
        _write(path, parts)
        return
    path = path.resolve()  # what a link points to, and not the link
    beside = path.with_name(f".sourcier-{uuid4().hex}.tmp")
    try:
        _write(beside, parts)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _write(path: Path, parts: Iterable[bytes]) -> None:
    with path.open("wb") as stream:
        stream.writelines(parts)


def _same(path: Path, name: str) -> bool:
    return bool(name) and Path(name).exists() and path.samefile(name)


def _ours(path: Path, mark: bytes) -> bool:
    try:
        with path.open("rb") as stream:
            return mark in stream.read(_HEAD)
    except OSError:
        return False
