"""Two texts that are compared."""

from typing import NamedTuple

from sourcier.lineage.arrays import BREAK
from sourcier.lineage.limits import Limits

Run = tuple[int, int, int]
"""Word of the derived text, word of the source, how many equal words from there on."""
Place = tuple[int, int]
"""A word of the derived text and one of the source."""


class Side(NamedTuple):
    """The words of one text: hashes, marks, and whether each is standing text."""

    words: list[int]
    marks: list[int]
    standing: list[int]

    def ends(self, at: int) -> bool:
        """Tell whether a sentence ends before word `at`."""
        return at == len(self.words) or bool(self.marks[at] & BREAK)


class Pair(NamedTuple):
    """Two texts, what the aligner tolerates, and the derived words that passages have taken so far."""

    one: Side
    other: Side
    limits: Limits
    covered: bytearray

    def equal(self, i: int, j: int) -> bool:
        """Tell whether two words are equal."""
        return self.one.words[i] == self.other.words[j]

    def opens(self, run: Run) -> bool:
        """Tell whether a sentence begins with the run in both texts."""
        return bool(self.one.marks[run[0]] & self.other.marks[run[1]] & BREAK)


def add(chain: list[Run], run: Run) -> None:
    """Add a run to a chain; runs that meet become one."""
    if chain and chain[-1][0] + chain[-1][2] == run[0] and chain[-1][1] + chain[-1][2] == run[1]:
        chain[-1] = (chain[-1][0], chain[-1][1], chain[-1][2] + run[2])
    else:
        chain.append(run)
