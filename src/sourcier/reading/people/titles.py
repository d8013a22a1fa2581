"""Titles of courtesy, which stand before a name and are no part of it."""

from sourcier.reading.people import shape
from sourcier.reading.people.runs import Namer

_MOST = 6  # titles in a row; a text of nothing else is not looked through from each of them


def after_titles(namer: Namer, at: int) -> int:
    """Return where the titles of courtesy end that stand at a token (« El Hadj », « le Dr », « l'abbé »)."""
    words = namer.words
    start = at
    if words.at(at) in namer.lexis.sets["phrases.article"]:
        at += 1
    for _ in range(_MOST):
        stop = title_stop(namer, at) if namer.shape(at) & shape.TITLE else at
        if stop == at:
            break
        start = at = stop
    return start


def title_stop(namer: Namer, at: int) -> int:
    """Return where a title of courtesy ends that begins with a token, the token itself where none does."""
    words, sets = namer.words, namer.lexis.sets
    title = namer.lexis.courtesy.at(words, at)
    if not title or at in words.taken:
        return at
    word, capital = words.at(at), words.capitalised(at)
    if title[0] == at + 1:
        if capital and word in sets["titles.small"] and word not in sets["titles.letters"]:
            return at
        if not capital and word in sets["titles.ambiguous" if namer.lowered(at) else "titles.letters"]:
            return at
    return title[0]
