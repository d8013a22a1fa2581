"""Where words stand that open a head noun (« l'agence ») or a word on the article itself (« publié initialement »).

One pass over the text for all of them: most texts have few, and what costs more is done only there.
"""

import re
from functools import cache

from sourcier.lineage.naming.phrases import alternatives, phrases

_LETTERS = 6  # of a word, enough to tell it from most others
_BEFORE = "\n\t\u00a0'’«“(\"*_–—-"  # made one space, which the scan then leaps between


@cache
def _heads() -> frozenset[str]:
    return frozenset(phrase.split(" ")[0] for phrase in phrases("media"))


@cache
def _first() -> frozenset[str]:
    return frozenset(max(re.split(r"[ ']", phrase), key=len)[:_LETTERS] for phrase in phrases("first_published"))


@cache
def _scan() -> re.Pattern[str]:
    return re.compile(f" ({alternatives(_heads() | _first())})")


def cues(text: str) -> tuple[list[int], list[int]]:
    """Return where head nouns of media may begin, and where words on the first publication may."""
    heads: list[int] = []
    first: list[int] = []
    spaced = " " + text
    for mark in _BEFORE:
        spaced = spaced.replace(mark, " ")
    for match in _scan().finditer(spaced):
        place, word = match.start(), match[1].lower()
        if word in _heads():
            heads.append(place)
        if word[:_LETTERS] in _first():
            first.append(place)
    return heads, first
