"""A user's own places: files of them into a ledger, and the gazetteer that reading with that ledger asks."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from sourcier.core.errors import InputError
from sourcier.core.listed import Listed
from sourcier.core.places_file import PlacesFile
from sourcier.core.problem import Problem
from sourcier.ingest import geonames, own_places
from sourcier.ingest.trouble import STAGE, Trouble
from sourcier.reading.gazetteer.gazetteer import Gazetteer, gazetteer
from sourcier.reading.gazetteer.own import own_file
from sourcier.reading.gazetteer.together import Together
from sourcier.store.ledger import Ledger

_TABLE = ".csv"
_DUMPS = (".zip", ".txt")


class Own(NamedTuple):
    """The places of a ledger, by its file, and what tells them from any others."""

    ledger: Path
    checksum: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What was made of files: how many places each gave, by the name that it has in the ledger, and the bad news."""

    files: dict[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def own_of(ledger: Ledger) -> Own | None:
    """Return the places of a ledger, None where it has none or is in memory."""
    checksum = ledger.places_checksum() if ledger.path else ""
    return Own(ledger.path, checksum) if ledger.path and checksum else None


def known_places(own: Own | None) -> Gazetteer:
    """Return the gazetteer of the package, together with a ledger's own places if there are any."""
    return _together(own) if own else gazetteer()


@lru_cache(2)
def _together(own: Own) -> Gazetteer:
    with Ledger(own.ledger, create=False) as ledger:
        file = ledger.places_encoded()
    return Together(Gazetteer(file), gazetteer()) if file else gazetteer()


def add_places(path: Path, files: Sequence[Path]) -> Taken:
    """Keep the places of country dumps of GeoNames, or of a user's own tables, in the ledger at `path`.

    A file takes the place of one that had its name. One that cannot be read is a problem, and the others are kept.
    """
    if not files:
        raise InputError("say which files of places to add")
    problems: list[Problem] = []
    found: dict[str, list[Listed]] = {}
    for file in dict.fromkeys(files):
        try:
            before, places = len(problems), list(_met(_read(file), problems))
        except (Trouble, OSError) as error:
            problems.append(_told(file, error))
            continue
        if file.name in found:
            problems.append(Problem(STAGE, str(file), "another file of this name was given", "give it another name"))
        elif places:
            found[file.name] = places
        elif len(problems) == before:
            problems.append(Problem(STAGE, str(file), "there is no place in it"))
    if found:
        with Ledger(path) as ledger:
            ledger.add_places(found, own_file)
    return Taken({name: len(places) for name, places in found.items()}, tuple(problems))


def _read(file: Path) -> Iterator[Listed | Problem]:
    kind = file.suffix.lower()
    if kind not in {_TABLE, *_DUMPS}:
        raise Trouble("places are read from .zip, .txt and .csv", "give a country's dump of GeoNames, or a table")
    with ExitStack() as stack:
        stream = stack.enter_context(file.open("rb"))
        if kind == _TABLE:
            yield from own_places.read(stream, str(file), file.name)
            return
        for each in geonames.read(stream, str(file)):
            # Countries are known by their names in the languages that are read; a dump has them in its own.
            if isinstance(each, Problem) or each.place.kind != "country":
                yield each


def _met(read: Iterator[Listed | Problem], problems: list[Problem]) -> Iterator[Listed]:
    for each in read:
        if isinstance(each, Problem):
            problems.append(each)
        else:
            yield each


def _told(file: Path, error: Trouble | OSError) -> Problem:
    if isinstance(error, Trouble):
        return Problem(STAGE, str(file), error.message, error.hint)
    return Problem(STAGE, str(file), f"this file cannot be read: {error.strerror}")


def remove_places(path: Path, names: Sequence[str]) -> None:
    """Forget the places of files, by the names that they have in the ledger; InputError where one has none."""
    if not names:
        raise InputError("say which files of places to forget")
    with Ledger(path, create=False) as ledger:
        ledger.remove_places(list(dict.fromkeys(names)), own_file)


def places_files(path: Path) -> list[PlacesFile]:
    """Return the files of places in a ledger, by name."""
    with Ledger(path, create=False) as ledger:
        return ledger.places_files()
