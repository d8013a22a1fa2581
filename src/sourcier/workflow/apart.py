"""How many things can be chosen of which no two are tied: the largest independent set of a graph, or a little more."""

from collections.abc import Mapping, Set

Ties = Mapping[str, Set[str]]
"""Each thing with those that it is tied to, both ways."""

_EXACT = 24  # things tied to one another; the answer for more would take too long


def apart(ties: Ties) -> int:
    """Return the most things of which no two are tied; where that would take too long to find, a number above it."""
    chosen, left = _without_leaves(ties)
    return chosen + sum(_most(left, group) for group in _groups(left))


def _without_leaves(ties: Ties) -> tuple[int, dict[str, set[str]]]:
    """Choose whatever is tied to one thing at most, which loses nothing, and return how many, with what is left."""
    left = {each: set(others) for each, others in ties.items()}
    waiting = [each for each, others in left.items() if len(others) <= 1]
    chosen = 0
    while waiting:
        leaf = waiting.pop()
        if leaf in left:
            chosen += 1
            for gone in (leaf, *left[leaf]):
                for other in left.pop(gone):
                    if other in left:
                        left[other].discard(gone)
                        if len(left[other]) <= 1:
                            waiting.append(other)
    return chosen, left


def _groups(ties: Ties) -> list[list[str]]:
    """Return the things that hang together by their ties."""
    groups: list[list[str]] = []
    seen: set[str] = set()
    for first in ties:
        if first not in seen:
            seen.add(first)
            group = [first]
            for each in group:  # grows while it is read
                following = sorted(ties[each] - seen)
                seen.update(following)
                group += following
            groups.append(group)
    return groups


def _most(ties: Ties, group: list[str]) -> int:
    if len(group) > _EXACT:
        return _cliques(ties, group)
    bits = {each: 1 << place for place, each in enumerate(group)}
    return _largest((1 << len(group)) - 1, [sum(bits[other] for other in ties[each]) for each in group])


def _largest(left: int, ties: list[int]) -> int:
    """Return the size of the largest independent set of the things whose bits are set in `left`."""
    size = 0
    while left:
        degrees = [((ties[place] & left).bit_count(), place) for place in range(len(ties)) if left >> place & 1]
        degree, place = min(degrees)
        if degree > 1:
            _, place = max(degrees)
            without = left & ~(1 << place)
            return size + max(_largest(without, ties), 1 + _largest(without & ~ties[place], ties))
        size += 1
        left &= ~(1 << place | ties[place])
    return size


def _cliques(ties: Ties, group: list[str]) -> int:
    """Return how many sets, in each of which all are tied to all, hold the group: one of each can be chosen at most."""
    uncovered = dict.fromkeys(group)
    sets = 0
    while uncovered:
        first = next(iter(uncovered))
        del uncovered[first]
        sets += 1
        alike = {each for each in ties[first] if each in uncovered}
        while alike:
            each = min(alike)
            del uncovered[each]
            alike = alike & ties[each]
    return sets
