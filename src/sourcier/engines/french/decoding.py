"""From scores of arcs to a tree: each token's best head, repaired where that is no tree with one root."""

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.floating]
Heads = npt.NDArray[np.int64]

_ROOT_COSTS = (0.0, 4.0, 16.0, 1e6)  # the last is beyond any sum of differences: no second root


def tree(scores: Scores) -> Heads:
    """Return the heads of the tree of highest score that has exactly one root.

    `scores` is (token, head): head 0 is the root, head n the token n - 1. The heads are numbered the same way.
    """
    count = len(scores)
    own = np.arange(count)
    scores[own, own + 1] = -np.inf
    heads: Heads = scores.argmax(axis=1)
    if np.count_nonzero(heads == 0) == 1 and _reaches_root(heads):
        return heads
    return _repaired(scores)


def _reaches_root(heads: Heads) -> bool:
    """Follow all heads at once, twice as far each time."""
    above = np.concatenate(([0], heads))
    for _ in range(len(heads).bit_length()):
        above = above[above]
    return not above.any()


def _repaired(scores: Scores) -> Heads:
    """The best tree; where it has several roots, the best one with each root made dearer, until there is one.

    With any such cost, a best tree that has one root is the best of all that have one.
    """
    count = len(scores)
    full = np.full((count + 1, count + 1), -np.inf)
    full[1:] = np.maximum(scores, -1e4)
    np.fill_diagonal(full, -np.inf)
    for cost in _ROOT_COSTS:
        dearer = full.copy()
        dearer[1:, 0] -= cost
        heads = _maximal(dearer)[1:]
        if np.count_nonzero(heads == 0) == 1:
            break
    return heads


def _maximal(scores: npt.NDArray[np.float64]) -> Heads:
    """Chu-Liu/Edmonds over (dependent, head), node 0 the root: a cycle becomes one node, and the rest is solved."""
    best: Heads = scores.argmax(axis=1)
    best[0] = 0
    cycle = _cycle(best)
    if not cycle:
        return best
    inside = np.array(cycle)
    free = np.ones(len(scores), bool)
    free[inside] = False
    outside = np.flatnonzero(free)
    enter = scores[inside[:, None], outside] - scores[inside, best[inside]][:, None]
    leave = scores[outside[:, None], inside]
    size = len(outside)
    smaller = np.full((size + 1, size + 1), -np.inf)
    smaller[:size, :size] = scores[outside[:, None], outside]
    smaller[size, :size] = enter.max(axis=0)
    smaller[:size, size] = leave.max(axis=1)
    solved = _maximal(smaller)
    into = np.append(outside, -1)[solved[:size]]
    best[outside] = np.where(solved[:size] == size, inside[leave.argmax(axis=1)], into)
    best[inside[enter[:, solved[size]].argmax()]] = outside[solved[size]]
    best[0] = 0
    return best


def _cycle(heads: Heads) -> list[int]:
    """The nodes of one cycle; none where every node hangs on the root, which is its own head."""
    seen = np.zeros(len(heads), np.int64)
    for start in range(1, len(heads)):
        node = start
        while node and not seen[node]:
            seen[node] = start
            node = int(heads[node])
        if node and seen[node] == start:
            cycle = [node]
            while (node := int(heads[node])) != cycle[0]:
                cycle.append(node)
            return cycle
    return []
