"""A number with its noun, or without: « 24 soldats », « dont 51 »."""

from dataclasses import replace

from sourcier.reading.numbers.amount import Amount
from sourcier.reading.numbers.bare import stands_alone
from sourcier.reading.numbers.bounds import bound_after, bounded, with_bound_after
from sourcier.reading.numbers.draft import Draft, Found
from sourcier.reading.numbers.nouns import Phrase, phrase
from sourcier.reading.numbers.quantities import Quantities
from sourcier.reading.numbers.refused import a_frequency, named, refused
from sourcier.reading.numbers.states import state
from sourcier.reading.numbers.words import Words

_MILLION = 1e6


def noun_counted(words: Words, found: Amount, table: Quantities) -> Found | None:
    """A number with its noun."""
    at = _after(words, found, table)
    noun = phrase(words, at, table)
    if noun is None:
        return None
    if a_frequency(words, noun.head, table) or named(words, found.start, table):
        return noun.stop, None
    notion = table.within("nouns.notions", words.form(noun.head)) or table.within("nouns.never_in", words.form(at - 2))
    if found.form == "none" and notion:
        return noun.stop, None
    whole = bounded(words, found, table)
    if refused(words, whole, table, followed=True) or (found.form == "one" and not _counts_one(whole)):
        return found.stop, None
    return noun.stop, counted(words, whole, noun, table)


def _after(words: Words, found: Amount, table: Quantities) -> int:
    """Return where the noun may begin: after « de » or a bound; nowhere is beyond the end."""
    at = found.stop
    if found.of:
        if table.within("nouns.of", words.form(at)):
            at += 1
        elif words.upos(at) != "NOUN" or not words.is_open(at):
            return len(words)  # 26 million habitants, as some write
    elif after := bound_after(words, at, table):
        at = after[0]
    if found.form == "none" and table.within("nouns.of_which", words.form(at)):
        at += 1  # aucun des passagers, aucun de ses enfants
        while words.upos(at) == "DET":
            at += 1
    return at


def _counts_one(found: Amount) -> bool:
    """Whether a bound makes « un » a number: « au moins un pont »; « près d'une école » is a place."""
    return found.bound in {"min", "max"}


def counted(words: Words, found: Amount, noun: Phrase, table: Quantities) -> Draft:
    """Return the draft of a counted noun, with its state where the verb gives one."""
    said = state(words, found.start, noun.head, noun.stop, table)
    what = words.written(noun.first, noun.stop)
    draft = Draft(
        words, found.start, noun.stop, "count", found.value, found.value_max, found.bound, what, said, head=noun.head
    )
    return with_bound_after(draft, table)


def bare(words: Words, found: Amount, table: Quantities) -> Found | None:
    """A number without noun or unit: « dont 51 », « plus de deux cents »."""
    if table.within("alone.others", words.form(found.stop)) and words.is_open(found.stop):
        found = replace(found, stop=found.stop + 1)  # douze autres
    whole = bounded(words, found, table)
    if refused(words, whole, table, followed=False) or not stands_alone(words, whole, table):
        return None
    draft = Draft(words, whole.start, whole.stop, "count", found.value, found.value_max, whole.bound, bare=True)
    said = state(words, whole.start, whole.start, whole.stop, table)
    counts_things = table.within("alone.articles", words.form(found.start - 1))  # les deux millions de 2011
    if found.scale >= _MILLION and found.form == "plain" and not counts_things:
        draft = replace(draft, kind="money")
    return whole.stop, replace(draft, state=said)
