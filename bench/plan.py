"""What a corpus is to be: how many documents, from which seed, in which order; cut into shards of whole stories."""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

SHARD = 5_000  # documents; the same whatever the cores, so that the same seed gives the same bytes
DAYS, MOST_A_DAY = 240, 1_000  # an archive of up to 240,000 documents is half a year's or so, a larger one goes on


@dataclass(frozen=True, slots=True)
class Plan:
    """`later` documents are set apart, the last to arrive; `probes` texts of each kind are made to be looked for.

    `reprints` is how many texts are made from one dispatch, besides all others; `chronological` lets documents arrive
    as they come out instead of in any order.
    """

    documents: int
    seed: int
    base: Path | None = None
    reprints: int = 0
    later: int = 0
    probes: int = 0
    chronological: bool = False

    @property
    def total(self) -> int:
        return self.documents + self.later

    @property
    def days(self) -> int:
        return max(DAYS, self.total // MOST_A_DAY)

    @property
    def bounds(self) -> list[tuple[int, int]]:
        """The numbers of the documents of each shard, half-open; the last shard takes the rest."""
        starts = [*range(0, max(1, self.total - SHARD // 2), SHARD), self.total]
        return list(pairwise(starts))

    def identity(self, number: int) -> str:
        return f"a{number:0{max(6, len(str(self.total - 1)))}d}"
