"""A file that was found, and the id it goes by."""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Found:
    """A file with its path below the folder given, and the parts of that folder's own path."""

    file: Path
    relative: tuple[str, ...]
    root: tuple[str, ...]

    def id(self, depth: int) -> str:
        """Return the relative path, after the last `depth` parts of the folder's own path."""
        return "/".join((*self.root[max(len(self.root) - depth, 0) :], *self.relative))


def identifiers(found: Sequence[Found]) -> dict[Found, str]:
    """Return an id for each, no two alike, as Unicode that can be printed and stored."""
    return _printed(_ids(found))


def shown(path: str | Path) -> str:
    """Return a path as Unicode that can be printed and stored, whatever the bytes of its name."""
    return os.fsencode(path).decode("utf-8", "replace")


def _ids(found: Sequence[Found]) -> dict[Found, str]:
    """Return an id for each: the relative path, behind as many of the folder's own names as make it unique."""
    depths = dict.fromkeys(found, 0)
    while True:
        ids = {item: item.id(depth) for item, depth in depths.items()}
        count = Counter(ids.values())
        alike = [item for item in found if count[ids[item]] > 1 and depths[item] < len(item.root)]
        if not alike:
            return ids
        for item in alike:
            depths[item] += 1


def _printed(ids: dict[Found, str]) -> dict[Found, str]:
    """Return the ids as Unicode, no two alike: where broken bytes would make them so, a later one spells its own."""
    plain = {item: shown(name) for item, name in ids.items()}
    taken = set(plain.values())
    given: set[str] = set()
    for item, name in plain.items():
        new = name
        if new in given:
            new = os.fsencode(ids[item]).decode("utf-8", "backslashreplace")
            while new in taken:
                new += "'"
        plain[item] = new
        taken.add(new)
        given.add(new)
    return plain
