"""Differences in who does or suffers it, and under what name."""

from sourcier.lineage.differing.change import Change, Fit
from sourcier.lineage.differing.lexicon import Lexicon
from sourcier.lineage.differing.places import placed
from sourcier.lineage.differing.similar import likeness
from sourcier.lineage.differing.word import (
    ACCORDING,
    ACTOR,
    AGENT,
    CAPITAL,
    DEMONYM,
    DETERMINER,
    GENITIVE,
    PLACE,
    REPORTING,
    STOP,
    TITLE,
    UNKNOWN,
    VERB,
    Word,
)

_NOUN = ACTOR | TITLE
_NAMED = CAPITAL | PLACE


def actor(lexicon: Lexicon, change: Change, marks: int) -> Fit | None:
    """Another person, group or body does or suffers it: by its noun, or by its name where such a one stands."""
    if change.follows(ACCORDING | REPORTING):
        return None  # another source
    if change.source and change.derived and marks & CAPITAL and _initials(change.derived, change.source):
        return "name", None
    if marks & _NOUN and (cue := _other_noun(lexicon, change)):
        return _by_noun(change, cue)
    if marks & _NAMED and change.source and change.derived and _acts(change) and not placed(change):
        cue = _other_name(change)
        if cue:
            return "actor", cue
    if marks & DEMONYM and change.before_marks and change.before_marks[-1] & _NOUN and (cue := change.differs(DEMONYM)):
        return "actor", cue
    return None


def _by_noun(change: Change, cue: str) -> Fit | None:
    ours, theirs = change.having(_NOUN | CAPITAL)
    beside_name = bool(change.next_mark & CAPITAL) or "," in change.around.lead
    if beside_name and not all(change.having(_NOUN)):
        return None  # with a title or without it
    if change.source and change.derived and not (ours and theirs):
        return None  # named where nobody was, or the other way round
    return "actor", cue


def _initials(one: list[Word], other: list[Word]) -> bool:
    """Tell whether one side abbreviates the other: ONU, Organisation des Nations unies."""
    short, long = (one, other) if len(one) < len(other) else (other, one)
    letters = "".join(word.folded[:1] for word in long if not word.marks & STOP or word.marks & CAPITAL)
    return any(len(word.folded) > 1 and word.folded in letters for word in short if word.marks & CAPITAL)


def _other_noun(lexicon: Lexicon, change: Change) -> str | None:
    ours, theirs = change.having(_NOUN)
    for side, other in ((ours, theirs), (theirs, ours)):
        for word in side:
            if not any(word.like(known) or lexicon.synonyms(word, known) for known in other):
                return word.written
    return None


def _other_name(change: Change) -> str | None:
    """Return a name that is not another spelling of one on the other side; both sides must hold names."""
    ours, theirs = change.having(_NAMED)
    for word in ours:
        if theirs and all(likeness(word.folded, known.folded) == "none" for known in theirs):
            return word.written
    return None


def _acts(change: Change) -> bool:
    """Tell whether the change stands where a subject, an agent or an object stands."""
    for mark in reversed(change.before_marks):
        if mark & GENITIVE:
            return False
        if mark & (AGENT | VERB | REPORTING):
            return True
        if not mark & (_NOUN | DETERMINER | CAPITAL):
            break
    return change.around.starts or bool(change.next_mark & VERB)


def name(_: Lexicon, change: Change, _marks: int) -> Fit | None:
    """Find the same one written otherwise, or named where nobody was."""
    ours, theirs = change.having(CAPITAL)
    if [word.written for word in ours] != [word.written for word in theirs]:
        return "name", None
    ours, theirs = change.having(_NOUN)
    known = bool(change.source and change.derived) and not any(
        w.marks & UNKNOWN for w in [*change.source, *change.derived]
    )
    return ("name", None) if bool(ours) != bool(theirs) and (known or not (change.source and change.derived)) else None
