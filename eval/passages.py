"""How well shared stretches are found and sorted, on the frozen sets: `python -m eval.passages [--each] [--second]`."""

import sys
from collections import Counter

from eval.cases.forms import ArticleSet
from eval.cases.load import article_sets, folder
from sourcier.core.article import Article
from sourcier.core.moment import Moment
from sourcier.core.passage import Passage
from sourcier.core.span import Span
from sourcier.lineage.analysis import analyse
from sourcier.lineage.passages import passages

_MOST = 0.8  # of a marked stretch must be found, and of a found one be marked


def found_in(case: ArticleSet) -> tuple[Passage, ...]:
    """Return what the program finds in one set."""
    articles = [
        Article(
            one.id,
            one.text,
            outlet=one.outlet,
            published=Moment(one.published) if one.published else None,
            language=case.lang,
        )
        for one in case.articles
    ]
    return passages(analyse(articles))


def verdicts(case: ArticleSet) -> Counter[tuple[str, str]]:
    """Count (expected kind, found kind) over the marked stretches of a set, and (nothing, reuse) for false reuse."""
    found = found_in(case)
    counts: Counter[tuple[str, str]] = Counter()
    by_key: dict[str, list[tuple[str, Span, str]]] = {}
    for one in case.articles:
        for stretch in one.stretches:
            by_key.setdefault(stretch.key, []).append(
                (one.id, Span(stretch.span.start, stretch.span.end), stretch.kind)
            )
    for marks in by_key.values():
        counts[marks[0][2], _kind_found(marks, found)] += 1
    marked = [(id_, span) for marks in by_key.values() for id_, span, kind in marks if kind != "none"]
    for passage in found:
        if passage.kind == "reuse" and not any(
            id_ == passage.derived and _inside(passage.derived_span, span) >= _MOST for id_, span in marked
        ):
            counts["nothing", "reuse"] += 1
    return counts


def _kind_found(marks: list[tuple[str, Span, str]], found: tuple[Passage, ...]) -> str:
    """The kind of most of what was found of a stretch, in the texts that are derived there."""
    kinds: Counter[str] = Counter()
    for id_, span, _ in marks:
        for passage in found:
            if passage.derived == id_ and _inside(span, passage.derived_span) >= _MOST:
                kinds[passage.kind] += 1
    return kinds.most_common(1)[0][0] if kinds else "none"


def _inside(span: Span, other: Span) -> float:
    return max(0, min(span.end, other.end) - max(span.start, other.start)) / max(1, len(span))


def main() -> int:
    """Print the confusion of kinds, and with --each the sets with a fault by their ids."""
    total: Counter[tuple[str, str]] = Counter()
    for case in article_sets(folder(sys.argv[1:])):
        counts = verdicts(case)
        total += counts
        faults = {pair: n for pair, n in counts.items() if pair[0] != pair[1]}
        if faults and "--each" in sys.argv[1:]:
            print(case.id, faults)
    right = sum(n for (expected, got), n in total.items() if expected == got)
    marked = sum(n for (expected, _), n in total.items() if expected != "nothing")
    print(f"right kind: {right} of {marked} marked stretches")
    for (expected, got), n in sorted(total.items()):
        print(f"  expected {expected:12} found {got:12} {n}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
