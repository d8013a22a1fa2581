"""From articles to stretches with their kinds, best sources and directions: what passages and families are made of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from sourcier.core.article import Article
from sourcier.core.passage import Direction, PassageKind
from sourcier.lineage.acceptance import accepted, distinct
from sourcier.lineage.announcements import announced
from sourcier.lineage.arrays import I64, Mask
from sourcier.lineage.between import Between
from sourcier.lineage.direction import Compass, Verdict
from sourcier.lineage.kinds import kinds
from sourcier.lineage.match import Matches, match
from sourcier.lineage.parents import Choice, Row, bits, choose
from sourcier.lineage.settings import Settings
from sourcier.lineage.sharing import Sharing
from sourcier.lineage.stretches import Stretches, stretches
from sourcier.lineage.texts import Texts
from sourcier.lineage.words import Wording
from sourcier.lineage.words import wording as words_of


@dataclass(frozen=True, eq=False)
class Analysis:
    """The texts in the order of comparison with their words, the table of stretches, and a kind for each row.

    `sizes` are the words of each text outside standing text. `turned` holds the pairs (derived, source) whose direction
    the texts themselves tell, whatever their times do.
    """

    texts: Texts
    wording: Wording
    sizes: I64
    table: Stretches
    kinds: list[PassageKind]
    turned: dict[tuple[int, int], Verdict]

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles in the order of comparison."""
        return self.texts.articles

    @cached_property
    def sharing(self) -> Sharing:
        """The reuse between pairs of texts."""
        return Sharing(self.table, [row for row, kind in enumerate(self.kinds) if kind == "reuse"])

    @cached_property
    def compass(self) -> Compass:
        """Directions between the texts."""
        return Compass(self.texts, self.table, self.sharing, self.sizes)

    def verdict(self, derived: int, source: int, *, changes: bool = True) -> Verdict:
        """Return the direction of a pair, with what shows it."""
        known = self.turned.get((derived, source))
        return known or self.compass.verdict(derived, source, changes=changes)

    def direction(self, derived: int, source: int, *, changes: bool) -> Direction:
        """Return the direction of a pair alone, which costs less; as in `verdict`."""
        if (derived, source) in self.turned:
            return self.turned[derived, source].direction
        return self.compass.direction(derived, source, changes=changes)

    def follows(self, text: int, other: int) -> bool:
        """Tell whether `text` is known to come after `other`: by its time, or as taken from it."""
        rows = self.sharing.rows_of.get((text, other), [])
        if not rows:
            return False
        return bool(self.table.ordered[rows[0]]) or self.direction(text, other, changes=True) == "source_first"

    @cached_property
    def choice(self) -> Choice:
        """For each row: is its source the best of the stretch, and how likely."""
        best, score = [False] * len(self.kinds), [0.0] * len(self.kinds)
        for rows in self._rows_by_text_and_kind():
            chosen = choose(rows)
            for row, is_best, likely in zip(rows, chosen.best, chosen.score, strict=True):
                best[row.number], score[row.number] = is_best, likely
        return Choice(best, score)

    @cached_property
    def rows(self) -> list[Row]:
        """Each row of the table with its words as bits."""
        t = self.table
        starts, lengths = t.runs[:, 0].tolist(), t.runs[:, 2].tolist()
        rows = []
        for number, (source, first, end, (low, high)) in enumerate(
            zip(t.source.tolist(), t.first.tolist(), t.end.tolist(), t.words.tolist(), strict=True)
        ):
            equal = 0
            for run in range(first, end):
                equal |= bits(starts[run], starts[run] + lengths[run])
            rows.append(Row(number, source, bits(low, high), equal))
        return rows

    def _rows_by_text_and_kind(self) -> list[list[Row]]:
        groups: dict[tuple[int, PassageKind], list[Row]] = {}
        for row, text, kind in zip(self.rows, self.table.derived.tolist(), self.kinds, strict=True):
            groups.setdefault((text, kind), []).append(row)
        return list(groups.values())


_ROUNDS = 3  # a pair that is turned round gives a text another source, which may be credited by a third in its turn


def analyse(articles: Sequence[Article], settings: Settings = Settings(), *, every: bool = False) -> Analysis:  # noqa: B008 - it is frozen
    """Compare all articles; `every` keeps short stretches too, which are no evidence in a collection."""
    texts = Texts(articles)
    wording = words_of(article.text for article in texts.articles)
    found = match(texts, wording, settings)
    sizes = outside(wording, found.standing)
    return judged(texts, wording, sizes, stretches_between(texts, wording, found, every=every))


def outside(wording: Wording, standing: Mask) -> I64:
    """Return how many words of each text are not standing text."""
    kept = np.concatenate((np.zeros(1, np.int64), np.cumsum(~standing)))
    return np.asarray(np.diff(kept[wording.bounds]))


def stretches_between(texts: Texts, wording: Wording, found: Matches, *, every: bool = False) -> Between:
    """Return the matched stretches that are evidence, each with its kind; two texts alone decide on theirs."""
    table, row = stretches(found.rows, found.runs, wording, texts.articles, texts.times)
    by_one, by_both = announced(table, wording, texts.articles)
    wanted = distinct(table, len(texts.articles)) if every else accepted(table, wording, found.common, texts, by_both)
    kept = np.flatnonzero(wanted)
    kind_of: list[PassageKind] = ["reuse"] * len(table)
    for at, kind in zip(kept.tolist(), kinds(table.take(kept), texts, by_one[kept]), strict=True):
        kind_of[int(row[at])] = kind
    return Between(found.rows, found.runs, tuple(kind_of)).take(np.sort(row[kept]))


def judged(texts: Texts, wording: Wording, sizes: I64, between: Between) -> Analysis:
    """Return what the stretches say of directions and sources; `sizes` are words outside standing text.

    The texts are all those that share reuse with one of them, directly or through others: what is said of a text may
    depend on each of these.
    """
    table, row = stretches(between.rows, between.runs, wording, texts.articles, texts.times)
    found = Analysis(texts, wording, sizes, table, [between.kinds[at] for at in row.tolist()], {})
    found = _flipped(found, _turned(found))
    for _ in range(_ROUNDS):
        credited = _credited(found)
        if not credited:
            break
        found = _flipped(found, credited)
    return found


def _flipped(analysis: Analysis, turned: dict[tuple[int, int], Verdict]) -> Analysis:
    """Return the analysis with these pairs (derived, source) in the order that the texts tell."""
    if not turned:
        return analysis
    table = analysis.table
    pairs = zip(table.source.tolist(), table.derived.tolist(), strict=True)
    table, order = table.flipped(np.array([pair in turned for pair in pairs], np.bool_))
    kind_of = [analysis.kinds[row] for row in order]
    return replace(analysis, table=table, kinds=kind_of, turned={**analysis.turned, **turned})


def _credited(analysis: Analysis) -> dict[tuple[int, int], Verdict]:
    """The pairs of best reuse in which the text taken for the source credits the other one, turned round.

    The credit of a pair is then the one that tells its direction, and never what the earlier text gives the later.
    """
    table, best = analysis.table, analysis.choice.best
    rows = zip(table.derived.tolist(), table.source.tolist(), best, analysis.kinds, strict=True)
    pairs = {(derived, source) for derived, source, is_best, kind in rows if is_best and kind == "reuse"}
    told = {
        (source, derived): analysis.compass.verdict(source, derived, changes=True)
        for derived, source in pairs - analysis.turned.keys()
        if analysis.compass.credited_back(derived, source)
    }
    return {pair: verdict for pair, verdict in told.items() if verdict.direction == "source_first"}


def _turned(analysis: Analysis) -> dict[tuple[int, int], Verdict]:
    """The direction of each text and the one it shares most with, where their times do not tell."""
    table, sharing, compass = analysis.table, analysis.sharing, analysis.compass
    unordered = table.derived[~table.ordered], table.source[~table.ordered]
    pairs = set(zip(unordered[0].tolist(), unordered[1].tolist(), strict=True))
    found: dict[tuple[int, int], Verdict] = {}
    for text in sorted({text for pair in pairs for text in pair}):
        partners = sharing.partners.get(text, {})
        closest = min(partners, key=lambda other: (-partners[other], other), default=text)
        pair = (text, closest) if (text, closest) in pairs else (closest, text)
        verdict = compass.rooted(*pair) if pair in pairs else None
        if verdict:
            ends = pair if verdict.direction == "source_first" else (pair[1], pair[0])
            found[ends] = Verdict("source_first", verdict.reasons)
    return found
