"""Which files are to be read, in what order, under which ids."""

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from sourcier.core.errors import InputError
from sourcier.core.problem import Problem
from sourcier.ingest.found import Found, identifiers, shown
from sourcier.ingest.source import Source
from sourcier.ingest.trouble import problem

STANDARD_INPUT = "-"
_DEEPEST = 200  # folders in one another
_WITH_SIDECAR = frozenset({".txt", ".md", ".markdown", ".html", ".htm"})


class _Walk:
    """One pass over the paths given: no file and no folder is met twice, whatever the links between them."""

    def __init__(self, suffixes: Collection[str]) -> None:
        self.suffixes = suffixes
        self.problems: list[Problem] = []
        self.seen: set[str] = set()
        self.met = 0  # articles in folders, those met before among them

    def path(self, path: Path) -> Iterator[Found]:
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
            yield Found(path, (root.name,), root.parent.parts[1:])

    def _explained(self, path: Path) -> bool:
        suffix = path.suffix.lower()
        if suffix in self.suffixes or not os.path.isfile(path):  # noqa: PTH113 -- never raises
            return False
        if suffix != ".json" or not article_beside(path):
            hint = f"files that are read end in {', '.join(self.suffixes)}; others can be passed as text on -"
            self.problems.append(problem(shown(path), f"files that end in {suffix or 'nothing'} are not read", hint))
        return True

    def _folder(self, folder: Path, real: str, parts: tuple[str, ...], root: tuple[str, ...]) -> Iterator[Found]:
        if not self._new(real):
            return
        if len(parts) > _DEEPEST:
            self.problems.append(problem(shown(folder), "this folder cannot be read: nested too deeply"))
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
                yield Found(here, (*parts, entry.name), root)

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
    found: list[Found | None] = []
    for path in dict.fromkeys(map(str, paths)):
        found.extend([None] if path == STANDARD_INPUT else walk.path(Path(path)))
    ids = identifiers([item for item in found if item])
    return [_source(item, ids) for item in found], walk.problems


def _source(item: Found | None, ids: dict[Found, str]) -> Source:
    if item is None:
        return Source(STANDARD_INPUT, STANDARD_INPUT)
    return Source(ids[item], shown(item.file), item.file, _sidecar(item.file))


def _sidecar(file: Path) -> Path | None:
    beside = file.with_suffix(".json")
    known = file.suffix.lower() in _WITH_SIDECAR
    return beside if known and os.path.isfile(beside) else None  # noqa: PTH113 -- never raises: a name may grow too long


def article_beside(sidecar: Path) -> bool:
    """Tell whether a file of metadata stands beside an article."""
    return any(os.path.isfile(sidecar.with_suffix(suffix)) for suffix in _WITH_SIDECAR)  # noqa: PTH113 -- never raises
