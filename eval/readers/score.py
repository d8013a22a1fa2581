"""The score of a reader: F of its spans, and how often each key is right where the span is exact."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from eval.cases.facts.forms import Excerpt, Mark
from eval.readers.row import Answer, Row
from sourcier.core.span import Span

_DRAWS = 2000
_TAIL = 0.025


class Share(NamedTuple):
    """A share between 0 and 1 with its 95 % interval: excerpts drawn again and again, with replacement."""

    value: float
    low: float
    high: float


class Fault(NamedTuple):
    """One error: `what` is missed, wrong (no mark has this span) or the name of a key; either side may be empty."""

    what: str
    excerpt: Excerpt
    mark: Mark | None
    answer: Answer | None


def faults(row: Row, excerpt: Excerpt, answers: Sequence[Answer]) -> list[Fault]:
    """Return what is missed, wrong, or right in its span and wrong in a key."""
    marks = {Span(mark.start, mark.end): mark for mark in excerpt.marks if mark.kind == row.kind}
    found = {answer.span: answer for answer in answers}
    errors = [Fault("missed", excerpt, mark, None) for span, mark in marks.items() if span not in found]
    errors += [Fault("wrong", excerpt, None, answer) for span, answer in found.items() if span not in marks]
    for span in marks.keys() & found.keys():
        errors += [
            Fault(key, excerpt, marks[span], found[span])
            for key in row.keys
            if not _right(row, key, marks[span], found[span])
        ]
    return errors


def counted(row: Row, excerpt: Excerpt, answers: Sequence[Answer]) -> Counter[str]:
    """Count marks, answers, exact spans, and right keys in one excerpt."""
    errors = Counter(fault.what for fault in faults(row, excerpt, answers))
    marks = sum(mark.kind == row.kind for mark in excerpt.marks)
    exact = marks - errors["missed"]
    keys = {key: exact - errors[key] for key in row.keys}
    return Counter({"marks": marks, "answers": exact + errors["wrong"], "exact": exact, **keys})


def shares(row: Row, counts: Sequence[Counter[str]]) -> dict[str, Share]:
    """Return the F of the spans, and each key's share of the exact spans, with intervals over the excerpts."""
    measures: dict[str, Callable[[Counter[str]], float]] = {"span F": _f}
    measures |= {key: lambda total, key=key: _over(total[key], total["exact"]) for key in row.keys}  # type: ignore[misc]
    drawn = [_total(random.Random(seed).choices(counts, k=len(counts))) for seed in range(_DRAWS)]  # noqa: S311 - no secrets
    whole = _total(counts)
    return {name: _share(measure(whole), [measure(each) for each in drawn]) for name, measure in measures.items()}


def _right(row: Row, key: str, mark: Mark, answer: Answer) -> bool:
    for name in key.split("+"):
        marked, found = mark.keys.get(name, ""), answer.keys.get(name, "")
        if not (row.same[name](marked, found) if name in row.same else marked == found):
            return False
    return True


def _share(value: float, drawn: Iterable[float]) -> Share:
    ordered = sorted(drawn)
    cut = int(len(ordered) * _TAIL)
    return Share(value, ordered[cut], ordered[-1 - cut])


def _total(counts: Iterable[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for each in counts:
        total.update(each)
    return total


def _f(total: Counter[str]) -> float:
    return _over(2 * total["exact"], total["marks"] + total["answers"])


def _over(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
