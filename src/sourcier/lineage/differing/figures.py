"""Differences in numbers and dates."""

from sourcier.lineage.differing.change import Change, Fit
from sourcier.lineage.differing.lexicon import Lexicon
from sourcier.lineage.differing.word import BOUND, DATE, NUMBER


def number(_: Lexicon, change: Change, marks: int) -> Fit | None:
    """Another number, the same written otherwise, or another bound (« plus de »)."""
    if marks & NUMBER:
        ours, theirs = change.having(NUMBER)
        if [word.folded for word in ours] == [word.folded for word in theirs]:
            return None
        digits = all(word.value for word in [*ours, *theirs]) and len(ours) != len(theirs)
        if digits and "".join(w.value or "" for w in ours) == "".join(w.value or "" for w in theirs):
            return "typography", None  # 12 000, 12000
        return "number", (ours or theirs)[0].written
    if marks & BOUND and change.next_mark & NUMBER:
        ours, theirs = change.having(BOUND)
        return "number", (ours or theirs)[0].written
    return None


def date(_: Lexicon, change: Change, _marks: int) -> Fit | None:
    """Another day, month, year, hour, season or feast."""
    cue = change.differs(DATE)
    return ("date", cue) if cue else None
