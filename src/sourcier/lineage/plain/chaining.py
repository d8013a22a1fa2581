"""One chain of runs: overlaps cut, ends trimmed and stretched, gaps aligned."""

from sourcier.lineage.arrays import BREAK
from sourcier.lineage.plain.gaps import align_gap, stretch_on
from sourcier.lineage.plain.pair import Pair, Run, add


def build(pair: Pair, members: list[Run]) -> list[Run]:
    """Return the runs of a chain, without words that an earlier chain of the pair has taken."""
    plain = _untaken(members, pair.covered)
    if not plain:
        return []
    plain = trimmed(pair, plain)
    chain: list[Run] = []
    i, j, _ = plain[0]
    for x, y in reversed(stretch_on(pair, (i - 1, j - 1), -1)):
        add(chain, (x, y, 1))
    for at, run in enumerate(plain):
        if at:
            _fill(pair, chain, plain[at - 1], run)
        add(chain, run)
    i, j, n = plain[-1]
    for x, y in stretch_on(pair, (i + n, j + n), 1):
        add(chain, (x, y, 1))
    return chain


def _fill(pair: Pair, chain: list[Run], before: Run, run: Run) -> None:
    """Add the equal words of the gap between two runs."""
    i, j = before[0] + before[2], before[1] + before[2]
    n, m = run[0] - i, run[1] - j
    if not any(pair.covered[i : run[0]]) and n <= pair.limits.gap and m <= pair.limits.gap:
        for x, y in align_gap(pair, (i, j), n, m):
            add(chain, (x, y, 1))


def _untaken(members: list[Run], covered: bytearray) -> list[Run]:
    """Return the runs without overlaps among them and without words that are covered."""
    plain: list[Run] = []
    for i, j, n in members:
        cut = max(0, plain[-1][0] + plain[-1][2] - i, plain[-1][1] + plain[-1][2] - j) if plain else 0
        start = -1
        for x in range(cut, n + 1):
            is_free = x < n and not covered[i + x]
            if is_free and start < 0:
                start = x
            elif not is_free and start >= 0:
                plain.append((i + start, j + start, x - start))
                start = -1
    return plain


def trimmed(pair: Pair, runs: list[Run]) -> list[Run]:
    """Return the runs without one or two words beyond a sentence's break: they are chance, not passage."""
    while len(runs) > 1 and runs[0][2] <= 2 and pair.opens(runs[1]):
        runs = runs[1:]
    while len(runs) > 1 and runs[-1][2] <= 2 and pair.opens(runs[-1]):
        runs = runs[:-1]
    return _end_trimmed(pair, _start_trimmed(pair, runs))


def _start_trimmed(pair: Pair, runs: list[Run]) -> list[Run]:
    i, j, n = runs[0]
    for cut in (2, 1):
        if n > cut and pair.opens((i + cut, j + cut, 1)):
            is_whole = pair.opens(runs[0])  # a short sentence, whole
            return runs if is_whole else [(i + cut, j + cut, n - cut), *runs[1:]]
    return runs


def _end_trimmed(pair: Pair, runs: list[Run]) -> list[Run]:
    i, j, n = runs[-1]
    end_i, end_j = i + n, j + n
    for cut in (2, 1):
        if n > cut and pair.one.marks[end_i - cut] & pair.other.marks[end_j - cut] & BREAK:
            is_whole = pair.one.ends(end_i) and pair.other.ends(end_j)
            return runs if is_whole else [*runs[:-1], (i, j, n - cut)]
    return runs
