"""Parts of a town that are written as one word with it: « Boké-centre », « Dosso-ville »."""

from sourcier.core.place import Place
from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.names.words import spelt
from sourcier.reading.places.rules import Rules

_SETTLED = frozenset({"town", "village"})


def whole_of(form: str, rules: Rules, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the towns that a word may be a part of, none where it is no such word."""
    town, hyphen, ending = spelt(form).rpartition("-")
    if not hyphen or ending not in rules.endings:
        return ()
    return tuple(place for place in gazetteer.named(town) if place.kind in _SETTLED)
