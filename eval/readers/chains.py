"""Whether mentions of one thing are one thing: B³ (Bagga and Baldwin 1998) over the mentions of a text.

Each mention is given the share of its chain that is right, ours for precision, the marked one for recall. A mention
that is missed or wrong is a chain of its own on the other side (B³all of Stoyanov and others 2009), which lets one
that is named once be missed for nothing; the strict figure gives both nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeVar

from eval.cases.facts.forms import Excerpt, Mark
from eval.readers.row import Answer, Fault, Measure
from sourcier.core.span import Span

_Of = TypeVar("_Of", bound=Hashable)


def b3(kind: str) -> dict[str, Measure]:
    """Return the measures of chains of one kind of mark."""
    lenient = Measure(partial(_counted, kind, "b3", 1.0), partial(_f, "b3"), "marks", partial(_faults, kind))
    return {"B³": lenient, "B³ strict": Measure(partial(_counted, kind, "strict", 0.0), partial(_f, "strict"), "marks")}


def credited(chains: Mapping[_Of, str], others: Mapping[_Of, str], lone: float) -> dict[_Of, float]:
    """Return the share of each mention's chain that is right: of ours by the marked it is precision, else recall.

    Both sides name the chain of each mention; `lone` is how many mentions one without a twin on the other side
    counts as right: 1, itself, or 0.
    """
    together = Counter((chain, others[each]) for each, chain in chains.items() if each in others)
    size = Counter(chains.values())
    return {
        each: (together[chain, others[each]] if each in others else lone) / size[chain]
        for each, chain in chains.items()
    }


def _counted(kind: str, name: str, lone: float, excerpt: Excerpt, answers: Sequence[Answer]) -> dict[str, float]:
    marked = {span: mark.keys["id"] for span, mark in _marks(kind, excerpt).items()}
    found = {answer.span: answer.keys.get("id", "") for answer in answers}
    precision, recall = credited(found, marked, lone), credited(marked, found, lone)
    return {f"{name} precision": sum(precision.values()), f"{name} recall": sum(recall.values())}


def _f(name: str, total: Mapping[str, float]) -> float:
    precision = total[f"{name} precision"] / total["answers"] if total["answers"] else 0.0
    recall = total[f"{name} recall"] / total["marks"] if total["marks"] else 0.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _faults(kind: str, excerpt: Excerpt, answers: Sequence[Answer]) -> Iterator[Fault]:
    """Yield, of exact spans, each that stands apart from most of its chain, and each within most of another."""
    found = {answer.span: answer for answer in answers}
    pairs = [(mark, found[span]) for span, mark in _marks(kind, excerpt).items() if span in found]
    chains: dict[str, Counter[str]] = defaultdict(Counter)
    for mark, answer in pairs:
        chains["marked " + mark.keys["id"]][answer.keys.get("id", "")] += 1
        chains["ours " + answer.keys.get("id", "")][mark.keys["id"]] += 1
    most = {name: counts.most_common(1)[0][0] for name, counts in chains.items()}
    for mark, answer in pairs:
        ours = answer.keys.get("id", "")
        if most["marked " + mark.keys["id"]] != ours:
            yield Fault("apart", excerpt, mark, answer)
        if most["ours " + ours] != mark.keys["id"]:
            yield Fault("joined", excerpt, mark, answer)


def _marks(kind: str, excerpt: Excerpt) -> dict[Span, Mark]:
    return {Span(mark.start, mark.end): mark for mark in excerpt.marks if mark.kind == kind}
