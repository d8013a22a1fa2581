"""A chain cut into passages: where much is unmatched, where whole sentences are, where standing text begins or ends."""

from sourcier.lineage.arrays import BREAK
from sourcier.lineage.limits import Limits
from sourcier.lineage.plain.chaining import trimmed
from sourcier.lineage.plain.pair import Pair, Run, Side, add

Part = tuple[int, list[Run]]
"""Whether the runs are standing text (1 or 0), and the runs."""


def passages(pair: Pair, chain: list[Run]) -> list[Part]:
    """Return the passages of a chain; their words are covered then."""
    kept: list[Part] = []
    first = 0
    for r in range(1, len(chain) + 1):
        if r == len(chain) or _splits(pair, chain[r - 1], chain[r]):
            for kind, part in _cut_at_standing(pair.one, chain[first:r], pair.limits):
                kept += _accepted(pair, kind, part)
            first = r
    return kept


def _splits(pair: Pair, before: Run, run: Run) -> bool:
    i, j = before[0] + before[2], before[1] + before[2]
    gap_i, gap_j = run[0] - i, run[1] - j
    if max(gap_i, gap_j) > pair.limits.split_long or abs(gap_i - gap_j) > pair.limits.split_unequal:
        return True
    if _ends_inside(pair.one.marks, i, run[0]) and _ends_inside(pair.other.marks, j, run[1]):
        return True
    return _whole_sentences(pair.one.marks, i, run[0]) or _whole_sentences(pair.other.marks, j, run[1])


def _ends_inside(marks: list[int], start: int, end: int) -> bool:
    """Tell whether a sentence ends among these words, with three or more of them unmatched."""
    return end - start >= 3 and any(mark & BREAK for mark in marks[start : end + 1])


def _whole_sentences(marks: list[int], start: int, end: int) -> bool:
    return end - start >= 3 and bool(marks[start] & BREAK) and bool(marks[end] & BREAK)


def _cut_at_standing(side: Side, runs: list[Run], limits: Limits) -> list[Part]:
    """Return the runs in groups of one kind; a set phrase inside a passage is part of it."""
    groups = _of_one_kind(side, runs)
    words = [sum(n for _, _, n in part) for _, part in groups]
    other, standing = (sum(n for n, (kind, _) in zip(words, groups, strict=True) if kind == which) for which in (0, 1))
    all_standing = 3 * other < standing or (other < limits.standing_edge and other <= standing)
    merged: list[Part] = []
    for at, (kind, part) in enumerate(groups):
        limit = limits.standing_edge if at in {0, len(groups) - 1} else limits.standing_inside
        is_small = words[at] < limit and 2 * words[at] <= other
        taken_as = 1 if all_standing else 0 if is_small else kind
        if not merged or merged[-1][0] != taken_as:
            merged.append((taken_as, []))
        for run in part:
            add(merged[-1][1], run)
    return merged


def _of_one_kind(side: Side, runs: list[Run]) -> list[Part]:
    groups: list[Part] = []
    for i, j, n in runs:
        start = 0
        for x in range(1, n + 1):
            if x < n and side.standing[i + x] == side.standing[i + start]:
                continue
            kind = int(side.standing[i + start])
            if not groups or groups[-1][0] != kind:
                groups.append((kind, []))
            groups[-1][1].append((i + start, j + start, x - start))
            start = x
    return groups


def _accepted(pair: Pair, kind: int, part: list[Run]) -> list[Part]:
    part = trimmed(pair, part)
    start, end = part[0], part[-1]
    equal = sum(n for _, _, n in part)
    length = max(end[0] + end[2] - start[0], end[1] + end[2] - start[1])
    if equal < pair.limits.least or 2 * equal < length:
        return []
    pair.covered[start[0] : end[0] + end[2]] = b"\1" * (end[0] + end[2] - start[0])
    return [(kind, part)]
