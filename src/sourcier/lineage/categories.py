"""What a difference does, by word lists and by what the text shows: the first category that fits."""

from collections.abc import Callable

from sourcier.core.edit import Category
from sourcier.lineage.change import Change, Fit
from sourcier.lineage.figures import date, number
from sourcier.lineage.lexicon import (
    ACCORDING, ACTOR, BOUND, CAPITAL, CONDITIONAL, CUE, DATE, DEMONYM, FUTURE, MODAL, NEGATION, NUMBER, PLACE,
    PLACE_NOUN, REPORTING, TITLE, UNKNOWN, VERB, WEAK_REPORTING, Lexicon,
)  # fmt: skip
from sourcier.lineage.participants import actor, name, place
from sourcier.lineage.polarity import modality, negation, opposite
from sourcier.lineage.similar import likeness
from sourcier.lineage.telling import added, attribution, verb

_WHO = ACTOR | TITLE | CAPITAL | PLACE | DEMONYM
_RULES: tuple[tuple[int, Callable[[Lexicon, Change, int], Fit | None]], ...] = (
    (ACCORDING | REPORTING | CUE, added),
    (NEGATION, negation),
    (MODAL | CONDITIONAL | FUTURE, modality),
    (NUMBER | BOUND, number),
    (DATE, date),
    (_WHO, actor),
    (PLACE | DEMONYM | PLACE_NOUN | CAPITAL, place),
    (ACCORDING | REPORTING | CUE | WEAK_REPORTING | _WHO | VERB, attribution),
    (VERB, verb),
    (_WHO, name),
)


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
    return "wording", None


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
        how = likeness(a.folded, b.folded)
        if how == "none" or (how == "slip" and not (a.marks | b.marks) & UNKNOWN):
            return None
        if how == "ending" and not lexicon.inflected(a, b):
            return None
    if marks & CAPITAL and change.named():
        return "place" if place(lexicon, change, marks) else "name"
    return "spelling"
