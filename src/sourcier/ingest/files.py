"""Which files are to be read, in what order, under which ids."""

import os
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sourcier.core.errors import InputError
from sourcier.core.problem import Problem
from sourcier.ingest.source import Source
from sourcier.ingest.trouble import problem

STANDARD_INPUT = "-"
_WITH_SIDECAR = frozenset({".txt", ".md", ".markdown", ".html", ".htm"})


@dataclass(frozen=True, slots=True)
class _Found:
    file: Path
    relative: tuple[str, ...]
    root: tuple[str, ...]

    def id(self, depth: int) -> str:
        """Return the relative path, after the last `depth` parts of the folder's own path."""
        return "/".join((*self.root[max(len(self.root) - depth, 0) :], *self.relative))


class _Walk:
    """One pass over the paths given: no file and no folder is met twice, whatever the links between them."""

    def __init__(self, suffixes: Collection[str]) -> None:
        self.suffixes = suffixes
        self.problems: list[Problem] = []
        self.seen: set[str] = set()
        self.met = 0  # articles in folders, those met before among them

    def path(self, path: Path) -> Iterator[_Found]:
        root = Path(os.path.abspath(path))  # noqa: PTH100 -- keeps the names given: a link is not resolved
        if os.path.isdir(root):  # noqa: PTH112 -- never raises
            before = self.met, len(self.problems)
            real = os.path.realpath(path)
            known = real in self.seen
            yield from self._folder(path, real, (), root.parts[1:])
            if not known and (self.met, len(self.problems)) == before:
                hint = f"files that are read end in {', '.join(self.suffixes)}"
                self.problems.append(problem(shown(path), "no articles in this folder", hint))
        elif self._new(os.path.realpath(path)) and not self._explained(path):
            yield _Found(path, (root.name,), root.parent.parts[1:])

    def _explained(self, path: Path) -> bool:
        suffix = path.suffix.lower()
        if suffix in self.suffixes or not os.path.isfile(path):  # noqa: PTH113 -- never raises
            return False
        if suffix != ".json" or not _article_beside(path):
            hint = f"files that are read end in {', '.join(self.suffixes)}; others can be passed as text on -"
            self.problems.append(problem(shown(path), f"files that end in {suffix or 'nothing'} are not read", hint))
        return True

    def _folder(self, folder: Path, real: str, parts: tuple[str, ...], root: tuple[str, ...]) -> Iterator[_Found]:
        if not self._new(real):
            return
        try:
            with os.scandir(folder) as entries:
                listed = sorted((entry for entry in entries if entry.name[0] != "."), key=lambda entry: entry.name)
        except OSError as error:
            self.problems.append(problem(shown(folder), f"this folder cannot be read: {error.strerror}"))
            return
        for entry in listed:
            here = folder / entry.name
            target = os.path.realpath(here) if entry.is_symlink() else os.path.join(real, entry.name)  # noqa: PTH118
            try:
                inner = entry.is_dir()
                article = not inner and self._article(entry)
            except OSError as error:  # a link to itself
                self.problems.append(problem(shown(here), f"this file cannot be read: {error.strerror}"))
                continue
            if inner:
                yield from self._folder(here, target, (*parts, entry.name), root)
            elif article and self._new(target):
                yield _Found(here, (*parts, entry.name), root)

    def _article(self, entry: os.DirEntry[str]) -> bool:
        if os.path.splitext(entry.name)[1].lower() not in self.suffixes:  # noqa: PTH122 -- no Path for each file
            return False
        if not entry.is_file() and os.path.exists(entry.path):  # noqa: PTH110 -- a broken link is bad news, a pipe none
            return False
        self.met += 1
        return True

    def _new(self, real: str) -> bool:
        if real in self.seen:
            return False
        self.seen.add(real)
        return True


def sources(paths: Sequence[str | Path], suffixes: Collection[str]) -> tuple[list[Source], list[Problem]]:
    """Return what to read, each with an id of its own; raises InputError when a path does not exist."""
    for path in paths:
        if str(path) != STANDARD_INPUT and not os.path.exists(path):  # noqa: PTH110 -- never raises
            raise InputError(f"no such file or folder: {shown(path)}")
    walk = _Walk(suffixes)
    found: list[_Found | None] = []
    for path in dict.fromkeys(map(str, paths)):
        found.extend([None] if path == STANDARD_INPUT else walk.path(Path(path)))
    ids = _printed(_ids([item for item in found if item]))
    return [_source(item, ids) for item in found], walk.problems


def shown(path: str | Path) -> str:
    """Return a path as Unicode that can be printed and stored, whatever the bytes of its name."""
    return os.fsencode(path).decode("utf-8", "replace")


def _source(item: _Found | None, ids: dict[_Found, str]) -> Source:
    if item is None:
        return Source(STANDARD_INPUT, STANDARD_INPUT)
    return Source(ids[item], shown(item.file), item.file, _sidecar(item.file))


def _ids(found: Sequence[_Found]) -> dict[_Found, str]:
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


def _printed(ids: dict[_Found, str]) -> dict[_Found, str]:
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


def _sidecar(file: Path) -> Path | None:
    beside = file.with_suffix(".json")
    known = file.suffix.lower() in _WITH_SIDECAR
    return beside if known and os.path.isfile(beside) else None  # noqa: PTH113 -- never raises: a name may grow too long


def _article_beside(sidecar: Path) -> bool:
    return any(os.path.isfile(sidecar.with_suffix(suffix)) for suffix in _WITH_SIDECAR)  # noqa: PTH113 -- never raises
