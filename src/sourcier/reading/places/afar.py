"""Points of what is in no list and is said to lie so far from the next place: « X, à 40 km au nord de Y »."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sourcier.core.location import Location
from sourcier.reading.names.words import Words
from sourcier.reading.places.distances import away, point
from sourcier.reading.places.rules import Rules
from sourcier.reading.places.spoken import Spoken

_POINTLESS = frozenset({"area", "border", "country", "region"})


def afar(words: Words, rules: Rules, mentions: Sequence[Spoken], places: Sequence[Location]) -> dict[int, Location]:
    """Return the places that get a point so, by the number of their mention."""
    found: dict[int, Location] = {}
    starts = [sentence.first for sentence in words.analysis.sentences]
    for at in range(1, len(mentions)):
        one, other = mentions[at - 1].mention, mentions[at].mention
        if places[at - 1].lat is not None or places[at - 1].kind in _POINTLESS or places[at].lat is None:
            continue
        told = away(words, rules, other.first)
        if told is None or told.at < one.stop or bisect_right(starts, one.first) != bisect_right(starts, other.first):
            continue
        where = point(told, places[at])
        if where:
            country = places[at - 1].country or places[at].country
            found[at - 1] = replace(
                places[at - 1], lat=where[0], lon=where[1], uncertainty_km=where[2], country=country
            )
    return found
