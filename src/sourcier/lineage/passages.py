"""From an analysis to passages, with the edits of those from the best source."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from sourcier.core.article import Article
from sourcier.core.edit import Edit
from sourcier.core.passage import Direction, Passage
from sourcier.core.span import Span
from sourcier.lineage.analysis import Analysis
from sourcier.lineage.edits import edits
from sourcier.lineage.punctuation import with_punctuation
from sourcier.lineage.words import Words
from sourcier.text.language import identify

Progress = Callable[[str, int, int | None], None]
_ENOUGH = 400  # characters that tell the language of a text
_TICK = 1_000  # rows between two notes of progress


def passages(analysis: Analysis, progress: Progress | None = None, *, all_edits: bool = False) -> tuple[Passage, ...]:
    """Return all passages by derived text and position; edits are those of best rows, or of all."""
    told = cache(lambda text: _with_language(analysis.articles[text]))
    t, choice = analysis.table, analysis.choice
    words = cache(analysis.matches.text_words)
    similarity = t.similarity().round(4).tolist()
    ids = [article.id for article in analysis.articles]
    texts = [article.text for article in analysis.articles]
    directions = _directions(analysis)
    equal, chars, source_chars = t.equal.tolist(), t.chars.tolist(), t.source_chars.tolist()
    found = []
    for row, (derived, source) in enumerate(zip(t.derived.tolist(), t.source.tolist(), strict=True)):
        if progress and row % _TICK == 0:
            progress("passages", row, len(t))
        spans = with_punctuation(texts[derived], Span(*chars[row]), texts[source], Span(*source_chars[row]))
        found.append(
            Passage(
                analysis.kinds[row],
                ids[derived],
                ids[source],
                *spans,
                similarity[row],
                round(choice.score[row], 4),
                choice.best[row],
                directions[derived, source],
                equal[row],
                _edits(analysis, row, words, told) if all_edits or choice.best[row] else (),
            )
        )
    return tuple(found)


def _with_language(article: Article) -> Article:
    return article if article.language else replace(article, language=identify(article.text[:_ENOUGH]))


def _edits(
    analysis: Analysis, row: int, words: Callable[[int], Words], told: Callable[[int], Article]
) -> tuple[Edit, ...]:
    t = analysis.table
    derived, source = int(t.derived[row]), int(t.source[row])
    runs = t.runs[t.first[row] : t.end[row]].tolist()
    return edits(told(derived), analysis.articles[source], words(derived), words(source), runs)


def _directions(analysis: Analysis) -> dict[tuple[int, int], Direction]:
    t = analysis.table
    best = {
        pair
        for pair, is_best in zip(zip(t.derived.tolist(), t.source.tolist(), strict=True), analysis.choice.best, strict=True)
        if is_best
    }
    return {
        pair: analysis.verdict(*pair, changes=pair in best).direction
        for pair in set(zip(t.derived.tolist(), t.source.tolist(), strict=True))
    }
