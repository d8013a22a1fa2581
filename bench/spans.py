"""Lengths of unions and intersections of half-open spans."""

from collections.abc import Iterable, Sequence

Span = tuple[int, int]


def union(spans: Iterable[Span]) -> list[Span]:
    """Give the same characters as sorted spans that do not touch."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return joined


def length(spans: Iterable[Span]) -> int:
    return sum(end - start for start, end in spans)


def common(left: Sequence[Span], right: Sequence[Span]) -> int:
    """How many characters lie in both unions."""
    total = here = there = 0
    while here < len(left) and there < len(right):
        total += max(0, min(left[here][1], right[there][1]) - max(left[here][0], right[there][0]))
        if left[here][1] < right[there][1]:
            here += 1
        else:
            there += 1
    return total


def overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
