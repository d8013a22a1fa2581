"""How soon a difference is looked at: 0..1, higher first."""

from collections.abc import Callable

from sourcier.core.edit import Category
from sourcier.lineage.differing.change import Change
from sourcier.lineage.differing.similar import likeness
from sourcier.lineage.differing.word import CONDITIONAL, NUMBER, STOP, VERB, Word

BASE: dict[Category, float] = {
    "negation": 1.0,
    "modality": 0.92,
    "number": 0.88,
    "actor": 0.84,
    "verb": 0.8,
    "date": 0.7,
    "place": 0.66,
    "attribution": 0.6,
    "name": 0.5,
    "wording": 0.3,
    "spelling": 0.12,
    "typography": 0.05,
}
ACCENT = 0.08  # a word spelt the same but for its accents
CASE = 0.06
QUOTES = 0.07
MARK = 0.03  # a punctuation mark
SPACE = 0.01
OTHER_TENSE = 0.4  # of a cue word: affirme, affirmé
_FUNCTION_WORDS = 0.1
_ENDING = 0.15
_SAME_NUMBER = 0.14
_SAME_VERB = 0.45
_ONE_VERB = 0.6
_AUXILIARY = 0.4
_SAME_NAME = 0.35
_BOUND = 0.7
_ONE_SIDED = 0.8  # what is only added or left out contradicts nothing
_LESS_ONE_SIDED = frozenset({"actor", "date", "place", "name"})


def weight(change: Change, category: Category) -> float:
    """Return the weight of a difference at word level."""
    special = _SPECIAL.get(category)
    found = special(change) if special else None
    if found is not None:
        return found
    one_sided = category in _LESS_ONE_SIDED and not (change.source and change.derived)
    return round(BASE[category] * _ONE_SIDED, 2) if one_sided else BASE[category]


def plain_weight(one: Word, other: Word) -> float:
    """Return the weight of two words that no rule speaks of."""
    return _FUNCTION_WORDS if one.marks & other.marks & STOP else BASE["wording"]


def _wording(change: Change) -> float:
    words = [*change.source, *change.derived]
    content = sum(not word.marks & STOP for word in words)
    if not content:
        return _FUNCTION_WORDS
    if len(change.source) == len(change.derived) == 1:
        alike = likeness(change.source[0].folded, change.derived[0].folded) == "ending"
        return _ENDING if alike else BASE["wording"]
    return round(min(BASE["wording"] + 0.01 * content, 0.39), 2)


def _verb(change: Change) -> float:
    ours, theirs = _content(change.derived, change.derived_marks), _content(change.source, change.source_marks)
    if ours and theirs:
        same = {lemma for word in ours for lemma in word.lemmas} & {lemma for word in theirs for lemma in word.lemmas}
        return _SAME_VERB if same else BASE["verb"]
    return _ONE_VERB if ours or theirs else _AUXILIARY


def _content(words: list[Word], marks: list[int]) -> list[Word]:
    return [word for word, mark in zip(words, marks, strict=True) if mark & (VERB | CONDITIONAL) and not mark & STOP]


def _number(change: Change) -> float | None:
    ours, theirs = change.having(NUMBER)
    if not ours and not theirs:
        return _BOUND
    values = [word.value for word in ours]
    return _SAME_NUMBER if None not in values and values == [word.value for word in theirs] else None


def _name(change: Change) -> float | None:
    if len(change.source) == len(change.derived) == 1 and change.named():
        alike = likeness(change.source[0].folded, change.derived[0].folded) != "none"
        return _SAME_NAME if alike else None
    return None


_SPECIAL: dict[Category, Callable[[Change], float | None]] = {
    "wording": _wording,
    "verb": _verb,
    "number": _number,
    "name": _name,
    "place": _name,
}
