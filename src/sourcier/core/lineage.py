"""What lineage found over a set of articles."""

from dataclasses import dataclass

from sourcier.core.family import Family, Searched
from sourcier.core.passage import Passage


@dataclass(frozen=True, slots=True)
class Lineage:
    """Passages in order of derived article and position, families in order of their ids."""

    passages: tuple[Passage, ...]
    families: tuple[Family, ...]
    searched: Searched
