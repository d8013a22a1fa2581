"""One difference with the words around it, as the rules of the categories see it."""

from dataclasses import dataclass

from sourcier.core.edit import Category
from sourcier.lineage.lexicon import (
    ACTOR, CAPITAL, CLOCK, CONDITIONAL, DATE, DETERMINER, DIGIT, FUTURE, GENITIVE, GERUND, IN_PLACE, IN_TIME,
    INFINITIVE, MODAL, MONTH, NEGATION, NUMBER, PLACE, PLACE_NOUN, PREPOSITION, PRONOUN, REPORTING, STOP, TIME, TITLE,
    UNKNOWN, VERB, WEAK_REPORTING, WEEKDAY, Lexicon, Word,
)  # fmt: skip

_VERBAL = VERB | CONDITIONAL | FUTURE | GERUND | REPORTING | WEAK_REPORTING | INFINITIVE
Fit = tuple[Category, str | None]
"""A category and the word, as written, that decided it."""

_YEARS = range(1800, 2100)


@dataclass(slots=True)
class Change:
    """What stood in the source and stands in the derived text; one of the two may be empty.

    `before` and `after` are up to three words of context (nearest last, nearest first), equal in both texts. `starts`
    tells whether a sentence starts here. `trail` is what separates the change from the next word.
    """

    source: list[Word]
    derived: list[Word]
    before: list[Word]
    after: list[Word]
    starts: bool
    lead: str
    trail: str
    source_marks: list[int]
    derived_marks: list[int]
    before_marks: list[int]


    def having(self, wanted: int) -> tuple[list[Word], list[Word]]:
        """Return the words of the derived text and of the source that have any of these marks."""
        return (
            [word for word, mark in zip(self.derived, self.derived_marks, strict=True) if mark & wanted],
            [word for word, mark in zip(self.source, self.source_marks, strict=True) if mark & wanted],
        )

    def differs(self, wanted: int) -> str | None:
        """Return the first word of a kind, as written, that one side has and the other has not in any ending."""
        ours, theirs = self.having(wanted)
        for side, other in ((ours, theirs), (theirs, ours)):
            for word in side:
                if not any(word.like(known) for known in other):
                    return word.written
        return None

    def follows(self, wanted: int) -> bool:
        """Tell whether one of the two words before has a mark."""
        return any(mark & wanted for mark in self.before_marks[-2:])

    def named(self) -> bool:
        """Tell whether both sides hold a name."""
        ours, theirs = self.having(CAPITAL)
        return bool(ours and theirs)


def change(
    lexicon: Lexicon, source: list[Word], derived: list[Word], before: list[Word], after: list[Word],
    starts: bool, lead: str, trail: str,
) -> Change:  # fmt: skip
    """Return a change with its words' marks settled by what stands around them."""
    return Change(
        source, derived, before, after, starts, lead, trail,
        settled(lexicon, source, before, after, starts), settled(lexicon, derived, before, after, starts),
        _around(lexicon, before, derived or source),
    )  # fmt: skip


def settled(lexicon: Lexicon, words: list[Word], before: list[Word], after: list[Word], starts: bool) -> list[int]:
    """Return the marks of words where their neighbours have settled what they are."""
    marks = [word.marks for word in words]
    if lexicon.phrases:
        _phrases(lexicon, words, marks, before, after)
    left = before[-1].marks if before else 0
    for place, mark in enumerate(marks):
        marks[place] = mark = _settle(mark, left)
        if starts and not place and mark & CAPITAL:
            marks[place] = _at_start(mark, words, after)
        left = mark
    if any(mark & NUMBER for mark in marks):
        _dates(words, marks, before, after)
    return marks


def _around(lexicon: Lexicon, before: list[Word], words: list[Word]) -> list[int]:
    marks = [word.marks for word in before]
    if lexicon.phrases:
        _phrases(lexicon, before, marks, [], words)
    return marks


def _phrases(lexicon: Lexicon, words: list[Word], marks: list[int], before: list[Word], after: list[Word]) -> None:
    line = [*before[-1:], *words, *after[:1]]
    if not any(word.folded in lexicon.phrases for word in line):
        return
    shift = len(before[-1:])
    for place, word in enumerate(line[:-1]):
        seconds = lexicon.phrases.get(word.folded)
        found = seconds and seconds.get(line[place + 1].folded)
        if found:
            for at in (place - shift, place + 1 - shift):
                if 0 <= at < len(marks):
                    marks[at] = found | (marks[at] & CAPITAL)


def _settle(mark: int, left: int) -> int:
    """Decide between a verb and a noun, a month and a verb, by the word before."""
    if mark & MONTH and mark & (VERB | MODAL):
        return mark & ~(_VERBAL | MODAL | NEGATION) if mark & CAPITAL else mark & ~MONTH
    if not mark & VERB or mark & (INFINITIVE | STOP):
        return mark & ~PLACE_NOUN if mark & VERB and not left & DETERMINER else mark
    if left & DETERMINER or (left & (GENITIVE | PREPOSITION) and not mark & GERUND):
        return mark & ~(_VERBAL | MODAL | NEGATION)
    if mark & (PLACE | PLACE_NOUN):
        return mark & ~(PLACE | PLACE_NOUN) if not mark & CAPITAL else mark & ~_VERBAL
    if mark & (ACTOR | TITLE):
        return mark & ~(ACTOR | TITLE) if left & (VERB | PRONOUN | CAPITAL) else mark & ~_VERBAL
    return mark


def _at_start(mark: int, words: list[Word], after: list[Word]) -> int:
    """A capital at the start of a sentence shows a name only where the word is no common one."""
    following = words[1] if len(words) > 1 else after[0] if after else None
    known = mark & ~(CAPITAL | UNKNOWN | PLACE)
    if mark & PLACE or (not known and following and following.marks & (CAPITAL | VERB)):
        return mark
    return mark & ~CAPITAL


def _dates(words: list[Word], marks: list[int], before: list[Word], after: list[Word]) -> None:
    """A number beside a month or weekday, a year after a word of time, and an hour are dates."""
    for place, mark in enumerate(marks):
        if not mark & NUMBER:
            continue
        left = marks[place - 1] if place else before[-1].marks if before else 0
        right = marks[place + 1] if place + 1 < len(marks) else after[0].marks if after else 0
        value = words[place].value
        year = mark & DIGIT and value is not None and len(value) == 4 and int(value) in _YEARS
        dated = (left | right) & MONTH or left & WEEKDAY or (year and (left & (IN_TIME | DATE) or _alone(right)))
        if dated or (right & CLOCK and left & (IN_PLACE | IN_TIME | DATE)) or _clock(words[place].written):
            marks[place] = (mark & ~NUMBER) | TIME


def _alone(right: int) -> bool:
    """Tell whether what follows cannot be what a number counts."""
    return not right or bool(right & (STOP | CAPITAL | VERB))


def _clock(written: str) -> bool:
    """Tell whether a word is a time of day: 18h, 18h30."""
    hour, letter, minute = written.lower().partition("h")
    return bool(letter) and hour.isdigit() and int(hour) < 25 and (not minute or minute.isdigit())
