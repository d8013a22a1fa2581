"""Units after a number: « km/h », « francs CFA », « jours »."""

from dataclasses import dataclass

from sourcier.core.number import NumberKind
from sourcier.reading.numbers.amount import Amount
from sourcier.reading.numbers.nouns import Phrase, phrase
from sourcier.reading.numbers.quantities import Quantities
from sourcier.reading.numbers.words import Words

_SYMBOL = 3  # letters: shorter ones are symbols, and stand after figures only
_KINDS: dict[str, NumberKind] = {"money": "money", "measure": "measure", "duration": "duration", "share": "share"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit over tokens `start` to `stop`, its kept name and kind, and the number's value with « et demi »."""

    start: int
    stop: int
    name: str
    kind: NumberKind
    value: float


def unit_at(words: Words, found: Amount, table: Quantities) -> Unit | None:
    """Return the unit after an amount, None where none stands there."""
    start = found.stop
    if table.within("nouns.of", words.form(start)) and (found.of or found.form in {"vague", "collective"}):
        start += 1
    while table.within("units.passed", words.form(start)) or table.within("nouns.passed", words.form(start)):
        start += 1
    at = table.units.at(words.forms, start)
    if at is None or not words.is_open(start) or not _fits(words, found, start, at[0], table):
        return None
    stop, name = at
    value = found.value
    if half := table.phrases["half"].at(words.forms, stop):
        stop, value = half[0], value + 0.5
    return Unit(start, stop, name, _KINDS[table.kinds[name]], value)


def _fits(words: Words, found: Amount, start: int, stop: int, table: Quantities) -> bool:
    """A symbol of a few letters needs a number in figures: « 3 m », not « trois m »."""
    form = words.form(start)
    symbol = stop == start + 1 and len(form) <= _SYMBOL and form.isalpha() and not table.within("units.words", form)
    return not symbol or found.figures or found.scale > 1


def of_unit(words: Words, at: int, table: Quantities) -> Phrase | None:
    """Return what is measured: « tonnes de riz », « ans de prison »."""
    if not table.within("nouns.of", words.form(at)):
        return None
    noun = at + 1
    if (
        words.upos(noun) not in {"NOUN", "ADJ", "NUM", "PROPN", "X"}
        or words.capitalised(noun)
        or not words.is_open(noun)
    ):
        return None
    if words.form(noun) in table.words or not words.form(noun)[0].isalpha():
        return None
    if table.within("nouns.not_complements", words.form(noun)):
        return None
    return phrase(words, noun, table)
