"""Equal words between the runs of a chain, and beyond its ends."""

from sourcier.lineage.arrays import BREAK, LONGEST
from sourcier.lineage.plain.pair import Pair, Place

_OVER_BREAK = 5  # two words that are equal by chance do not carry a passage over the end of a sentence


def align_gap(pair: Pair, at: Place, n: int, m: int) -> list[Place]:
    """Return the equal words of a gap of n by m words in an alignment with the fewest edits."""
    i, j = at
    cost = [[x + y if not x or not y else 0 for y in range(m + 1)] for x in range(n + 1)]
    for x in range(1, n + 1):
        for y in range(1, m + 1):
            differ = not pair.equal(i + x - 1, j + y - 1)
            cost[x][y] = min(cost[x - 1][y - 1] + differ, cost[x - 1][y] + 1, cost[x][y - 1] + 1)
    equal, x, y = [], n, m
    while x and y:
        same = pair.equal(i + x - 1, j + y - 1)
        if cost[x - 1][y - 1] + (not same) == cost[x][y]:
            x, y = x - 1, y - 1
            if same:
                equal.append((i + x, j + y))
        elif cost[x - 1][y] + 1 == cost[x][y]:
            x -= 1
        else:
            y -= 1
    return equal[::-1]


def stretch_on(pair: Pair, at: Place, step: int) -> list[Place]:
    """Return equal words from `at` on (step 1) or back (-1), window after window as long as there are any."""
    i, j = at
    beyond: list[Place] = []
    while True:
        room = _free_words(pair.covered, i, step, pair.limits.window)
        left = min(pair.limits.window, len(pair.other.words) - j if step > 0 else j + 1)
        found = _stretch(pair, (i, j), (room, left), step)
        if not found:
            return beyond
        beyond += reversed(found)
        i, j = found[0][0] + step, found[0][1] + step


def _free_words(covered: bytearray, i: int, step: int, window: int) -> int:
    n = 0
    while n < window and 0 <= i + step * n < len(covered) and not covered[i + step * n]:
        n += 1
    return n


def _stretch(pair: Pair, at: Place, size: tuple[int, int], step: int) -> list[Place]:
    """Return the equal words of one window that outweigh what differs; the farthest first."""
    (i, j), (n, m) = at, size
    if n <= 0 or m <= 0:
        return []
    score = [[-2 * (x + y) if not x or not y else 0 for y in range(m + 1)] for x in range(n + 1)]
    best, best_x, best_y = _to_beat(pair, at, step), 0, 0
    for x in range(1, n + 1):
        for y in range(1, m + 1):
            gain = _gain(pair, i + step * (x - 1), j + step * (y - 1))
            here = max(score[x - 1][y - 1] + gain, score[x - 1][y] - 2, score[x][y - 1] - 2)
            score[x][y] = here
            if here > best or (here == best and best_x and x + y < best_x + best_y):
                best, best_x, best_y = here, x, y
    return _traced(pair, at, step, score, (best_x, best_y))


def _to_beat(pair: Pair, at: Place, step: int) -> int:
    i, j = at if step > 0 else (at[0] + 1, at[1] + 1)  # the words that the two sentences meet at
    return _OVER_BREAK if (pair.one.marks[i] | pair.other.marks[j]) & BREAK else 0


def _gain(pair: Pair, i: int, j: int) -> int:
    """Return what a pair of words is worth: short words are equal by chance."""
    if not pair.equal(i, j):
        return -1
    return 3 if pair.one.marks[i] & LONGEST > 3 else 1


def _traced(pair: Pair, at: Place, step: int, score: list[list[int]], end: Place) -> list[Place]:
    equal, (x, y) = [], end
    while x and y:
        i, j = at[0] + step * (x - 1), at[1] + step * (y - 1)
        if score[x - 1][y - 1] + _gain(pair, i, j) == score[x][y]:
            if pair.equal(i, j):
                equal.append((i, j))
            x, y = x - 1, y - 1
        elif score[x - 1][y] - 2 == score[x][y]:
            x -= 1
        else:
            y -= 1
    return equal
