"""From shared fingerprints to chains of runs of equal words."""

from collections.abc import Sequence

from sourcier.lineage.limits import Limits
from sourcier.lineage.plain.pair import Pair, Place, Run


def maximal_runs(pair: Pair, seeds: Sequence[Place]) -> list[Run]:
    """Grow the seeds into runs that no equal word could be added to, in order."""
    a, b, look_back = pair.one.words, pair.other.words, pair.limits.look_back
    runs: list[Run] = []
    for i, j in seeds:
        if any(x - y == i - j and x <= i < x + n for x, y, n in runs[-look_back:]):
            continue
        back = ahead = 0
        while i - back > 0 and j - back > 0 and a[i - back - 1] == b[j - back - 1]:
            back += 1
        while i + ahead < len(a) and j + ahead < len(b) and a[i + ahead] == b[j + ahead]:
            ahead += 1
        if ahead:  # else two different phrases have one hash
            runs.append((i - back, j - back, back + ahead))
    return sorted(runs)


def chains(runs: list[Run], limits: Limits) -> list[list[Run]]:
    """Return the chains in which runs follow one another with the least drift, the best first; a run is in one."""
    scores, previous = _linked(runs, limits)
    used = [False] * len(runs)
    found = []
    for best in sorted(range(len(runs)), key=lambda r: (-scores[r], r)):
        members, r = [], best
        while r >= 0 and not used[r]:
            used[r] = True
            members.append(runs[r])
            r = previous[r]
        if members:
            found.append(members[::-1])
    return found


def _linked(runs: list[Run], limits: Limits) -> tuple[list[int], list[int]]:
    """Return the best score of a chain that ends in each run, and the run before it there (-1: none)."""
    scores: list[int] = []
    previous: list[int] = []
    for y, run in enumerate(runs):
        score, before = 4 * run[2], -1
        for x in range(y - 1, max(0, y - limits.look_back) - 1, -1):
            here = _score(runs[x], run, scores[x], limits)
            if here > score:
                score, before = here, x
        scores.append(score)
        previous.append(before)
    return scores, previous


def _score(before: Run, run: Run, score: int, limits: Limits) -> int:
    """Return the score of a chain that goes from one run to another, 0 where it cannot."""
    (xi, xj, xn), (i, j, n) = before, run
    gap_i, gap_j = i - xi - xn, j - xj - xn
    overlap, drift = max(0, -gap_i, -gap_j), abs(gap_i - gap_j)
    if xi >= i or xj >= j or max(gap_i, gap_j) > limits.gap or drift > limits.drift or overlap >= n:
        return 0
    return score + 4 * (n - overlap) - 2 * drift - max(0, min(gap_i, gap_j)) // 4
