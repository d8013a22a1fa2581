"""How alike two words are as written: a slip of the pen, an ending, or two words."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

Likeness = Literal["slip", "ending", "none"]

_STEM = 4  # letters that a word and its inflected form share at least
_ENDING = 3  # letters that inflection adds or changes
_SLIP = 2  # letters that differ in one place
_LONGEST = 40  # letters; what is longer is an address or a code, and no word
_LONG = 8  # letters from which on slips in two places are accepted


@lru_cache(1 << 16)
def likeness(a: str, b: str) -> Likeness:
    """Tell how two different folded words differ; numbers are never alike."""
    if a[:1].isdigit() or b[:1].isdigit():
        return "none"
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if len(long) > _LONGEST:
        return "none"
    shared = shared_prefix(short, long)
    if shared >= _STEM and len(long) - shared <= _ENDING and (shared == len(short) or shared >= _LONG - 2):
        return "ending"
    tail = shared_prefix(short[shared:][::-1], long[shared:][::-1])
    differ = max(len(short), len(long)) - shared - tail
    allowed = 1 if len(long) < _LONG - 1 and sorted(a) != sorted(b) else _SLIP
    if differ <= allowed and shared + tail >= max(2, (len(long) + 1) // 2):
        return "slip"
    if len(short) >= _LONG and len(long) - len(short) <= 2 and _distance(a, b) <= 2:
        return "slip"
    return "none"


def same_stem(a: str, b: str) -> bool:
    """Tell whether two folded words differ by an ending at most."""
    return a == b or (len(a) >= 1 and (a.startswith(b) or b.startswith(a)) and abs(len(a) - len(b)) <= _ENDING)


def shared_prefix(a: Sequence[object], b: Sequence[object]) -> int:
    """Return how many items two sequences share from their beginning."""
    count = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        count += 1
    return count


def _distance(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]
