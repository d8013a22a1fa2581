"""Parts of a land: « nord du Mali », « Est de la Libye », « extrême-nord camerounais »."""

from dataclasses import dataclass

from sourcier.reading.gazetteer.demonyms import demonyms
from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.names.words import Words
from sourcier.reading.places.named import listed
from sourcier.reading.places.rules import Rules

_SETTLED = frozenset({"town", "village"})
_BACK = 3  # tokens between a distance and the direction it is told in


@dataclass(frozen=True, slots=True)
class Part:
    """Tokens `first` up to `stop` that name a part of a country, by its ISO 3166 alpha-2 code."""

    first: int
    stop: int
    country: str


def part(words: Words, rules: Rules, gazetteer: Gazetteer, at: int) -> Part | None:
    """Return the part of a country that begins with the direction at token `at`."""
    if words.at(at) not in rules.parts:
        return None
    first = at - 1 if words.at(at - 1) in rules.before_parts else at
    if words.at(first - 1) not in rules.after_parts or _measured(words, rules, first):
        return None
    following = words.at(at + 1)
    if following not in rules.of:
        codes = demonyms(rules.language).countries(following)
        return Part(first, at + 2, codes[0][0]) if len(codes) == 1 and len(codes[0]) == 1 else None
    name = at + 2
    if words.at(name) in rules.articles:
        name += 1
    found = listed(words, gazetteer, name) if name < len(words) else None
    if found is None or found.places[0].kind != "country":
        return None
    country = found.places[0].country or ""
    return None if _is_region(words, gazetteer, first, at + 1, country) else Part(first, found.stop, country)


def around(words: Words, rules: Rules, gazetteer: Gazetteer, at: int) -> Part | None:
    """Return a town with what lies around it, that begins at token `at`: « le Grand Tunis »."""
    if words.at(at) not in rules.before_parts or not words.capitalised(at) or words.at(at - 1) not in rules.after_parts:
        return None
    found = listed(words, gazetteer, at + 1) if words.capitalised(at + 1) else None
    if found is None or found.places[0].kind not in _SETTLED:
        return None
    return Part(at, found.stop, found.places[0].country or "")


def _is_region(words: Words, gazetteer: Gazetteer, first: int, stop: int, country: str) -> bool:
    """Whether a direction with a capital is what a region of the country is called (« l'Extrême-Nord du Cameroun »)."""
    if not words.capitalised(first):
        return False
    places = gazetteer.named(words.written(first, stop))
    return any(place.kind == "region" and place.country == country for place in places)


def _measured(words: Words, rules: Rules, first: int) -> bool:
    """Whether a distance stands before: « à 40 km au nord du Mali » is beyond it."""
    return any(words.at(back) in rules.kilometres for back in range(first - _BACK, first))
