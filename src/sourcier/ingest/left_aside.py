"""Files that nobody reads: said with their names, so that nothing is passed over without a word."""

from collections import Counter
from collections.abc import Iterable, Iterator
from os.path import splitext
from pathlib import Path

from sourcier.core.problem import Problem
from sourcier.ingest.files import article_beside
from sourcier.ingest.formats import kind_of
from sourcier.ingest.found import shown
from sourcier.ingest.safe_names import hidden
from sourcier.ingest.trouble import problem

_SIDECAR = ".json"
_FEW = 3
"""Files of one kind that are named one by one; of more, their number and the first folder they are in is said."""


def left_aside(folder: Path) -> list[Problem]:
    """Return what is said of the files below a folder that are not read: other kinds, and sidecars of no text."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    unread = [name for name in names if not hidden(name) and not _read(folder / name)]
    return list(unread_kinds(unread))


def unread_kinds(names: Iterable[str], folder: str | None = None) -> Iterator[Problem]:
    """Yield a word on each file of a kind that is not read, one for all of a kind where they are many.

    `folder` is what the names are relative to, if that is to be said.
    """
    aside = Aside()
    for name in names:
        aside.add(name)
    yield from aside.told(folder)


class Aside:
    """Files of kinds that are not read: how many of each, and the first few of them."""

    def __init__(self) -> None:
        self._kinds: dict[str, list[str]] = {}
        self._count: Counter[str] = Counter()

    def add(self, name: str) -> None:
        """Take note of one."""
        suffix = splitext(name)[1].lower()  # noqa: PTH122 -- a path of another machine
        self._count[suffix] += 1
        if self._count[suffix] <= _FEW:
            self._kinds.setdefault(suffix, []).append(name)

    def told(self, folder: str | None = None) -> Iterator[Problem]:
        """Yield what is said of them."""
        for suffix, first in self._kinds.items():
            message, hint = _why(suffix)
            if self._count[suffix] <= _FEW:
                yield from (problem(shown(f"{folder}/{name}" if folder else name), message, hint) for name in first)
            else:
                where = folder or first[0].rpartition("/")[0].partition("/")[0]
                yield problem(shown(where), f"{self._count[suffix]} {suffix or '?'} files: {message}", hint)


def _read(path: Path) -> bool:
    return kind_of(path.name) is not None or (path.suffix.lower() == _SIDECAR and article_beside(path))


def _why(suffix: str) -> tuple[str, str | None]:
    if suffix == _SIDECAR:
        return "no text stands beside this file of metadata", "article.json is read with article.txt beside it"
    return "this kind of file is not read", None
