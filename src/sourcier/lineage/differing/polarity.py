"""Differences in whether a thing is so, and in how surely."""

from sourcier.lineage.differing.change import Change, Fit
from sourcier.lineage.differing.lexicon import Lexicon
from sourcier.lineage.differing.word import AFTER_NEGATION, CAPITAL, CONDITIONAL, FUTURE, MODAL, NEGATION, NUMBER, VERB

_STEM = 4  # letters; shorter words begin like a prefix by chance
_CLAUSE = 7  # words: a longer insertion says something of its own and turns nothing round


def negation(_: Lexicon, change: Change, _marks: int) -> Fit | None:
    """Find a word that denies, put in, left out or changed."""
    cue = change.differs(NEGATION) if _short(change) else None
    if not cue and any(mark & NEGATION for mark in change.before_marks):
        cue = change.differs(AFTER_NEGATION)
    return ("negation", cue) if cue else None


def opposite(lexicon: Lexicon, change: Change, marks: int) -> str | None:
    """Return the derived word where a prefix of denial was put before a word or taken away: légal, illégal."""
    if len(change.source) != 1 or marks & (VERB | CAPITAL | NUMBER):
        return None
    a, b = change.source[0].folded, change.derived[0].folded
    short, long = (a, b) if len(a) < len(b) else (b, a)
    if len(short) < _STEM or not long.endswith(short) or long[: -len(short)] not in lexicon.negative_prefixes:
        return None
    return change.derived[0].written


def modality(_: Lexicon, change: Change, marks: int) -> Fit | None:
    """Find a conditional, a future against a fact, or a word such as may, must, alleged."""
    if not _short(change):
        return None
    for mood in (CONDITIONAL, FUTURE):
        ours, theirs = change.having(mood)
        if bool(ours) != bool(theirs) and (mood == CONDITIONAL or (change.source and change.derived)):
            return "modality", (ours or theirs)[0].written
    if marks & MODAL:
        ours, theirs = change.having(MODAL)
        for side, other in ((ours, theirs), (theirs, ours)):
            for word in side:
                if not any(word.like(known) or word.lemmas & known.lemmas for known in other):
                    return "modality", word.written
    return None


def _short(change: Change) -> bool:
    return bool(change.source and change.derived) or len(change.source) + len(change.derived) < _CLAUSE
