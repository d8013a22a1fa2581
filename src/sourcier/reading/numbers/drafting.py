"""One number of a sentence: its amount, bound, unit and noun put together, or the reason to leave it."""

from collections.abc import Callable
from dataclasses import replace

from sourcier.core.number import NumberKind
from sourcier.reading.numbers.ages import an_age
from sourcier.reading.numbers.amounts import Amount, amount
from sourcier.reading.numbers.bare import stands_alone
from sourcier.reading.numbers.bounds import bound_after, bound_before
from sourcier.reading.numbers.draft import Draft
from sourcier.reading.numbers.nouns import Phrase, phrase
from sourcier.reading.numbers.quantities import Quantities
from sourcier.reading.numbers.ranges import ranged
from sourcier.reading.numbers.ranks import rank
from sourcier.reading.numbers.refused import (
    a_frequency,
    a_score,
    named,
    names_something,
    of_a_calendar,
    of_a_clock,
    tells_a_date,
)
from sourcier.reading.numbers.shares import one_in, share
from sourcier.reading.numbers.states import state
from sourcier.reading.numbers.units import Unit, of_unit, unit_at
from sourcier.reading.numbers.words import Words

Found = tuple[int, Draft | None]
"""Where to read on, and the number, None for what is none."""


def drafted(words: Words, at: int, table: Quantities) -> Found | None:
    """Read the number that begins at a token, None where none does."""
    found = amount(words, at, table)
    if found is None:
        return None
    if found.form == "rank":
        return found.stop, rank(words, found, table)
    found = ranged(words, found, table)
    if a_frequency(words, found.stop, table):
        return found.stop + 1, None
    return next((each for read in _READERS if (each := read(words, found, table)) is not None), (found.stop, None))


def _bounded(words: Words, found: Amount, table: Quantities) -> Amount:
    """Return the amount with the bounds beside it; a range stays a range."""
    if after := bound_after(words, found.stop, table):
        found = replace(found, stop=after[0], bound=found.bound if found.value_max is not None else after[1])
    if before := bound_before(words, found, table):
        found = replace(found, start=before[0], bound=found.bound if found.value_max is not None else before[1])
    return found


def _fraction(words: Words, found: Amount, table: Quantities) -> Found | None:
    if found.form != "fraction":
        return None
    found = _bounded(words, found, table)
    return share(words, found, found.stop, None, table)


def _out_of(words: Words, found: Amount, table: Quantities) -> Found | None:
    """« un ménage sur quatre »."""
    if found.form not in {"plain", "one", "only"} or found.value_max is not None:
        return None
    return one_in(words, _bounded(words, found, table), table)


def _measured(words: Words, found: Amount, table: Quantities) -> Found | None:
    """A number with its unit: money, a measure, a length of time, per cent."""
    unit = unit_at(words, found, table)
    if unit is None:
        return None
    if of_a_clock(words, found, unit.start, unit.stop, table):
        minutes = words.form(unit.stop)[:1].isdigit()
        return unit.stop + minutes, None
    bounded = _bounded(words, found, table)
    if found.form in {"one", "none"} and bounded.bound == "exact":
        return unit.stop, None
    if unit.name == "%":
        return share(words, bounded, unit.stop, unit.name, table)
    if _refused(words, bounded, table, followed=True):
        return unit.stop, None
    return _of_unit(words, replace(bounded, value=unit.value), unit, table)


def _of_unit(words: Words, found: Amount, unit: Unit, table: Quantities) -> Found:
    what = of_unit(words, unit.stop, table)
    stop = what.stop if what else unit.stop
    kind: NumberKind = unit.kind
    if kind == "duration":
        if tells_a_date(words, found.start, unit.stop, table) or tells_a_date(
            words, found.start, unit.start - 1, table
        ):
            return unit.stop, None
        if an_age(words, found.start, unit.stop, unit.name, table):
            kind, what, stop = "age", None, unit.stop
    said = words.written(what.first, what.stop) if what else None
    draft = Draft(words, found.start, stop, kind, found.value, found.value_max, found.bound, said, unit=unit.name)
    return stop, _with_bound_after(words, draft, table)


def _counted(words: Words, found: Amount, table: Quantities) -> Found | None:
    """A number with its noun."""
    at = found.stop
    if found.of:
        if table.within("nouns.of", words.form(at)):
            at += 1
        elif words.upos(at) != "NOUN" or not words.is_open(at):
            return None  # 26 million habitants, as some write
    elif after := bound_after(words, at, table):
        at = after[0]
    noun = phrase(words, at, table)
    if noun is None:
        return None
    if a_frequency(words, noun.head, table) or named(words, found.start, table):
        return noun.stop, None
    notion = table.within("nouns.notions", words.form(noun.head)) or table.within("nouns.never_in", words.form(at - 2))
    if found.form == "none" and notion:
        return noun.stop, None
    bounded = _bounded(words, found, table)
    if _refused(words, bounded, table, followed=True) or (found.form == "one" and not _counts_one(bounded)):
        return found.stop, None
    return noun.stop, counted(words, bounded, noun, table)


def _counts_one(bounded: Amount) -> bool:
    """Whether a bound makes « un » a number: « au moins un pont »; « près d'une école » is a place."""
    return bounded.bound in {"min", "max"}


def counted(words: Words, found: Amount, noun: Phrase, table: Quantities) -> Draft:
    """Return the draft of a counted noun, with its state where the verb gives one."""
    said = state(words, found.start, noun.head, noun.stop, table)
    what = words.written(noun.first, noun.stop)
    draft = Draft(
        words, found.start, noun.stop, "count", found.value, found.value_max, found.bound, what, said, head=noun.head
    )
    return _with_bound_after(words, draft, table)


def _with_bound_after(words: Words, draft: Draft, table: Quantities) -> Draft:
    after = bound_after(words, draft.stop, table)
    if after is None or draft.bound == "range":
        return draft
    return replace(draft, stop=after[0], bound=after[1])


def _bare(words: Words, found: Amount, table: Quantities) -> Found | None:
    """A number without noun or unit: « dont 51 », « plus de deux cents »."""
    if table.within("alone.others", words.form(found.stop)) and words.is_open(found.stop):
        found = replace(found, stop=found.stop + 1)  # douze autres
    bounded = _bounded(words, found, table)
    if _refused(words, bounded, table, followed=False) or not stands_alone(words, bounded, table):
        return None
    draft = Draft(words, bounded.start, bounded.stop, "count", found.value, found.value_max, bounded.bound, bare=True)
    said = state(words, bounded.start, bounded.start, bounded.stop, table)
    counts_things = table.within("alone.articles", words.form(found.start - 1))  # les deux millions de 2011
    if found.scale >= _MILLION and found.form == "plain" and not counts_things:
        draft = replace(draft, kind="money")
    return bounded.stop, replace(draft, state=said)


_MILLION = 1e6


def _refused(words: Words, found: Amount, table: Quantities, *, followed: bool) -> bool:
    return (
        names_something(words, found, table)
        or of_a_calendar(words, found, table, followed=followed)
        or a_score(words, found, table)
    )


_READERS: tuple[Callable[[Words, Amount, Quantities], Found | None], ...] = (
    _fraction,
    _out_of,
    _measured,
    _counted,
    _bare,
)
