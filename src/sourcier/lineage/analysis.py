"""From articles to stretches with their kinds, best sources and directions: what passages and families are made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sourcier.core.article import Article
from sourcier.core.passage import Direction, PassageKind
from sourcier.lineage.acceptance import accepted, distinct
from sourcier.lineage.announcements import announced
from sourcier.lineage.direction import Compass, Verdict
from sourcier.lineage.kinds import kinds
from sourcier.lineage.match import Matches, match
from sourcier.lineage.parents import Choice, Row, bits, choose
from sourcier.lineage.settings import Settings
from sourcier.lineage.sharing import Sharing
from sourcier.lineage.stretches import Stretches, stretches
from sourcier.lineage.texts import Texts


@dataclass(frozen=True, eq=False)
class Analysis:
    """The texts in the order of comparison, the table of accepted stretches, and a kind for each row.

    `turned` holds the pairs (derived, source) whose direction the texts themselves tell, whatever their times do.
    """

    texts: Texts
    matches: Matches
    table: Stretches
    kinds: list[PassageKind]
    turned: dict[tuple[int, int], Verdict]

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles in the order of comparison."""
        return self.texts.articles

    @cached_property
    def sizes(self) -> NDArray[np.int64]:
        """Words of each text outside standing text."""
        kept = np.concatenate((np.zeros(1, np.int32), np.cumsum(~self.matches.standing, dtype=np.int32)))
        return np.asarray(np.diff(kept[self.matches.bounds]))

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


def analyse(articles: Sequence[Article], settings: Settings | None = None, *, every: bool = False) -> Analysis:
    """Compare all articles; `every` keeps short stretches too, which are no evidence in a collection."""
    texts = Texts(articles)
    settings = settings or Settings.for_size(len(texts.articles))
    matches = match([article.text for article in texts.articles], texts.publications, settings)
    table = stretches(matches, texts.articles, texts.times)
    by_one, by_both = announced(table, matches, texts.articles)
    wanted = distinct(table, len(texts.articles)) if every else accepted(table, matches, texts, by_both)
    kept = np.flatnonzero(wanted)
    table, by_one = table.take(kept), by_one[kept]
    kind_of = kinds(table, texts, by_one)
    found = Analysis(texts, matches, table, kind_of, {})
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
    return Analysis(analysis.texts, analysis.matches, table, kind_of, {**analysis.turned, **turned})


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
