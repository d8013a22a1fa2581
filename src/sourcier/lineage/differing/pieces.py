"""A gap between equal words, parted into differences that make sense on their own."""

from sourcier.lineage.differing.similar import likeness
from sourcier.lineage.differing.word import (
    ACTOR,
    CAPITAL,
    CUE,
    DATE,
    DEMONYM,
    DETERMINER,
    DIGIT,
    NUMBER,
    PLACE,
    PLACE_NOUN,
    REPORTING,
    STOP,
    TITLE,
    UNKNOWN,
    VERB,
    Word,
)

_LONGEST = 8  # words; a longer gap is a phrase put otherwise
_KINDS = (NUMBER | DIGIT, DATE, ACTOR | TITLE, PLACE | DEMONYM | PLACE_NOUN, REPORTING | CUE, VERB, CAPITAL)
_ALIKE = len(_KINDS)


def pieces(source: list[Word], derived: list[Word]) -> list[tuple[int, int]]:
    """Return the pieces, each as the half-open range of words that it takes on both sides.

    Only gaps with as many words on both sides part, and only where every pair is of one kind or alike; neighbours of
    one kind stay together. Any other gap is one piece, told by an empty list.
    """
    if len(source) != len(derived) or not 1 < len(source) <= _LONGEST:
        return []
    kinds = [_kind(a, b) for a, b in zip(source, derived, strict=True)]
    for place in range(len(kinds) - 2, -1, -1):
        if source[place].marks & derived[place].marks & DETERMINER:
            kinds[place] = kinds[place + 1]  # an article goes with its noun
    if None in kinds:
        return []
    parts: list[tuple[int, int]] = []
    for place, kind in enumerate(kinds):
        if parts and kind == kinds[place - 1] != _ALIKE:
            parts[-1] = (parts[-1][0], place + 1)
        else:
            parts.append((place, place + 1))
    return parts


def _kind(a: Word, b: Word) -> int | None:
    if a.folded == b.folded:
        return _ALIKE
    if not (a.marks | b.marks) & (STOP | UNKNOWN) or a.marks & b.marks & CAPITAL:
        for place, kind in enumerate(_KINDS):
            if a.marks & kind and b.marks & kind:
                return place
    return None if likeness(a.folded, b.folded) == "none" else _ALIKE
