"""What moves a number: « au moins », « plus de », « environ », before it or after."""

from sourcier.core.number import Bound
from sourcier.reading.numbers.amounts import Amount
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
    if not words.is_open(start) or table.within("bounds.not_after", words.form(start - 1)):
        return None

    return start, _BOUNDS[name]


def bound_after(words: Words, stop: int, table: Quantities) -> tuple[int, Bound] | None:
    """Return where the bound after an amount or its noun stops, and which it is."""
    bound = table.bounds_after.at(words.forms, stop)
    if bound is None or not words.is_open(stop) or table.within("nouns.of", words.form(bound[0])):
        return None  # « 12 morts et plus de 30 blessés »: the bound is the next number's
    return bound[0], _BOUNDS[bound[1]]
