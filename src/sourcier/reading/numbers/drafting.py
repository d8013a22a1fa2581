"""One number of a sentence: its amount, bound, unit and noun put together, or the reason to leave it."""

from collections.abc import Callable

from sourcier.reading.numbers.amount import Amount
from sourcier.reading.numbers.amounts import amount
from sourcier.reading.numbers.bounds import bounded
from sourcier.reading.numbers.counted import bare, noun_counted
from sourcier.reading.numbers.draft import Found
from sourcier.reading.numbers.measured import measured
from sourcier.reading.numbers.quantities import Quantities
from sourcier.reading.numbers.ranges import ranged
from sourcier.reading.numbers.ranks import rank
from sourcier.reading.numbers.refused import a_frequency
from sourcier.reading.numbers.shares import one_in, share
from sourcier.reading.numbers.words import Words


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


def _fraction(words: Words, found: Amount, table: Quantities) -> Found | None:
    if found.form != "fraction":
        return None
    if table.within("fractions.not_after", words.form(found.start - 1)):
        return found.stop, None  # à moitié plein
    found = bounded(words, found, table)
    return share(words, found, found.stop, None, table)


def _out_of(words: Words, found: Amount, table: Quantities) -> Found | None:
    """« un ménage sur quatre »."""
    if found.form not in {"plain", "one", "only"} or found.value_max is not None:
        return None
    return one_in(words, bounded(words, found, table), table)


_READERS: tuple[Callable[[Words, Amount, Quantities], Found | None], ...] = (
    _fraction,
    _out_of,
    measured,
    noun_counted,
    bare,
)
