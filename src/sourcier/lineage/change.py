"""One difference with the words around it, as the rules of the categories see it."""

from dataclasses import dataclass

from sourcier.lineage.lexicon import (
    CAPITAL, CONDITIONAL, DATE, DETERMINER, DIGIT, GENITIVE, IN_TIME, INFINITIVE, MODAL, MONTH, NEGATION, NUMBER,
    PLACE, PLACE_NOUN, REPORTING, STOP, UNKNOWN, VERB, WEAK_REPORTING, WEEKDAY, Lexicon, Word,
)  # fmt: skip

_VERBAL = VERB | CONDITIONAL | REPORTING | WEAK_REPORTING | INFINITIVE
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


def change(
    lexicon: Lexicon, source: list[Word], derived: list[Word], before: list[Word], after: list[Word],
    starts: bool, lead: str, trail: str,
) -> Change:  # fmt: skip
    """Return a change with its words' marks settled by what stands around them."""
    return Change(
        source, derived, before, after, starts, lead, trail,
        settled(lexicon, source, before, after, starts), settled(lexicon, derived, before, after, starts),
    )  # fmt: skip


def settled(lexicon: Lexicon, words: list[Word], before: list[Word], after: list[Word], starts: bool) -> list[int]:
    """Return the marks of words where their neighbours have settled what they are."""
    marks = [word.marks for word in words]
    if lexicon.phrases:
        _phrases(lexicon, words, marks, before, after)
    left = before[-1].marks if before else 0
    for place, mark in enumerate(marks):
        marks[place] = mark = _settle(words[place], mark, left)
        if starts and not place and mark & CAPITAL:
            marks[place] = _at_start(mark, words, after)
        left = mark
    if any(mark & NUMBER for mark in marks):
        _dates(words, marks, before, after)
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


def _settle(word: Word, mark: int, left: int) -> int:
    """Decide between a verb and a noun, a month and a verb."""
    if mark & VERB and (mark & (PLACE | PLACE_NOUN | MONTH) or left & (DETERMINER | GENITIVE)):
        if mark & MONTH:
            return mark & ~(_VERBAL | MODAL | NEGATION) if mark & CAPITAL else mark & ~MONTH
        if left & DETERMINER and not mark & INFINITIVE and not mark & STOP:
            return mark & ~(_VERBAL | MODAL | NEGATION)
        if left & GENITIVE and not mark & INFINITIVE:
            return mark & ~(_VERBAL | NEGATION)
        return mark & ~(PLACE | PLACE_NOUN) if not left & DETERMINER and not mark & CAPITAL else mark & ~_VERBAL
    if mark & MODAL and mark & MONTH:
        return mark & ~MODAL if mark & CAPITAL else mark & ~MONTH
    return mark


def _at_start(mark: int, words: list[Word], after: list[Word]) -> int:
    """A capital at the start of a sentence shows a name only where the word is no common one."""
    following = words[1] if len(words) > 1 else after[0] if after else None
    known = mark & ~(CAPITAL | UNKNOWN | PLACE)
    if mark & PLACE or (not known and following and following.marks & (CAPITAL | VERB)):
        return mark
    return mark & ~CAPITAL


def _dates(words: list[Word], marks: list[int], before: list[Word], after: list[Word]) -> None:
    """A number beside a month or weekday, and a year after a word of time, are dates."""
    for place, mark in enumerate(marks):
        if not mark & DIGIT:
            continue
        left = marks[place - 1] if place else before[-1].marks if before else 0
        right = marks[place + 1] if place + 1 < len(marks) else after[0].marks if after else 0
        value = words[place].value
        year = value is not None and len(value) == 4 and int(value) in _YEARS
        if (left | right) & MONTH or left & WEEKDAY or (year and (left & (IN_TIME | MONTH | DATE) or _alone(right))):
            marks[place] = (mark & ~NUMBER) | DATE
        elif _clock(words[place].written):
            marks[place] = (mark & ~NUMBER) | DATE


def _alone(right: int) -> bool:
    """Tell whether what follows cannot be what a number counts."""
    return not right or bool(right & (STOP | CAPITAL | VERB))


def _clock(written: str) -> bool:
    """Tell whether a word is a time of day: 18h, 18h30."""
    hour, letter, minute = written.lower().partition("h")
    return bool(letter) and hour.isdigit() and int(hour) < 25 and (not minute or minute.isdigit())
