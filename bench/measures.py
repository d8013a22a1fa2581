"""The measures: characters, pairs, short passages, parents, word edits; and where false characters come from."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bench.answers import Document, Row, Stretch
from bench.spans import Span, common, length, overlap, union

PAIR_CHARACTERS = 100
SHORT_WORDS = 20

Truth = dict[str, Document]
Pair = tuple[str, str]


@dataclass(slots=True)
class Tally:
    """Right ones, wrong ones and those missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, right: int, wrong: int, missed: int) -> None:
        self.right += right
        self.wrong += wrong
        self.missed += missed

    def join(self, other: "Tally") -> None:
        self.add(other.right, other.wrong, other.missed)

    @property
    def precision(self) -> float | None:
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float | None:
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float | None:
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missed)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


@dataclass(slots=True)
class Characters:
    """Characters of derived texts, pair by pair."""

    all: Tally = field(default_factory=Tally)
    by_kind: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    false_in: Counter[str] = field(default_factory=Counter)

    def join(self, other: "Characters") -> None:
        self.all.join(other.all)
        self.false_in.update(other.false_in)
        for kind, tally in other.by_kind.items():
            self.by_kind[kind].join(tally)


def by_pair(rows: Iterable[Row]) -> dict[Pair, list[Row]]:
    pairs: dict[Pair, list[Row]] = defaultdict(list)
    for row in rows:
        pairs[row.derived, row.source].append(row)
    return pairs


def found_spans(rows: Iterable[Row]) -> list[Span]:
    return union(row.derived_span for row in rows if row.derived_span)


def true_spans(stretches: Iterable[Stretch]) -> list[Span]:
    return union(stretch.derived for stretch in stretches)


def true_pairs(truth: Truth) -> Iterator[tuple[Pair, list[Stretch]]]:
    for document in truth.values():
        for source, stretches in document.shared.items():
            yield (document.identity, source), stretches


def characters(truth: Truth, found: dict[Pair, list[Row]]) -> Characters:
    measured = Characters()
    for (derived, source), stretches in true_pairs(truth):
        if (derived, source) not in found:
            missed = length(true_spans(s for s in stretches if s.counted))
            measured.all.add(0, 0, missed)
            measured.by_kind[truth[derived].kind].add(0, 0, missed)
    for (derived, source), rows in found.items():
        document = truth[derived]
        stretches = document.shared.get(source, [])
        spans, asked = found_spans(rows), true_spans(s for s in stretches if s.counted)
        right = common(spans, asked)
        wrong = length(spans) - right - common(spans, true_spans(s for s in stretches if not s.counted))
        for tally in (measured.all, measured.by_kind[document.kind]):
            tally.add(right, wrong, length(asked) - right)
        standing = min(wrong, common(spans, document.standing))
        measured.false_in["standing text"] += standing
        one_story = source in truth and document.story == truth[source].story
        beside = "pairs that share" if stretches else "one story" if one_story else "strangers"
        measured.false_in[beside] += wrong - standing
    return measured


def pairs(truth: Truth, found: dict[Pair, list[Row]]) -> Tally:
    """Judge pairs; one that truly shares less than the limit, but shares, is neither right nor wrong."""
    tally = Tally(missed=0)
    wanted = {pair: spans for pair, s in true_pairs(truth) if length(spans := true_spans(s)) >= PAIR_CHARACTERS}
    for pair, rows in found.items():
        if pair in wanted:
            spans = found_spans(rows)
            tally.right += not spans or common(spans, wanted[pair]) > 0
        else:
            tally.wrong += pair[1] not in truth[pair[0]].shared
    tally.missed = len(wanted) - tally.right
    return tally


def short_passages(truth: Truth, found: dict[Pair, list[Row]]) -> Tally:
    """Judge true passages under 20 words: found when at least half of their characters are."""
    tally = Tally()
    for pair, stretches in true_pairs(truth):
        spans = found_spans(found.get(pair, ()))
        for stretch in stretches:
            if stretch.counted and stretch.words < SHORT_WORDS:
                enough = 2 * common(spans, [stretch.derived]) >= length([stretch.derived])
                tally.add(enough, 0, not enough)
    return tally


def parents(truth: Truth, found: dict[Pair, list[Row]]) -> dict[str, Tally]:
    """By kind of derivation: whether the source with most best characters is a true parent, where the text can tell."""
    best: dict[str, Counter[str]] = defaultdict(Counter)
    for (derived, source), rows in found.items():
        best[derived][source] += length(found_spans(row for row in rows if row.best))
    tallies: dict[str, Tally] = defaultdict(Tally)
    for document in truth.values():
        if document.tellable:
            ranked = best[document.identity].most_common(1)
            right = bool(ranked) and ranked[0][1] > 0 and ranked[0][0] in document.parents
            tallies[document.kind].add(right, 0, not right)
    return tallies


def edits(truth: Truth, found: dict[Pair, list[Row]]) -> Tally:
    """Judge changed words inside the best rows against a true parent."""
    tally = Tally()
    for (derived, source), rows in found.items():
        if source not in truth[derived].parents:
            continue
        true = [edit for stretch in truth[derived].shared.get(source, ()) for edit in stretch.edits]
        for row in rows:
            if row.best and row.derived_span:
                _edits_of(row, [edit for edit in true if overlap(edit[0], row.derived_span)], tally)
    return tally


def _edits_of(row: Row, true: Sequence[tuple[Span, Span]], tally: Tally) -> None:
    seen: set[int] = set()
    for edit in row.edits:
        hit = {
            number
            for number, (derived, source) in enumerate(true)
            if overlap(edit.derived, derived) or overlap(edit.source, source)
        }
        seen |= hit
        tally.wrong += max(0, edit.words - len(hit))
    tally.add(len(seen), 0, len(true) - len(seen))
