"""The stages that leave results, in their order, each with the version that is stored with what it found."""

from typing import NamedTuple

from sourcier.lineage.settings import VERSION


class Stage(NamedTuple):
    """A step of the flow ingest → text → lineage → store → shown; results of another version are stale."""

    name: str
    version: int


LINEAGE = Stage("lineage", VERSION)
