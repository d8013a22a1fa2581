"""What each stretch is: reuse, a quotation that several report, a headline, or standing text."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sourcier.core.article import Article
from sourcier.core.passage import PassageKind
from sourcier.core.span import Span
from sourcier.lineage.acceptance import Quotes, announced
from sourcier.lineage.quotes import share_quoted
from sourcier.lineage.stretches import I32, Stretches

_FEW_WORDS = 150  # texts that share more than this share more than quotations
_QUOTED = 0.8


def kinds(table: Stretches, articles: Sequence[Article], quotes: Quotes) -> list[PassageKind]:
    """Return the kind of each stretch of the table."""
    result: list[PassageKind] = ["reuse"] * len(table)
    for row in _of_pairs_that_only_quote(table, articles, quotes):
        result[row] = "quotation"
    for row in np.flatnonzero(_in_titles(table, articles)).tolist():
        result[row] = "title"
    for row in np.flatnonzero(table.standing | announced(table, articles)).tolist():
        result[row] = "boilerplate"
    return result


def _in_titles(table: Stretches, articles: Sequence[Article]) -> NDArray[np.bool_]:
    spans = [article.title_span for article in articles]
    low = np.array([span.start if span else -1 for span in spans], np.int64)
    high = np.array([span.end if span else -1 for span in spans], np.int64)

    def inside(texts: I32, chars: I32) -> NDArray[np.bool_]:
        return np.asarray((low[texts] <= chars[:, 0]) & (chars[:, 1] <= high[texts]))

    return inside(table.derived, table.chars) | inside(table.source, table.source_chars)


def _of_pairs_that_only_quote(table: Stretches, articles: Sequence[Article], quotes: Quotes) -> list[int]:
    """The stretches of pairs that share nothing but what both put between quotation marks."""
    pairs = table.derived.astype(np.int64) * len(articles) + table.source
    _, pair = np.unique(pairs, return_inverse=True)
    words = np.bincount(pair, weights=np.where(table.standing, 0, table.equal))
    few = np.flatnonzero((words[pair] <= _FEW_WORDS) & ~table.standing) if len(table) else []
    rows: dict[int, list[int]] = {}
    refuted = set[int]()
    for row in map(int, few):
        number = int(pair[row])
        if number in refuted:
            continue
        if _is_quoted(table, row, quotes):
            rows.setdefault(number, []).append(row)
        else:
            refuted.add(number)
    return [row for number, own in rows.items() if number not in refuted for row in own]


def _is_quoted(table: Stretches, row: int, quotes: Quotes) -> bool:
    span, source_span = Span(*table.chars[row].tolist()), Span(*table.source_chars[row].tolist())
    return (
        share_quoted(span, quotes(int(table.derived[row]))) >= _QUOTED
        and share_quoted(source_span, quotes(int(table.source[row]))) >= _QUOTED
    )
