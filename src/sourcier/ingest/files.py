"""Which files are to be read, in what order, under which ids; a folder's are given as they are found."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from sourcier.core.errors import InputError
from sourcier.core.problem import Problem
from sourcier.ingest.formats import HINT, kind_of, stem_of
from sourcier.ingest.found import Found, identifiers, printable, shown
from sourcier.ingest.listing import has_sidecar, listing
from sourcier.ingest.source import Sidecar, Source
from sourcier.ingest.trouble import problem

STANDARD_INPUT = "-"
_DEEPEST = 200  # folders in one another
_BESIDE = (".txt", ".md", ".markdown", ".html", ".htm")


class _Walk:
    """One pass over the paths given: no file and no folder is met twice, whatever the links between them."""

    def __init__(self) -> None:
        self.folders: set[str] = set()
        self.files: set[str] = set()  # those given by name, and where links lead: the others stand in one folder each
        self.met = 0  # articles in folders, those met before among them

    def path(self, path: str) -> Iterator[Found | Problem]:
        root = os.path.abspath(path)  # noqa: PTH100 -- keeps the names given: a link is not resolved
        real = os.path.realpath(path)
        if os.path.isdir(root):  # noqa: PTH112 -- never raises
            yield from self._root(path, real, _parts(root))
        elif self._new(real):
            if kind_of(path) or not os.path.isfile(path):  # noqa: PTH113 -- never raises
                parts = _parts(root)
                yield Found(path, parts[-1], parts[:-1], _beside(path))
            else:
                yield from _explained(Path(path))

    def _root(self, path: str, real: str, parts: tuple[str, ...]) -> Iterator[Found | Problem]:
        known = real in self.folders
        before = self.met
        told = False
        for item in self._folder(path, real, (), parts):
            told = told or isinstance(item, Problem)
            yield item
        if not known and not told and self.met == before:
            yield problem(shown(path), "no articles in this folder", HINT)

    def _folder(
        self, folder: str, real: str, parts: tuple[str, ...], root: tuple[str, ...]
    ) -> Iterator[Found | Problem]:
        if real in self.folders:
            return
        self.folders.add(real)
        if len(parts) > _DEEPEST:
            yield problem(shown(folder), "this folder cannot be read: nested too deeply")
            return
        try:
            listed = listing(folder)
        except OSError as error:
            yield problem(shown(folder), f"this folder cannot be read: {error.strerror}")
            return
        yield from listed.problems
        written = printable(listed.names)
        before = "".join(f"{part}/" for part in parts)
        for name in listed.names:
            here = os.path.join(folder, name)  # noqa: PTH118 -- no Path for each of a million
            link = name in listed.links
            target = os.path.realpath(here) if link else os.path.join(real, name)  # noqa: PTH118
            if name in listed.folders:
                yield from self._folder(here, target, (*parts, written.get(name, name)), root)
                continue
            self.met += 1
            if self._new(target) if link else target not in self.files:
                yield Found(here, f"{before}{written.get(name, name)}", root, listed.sidecar(name))

    def _new(self, real: str) -> bool:
        """Tell whether a file given by name, or by a link, is met for the first time; a folder's own are met there."""
        folder, name = os.path.split(real)
        if real in self.files or (folder in self.folders and name[0] != "." and kind_of(name)):
            return False
        self.files.add(real)
        return True


def sources(paths: Sequence[str | Path]) -> Iterator[Source | Problem]:
    """Return what to read, each with an id of its own; raises InputError at once when a path does not exist."""
    for path in paths:
        if str(path) != STANDARD_INPUT and not os.path.exists(path):  # noqa: PTH110 -- never raises
            raise InputError(f"no such file or folder: {shown(path)}")
    return _sources(list(dict.fromkeys(map(str, paths))))


def _sources(paths: Sequence[str]) -> Iterator[Source | Problem]:
    walk = _Walk()
    if (
        len(paths) == 1 and paths[0] != STANDARD_INPUT
    ):  # paths below one folder are ids already: none waits for the rest
        for item in walk.path(paths[0]):
            yield item if isinstance(item, Problem) else _source(item, item.relative)
        return
    found: list[Found | None] = []
    for path in paths:
        for each in [None] if path == STANDARD_INPUT else walk.path(path):
            if isinstance(each, Problem):
                yield each
            else:
                found.append(each)
    ids = iter(identifiers([each for each in found if each]))
    for each in found:
        yield _source(each, next(ids)) if each else Source(STANDARD_INPUT, STANDARD_INPUT)


def _source(item: Found, id_: str) -> Source:
    sidecar = Path(f"{stem_of(item.file)}.json") if item.sidecar else None
    return Source(id_, shown(item.file), Path(item.file), Sidecar(shown(sidecar), sidecar) if sidecar else None)


def _parts(absolute: str) -> tuple[str, ...]:
    return tuple(map(shown, Path(absolute).parts[1:]))


def _explained(path: Path) -> Iterator[Problem]:
    """Say that a file given by name is not read, unless it is what states an article's metadata."""
    suffix = path.suffix.lower()
    if suffix != ".json" or not article_beside(path):
        hint = f"{HINT}; others can be passed as text on -"
        yield problem(shown(path), f"files that end in {suffix or 'nothing'} are not read", hint)


def _beside(path: str) -> bool:
    return has_sidecar(path) and os.path.isfile(f"{stem_of(path)}.json")  # noqa: PTH113 -- never raises: a name may be too long


def article_beside(sidecar: Path) -> bool:
    """Tell whether a file of metadata stands beside an article."""
    return any(os.path.isfile(sidecar.with_suffix(suffix)) for suffix in _BESIDE)  # noqa: PTH113 -- never raises
