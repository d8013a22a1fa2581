"""The stages in their order, each with the version that is stored with what it found."""

from typing import NamedTuple

from sourcier.lineage.settings import VERSION as LINEAGE_VERSION


class Stage(NamedTuple):
    """A step of the flow ingest → text → lineage → reading → crosscheck → store → shown that leaves results."""

    name: str
    version: int


STAGES = (Stage("lineage", LINEAGE_VERSION),)
