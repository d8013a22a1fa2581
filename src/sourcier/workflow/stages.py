"""The stages that leave results, in their order, each with the version that is stored with what it found."""

from functools import cache
from hashlib import sha256
from typing import NamedTuple

from sourcier.lineage.settings import VERSION


class Stage(NamedTuple):
    """A step of the flow ingest → text → lineage → store → shown; results of another version are stale."""

    name: str
    version: int


LINEAGE = Stage("lineage", VERSION)


@cache
def reading() -> Stage:
    """Return the stage that finds the facts of each text; asked for, since it brings in the readers and engines.

    Its version is made of those of all readers and engines, and of the form in which facts are kept.
    """
    from sourcier.core.facts import Facts  # noqa: PLC0415 - as above
    from sourcier.engines import registry  # noqa: PLC0415
    from sourcier.reading.dates import reader as dates  # noqa: PLC0415
    from sourcier.reading.numbers import reader as numbers  # noqa: PLC0415
    from sourcier.reading.organisations import reader as organisations  # noqa: PLC0415
    from sourcier.reading.people import reader as people  # noqa: PLC0415
    from sourcier.reading.places import reader as places  # noqa: PLC0415
    from sourcier.store.compact import shape  # noqa: PLC0415

    readers = (dates, numbers, organisations, people, places)
    engines = (f"{each.name} {each.version}" for each in map(registry.default, registry.languages()) if each)
    return Stage("reading", _number(*(each.PRODUCER for each in readers), *engines, shape(Facts)))


@cache
def resolving() -> Stage:
    """Return the stage that finds who is one over all articles; its version is raised when it would find others."""
    from sourcier.store.compact import shape  # noqa: PLC0415 - as above
    from sourcier.store.entities import Why  # noqa: PLC0415
    from sourcier.store.sightings import Sighted  # noqa: PLC0415

    return Stage("entities", _number("entities 1", shape(Sighted), shape(Why)))


def _number(*names: str) -> int:
    return int.from_bytes(sha256("\n".join(names).encode()).digest()[:6])
