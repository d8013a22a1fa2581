"""Which few words in a row of a text to look for, so that whatever shares a long enough run with it is met."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

from sourcier.core.span import Span
from sourcier.text.fold import ALONE, PAGE, page

WORDS = 4
"""Words of a window."""


def windows(tokens: Sequence[str], costs: Mapping[str, int], run: int) -> list[Span]:
    """Return the windows to look for, in tokens, so that every `run` words in a row hold one, at the least cost.

    A window costs what its cheapest token does: the rarest. In scripts without spaces every character counts as a
    word, as where texts are compared.
    """
    reach = [0, *accumulate(map(size, tokens))]
    count = len(tokens)
    ends = [min(bisect_left(reach, words + WORDS), count) for words in reach[:-1]]
    whole = [at for at in range(count) if not at or reach[count] - reach[at] >= WORDS]
    runs = [
        min(bisect_left(reach, reach[at] + run), count) for at in whole if not at or reach[count] - reach[at] >= run
    ]
    last_inside = [bisect_right(ends, end, first, len(whole)) - 1 for first, end in enumerate(runs)]
    cost = [min(costs[token] for token in tokens[at : ends[at]]) for at in whole]
    return [Span(at, ends[at]) for at in _cheapest(cost, last_inside)]


def size(token: str) -> int:
    """Return how many words a token of the full-text table stands for."""
    return len(token) if alone(token) else 1


def alone(token: str) -> bool:
    """Tell whether a token is of a script without spaces, a clause of which the full-text table takes for one word."""
    code = ord(token[0])
    return bool(page(code // PAGE)[code % PAGE] & ALONE)


def _cheapest(costs: Sequence[int], last_inside: Sequence[int]) -> list[int]:
    """Return windows, in order: one at least from each number up to `last_inside` of it, their costs the least sum."""
    totals, before = [0], [0]  # of the cheapest choice that ends with the window before this number
    low = 0
    for at, cost in enumerate(costs):
        while low < len(last_inside) and last_inside[low] < at:
            low += 1
        best = min(range(low, at + 1), key=totals.__getitem__)
        totals.append(totals[best] + cost)
        before.append(best)
    state = min(range(len(last_inside), len(totals)), key=totals.__getitem__)
    chosen: list[int] = []
    while state:
        chosen.append(state - 1)
        state = before[state]
    return chosen[::-1]
