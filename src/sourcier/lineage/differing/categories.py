"""What a difference does, by word lists and by what the text shows: the first category that fits."""

from collections.abc import Callable

from sourcier.core.edit import Category
from sourcier.lineage.differing.change import Change, Fit
from sourcier.lineage.differing.figures import date, number
from sourcier.lineage.differing.lexicon import Lexicon
from sourcier.lineage.differing.participants import actor, name
from sourcier.lineage.differing.places import place
from sourcier.lineage.differing.polarity import modality, negation, opposite
from sourcier.lineage.differing.similar import likeness
from sourcier.lineage.differing.telling import added, attribution, beside_cue, verb
from sourcier.lineage.differing.word import (
    ACCORDING,
    ACTOR,
    AFTER_NEGATION,
    BOUND,
    CAPITAL,
    CONDITIONAL,
    CUE,
    DATE,
    DEMONYM,
    FUTURE,
    MODAL,
    NEGATION,
    NUMBER,
    PHRASE,
    PLACE,
    PLACE_NOUN,
    REPORTING,
    TITLE,
    UNKNOWN,
    VERB,
    WEAK_REPORTING,
    Word,
)

_WHO = ACTOR | TITLE | CAPITAL | PLACE | DEMONYM
_RULES: tuple[tuple[int, Callable[[Lexicon, Change, int], Fit | None]], ...] = (
    (ACCORDING | REPORTING | CUE, added),
    (NEGATION | AFTER_NEGATION, negation),
    (MODAL | CONDITIONAL | FUTURE, modality),
    (NUMBER | BOUND, number),
    (DATE, date),
    (_WHO, actor),
    (PLACE | DEMONYM | PLACE_NOUN | CAPITAL, place),
    (ACCORDING | REPORTING | CUE | WEAK_REPORTING | _WHO | VERB, attribution),
    (VERB, verb),
    (_WHO, name),
)
_TELLING = PHRASE  # the marks that a rule may speak of
for _wanted, _ in _RULES:
    _TELLING |= _wanted


def plain(one: Word, other: Word, before: Word) -> bool:
    """Tell at a glance that two words are wording: no rule speaks of them, and they do not look alike."""
    if (one.marks | other.marks) & _TELLING or before.marks & CUE:
        return False
    a, b = one.folded, other.folded
    return a[:2] != b[:2] and a[-2:] != b[-2:]


def categorise(lexicon: Lexicon, change: Change) -> Fit:
    """Return the first category that fits, in the order of the categories, with the word that decided it.

    What is put in or left out with a word of attribution is attribution, whatever else the phrase holds; a word that
    is misspelt is no other word.
    """
    marks = 0
    for mark in change.source_marks:
        marks |= mark
    for mark in change.derived_marks:
        marks |= mark
    if len(change.source) == len(change.derived):
        prefixed = opposite(lexicon, change, marks)
        if prefixed:
            return "negation", prefixed
    same = _respelt(lexicon, change, marks)
    if same:
        return same, None
    for wanted, rule in _RULES:
        if marks & wanted:
            fit = rule(lexicon, change, marks)
            if fit:
                return fit
    beside = beside_cue(change)
    return ("attribution", beside) if beside else ("wording", None)


def _respelt(lexicon: Lexicon, change: Change, marks: int) -> Category | None:
    """Tell words misspelt, inflected or run together; two known words are no slips of one another."""
    source, derived = change.source, change.derived
    if not source or not derived:
        return None
    if len(source) != len(derived):
        joined = "".join(word.folded for word in source) == "".join(word.folded for word in derived)
        return "typography" if joined else None
    for a, b in zip(source, derived, strict=True):
        if a.folded == b.folded:
            continue
        if a.folded[:2] != b.folded[:2] and a.folded[-2:] != b.folded[-2:]:
            return None
        slip = (a.marks | b.marks) & UNKNOWN and likeness(a.folded, b.folded) == "slip"
        if not (slip or lexicon.inflected(a, b) or lexicon.variants(a, b)):
            return None
    if marks & CAPITAL and change.named():
        return "place" if place(lexicon, change, marks) else "name"
    return "spelling"
