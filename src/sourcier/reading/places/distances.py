"""Where something is that lies so far from a place in a direction: « à 40 km au nord de Téra »."""

import math
from dataclasses import dataclass

from sourcier.core.location import Location
from sourcier.reading.names.words import Words
from sourcier.reading.places.rules import Rules

_KM_A_DEGREE = 111.2
_ASTRAY = 0.4  # of the distance: half a wind's angle to either side, and what « 40 km » leaves open
_FARTHEST = 200  # km
_BACK = 6  # tokens of the expression before « de NAME »


@dataclass(frozen=True, slots=True)
class Away:
    """So many km from a place, in a direction in degrees from north, told from token `at` on."""

    km: float
    bearing: float
    at: int


def away(words: Words, rules: Rules, first: int) -> Away | None:
    """Return the distance and direction that stand before the name at token `first`."""
    at = first - 1
    while at > first - 3 and (words.at(at) in rules.articles or words.at(at) in rules.of):
        at -= 1
    bearing = rules.bearings.get(words.at(at))
    if bearing is None or at == first - 1:
        return None
    for back in range(at - 1, max(0, at - _BACK), -1):
        if words.at(back) in rules.kilometres:
            km = _number(words.forms[back - 1])
            return Away(km, bearing, back - 1) if km and km <= _FARTHEST else None
    return None


def point(found: Away, place: Location) -> tuple[float, float, float] | None:
    """Return latitude, longitude and how far they may be off, in km; None where the place has no point."""
    if place.lat is None or place.lon is None:
        return None
    angle = math.radians(found.bearing)
    lat = place.lat + found.km * math.cos(angle) / _KM_A_DEGREE
    lon = place.lon + found.km * math.sin(angle) / (_KM_A_DEGREE * math.cos(math.radians(place.lat)))
    return round(lat, 4), round(lon, 4), round((place.uncertainty_km or 0) + _ASTRAY * found.km, 1)


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return how far two points lie from each other, good enough on one continent."""
    across = (lon - other_lon) * math.cos(math.radians((lat + other_lat) / 2))
    return _KM_A_DEGREE * math.hypot(lat - other_lat, across)


def _number(form: str) -> float | None:
    try:
        return float("".join(form.split()).replace(",", "."))
    except ValueError:
        return None
