"""Differences in who says it, and in what is done."""

from sourcier.lineage.differing.change import Change, Fit
from sourcier.lineage.differing.lexicon import Lexicon
from sourcier.lineage.differing.word import (
    ACCORDING,
    ACTOR,
    AGENT,
    CAPITAL,
    CUE,
    REPORTING,
    STOP,
    THAT,
    TITLE,
    VERB,
    WEAK_REPORTING,
)

_ELIDED = 2  # letters: « d’ » of « d’après » says little
_TENSE = 4  # words: a longer change beside a cue is more than its auxiliary
_SPEAKS = REPORTING | CUE | ACCORDING


def added(_: Lexicon, change: Change, marks: int) -> Fit | None:
    """Attribution put in or left out, with whatever else the phrase holds."""
    if change.source and change.derived:
        return None
    words = change.derived or change.source
    own = change.derived_marks or change.source_marks
    if marks & (ACCORDING | REPORTING) or (marks & CUE and marks & (AGENT | STOP) and len(words) > 2):
        cues = [word.written for word, mark in zip(words, own, strict=True) if mark & _SPEAKS]
        return "attribution", next((cue for cue in cues if len(cue) > _ELIDED), cues[0])
    return None


def attribution(_: Lexicon, change: Change, marks: int) -> Fit | None:
    """Find another cue, another tense of it, or another source beside it."""
    cue = _cue(change, marks) or _source(change)
    return ("attribution", cue) if cue else None


def _cue(change: Change, marks: int) -> str | None:
    wanted = marks & (REPORTING | ACCORDING) or (marks & WEAK_REPORTING if change.next_mark & THAT else 0)
    if wanted:
        ours, theirs = change.having(wanted)
        if ours or theirs:
            return (ours or theirs)[0].written
    if marks & CUE and (cue := change.differs(CUE)):
        return cue
    tense = marks & VERB and marks & STOP and len(change.source) + len(change.derived) < _TENSE
    return change.around.after[0].written if tense and change.next_mark & REPORTING else None


def _source(change: Change) -> str | None:
    beside = beside_cue(change)
    if beside:
        return beside
    return change.differs(ACTOR | TITLE | CAPITAL) if change.follows(ACCORDING | REPORTING) else None


def beside_cue(change: Change) -> str | None:
    """Return the word put for another right after a noun such as « source », None elsewhere."""
    after_cue = change.before_marks and change.before_marks[-1] & CUE
    return change.derived[0].written if after_cue and change.source and change.derived else None


def verb(_: Lexicon, change: Change, _marks: int) -> Fit | None:
    """Another verb, or another form of it."""
    ours, theirs = change.having(VERB)
    if [word.folded for word in ours] == [word.folded for word in theirs]:
        return None
    content = [word for word in [*ours, *theirs] if not word.marks & STOP]
    return "verb", (content or ours or theirs)[0].written
