"""Shares: « 12 % des ménages », « les deux tiers », « un ménage sur quatre »."""

from dataclasses import replace

from sourcier.reading.numbers.amount import Amount
from sourcier.reading.numbers.bounds import bound_after
from sourcier.reading.numbers.cardinals import cardinal
from sourcier.reading.numbers.draft import Draft
from sourcier.reading.numbers.nouns import Phrase, phrase
from sourcier.reading.numbers.quantities import Quantities
from sourcier.reading.numbers.states import state
from sourcier.reading.numbers.words import Words

_PLACES = 3
_LARGEST = 100  # « un sur cent »; « 3 sur 2 500 » is no share


def share(words: Words, found: Amount, stop: int, unit: str | None, table: Quantities) -> tuple[int, Draft]:
    """Return a share with what it is of, `stop` being the end of its number or sign."""
    if after := bound_after(words, stop, table):
        stop = after[0]
    whole = _whole(words, stop, table)
    what = said = None
    if whole:
        stop = whole.stop
        said = state(words, found.start, whole.head, whole.stop, table)
        what = words.written(whole.first, whole.stop)
    value = found.value if unit else round(found.value, _PLACES)
    bound = after[1] if after and found.value_max is None else found.bound
    draft = Draft(words, found.start, stop, "share", value, found.value_max, bound, what, said, unit)
    return stop, replace(draft, bare=whole is None)


def _whole(words: Words, at: int, table: Quantities) -> Phrase | None:
    """« des ménages ruraux », « de la récolte », « de sa maison »."""
    if not table.within("percent.of", words.form(at)) or table.within("percent.not_of", words.form(at + 1)):
        return None
    noun = at + 1
    if table.within("numerals.one", words.form(noun)):
        return None  # d'une année sur l'autre
    while words.is_open(noun) and (words.upos(noun) == "DET" or table.within("percent.all", words.form(noun))):
        noun += 1
    if words.upos(noun) == "PROPN" or not words.form(noun)[:1].isalpha():
        return None
    return phrase(words, noun, table)


def one_in(words: Words, found: Amount, table: Quantities) -> tuple[int, Draft] | None:
    """Return « sept vols sur dix », « un sur cinq » as a share, None where it is none."""
    noun = phrase(words, found.stop, table)
    at = noun.stop if noun else found.stop
    if not table.within("percent.out_of", words.form(at)):
        return None
    total = cardinal(words, at + 1, table)
    if total is None or not found.value < total.value <= _LARGEST or _goes_on(words, total.stop, table):
        return None
    said = state(words, found.start, noun.head, total.stop, table) if noun else None
    what = words.written(noun.first, noun.stop) if noun else None
    value = round(found.value / total.value, _PLACES)
    draft = Draft(words, found.start, total.stop, "share", value, None, found.bound, what, said, bare=noun is None)
    return total.stop, draft


def _goes_on(words: Words, at: int, table: Quantities) -> bool:
    """Whether a noun or unit follows: « deux villes sur 300 km »."""
    return table.units.at(words.forms, at) is not None or words.upos(at) == "NOUN"
