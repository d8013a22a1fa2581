"""From an analysis to passages, with the edits of those from the best source."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from sourcier.core.edit import Edit
from sourcier.core.passage import Direction, Passage
from sourcier.core.progress import Progress
from sourcier.lineage.analysis import Analysis
from sourcier.lineage.edits import edits
from sourcier.lineage.languages import Languages
from sourcier.lineage.punctuation import with_punctuation

_TICK = 1_000  # rows between two notes of progress
Wanted = Callable[[int, int], bool]
"""Tells of a derived text and its source whether their passages are asked for."""


def _every(_derived: int, _source: int) -> bool:
    return True


def passages(
    analysis: Analysis, progress: Progress | None = None, *, all_edits: bool = False, wanted: Wanted = _every
) -> tuple[Passage, ...]:
    """Return passages by derived text and position, all or those `wanted`; edits are those of best rows, or of all."""
    differ = _differences(analysis)
    t, choice = analysis.table, analysis.choice
    similarity = t.similarity().round(4).tolist()
    ids = [article.id for article in analysis.articles]
    texts = [article.text for article in analysis.articles]
    directions = _directions(analysis, wanted)
    equal, chars, source_chars = t.equal.tolist(), t.chars.tolist(), t.source_chars.tolist()
    found = []
    for row, (derived, source) in enumerate(zip(t.derived.tolist(), t.source.tolist(), strict=True)):
        if progress and row % _TICK == 0:
            progress("passages", row, len(t))
        if not wanted(derived, source):
            continue
        spans = with_punctuation(texts[derived], chars[row], texts[source], source_chars[row])
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
                differ(row) if all_edits or choice.best[row] else (),
            )
        )
    return tuple(found)


def _differences(analysis: Analysis) -> Callable[[int], tuple[Edit, ...]]:
    """Return a function from a row to its edits."""
    languages = Languages(analysis.articles, analysis.wording)
    told = cache(lambda text: replace(analysis.articles[text], language=languages.of(text)))
    words = cache(analysis.wording.of)
    t = analysis.table
    pairs = list(zip(t.derived.tolist(), t.source.tolist(), strict=True))
    chars, source_chars = t.chars.tolist(), t.source_chars.tolist()
    texts = [article.text for article in analysis.articles]

    def differ(row: int) -> tuple[Edit, ...]:
        (derived, source), (start, end), (low, high) = pairs[row], chars[row], source_chars[row]
        if texts[derived][start:end] == texts[source][low:high]:
            return ()
        runs = t.runs[t.first[row] : t.end[row]].tolist()
        return edits(told(derived), analysis.articles[source], words(derived), words(source), runs)

    return differ


def _directions(analysis: Analysis, wanted: Wanted) -> dict[tuple[int, int], Direction]:
    """The direction of each pair; two texts that share nothing but standing text or quotations have none."""
    t = analysis.table
    pairs = list(zip(t.derived.tolist(), t.source.tolist(), strict=True))
    best = {pair for pair, is_best in zip(pairs, analysis.choice.best, strict=True) if is_best}
    reuse = analysis.sharing.rows_of
    return {
        pair: analysis.direction(*pair, changes=pair in best) if pair in reuse else "unknown"
        for pair in set(pairs)
        if wanted(*pair)
    }
