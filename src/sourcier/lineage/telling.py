"""Differences in who says it, and in what is done."""

from sourcier.lineage.change import Change, Fit
from sourcier.lineage.lexicon import (
    ACCORDING, ACTOR, AGENT, CAPITAL, CUE, REPORTING, STOP, THAT, TITLE, VERB, WEAK_REPORTING, Lexicon,
)  # fmt: skip

_SPEAKS = REPORTING | CUE | ACCORDING


def added(_: Lexicon, change: Change, marks: int) -> Fit | None:
    """Attribution put in or left out, with whatever else the phrase holds."""
    if change.source and change.derived:
        return None
    words = change.derived or change.source
    own = change.derived_marks or change.source_marks
    if marks & (ACCORDING | REPORTING) or (marks & CUE and marks & (AGENT | STOP) and len(words) > 2):
        return "attribution", next(word.written for word, mark in zip(words, own, strict=True) if mark & _SPEAKS)
    return None


def attribution(_: Lexicon, change: Change, marks: int) -> Fit | None:
    """Another cue, another tense of it, or another source after « selon »."""
    if marks & (REPORTING | ACCORDING):
        ours, theirs = change.having(REPORTING | ACCORDING)
        return "attribution", (ours or theirs)[0].written
    if marks & CUE and (cue := change.differs(CUE)):
        return "attribution", cue
    following = change.after[0].marks if change.after else 0
    if marks & WEAK_REPORTING and following & THAT:
        ours, theirs = change.having(WEAK_REPORTING)
        return "attribution", (ours or theirs)[0].written
    if marks & VERB and marks & STOP and following & REPORTING and len(change.source) + len(change.derived) < 4:
        return "attribution", change.after[0].written
    if change.follows(ACCORDING) and (who := change.differs(ACTOR | TITLE | CAPITAL)):
        return "attribution", who
    return None


def verb(_: Lexicon, change: Change, _marks: int) -> Fit | None:
    """Another verb, or another form of it."""
    ours, theirs = change.having(VERB)
    if [word.folded for word in ours] == [word.folded for word in theirs]:
        return None
    content = [word for word in [*ours, *theirs] if not word.marks & STOP]
    return "verb", (content or ours or theirs)[0].written
