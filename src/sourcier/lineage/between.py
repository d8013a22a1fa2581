"""Stretches between pairs of texts, as they are kept: what two texts share depends on no third."""

from typing import NamedTuple

import numpy as np

from sourcier.core.passage import PassageKind
from sourcier.lineage.arrays import I32, I64


class Between(NamedTuple):
    """Accepted stretches: `rows` and `runs` as in Matches, by later text, and a kind for each row."""

    rows: I32
    runs: I32
    kinds: tuple[PassageKind, ...]

    def take(self, rows: I64) -> "Between":
        """Return some of the stretches, in the order asked for, with their runs alone."""
        chosen = self.rows[rows]
        lengths = chosen[:, 3] - chosen[:, 2]
        ends = np.cumsum(lengths, dtype=np.int32)
        at = np.arange(int(lengths.sum())) + np.repeat(chosen[:, 2] - (ends - lengths), lengths)
        placed = chosen.copy()
        placed[:, 2], placed[:, 3] = ends - lengths, ends
        return Between(placed, self.runs[at], tuple(self.kinds[row] for row in rows.tolist()))

    def joined(self, other: "Between") -> "Between":
        """Return the stretches of both."""
        rows = other.rows.copy()
        rows[:, 2:4] += len(self.runs)
        return Between(
            np.concatenate((self.rows, rows)), np.concatenate((self.runs, other.runs)), self.kinds + other.kinds
        )
