"""From articles to stretches with their kinds, best sources and directions: what passages and families are made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from sourcier.core.article import Article
from sourcier.core.passage import PassageKind
from sourcier.lineage.acceptance import accepted, quotes_of
from sourcier.lineage.kinds import kinds
from sourcier.lineage.match import Matches, match
from sourcier.lineage.order import Times, in_order
from sourcier.lineage.parents import Choice, Row, bits, choose
from sourcier.lineage.settings import Settings
from sourcier.lineage.standing import Publication
from sourcier.lineage.stretches import Stretches, stretches


@dataclass(frozen=True, eq=False)
class Analysis:
    """The articles in the order of comparison, the table of accepted stretches, and a kind for each row."""

    articles: tuple[Article, ...]
    matches: Matches
    table: Stretches
    kinds: list[PassageKind]

    @cached_property
    def choice(self) -> Choice:
        """For each row: is its source the best of the stretch, and how likely."""
        best, score = [False] * len(self.kinds), [0.0] * len(self.kinds)
        for rows in self.rows_by_text_and_kind():
            chosen = choose(rows)
            for row, is_best, likely in zip(rows, chosen.best, chosen.score, strict=True):
                best[row.number], score[row.number] = is_best, likely
        return Choice(best, score)

    @cached_property
    def rows(self) -> list[Row]:
        """Each row of the table with its words as bits."""
        t = self.table
        runs = [bits(i, i + n) for i, n in zip(t.runs[:, 0].tolist(), t.runs[:, 2].tolist(), strict=True)]
        rows = []
        for number, (source, first, end, (low, high)) in enumerate(
            zip(t.source.tolist(), t.first.tolist(), t.end.tolist(), t.words.tolist(), strict=True)
        ):
            equal = runs[first]
            for run in runs[first + 1 : end]:
                equal |= run
            rows.append(Row(number, source, bits(low, high), equal))
        return rows

    def rows_by_text_and_kind(self) -> list[list[Row]]:
        """Return the rows in groups of one derived text and one kind."""
        groups: dict[tuple[int, PassageKind], list[Row]] = {}
        for row, text, kind in zip(self.rows, self.table.derived.tolist(), self.kinds, strict=True):
            groups.setdefault((text, kind), []).append(row)
        return list(groups.values())


def analyse(articles: Sequence[Article], settings: Settings | None = None) -> Analysis:
    """Compare all articles with one another."""
    ordered = in_order(articles)
    matches = match([article.text for article in ordered], _publications(ordered), settings or Settings.for_size(len(ordered)))
    table = stretches(matches, ordered)
    quotes = quotes_of(ordered)
    table = table.take(np.flatnonzero(accepted(table, matches, ordered, quotes)))
    return Analysis(tuple(ordered), matches, table, kinds(table, ordered, quotes))


def _publications(articles: Sequence[Article]) -> list[Publication]:
    numbers: dict[str, int] = {}
    outlets = [numbers.setdefault(article.outlet, len(numbers)) if article.outlet else -1 for article in articles]
    return [Publication(outlet, day) for outlet, day in zip(outlets, Times(articles).days(), strict=True)]
