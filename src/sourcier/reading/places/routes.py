"""Ways between two places, of which a list has one: « de Dantokpa à Ouando », « Bohicon/Parakou »."""

from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.names.words import Words
from sourcier.reading.places.named import Name, listed
from sourcier.reading.places.rules import Rules
from sourcier.reading.places.unknown import against_unknown

_LANDS = frozenset({"country", "town", "village", "region"})


def on_route(words: Words, rules: Rules, gazetteer: Gazetteer, name: Name, last: Name | None) -> bool:
    """Tell whether a name in no list stands with a place at the other end of a way; `last` is the name before it."""
    if name.places or against_unknown(words, rules, name):
        return False
    return _leads(words, rules, gazetteer, name) or (last is not None and _ends(words, rules, last, name))


def _leads(words: Words, rules: Rules, gazetteer: Gazetteer, name: Name) -> bool:
    """Whether the way goes on from a name to a place."""
    at = name.stop
    before, after = words.at(name.first - 1), words.at(at)
    if after == "/" or (before in rules.border_between and after in rules.conjunctions):
        at += 1
    elif before in rules.way_from and after in rules.way_to:
        at += 2 if words.at(at + 1) in rules.of_town else 1
    else:
        return False
    return words.capitalised(at) and _is_place(listed(words, gazetteer, at))


def _ends(words: Words, rules: Rules, last: Name, name: Name) -> bool:
    """Whether the way came from a place."""
    if last.stop != name.first - 1 or not _is_place(last):
        return False
    sign = words.at(last.stop)
    return sign == "/" or (sign in rules.conjunctions and words.at(last.first - 1) in rules.border_between)


def _is_place(name: Name | None) -> bool:
    return name is not None and any(place.kind in _LANDS for place in name.places)
