"""What moves a number: « au moins », « plus de », « environ », before it or after."""

from dataclasses import replace

from sourcier.core.number import Bound
from sourcier.reading.numbers.amount import Amount
from sourcier.reading.numbers.draft import Draft
from sourcier.reading.numbers.quantities import Quantities
from sourcier.reading.numbers.words import Words

_BOUNDS: dict[str, Bound] = {"min": "min", "max": "max", "approx": "approx"}


def bound_before(words: Words, found: Amount, table: Quantities) -> tuple[int, Bound] | None:
    """Return where the bound before an amount begins and which it is; an article may stand between."""
    stop = found.start
    bound = table.bounds.until(words.forms, stop)
    if bound is None and table.within("bounds.articles", words.form(stop - 1)):
        bound = table.bounds.until(words.forms, stop - 1)
    if bound is None:
        return None
    start, name = bound
    if name == "approx" and found.form == "only":
        return None  # « autour d'une seule radio »
    if not words.is_open(start) or table.within("bounds.not_after", words.form(start - 1)):
        return None

    return start, _BOUNDS[name]


def bound_after(words: Words, stop: int, table: Quantities) -> tuple[int, Bound] | None:
    """Return where the bound after an amount or its noun stops, and which it is."""
    bound = table.bounds_after.at(words.forms, stop)
    if bound is None or not words.is_open(stop) or table.within("nouns.of", words.form(bound[0])):
        return None  # « 12 morts et plus de 30 blessés »: the bound is the next number's
    return bound[0], _BOUNDS[bound[1]]


def bounded(words: Words, found: Amount, table: Quantities) -> Amount:
    """Return the amount with the bounds beside it; a range stays a range."""
    if after := bound_after(words, found.stop, table):
        found = replace(found, stop=after[0], bound=found.bound if found.value_max is not None else after[1])
    if before := bound_before(words, found, table):
        found = replace(found, start=before[0], bound=found.bound if found.value_max is not None else before[1])
    return found


def with_bound_after(draft: Draft, table: Quantities) -> Draft:
    """Return the draft with the bound after its noun: « 300 personnes au moins »; a range stays a range."""
    after = bound_after(draft.words, draft.stop, table)
    if after is None or draft.bound == "range":
        return draft
    return replace(draft, stop=after[0], bound=after[1])
