"""What stands in one folder: one pass over its names, which alone are kept."""

import os
from dataclasses import dataclass, field

from sourcier.core.problem import Problem
from sourcier.ingest.formats import kind_of, stem_of
from sourcier.ingest.found import shown
from sourcier.ingest.trouble import problem


@dataclass(slots=True)
class Listing:
    """Names in order; `folders` and `links` are some of them, `sidecars` stand beside."""

    names: list[str] = field(default_factory=list)
    folders: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    sidecars: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def sidecar(self, name: str) -> bool:
        """Tell whether a file of metadata stands beside an article."""
        return bool(self.sidecars) and has_sidecar(name) and f"{stem_of(name)}.json" in self.sidecars


def listing(folder: str) -> Listing:
    """List a folder: other folders, and files that are read; hidden ones are passed over. Raises OSError."""
    listed = Listing()
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name[0] != ".":
                _sort(entry, listed)
    listed.names.sort()
    return listed


def has_sidecar(name: str) -> bool:
    """Tell whether a file of metadata can stand beside one of this name."""
    kind = kind_of(name)
    return kind is not None and kind.one


def _sort(entry: os.DirEntry[str], listed: Listing) -> None:
    name = entry.name
    try:
        if entry.is_dir():
            listed.folders.add(name)
        elif kind_of(name):
            if not entry.is_file() and os.path.exists(entry.path):  # noqa: PTH110 -- a broken link is bad news, a pipe none
                return
        else:
            if name.endswith(".json"):
                listed.sidecars.add(name)
            return
        if entry.is_symlink():
            listed.links.add(name)
    except OSError as error:  # a link to itself
        listed.problems.append(problem(shown(entry.path), f"this file cannot be read: {error.strerror}"))
        return
    listed.names.append(name)
