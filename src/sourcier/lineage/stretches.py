"""The table of matched stretches: which text is the derived one, where each stretch lies, what part is standing."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sourcier.core.article import Article
from sourcier.lineage.match import Matches
from sourcier.lineage.order import Times

_STANDING_RUN = 6  # words; shorter standing text inside a passage is a common phrase
_LEAST = 8

I32 = NDArray[np.int32]


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
            self.standing, self.ordered,
        )  # fmt: skip
        return table.take(order), order.tolist()

    def similarity(self) -> NDArray[np.float64]:
        """Return equal words over the words of the longer side."""
        longer = np.maximum(np.ptp(self.words, axis=1), np.ptp(self.source_words, axis=1))
        return self.equal / np.maximum(longer, 1)


def stretches(matches: Matches, articles: Sequence[Article]) -> Stretches:
    """Return the matches as a table; `articles` are in the order in which they were matched."""
    table, runs = _without_standing(matches)
    later, earlier, first, end, equal, is_standing = table.T
    times = Times(articles)
    ordered = times.before(earlier, later)
    names = np.argsort(np.argsort(np.array([article.id for article in articles]))).astype(np.int32)
    flip = ~ordered & (names[earlier] > names[later])
    lead = np.stack([runs[first, 0], runs[end - 1, 0] + runs[end - 1, 2]], axis=1) if len(table) else _none()
    back = np.stack([runs[first, 1], runs[end - 1, 1] + runs[end - 1, 2]], axis=1) if len(table) else _none()
    flipped_runs = np.repeat(flip, end - first)
    oriented = runs.copy()
    oriented[flipped_runs, 0], oriented[flipped_runs, 1] = runs[flipped_runs, 1], runs[flipped_runs, 0]
    derived, source = np.where(flip, earlier, later), np.where(flip, later, earlier)
    words, source_words = np.where(flip[:, None], back, lead), np.where(flip[:, None], lead, back)
    rows = np.lexsort((source, words[:, 0], derived))
    return Stretches(
        derived[rows], source[rows], first[rows], end[rows], equal[rows], oriented, words[rows], source_words[rows],
        _chars(matches, derived[rows], words[rows]), _chars(matches, source[rows], source_words[rows]),
        is_standing[rows].astype(np.bool_), ordered[rows],
    )  # fmt: skip


def _none() -> I32:
    return np.zeros((0, 2), np.int32)


def _chars(matches: Matches, texts: I32, words: I32) -> I32:
    base = matches.bounds[texts]
    return np.stack([matches.words.starts[base + words[:, 0]], matches.words.ends[base + words[:, 1] - 1]], axis=1)


def _without_standing(matches: Matches) -> tuple[I32, I32]:
    """The passages with a column more (standing text or not), those that hold both kinds cut where the kind changes.

    Rows: later text, earlier text, first run, end run, equal words, standing.
    """
    passages, runs = matches.passages, matches.runs
    if not len(passages):
        return np.zeros((0, 6), np.int32), runs
    share = _standing_share(matches)
    mixed = (share > 0) & (share < 1) & (share * passages[:, 4] >= _STANDING_RUN)
    whole = np.column_stack([passages, share >= 0.999]).astype(np.int32)[~mixed]
    rows, extra = [], []
    at = len(runs)
    for row in passages[mixed].tolist():
        for is_standing, part in _parts(matches, row):
            equal = sum(n for _, _, n in part)
            if equal >= _LEAST:
                rows.append((row[0], row[1], at, at + len(part), equal, int(is_standing)))
                extra += part
                at += len(part)
    if not rows:
        return whole, runs
    kept = np.concatenate([whole, np.array(rows, np.int32)])
    return _compact(kept, np.concatenate([runs, np.array(extra, np.int32)]))


def _compact(table: I32, runs: I32) -> tuple[I32, I32]:
    """The table with its runs only, in the table's order."""
    counts = table[:, 3] - table[:, 2]
    ends = np.cumsum(counts)
    picked = np.arange(int(ends[-1])) - np.repeat(ends - counts, counts) + np.repeat(table[:, 2], counts)
    table = table.copy()
    table[:, 2], table[:, 3] = ends - counts, ends
    return table, runs[picked]


def _standing_share(matches: Matches) -> NDArray[np.float64]:
    passages, runs = matches.passages, matches.runs
    sums = np.concatenate(([0], np.cumsum(matches.standing)))
    owner = np.repeat(passages[:, 0], passages[:, 3] - passages[:, 2])
    starts = matches.bounds[owner] + runs[:, 0]
    per_run = np.concatenate(([0], np.cumsum(sums[starts + runs[:, 2]] - sums[starts])))
    return np.asarray((per_run[passages[:, 3]] - per_run[passages[:, 2]]) / passages[:, 4])


def _parts(matches: Matches, row: list[int]) -> list[tuple[bool, list[tuple[int, int, int]]]]:
    """The equal words of one passage as runs, grouped by kind; short pieces take the kind of what they stand in."""
    derived, _, first, end, _ = row
    base = int(matches.bounds[derived])
    pieces: list[tuple[bool, list[tuple[int, int, int]]]] = []
    for i, j, n in matches.runs[first:end].tolist():
        flags = matches.standing[base + i : base + i + n]
        cuts = [0, *(np.flatnonzero(flags[1:] != flags[:-1]) + 1).tolist(), n]
        for low, high in zip(cuts[:-1], cuts[1:], strict=True):
            kind = bool(flags[low])
            piece = (i + low, j + low, high - low)
            if pieces and pieces[-1][0] == kind:
                pieces[-1][1].append(piece)
            else:
                pieces.append((kind, [piece]))
    return _smoothed(pieces)


def _smoothed(
    pieces: list[tuple[bool, list[tuple[int, int, int]]]],
) -> list[tuple[bool, list[tuple[int, int, int]]]]:
    merged: list[tuple[bool, list[tuple[int, int, int]]]] = []
    for kind, part in pieces:
        small = sum(n for _, _, n in part) < _STANDING_RUN
        if merged and (small or merged[-1][0] == kind):
            _append(merged[-1][1], part)
        else:
            merged.append((kind and not small, list(part)))
    joined: list[tuple[bool, list[tuple[int, int, int]]]] = []
    for kind, part in merged:
        if joined and joined[-1][0] == kind:
            _append(joined[-1][1], part)
        else:
            joined.append((kind, part))
    return joined


def _append(runs: list[tuple[int, int, int]], part: list[tuple[int, int, int]]) -> None:
    for i, j, n in part:
        if runs and runs[-1][0] + runs[-1][2] == i and runs[-1][1] + runs[-1][2] == j:
            runs[-1] = (runs[-1][0], runs[-1][1], runs[-1][2] + n)
        else:
            runs.append((i, j, n))
