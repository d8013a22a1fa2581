"""What a word is where it stands: a verb or a noun, a month or a verb, a number or a date, a name or a first word."""

from collections.abc import Sequence

from sourcier.lineage.differing.lexicon import Lexicon
from sourcier.lineage.differing.word import (
    ACTOR,
    ADJECTIVE,
    AGENT,
    CAPITAL,
    CLOCK,
    CONDITIONAL,
    DATE,
    DETERMINER,
    DIGIT,
    FUTURE,
    GENITIVE,
    GERUND,
    IN_PLACE,
    IN_TIME,
    INFINITIVE,
    MODAL,
    MONTH,
    NEGATION,
    NUMBER,
    PHRASE,
    PLACE,
    PLACE_NOUN,
    PREPOSITION,
    PRONOUN,
    REPORTING,
    STOP,
    TIME,
    TITLE,
    UNKNOWN,
    VERB,
    WEAK_REPORTING,
    WEEKDAY,
    Word,
)

_VERBAL = VERB | CONDITIONAL | FUTURE | GERUND | REPORTING | WEAK_REPORTING | INFINITIVE
_DOUBTFUL = ADJECTIVE | VERB | MONTH | NUMBER | CAPITAL | PHRASE  # what the words around can change
_BEFORE_NOUN = DETERMINER | GENITIVE | PREPOSITION | NUMBER | VERB | STOP | IN_PLACE | AGENT
_YEARS = range(1800, 2100)


def settled(lexicon: Lexicon, words: list[Word], before: list[Word], after: list[Word], starts: bool) -> list[int]:
    """Return the marks of words where their neighbours have settled what they are."""
    marks = [word.marks for word in words]
    every = 0
    for mark in marks:
        every |= mark
    if not every & _DOUBTFUL:
        return marks
    if every & PHRASE:
        phrases(lexicon, words, marks, before, after)
    left = before[-1].marks if before else 0
    for place, mark in enumerate(marks):
        left = _settle(mark, left) if mark & (VERB | MONTH | ADJECTIVE) else mark
        marks[place] = left
    if starts and words[0].marks & CAPITAL:
        marks[0] = _at_start(marks[0], words, after)
    if every & NUMBER:
        _dates(words, marks, before, after)
    return marks


def phrases(
    lexicon: Lexicon, words: list[Word], marks: list[int], before: Sequence[Word], after: Sequence[Word]
) -> None:
    """Give two words that stand together as a listed phrase the marks of the phrase."""
    line = [*before[-1:], *words, *after[:1]]
    shift = len(before[-1:])
    for place, word in enumerate(line[:-1]):
        found = lexicon.phrases.get(word.folded, {}).get(line[place + 1].folded) if word.marks & PHRASE else None
        if found:
            for at in (place - shift, place + 1 - shift):
                if 0 <= at < len(marks):
                    marks[at] = found | (marks[at] & ~(_VERBAL | NEGATION | NUMBER))


def _settle(mark: int, left: int) -> int:
    """Decide between a verb and a noun, a month and a verb, a noun and an adjective, by the word before."""
    if mark & ADJECTIVE and left and not left & _BEFORE_NOUN:
        return mark & ~(ACTOR | TITLE)
    if mark & MONTH and mark & (VERB | MODAL):
        return mark & ~(_VERBAL | MODAL | NEGATION) if mark & CAPITAL else mark & ~MONTH
    if not mark & VERB:
        return mark
    if mark & (INFINITIVE | STOP):
        return mark if left & DETERMINER else mark & ~PLACE_NOUN
    return mark & ~_unlike(mark, left)


def _unlike(mark: int, left: int) -> int:
    """Return what a form that may be a verb is not, after a word with the marks `left`."""
    if left & DETERMINER or (left & (GENITIVE | PREPOSITION) and not mark & GERUND):
        return _VERBAL | MODAL | NEGATION
    if mark & (PLACE | PLACE_NOUN):
        return _VERBAL if mark & CAPITAL else PLACE | PLACE_NOUN
    if mark & (ACTOR | TITLE):
        return ACTOR | TITLE if left & (VERB | PRONOUN | CAPITAL) else _VERBAL
    return 0


def _at_start(mark: int, words: list[Word], after: list[Word]) -> int:
    """Keep the capital of a sentence's first word only where the word is no common one: it shows no name else."""
    following = words[1] if len(words) > 1 else after[0] if after else None
    known = mark & ~(CAPITAL | UNKNOWN | PLACE)
    if mark & PLACE or (not known and following and following.marks & (CAPITAL | VERB)):
        return mark
    return mark & ~CAPITAL


def _dates(words: list[Word], marks: list[int], before: list[Word], after: list[Word]) -> None:
    """Take a number beside a month or weekday, a year after a word of time, and an hour for dates."""
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
    if not letter or not hour.isdecimal() or len(hour) > 2:
        return False
    return int(hour) < 25 and (not minute or minute.isdecimal())
