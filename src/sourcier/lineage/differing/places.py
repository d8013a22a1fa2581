"""Differences in where."""

from sourcier.lineage.differing.change import Change, Fit
from sourcier.lineage.differing.lexicon import Lexicon
from sourcier.lineage.differing.similar import likeness
from sourcier.lineage.differing.word import (
    ACTOR,
    CAPITAL,
    DEMONYM,
    DETERMINER,
    GENITIVE,
    IN_PLACE,
    PLACE,
    PLACE_HEAD,
    PLACE_NOUN,
    STOP,
    TITLE,
    VERB,
    Word,
)

_NOUN = ACTOR | TITLE


def place(_: Lexicon, change: Change, marks: int) -> Fit | None:
    """Another place, by the lists or by the words before a name; one place written otherwise too."""
    if marks & (PLACE | DEMONYM | PLACE_NOUN):
        cue = _other_place(change, PLACE) or _other_place(change, DEMONYM) or change.differs(PLACE_NOUN)
        if cue:
            return "place", cue
    if marks & CAPITAL:
        ours = _names_of_places(change.derived, change.derived_marks, change)
        theirs = _names_of_places(change.source, change.source_marks, change)
        if [word.folded for word in ours] != [word.folded for word in theirs]:
            return "place", (ours or theirs)[0].written
    return None


def _other_place(change: Change, wanted: int) -> str | None:
    """Return a place of one list that the other side has not; an ending makes no other place, two listed ones do."""
    ours, theirs = change.having(wanted)
    for side, own, other in ((change.source, ours, theirs), (change.derived, theirs, ours)):
        for word in own:
            same = any(word.folded == w.folded or (wanted == DEMONYM and word.like(w)) for w in other)
            if not same and not any(_inflected(word, w, wanted) for w in side):
                return word.written
    return None


def _inflected(word: Word, other: Word, wanted: int) -> bool:
    known = bool(other.marks & (wanted | CAPITAL))
    return not known and likeness(word.folded, other.folded) != "none"


def placed(change: Change) -> bool:
    """Tell whether the words before a name of the derived text show it to be a place."""
    return bool(_names_of_places(change.derived, change.derived_marks, change, listed=False))


def _names_of_places(words: list[Word], marks: list[int], change: Change, listed: bool = True) -> list[Word]:
    """Return the names that a preposition or a noun of place before them shows to be places (or that are listed)."""
    before = change.before_marks
    found: list[Word] = []
    single = sum(1 for mark in marks if mark & CAPITAL) == 1 and not change.next_mark & CAPITAL
    for at, (word, mark) in enumerate(zip(words, marks, strict=True)):
        if not mark & (CAPITAL | PLACE):
            continue
        left = [*before, *marks[:at]]
        while left and left[-1] & DETERMINER and not left[-1] & IN_PLACE:
            left.pop()
        if (listed and mark & PLACE) or _led(left, change, single):
            found.append(word)
    return found


def _led(left: list[int], change: Change, single: bool) -> bool:
    """Tell whether the marks to the left lead to a place: « à », « ville de », « Gao et », « fleuve »."""
    if not left:
        return False
    nearest, further = left[-1], left[-2] if len(left) > 1 else 0
    if nearest & GENITIVE:
        # One bare name after « de » is a place more often than a person, who comes with a title or a first name.
        return bool(further & (PLACE_HEAD | PLACE_NOUN)) or (single and not further & (_NOUN | STOP | VERB | CAPITAL))
    listed = nearest & STOP and not nearest & VERB and further & PLACE
    return bool(nearest & (IN_PLACE | PLACE_NOUN) or listed or (nearest & PLACE and "-" in change.around.lead))
