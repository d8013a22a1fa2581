"""What each stretch is: reuse, a quotation that several report, a headline, or standing text."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from sourcier.core.article import Article
from sourcier.core.passage import PassageKind
from sourcier.core.span import Span
from sourcier.lineage.arrays import I32
from sourcier.lineage.quotes import may_quote, share_quoted
from sourcier.lineage.stretches import Stretches
from sourcier.lineage.texts import Texts

_LONGEST = 150  # words of a quotation
_OTHERWISE = 60  # words; texts that share more than this besides are reprints, quotations and all
_BARE = 12  # characters outside the marks (« », a ») that leave it a quotation and no more
_QUOTED = 0.75  # of a stretch; where one text cuts a quotation in two, the cue between stands outside


def kinds(table: Stretches, texts: Texts, announced: NDArray[np.bool_]) -> list[PassageKind]:
    """Return the kind of each stretch of the table; `announced` are those that a text presents as standing text."""
    result: list[PassageKind] = ["reuse"] * len(table)
    for row in _quotations(table, texts):
        result[row] = "quotation"
    for row in np.flatnonzero(_in_titles(table, texts.articles)).tolist():
        result[row] = "title"
    for row in np.flatnonzero(table.standing | announced).tolist():
        result[row] = "boilerplate"
    return result


def _in_titles(table: Stretches, articles: Sequence[Article]) -> NDArray[np.bool_]:
    spans = [article.title_span for article in articles]
    low = np.array([span.start if span else -1 for span in spans], np.int64)
    high = np.array([span.end if span else -1 for span in spans], np.int64)

    def inside(texts: I32, chars: I32) -> NDArray[np.bool_]:
        return np.asarray((low[texts] <= chars[:, 0]) & (chars[:, 1] <= high[texts]))

    return inside(table.derived, table.chars) | inside(table.source, table.source_chars)


def _quotations(table: Stretches, texts: Texts) -> list[int]:
    """The stretches that both texts put between quotation marks.

    Where words around the marks are shared too, they are part of a reprint if the pair shares much besides.
    """
    pairs = table.derived.astype(np.int64) * len(texts.articles) + table.source
    _, pair = np.unique(pairs, return_inverse=True)
    words = np.bincount(pair, weights=np.where(table.standing, 0, table.equal))
    few = np.flatnonzero((table.equal <= _LONGEST) & ~table.standing) if len(table) else np.zeros(0, np.int64)
    sides = ((table.derived, table.chars), (table.source, table.source_chars))
    places = [zip(positions[few].tolist(), chars[few].tolist(), strict=True) for positions, chars in sides]
    rows = zip(few.tolist(), *places, strict=True)
    outside = {row: beyond for row, *both in rows if (beyond := _outside(both, texts)) is not None}
    quoted_words: dict[int, int] = {}
    for row in outside:
        quoted_words[int(pair[row])] = quoted_words.get(int(pair[row]), 0) + int(table.equal[row])
    return [
        row
        for row, beyond in outside.items()
        if beyond <= _BARE or words[pair[row]] - quoted_words[int(pair[row])] <= _OTHERWISE
    ]


def _outside(both: Iterable[tuple[int, list[int]]], texts: Texts) -> float | None:
    """How many characters of a stretch lie outside quotation marks, on the side where more do; None for too many."""
    most = 0.0
    for text, (start, end) in both:
        if not may_quote(texts.articles[text].text, start, end):
            return None
        share = share_quoted(Span(start, end), texts.quotes(text))
        if share < _QUOTED:
            return None
        most = max(most, (1 - share) * (end - start))
    return most
