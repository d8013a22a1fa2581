"""How two aligned passages differ, word by word; applying the edits to the source's span gives the derived span."""

from collections.abc import Sequence

from sourcier.core.article import Article
from sourcier.core.edit import Edit
from sourcier.lineage.differing.lexicon import lexicon
from sourcier.lineage.differing.walk import Differ
from sourcier.lineage.differing.window import window
from sourcier.lineage.words import Words


def edits(
    derived: Article,
    source: Article,
    derived_words: Words,
    source_words: Words,
    runs: Sequence[tuple[int, int, int]],
) -> tuple[Edit, ...]:
    """Return the differences of one passage in order of position; they never overlap.

    `runs` are its runs of equal words in order: derived word, source word, how many. The passage goes from the first
    word of the first run to the last word of the last one.
    """
    runs = [run for run in runs if run[2] > 0]
    if not runs:
        return ()
    words = lexicon(derived.language or source.language)
    (i, j, _), (i_last, j_last, n_last) = runs[0], runs[-1]
    differ = Differ(
        words,
        window(derived, derived_words, i, i_last + n_last, words),
        window(source, source_words, j, j_last + n_last, words),
    )
    for place, (i, j, n) in enumerate(runs):
        if place:
            i_before, j_before, n_before = runs[place - 1]
            differ.gap(i_before + n_before, i, j_before + n_before, j)
        differ.run(i, j, n)
    return tuple(differ.found)
