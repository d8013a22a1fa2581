"""How likely a name of the gazetteer is a place's by what it is the name of: a capital, a large town, a quarter."""

from sourcier.core.place import Place
from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.gazetteer.spelling import key
from sourcier.reading.names.words import Words
from sourcier.reading.places.named import LARGE, Name
from sourcier.reading.places.rules import Rules

_SMALL = 2_000  # inhabitants
_QUARTER = 0.5
_SETTLED = frozenset({"town", "village"})


def renown(words: Words, name: Name, gazetteer: Gazetteer) -> float:
    """How likely a name that the gazetteer has is a place's without any word that says so."""
    first = name.places[0]
    if first.kind == "country":
        return 0.78
    if first.country and first == gazetteer.capital(first.country):
        return 0.74
    return _size(name.places) - (0.0 if is_usual(words, name) else 0.25)


def is_quarter(place: Place) -> bool:
    """Tell whether a place is a part of a town, whose name alone says little."""
    return place.kind == "area" and place.admin is not None


def is_usual(words: Words, name: Name) -> bool:
    """Tell whether a place is written as it usually is, or is a country."""
    written = key(words.written(name.first, name.stop))
    return any(place.kind == "country" or key(place.name) == written for place in name.places)


def is_abroad(words: Words, rules: Rules, name: Name) -> bool:
    """Tell whether a place is only one of smaller towns of countries of which the language's press says little.

    What is only another name of a place tells nothing where some place is usually called so (« Kaka »).
    """
    written = key(words.written(name.first, name.stop))
    usual = [place for place in name.places if key(place.name) == written]
    return all(
        place.kind == "town" and place.country not in rules.at_home and (place.population or 0) < LARGE
        for place in usual or name.places
    )


def of_size(name: Name) -> float:
    """The weight of « de X », less where X is small and more likely to be somebody."""
    large = any(
        (place.kind not in _SETTLED and not is_quarter(place)) or (place.population or 0) >= _SMALL
        for place in name.places
    )
    return 0.78 if large else 0.7


def _size(places: tuple[Place, ...]) -> float:
    people = max(place.population or 0 for place in places)
    if all(map(is_quarter, places)):
        return _QUARTER
    if places[0].kind == "town" and people < LARGE and len(places) == 1:
        return 0.55 + min(people, 100_000) / 1_000_000
    return 0.68
