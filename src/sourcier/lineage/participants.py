"""Differences in who, where, and under what name."""

from sourcier.lineage.change import Change, Fit
from sourcier.lineage.lexicon import (
    ACCORDING, ACTOR, AGENT, CAPITAL, DEMONYM, DETERMINER, GENITIVE, IN_PLACE, PLACE, PLACE_HEAD, PLACE_NOUN,
    REPORTING, TITLE, UNKNOWN, VERB, Lexicon, Word,
)  # fmt: skip
from sourcier.lineage.similar import likeness

_NOUN = ACTOR | TITLE
_NAMED = CAPITAL | PLACE


def actor(lexicon: Lexicon, change: Change, marks: int) -> Fit | None:
    """Another person, group or body does or suffers it: by its noun, or by its name where such a one stands."""
    if change.follows(ACCORDING):
        return None
    if marks & _NOUN and (cue := _other_noun(lexicon, change)):
        return _by_noun(change, cue)
    if marks & _NAMED and change.source and change.derived and _acts(change) and not _placed(change):
        cue = _other_name(change)
        if cue:
            return "actor", cue
    if marks & DEMONYM and change.before and change.before_marks[-1] & _NOUN and (cue := change.differs(DEMONYM)):
        return "actor", cue
    return None


def _by_noun(change: Change, cue: str) -> Fit | None:
    ours, theirs = change.having(_NOUN | CAPITAL)
    if ours and theirs:
        return "actor", cue
    if change.source and change.derived:
        return None  # named where nobody was, or the other way round
    beside_name = bool(change.after and change.after[0].marks & CAPITAL) or "," in change.lead
    return None if beside_name else ("actor", cue)


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
    return change.starts or bool(change.after and change.after[0].marks & VERB)


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


def _placed(change: Change) -> bool:
    return bool(_names_of_places(change.derived, change.derived_marks, change, listed=False))


def _names_of_places(words: list[Word], marks: list[int], change: Change, listed: bool = True) -> list[Word]:
    """Return the names that a preposition or a noun of place before them shows to be places (or that are listed)."""
    before = change.before_marks
    found = []
    for at, (word, mark) in enumerate(zip(words, marks, strict=True)):
        if not mark & _NAMED:
            continue
        left = [*before, *marks[:at]]
        while left and left[-1] & DETERMINER and not left[-1] & IN_PLACE:
            left.pop()
        headed = len(left) > 1 and left[-1] & GENITIVE and left[-2] & (PLACE_HEAD | PLACE_NOUN)
        if (listed and mark & PLACE) or (left and left[-1] & IN_PLACE) or headed:
            found.append(word)
    return found


def name(_: Lexicon, change: Change, _marks: int) -> Fit | None:
    """The same one written otherwise, or named where nobody was."""
    ours, theirs = change.having(CAPITAL)
    if [word.written for word in ours] != [word.written for word in theirs]:
        return "name", None
    ours, theirs = change.having(_NOUN)
    known = bool(change.source and change.derived) and not any(w.marks & UNKNOWN for w in [*change.source, *change.derived])
    return ("name", None) if bool(ours) != bool(theirs) and (known or not (change.source and change.derived)) else None
