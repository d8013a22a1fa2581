"""How well differences are found and named: `python -m eval.edits [--second]`, on the frozen pairs of eval/cases."""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from eval.cases import forms
from eval.cases.load import edit_pairs, folder
from sourcier.core.article import Article
from sourcier.core.edit import CATEGORIES, Edit
from sourcier.core.span import Span
from sourcier.lineage.edits import edits
from sourcier.lineage.words import words

_FRAME = "0\n"  # a word that both texts have: differences at their edges lie between equal words


@dataclass(frozen=True, slots=True)
class Seen:
    """An edit of either side of the comparison, without white space around its spans."""

    category: str
    derived: Span
    source: Span

    def meets(self, other: "Seen") -> bool:
        """Tell whether the two touch or overlap in both texts."""
        return _touch(self.derived, other.derived) and _touch(self.source, other.source)


def _touch(a: Span, b: Span) -> bool:
    # A word that is put in takes the space before it or the one behind it along, or a comma and a space.
    return a.start <= b.end + 2 and b.start <= a.end + 2


def found_in(pair: forms.Pair) -> list[Seen]:
    """Return what the program finds; words are aligned by difflib, not by the matcher."""
    ours, theirs = (Article("", f"{_FRAME}{text}\n0", language=pair.lang) for text in (pair.derived, pair.source))
    our_words, their_words = words(ours.text), words(theirs.text)
    a, b = our_words.hashes.tolist(), their_words.hashes.tolist()
    blocks = SequenceMatcher(None, a[1:-1], b[1:-1], autojunk=False).get_matching_blocks()
    runs = [(0, 0, 1), *((i + 1, j + 1, n) for i, j, n in blocks if n), (len(a) - 1, len(b) - 1, 1)]
    return [_seen(edit, ours.text, theirs.text) for edit in edits(ours, theirs, our_words, their_words, runs)]


def _seen(edit: Edit, ours: str, theirs: str) -> Seen:
    spans = []
    for span, text in ((edit.derived, ours), (edit.source, theirs)):
        start, end = span.start, span.end
        if edit.category != "typography":
            start += len(span.of(text)) - len(span.of(text).lstrip())
            end = start + len(span.of(text).strip())
        spans.append(Span(max(start - len(_FRAME), 0), max(end - len(_FRAME), 0)))
    return Seen(edit.category, *spans)


def truth_of(pair: forms.Pair) -> list[Seen]:
    """Return the marked edits."""
    return [
        Seen(edit.category, Span(edit.derived.start, edit.derived.end), Span(edit.source.start, edit.source.end))
        for edit in pair.edits
    ]


def _nearest(one: Seen, others: Iterable[Seen]) -> Seen | None:
    """Return the edit that meets this one: one of its category if any does, else one that is not typography."""
    meeting = [other for other in others if one.meets(other)]
    meeting.sort(key=lambda other: (other.category != one.category, other.category == "typography"))
    return meeting[0] if meeting else None


def _agrees(mark: Seen, marked: Sequence[Seen], found: Sequence[Seen]) -> bool:
    """Tell whether an edit that meets the mark has its category, or that of another mark that it meets as well."""
    for one in found:
        if one.meets(mark) and any(one.meets(other) and other.category == one.category for other in marked):
            return True
    return False


@dataclass(slots=True)
class Score:
    """Counts over all pairs; an edit is right where a mark that it meets has its category.

    Several edits may meet one mark, and one edit several marks: then any of their categories is right.
    """

    found: Counter[str]
    right: Counter[str]
    marked: Counter[str]
    recalled: Counter[str]
    confused: Counter[tuple[str, str]]
    met: int = 0
    exact: int = 0


def score(pairs: Sequence[tuple[list[Seen], list[Seen]]]) -> Score:
    """Count over pairs of marked and found edits."""
    total = Score(Counter(), Counter(), Counter(), Counter(), Counter())
    for marked, found in pairs:
        for one in found:
            near = _nearest(one, marked)
            total.found[one.category] += 1
            total.right[one.category] += near is not None and near.category == one.category
            if near is None:
                total.confused["none", one.category] += 1
        for one in marked:
            near = _nearest(one, found)
            total.marked[one.category] += 1
            agrees = _agrees(one, marked, found)
            total.recalled[one.category] += agrees
            if not agrees:
                total.confused[one.category, near.category if near else "none"] += 1
            total.met += near is not None
            total.exact += any(one.derived == other.derived and one.source == other.source for other in found)
    return total


def _report(total: Score) -> None:
    print(f"{'category':12} marked found  P     R     F1")
    for category in CATEGORIES:
        _line(category, total.marked[category], total.found[category], total.right[category], total.recalled[category])
    counters = (total.marked, total.found, total.right, total.recalled)
    _line("all", *(counter.total() for counter in counters))
    _line("all but typo.", *(counter.total() - counter["typography"] for counter in counters))
    marked = sum(total.marked.values())
    print(f"met by an edit {total.met / marked:.3f}, with exactly its spans {total.exact / marked:.3f}")
    print("marked as → found as")
    for (truth, guess), count in total.confused.most_common():
        print(f"  {truth:12} → {guess:12} {count}")


def _line(name: str, marked: int, found: int, right: int, recalled: int) -> None:
    precision, recall = right / found if found else 0.0, recalled / marked if marked else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print(f"{name:13} {marked:5} {found:5}  {precision:.3f} {recall:.3f} {f1:.3f}")


if __name__ == "__main__":
    _report(score([(truth_of(pair), found_in(pair)) for pair in edit_pairs(folder(sys.argv[1:]))]))
