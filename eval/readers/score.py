"""The score of a reader: F of its spans, and how often each key is right where the span is exact."""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from eval.cases.facts.forms import Excerpt, Mark
from eval.readers.row import Answer, Fault, Row
from sourcier.core.span import Span

_DRAWS = 2000
_TAIL = 0.025
_OF_SPANS = ("missed", "wrong", "edges")


class Share(NamedTuple):
    """A share between 0 and 1 with its 95 % interval: excerpts drawn again and again, with replacement.

    Where all is right, or nothing, its other end is that of Clopper and Pearson (1934), one mark being one trial.
    """

    value: float
    low: float
    high: float


def faults(row: Row, excerpt: Excerpt, answers: Sequence[Answer]) -> list[Fault]:
    """Return what is missed, wrong, or right in its span and wrong in a key, or by what a measure asks.

    Of keys that are asked together and each by itself too, the latter tell the error.
    """
    twice = {key for key in row.keys if "+" in key and {*key.split("+")} <= {*row.keys}}
    found = [fault for fault in _faults(row, excerpt, answers) if fault.what not in twice]
    kept = [fault for fault in found if row.spans or fault.what not in _OF_SPANS]
    return kept + [each for measure in row.measures.values() for each in measure.faults(excerpt, answers)]


def counted(row: Row, excerpt: Excerpt, answers: Sequence[Answer]) -> dict[str, float]:
    """Count marks, answers, exact and overlapping spans, marks asked for each key, and right keys in one excerpt."""
    errors = Counter(fault.what for fault in _faults(row, excerpt, answers))
    marks, found = _by_span(row, excerpt), {answer.span for answer in answers}
    exact = [mark for span, mark in marks.items() if span in found]
    counts: dict[str, float] = {"marks": len(marks), "answers": len(found), "exact": len(exact)}
    counts["overlapping"] = len(exact) + errors["edges"]
    for key in row.keys:
        counts[f"asked {key}"] = sum(_asked(row, key, mark) for mark in exact)
        counts[f"right {key}"] = counts[f"asked {key}"] - errors[key]
    for measure in row.measures.values():
        counts.update(measure.count(excerpt, answers))
    return counts


def shares(row: Row, counts: Sequence[Mapping[str, float]]) -> dict[str, Share]:
    """Return the row's figures with intervals over the excerpts."""
    drawn = [values(row, random.Random(seed).choices(counts, k=len(counts))) for seed in range(_DRAWS)]  # noqa: S311 - no secrets
    total = _total(counts)
    whole = {"span F": "marks", "overlap F": "marks", **{key: f"asked {key}" for key in row.keys}}
    whole |= {name: measure.whole for name, measure in row.measures.items()}
    return {
        name: _share(value, [each[name] for each in drawn], total[whole[name]])
        for name, value in values(row, counts).items()
    }


def values(row: Row, counts: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """Return the row's figures over some excerpts: F of the spans, each key's share of those asked, its measures."""
    total = _total(counts)
    found: dict[str, float] = {}
    if row.spans:
        found["span F"] = _f(total, "exact")
        if not row.alone:
            found["overlap F"] = _f(total, "overlapping")
    found |= {key: over(total[f"right {key}"], total[f"asked {key}"]) for key in row.keys}
    return found | {name: measure.value(total) for name, measure in row.measures.items()}


def over(part: float, whole: float) -> float:
    """Return a share, 0 of nothing."""
    return part / whole if whole else 0.0


def _faults(row: Row, excerpt: Excerpt, answers: Sequence[Answer]) -> list[Fault]:
    marks, found = _by_span(row, excerpt), {answer.span: answer for answer in answers}
    missed = [span for span in marks if span not in found]
    wrong = [span for span in found if span not in marks]
    errors = []
    for span in missed:
        other = next((each for each in wrong if each.overlaps(span)), None)
        if other:
            wrong.remove(other)  # one answer stands beside one mark
        errors.append(Fault("edges" if other else "missed", excerpt, marks[span], found[other] if other else None))
    errors += [Fault("wrong", excerpt, None, found[span]) for span in wrong]
    for span in marks.keys() & found.keys():
        errors += [
            Fault(key, excerpt, marks[span], found[span])
            for key in row.keys
            if _asked(row, key, marks[span]) and not _right(row, key, marks[span], found[span])
        ]
    return errors


def _by_span(row: Row, excerpt: Excerpt) -> dict[Span, Mark]:
    return {Span(mark.start, mark.end): mark for mark in excerpt.marks if mark.kind == row.kind}


def _asked(row: Row, key: str, mark: Mark) -> bool:
    return key not in row.asked or row.asked[key](mark)


def _right(row: Row, key: str, mark: Mark, answer: Answer) -> bool:
    for name in key.split("+"):
        marked, found = mark.keys.get(name, ""), answer.keys.get(name, "")
        if not (row.same[name](marked, found) if name in row.same else marked == found):
            return False
    return True


def _share(value: float, drawn: Iterable[float], whole: float) -> Share:
    """The interval of drawing again; of what is all right or all wrong, whence nothing else is drawn, the exact one."""
    ordered = sorted(drawn)
    cut = int(len(ordered) * _TAIL)
    unlikely = _TAIL ** (1 / whole) if whole else 0.0  # with this share, that many in a row have a chance of _TAIL
    low = min(ordered[cut], unlikely) if value == 1 else ordered[cut]
    high = max(ordered[-1 - cut], 1 - unlikely) if value == 0 else ordered[-1 - cut]
    return Share(value, low, high)


def _total(counts: Iterable[Mapping[str, float]]) -> dict[str, float]:
    total: dict[str, float] = {}
    for each in counts:
        for name, value in each.items():
            total[name] = total.get(name, 0.0) + value
    return total


def _f(total: Mapping[str, float], right: str) -> float:
    return over(2 * total[right], total["marks"] + total["answers"])
