"""A file that was found, and the id it goes by."""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Found:
    """A file with its path below the folder given, fit to be printed, and the parts of that folder's own path.

    `sidecar` tells whether a file of metadata stands beside it.
    """

    file: str
    relative: str
    root: tuple[str, ...]
    sidecar: bool = False

    def id(self, depth: int) -> str:
        """Return the relative path, after the last `depth` parts of the folder's own path."""
        return "/".join((*self.root[max(len(self.root) - depth, 0) :], self.relative))


def identifiers(found: Sequence[Found]) -> list[str]:
    """Return an id for each: the relative path, behind as many of the folder's own names as make it unique."""
    depths = [0] * len(found)
    while True:
        ids = [item.id(depth) for item, depth in zip(found, depths, strict=True)]
        count = Counter(ids)
        alike = [at for at, id_ in enumerate(ids) if count[id_] > 1 and depths[at] < len(found[at].root)]
        if not alike:
            return ids
        for at in alike:
            depths[at] += 1


def shown(path: str | Path) -> str:
    """Return a path as Unicode that can be printed and stored, whatever the bytes of its name."""
    return os.fsencode(path).decode("utf-8", "replace")


def printable(names: Sequence[str]) -> dict[str, str]:
    """Return the names of one folder that are no Unicode, each as one that is and that nothing else there has."""
    broken = [name for name in names if not name.isascii() and shown(name) != name]
    taken = set(names) if broken else set()
    written: dict[str, str] = {}
    for name in broken:
        new = shown(name)
        if new in taken:
            new = os.fsencode(name).decode("utf-8", "backslashreplace")
        while new in taken:
            new += "'"
        written[name] = new
        taken.add(new)
    return written
