"""What pairs of texts share, word by word, from either side."""

from dataclasses import dataclass
from functools import cached_property

from sourcier.lineage.parents import bits
from sourcier.lineage.stretches import Stretches


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one text as bits: those inside stretches shared with another text, and those of them that are equal."""

    span: int
    equal: int


_Side = tuple[list[list[int]], list[int], list[int], list[int], list[int]]
"""Word bounds of each row; start and length of each run; first and end run of each row."""


class Sharing:
    """The reuse of a table, by pair of texts."""

    def __init__(self, table: Stretches, rows: list[int]) -> None:
        self._table = table
        self._rows = rows

    @cached_property
    def rows_of(self) -> dict[tuple[int, int], list[int]]:
        """Rows of the table by (derived, source)."""
        found: dict[tuple[int, int], list[int]] = {}
        derived, source = self._table.derived.tolist(), self._table.source.tolist()
        for row in self._rows:
            found.setdefault((derived[row], source[row]), []).append(row)
        return found

    @cached_property
    def partners(self) -> dict[int, dict[int, int]]:
        """For each text the texts it shares words with, and how many."""
        found: dict[int, dict[int, int]] = {}
        equal = self._table.equal.tolist()
        for (derived, source), rows in self.rows_of.items():
            words = sum(equal[row] for row in rows)
            found.setdefault(derived, {})[source] = words
            found.setdefault(source, {})[derived] = words
        return found

    @cached_property
    def _columns(self) -> tuple[_Side, _Side]:
        t = self._table
        first, end = t.first.tolist(), t.end.tolist()
        (i, j, n) = t.runs.T.tolist() if len(t.runs) else ([], [], [])
        return (t.words.tolist(), i, n, first, end), (t.source_words.tolist(), j, n, first, end)

    def words(self, text: int, other: int) -> Words:
        """Return the words of `text` that it shares with `other`."""
        as_derived = self.rows_of.get((text, other))
        rows, side = (as_derived, 0) if as_derived else (self.rows_of.get((other, text), []), 1)
        bounds, starts, lengths, first, end = self._columns[side]
        span = equal = 0
        for row in rows:
            low, high = bounds[row]
            span |= bits(low, high)
            for run in range(first[row], end[row]):
                equal |= bits(starts[run], starts[run] + lengths[run])
        return Words(span, equal)

    def between(self, first: int, middle: int, last: int) -> int:
        """Return how many words show that `middle` stands between the others: it has the changes of one, not of both.

        0 where nothing shows it. A copy keeps its parent's changes and adds its own; words in which the outer texts
        agree against the middle one speak against it.
        """
        to_last, to_first = self.words(middle, last), self.words(middle, first)
        kept = (to_last.equal & ~to_first.equal & to_first.span).bit_count()
        changed_later = (to_first.equal & ~to_last.equal & to_last.span).bit_count()
        back, direct = self.words(last, middle), self.words(last, first)
        against = (direct.equal & ~back.equal & back.span).bit_count()
        return kept if kept >= 2 and changed_later >= 2 and 5 * against <= changed_later else 0
