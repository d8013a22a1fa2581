"""What stands after a name: the land that it lies in, what it is, how far it is from elsewhere."""

from dataclasses import dataclass

from sourcier.core.place import Place
from sourcier.reading.gazetteer.demonyms import demonyms
from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.names.words import Words
from sourcier.reading.places.rules import Rules

_LANDS = frozenset({"country", "region", "area"})
_REACH = 3  # tokens between a comma and the noun of what is in apposition


@dataclass(frozen=True, slots=True)
class After:
    """The rule that what stands after a name shows, "" for none, and the lands that it is then in."""

    rule: str
    within: tuple[Place, ...] = ()


NOTHING = After("")


def after(words: Words, rules: Rules, gazetteer: Gazetteer, stop: int) -> After:
    """Return what stands after a name that ends before token `stop`."""
    sign = words.at(stop)
    if sign == "(":
        within = _lands(words, gazetteer, stop + 1)
        return After("within", within) if within else NOTHING
    if sign == ",":
        return _after_comma(words, rules, gazetteer, stop + 1)
    if sign in rules.after_in:
        within = _within(words, rules, gazetteer, stop)
        return After("in", within) if within else NOTHING
    return _adjective(words, rules, gazetteer, stop)


def _after_comma(words: Words, rules: Rules, gazetteer: Gazetteer, at: int) -> After:
    if words.at(at) in rules.after_in:
        within = _within(words, rules, gazetteer, at)
        if within:
            return After("within", within)
    elif words.at(at) in rules.of_town and any(words.at(to) in rules.kilometres for to in range(at + 1, at + 5)):
        return After("distance")
    for to in range(at, at + _REACH):
        if words.at(to) in rules.apposed:
            return After("apposition", _of_lands(words, rules, gazetteer, to + 1))
        if words.upos(to) not in {"DET", "ADJ"}:
            break
    return NOTHING


def _within(words: Words, rules: Rules, gazetteer: Gazetteer, at: int) -> tuple[Place, ...]:
    """The lands after a preposition: « au Mali », « dans la région de Gao », « au nord du Niger »."""
    at += 1
    if words.at(at) in rules.articles:
        at += 1
    if words.at(at) in rules.parts:
        return _of_lands(words, rules, gazetteer, at + 1)
    noun = rules.nouns.get(words.at(at))
    if noun and noun.kind == "region":
        return _of_lands(words, rules, gazetteer, at + 1)
    return _lands(words, gazetteer, at)


def _of_lands(words: Words, rules: Rules, gazetteer: Gazetteer, at: int) -> tuple[Place, ...]:
    """The lands after a noun and « de »."""
    for _ in range(3):
        if words.at(at) in rules.of or words.at(at) in rules.articles or words.at(at) in rules.between:
            at += 1
    return _lands(words, gazetteer, at)


def _lands(words: Words, gazetteer: Gazetteer, at: int) -> tuple[Place, ...]:
    if not words.capitalised(at):
        return ()
    found = gazetteer.longest(words.forms, at)
    lands = tuple(place for place in found.places if place.kind in _LANDS) if found else ()
    return tuple(place for place in lands if place.kind == "country") or lands


def _adjective(words: Words, rules: Rules, gazetteer: Gazetteer, at: int) -> After:
    """« Sahel burkinabè »."""
    if words.upos(at) != "ADJ":
        return NOTHING
    countries = demonyms(rules.language).countries(words.at(at))
    places = [gazetteer.country(code) for each in countries for code in each] if len(countries) == 1 else []
    return After("adjective", tuple(place for place in places if place)) if places else NOTHING
