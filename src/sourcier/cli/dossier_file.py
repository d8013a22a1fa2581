"""The file that -o names: only a dossier of ours is ever written over, and never by halves."""

from collections.abc import Iterable
from pathlib import Path
from uuid import uuid4

_MARK = b'<meta name="generator" content="Sourcier '
_HEAD = 4096  # bytes; the mark stands among the first few hundred


def replaceable(path: Path, inputs: Iterable[str]) -> bool:
    """Tell whether a dossier may be written there: nothing stands there, or a dossier that is not being read."""
    if not path.exists() or path.is_dir():  # a folder is refused in the words of the system
        return True
    if any(_same(path, name) for each in inputs for name in (each, each.rpartition("#")[0])):
        return False
    return not path.is_file() or _ours(path)


def replace(path: Path, data: bytes) -> None:
    """Write a file beside the path, and put it in its place once it is whole; a device or pipe is written to."""
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    path = path.resolve()  # what a link points to, and not the link
    beside = path.with_name(f".sourcier-{uuid4().hex}.tmp")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _same(path: Path, name: str) -> bool:
    return bool(name) and Path(name).exists() and path.samefile(name)


def _ours(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return _MARK in stream.read(_HEAD)
    except OSError:
        return False
