"""Which stretches two members of a family truly share, read off the origins of their words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bench.draft import STANDING, Ints, Printed
from bench.family import Member
from bench.when import certainly_after

LONGEST_CHANGE = 8  # changed words in a row that end a passage
LEAST_WORDS = 8  # unchanged words; fewer are too few to ask of anyone, and count neither way

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one text whose words stand in the same order in another; spans in code points."""

    derived_span: Span
    source_span: Span
    words: int
    unchanged: int
    edits: tuple[tuple[Span, Span], ...]

    @property
    def counted(self) -> bool:
        return self.unchanged >= LEAST_WORDS


class Shared:
    """The words of all members of one family, ready to be compared pair by pair."""

    def __init__(self, members: Sequence[Member]) -> None:
        self.members = members
        bounds = np.cumsum([0, *(len(member.printed.origins) for member in members)]).tolist()
        origins = np.concatenate([member.printed.origins for member in members])
        known, numbered = np.unique(origins, return_inverse=True)
        numbered[origins == STANDING] = -1
        self._origins: list[Ints] = [numbered[start:end] for start, end in pairwise(bounds)]
        # Two words of one origin with one 64-bit hash are the same word, but for a chance that no corpus will meet.
        self._forms: list[Ints] = [member.printed.hashes for member in members]
        self._places = [self._table(each, len(known)) for each in self._origins]

    @staticmethod
    def _table(origins: Ints, count: int) -> Ints:
        table = np.full(count + 1, -1, np.int64)  # the last entry answers origin -1
        kept = origins >= 0
        table[origins[kept]] = np.flatnonzero(kept)
        return table

    def passages(self, derived: int, source: int, *, edits: bool = True) -> Iterator[Passage]:
        """Yield them in the order of the derived text; without `edits`, none of them says which words were changed."""
        places, same = self.compared(derived, source)
        if not same.any():
            return
        diagonal = np.where(places >= 0, places - np.arange(len(places)), np.iinfo(np.int64).min)
        bounds = [0, *(np.flatnonzero(np.diff(diagonal)) + 1).tolist(), len(places)]
        for start, end in pairwise(bounds):
            if places[start] >= 0:
                equal = np.flatnonzero(same[start:end]) + start
                yield from self._unbroken((derived, source), equal, int(places[start]) - start, edits=edits)

    def compared(self, derived: int, source: int) -> tuple[Ints, NDArray[np.bool_]]:
        """For each word of one text: its place in the other (-1: nowhere), and whether it is the same word there."""
        places = self._places[source][self._origins[derived]]
        return places, (places >= 0) & (self._forms[derived] == self._forms[source][places])

    def _unbroken(self, pair: tuple[int, int], equal: Ints, shift: int, *, edits: bool) -> Iterator[Passage]:
        """Passages along one diagonal, from the places of its unchanged words."""
        if not len(equal):
            return
        groups = np.split(equal, np.flatnonzero(np.diff(equal) > LONGEST_CHANGE) + 1)
        here, there = (self.members[member].printed for member in pair)
        for group in groups:
            first, last = int(group[0]), int(group[-1])
            changed = sorted(set(range(first, last + 1)).difference(group.tolist())) if edits else ()
            told = tuple((_span(here, w, w), _span(there, w + shift, w + shift)) for w in changed)
            yield Passage(
                _span(here, first, last), _span(there, first + shift, last + shift), last + 1 - first, len(group), told
            )

    def tellable(self, derived: int) -> bool:
        """Whether no other text, unless certainly later, holds all the words that came unchanged from a parent."""
        parents = self.members[derived].draft.parents
        published = self.members[derived].published
        for parent in parents:
            inherited = self.compared(derived, parent)[1]
            if int(inherited.sum()) < LEAST_WORDS:
                return False
            for other, member in enumerate(self.members):
                if other in {derived, parent} or certainly_after(member.published, published):
                    continue
                if self.compared(derived, other)[1][inherited].all():
                    return False
        return bool(parents)


def _span(printed: Printed, first: int, last: int) -> Span:
    return int(printed.starts[first]), int(printed.ends[last])
