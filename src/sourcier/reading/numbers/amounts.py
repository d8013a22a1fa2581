"""Amounts of any form: cardinals, « une trentaine », « des dizaines », « deux tiers », « 7e », « aucun »."""

from collections.abc import Callable

from sourcier.reading.numbers.amount import MILLE, Amount
from sourcier.reading.numbers.cardinals import cardinal
from sourcier.reading.numbers.figures import hyphenated
from sourcier.reading.numbers.fractions import fraction
from sourcier.reading.numbers.ordinals import ordinal
from sourcier.reading.numbers.quantities import Quantities
from sourcier.reading.numbers.words import Words


def amount(words: Words, at: int, table: Quantities) -> Amount | None:
    """Return the amount that begins at a token, or at a word before it (« des dizaines » is met at « dizaines »)."""
    if not words.is_open(at):
        return None
    return next((found for read in _READERS if (found := read(words, at, table))), None)


def _none(words: Words, at: int, table: Quantities) -> Amount | None:
    return Amount(at, at + 1, "none", 0) if table.within("numerals.none", words.form(at)) else None


def _vague(words: Words, at: int, table: Quantities) -> Amount | None:
    """« des dizaines », « plusieurs centaines de milliers »; without any article too (« la mort de dizaines de »)."""
    plurals = table.tables["collectives.plurals"]
    if words.form(at) not in plurals:
        return None
    least = table.tables["collectives.least"]["times"]
    start = at - 1 if table.within("collectives.several", words.form(at - 1)) and words.is_open(at - 1) else at
    value, stop = plurals[words.form(at)] * least, at + 1
    if table.within("nouns.of", words.form(stop)) and words.form(stop + 1) in plurals:
        value, stop = value * plurals[words.form(stop + 1)], stop + 2
    if start == at and not table.within("nouns.of", words.form(stop)):
        return None
    return Amount(start, stop, "vague", value, "min", of=True)


def _collective(words: Words, at: int, table: Quantities) -> Amount | None:
    """« une trentaine », « une bonne vingtaine », « la dizaine de »; « deux dizaines »."""
    collectives = table.tables["collectives.words"]
    form = words.form(at)
    if form in collectives:  # after another word than « une »
        if not table.within("nouns.of", words.form(at + 1)):
            return None
        return Amount(at, at + 1, "collective", collectives[form], "approx", of=True)
    if table.within("numerals.one", form):
        stop = at + 1
        while table.within("collectives.qualities", words.form(stop)):
            stop += 1
        if words.form(stop) in collectives and words.is_open(stop):
            return Amount(at, stop + 1, "collective", collectives[words.form(stop)], "approx", of=True)
        return None
    found = cardinal(words, at, table)
    plurals = table.tables["collectives.plurals"]
    if found and found.scale == 1 and words.form(found.stop) in plurals and words.is_open(found.stop):
        value = found.value * plurals[words.form(found.stop)]
        return Amount(at, found.stop + 1, "collective", value, "approx", of=True)
    return None


def _rank(words: Words, at: int, table: Quantities) -> Amount | None:
    rank = ordinal(words.form(at), table)
    apart = words.form(at).isdigit() and table.within("ordinals.apart", words.form(at + 1))
    if apart and words.is_open(at + 1):
        return Amount(at, at + 2, "rank", float(words.form(at)), figures=True)  # 644 ème
    return Amount(at, at + 1, "rank", rank, figures=words.form(at)[0].isdigit()) if rank is not None else None


def _one(words: Words, at: int, table: Quantities) -> Amount | None:
    if not table.within("numerals.one", words.form(at)):
        return None
    found = cardinal(words, at, table)
    if found and found.stop > at + 1:
        return _plain(words, at, table)
    half = table.tables["numerals.half_of"].get(words.form(at + 1))
    if half is not None and words.is_open(at + 1):
        return Amount(at, at + 2, "plain", half, scale=half, of=True)  # un demi-million de
    if table.within("numerals.only", words.form(at + 1)):
        if table.within("numerals.not_one", words.form(at - 1)) and words.is_open(at - 1):
            return Amount(at - 1, at + 2, "none", 0)  # pas un seul mort
        return Amount(at, at + 2, "only", 1)
    return Amount(at, at + 1, "one", 1)


def _plain(words: Words, at: int, table: Quantities) -> Amount | None:
    found = cardinal(words, at, table)
    if found is None:
        return _hyphenated(words, at, table)
    of = table.within("numerals.before_of", words.form(found.stop - 1)) and found.stop > at + 1
    of = of or words.form(found.stop - 1) in table.tables["numerals.half_of"]
    of = of or (found.scale > MILLE and table.within("nouns.of", words.form(found.stop)))
    return Amount(at, found.stop, "plain", found.value, scale=found.scale, figures=found.figures, of=of)


def _hyphenated(words: Words, at: int, table: Quantities) -> Amount | None:
    """« 30-60 minutes »: a range where a unit follows, elsewhere rather a score."""
    ends = hyphenated(words.form(at))
    if ends is None or table.units.at(words.forms, at + 1) is None:
        return None
    return Amount(at, at + 1, "plain", ends[0], "range", ends[1], figures=True)


_READERS: tuple[Callable[[Words, int, Quantities], Amount | None], ...] = (
    _none,
    _vague,
    _collective,
    fraction,
    _rank,
    _one,
    _plain,
)
