"""The table of matched stretches: which text is the derived one, where each stretch lies, what part is standing."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sourcier.core.article import Article
from sourcier.lineage.arrays import I32
from sourcier.lineage.order import Times
from sourcier.lineage.words import Wording


@dataclass(frozen=True, slots=True, eq=False)
class Stretches:
    """Parallel columns, a row a stretch, in order of derived text and position.

    `derived` and `source` are positions in the list of texts; `first`..`end` the rows of `runs` (derived word, source
    word, equal words); `words` and `source_words` are half-open word offsets (two columns); `chars` and
    `source_chars` the same in code points; `ordered` tells that the source certainly came first.
    """

    derived: I32
    source: I32
    first: I32
    end: I32
    equal: I32
    runs: I32
    words: I32
    source_words: I32
    chars: I32
    source_chars: I32
    standing: NDArray[np.bool_]
    ordered: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.derived)

    def take(self, rows: NDArray[np.int64]) -> "Stretches":
        """Return some rows of the table; `runs` stay as they are."""
        return Stretches(
            self.derived[rows], self.source[rows], self.first[rows], self.end[rows], self.equal[rows], self.runs,
            self.words[rows], self.source_words[rows], self.chars[rows], self.source_chars[rows],
            self.standing[rows], self.ordered[rows],
        )  # fmt: skip

    def flipped(self, rows: NDArray[np.bool_]) -> tuple["Stretches", list[int]]:
        """Return the table with derived and source exchanged in some rows, and which row each of its rows was."""
        one = rows[:, None]
        runs = self.runs.copy()
        for first, end in zip(self.first[rows].tolist(), self.end[rows].tolist(), strict=True):
            runs[first:end, :2] = runs[first:end, 1::-1]
        derived, source = np.where(rows, self.source, self.derived), np.where(rows, self.derived, self.source)
        words, source_words = np.where(one, self.source_words, self.words), np.where(one, self.words, self.source_words)
        chars, source_chars = np.where(one, self.source_chars, self.chars), np.where(one, self.chars, self.source_chars)
        order = np.lexsort((source, words[:, 0], derived))
        table = Stretches(
            derived, source, self.first, self.end, self.equal, runs, words, source_words, chars, source_chars,
            self.standing, self.ordered & ~rows,
        )  # fmt: skip
        return table.take(order), order.tolist()

    def similarity(self) -> NDArray[np.float64]:
        """Return equal words over the words of the longer side."""
        longer = np.maximum(np.ptp(self.words, axis=1), np.ptp(self.source_words, axis=1))
        return np.asarray(self.equal / np.maximum(longer, 1))


def stretches(
    rows: I32, runs: I32, wording: Wording, articles: Sequence[Article], times: Times
) -> tuple[Stretches, NDArray[np.int64]]:
    """Return matched rows as a table, and which row each of its rows was; `articles` are in the order of comparison."""
    later, earlier, first, end, equal, is_standing = rows.T
    ordered = times.before(earlier, later)
    names = np.argsort(np.argsort(np.array([article.id for article in articles]))).astype(np.int32)
    flip = ~ordered & (names[earlier] > names[later])
    lead = np.stack([runs[first, 0], runs[end - 1, 0] + runs[end - 1, 2]], axis=1) if len(rows) else _none()
    back = np.stack([runs[first, 1], runs[end - 1, 1] + runs[end - 1, 2]], axis=1) if len(rows) else _none()
    flipped_runs = np.repeat(flip, end - first)
    oriented = runs.copy()
    oriented[flipped_runs, 0], oriented[flipped_runs, 1] = runs[flipped_runs, 1], runs[flipped_runs, 0]
    derived, source = np.where(flip, earlier, later), np.where(flip, later, earlier)
    words, source_words = np.where(flip[:, None], back, lead), np.where(flip[:, None], lead, back)
    order = np.lexsort((source, words[:, 0], derived))
    table = Stretches(
        derived[order], source[order], first[order], end[order], equal[order], oriented, words[order],
        source_words[order], _chars(wording, derived[order], words[order]),
        _chars(wording, source[order], source_words[order]), is_standing[order].astype(np.bool_), ordered[order],
    )  # fmt: skip
    return table, order


def _none() -> I32:
    return np.zeros((0, 2), np.int32)


def _chars(wording: Wording, texts: I32, words: I32) -> I32:
    base = wording.bounds[texts]
    return np.stack([wording.words.starts[base + words[:, 0]], wording.words.ends[base + words[:, 1] - 1]], axis=1)
