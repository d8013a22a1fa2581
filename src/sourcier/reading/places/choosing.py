"""Which of the places that share a name a text means."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sourcier.core.place import Place
from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.gazetteer.spelling import key
from sourcier.reading.places.distances import kilometres
from sourcier.reading.places.spoken import Spoken
from sourcier.reading.places.support import Support

_FAMOUS = 300_000  # inhabitants of a town that a text names without its country
_IN_LIST = 20_000  # of one that is listed with places of another country
_KNOWN = 100_000  # of a town that no other place shares its name with
_NEAR = 400  # km beyond a country's farthest towns
_APART = 50  # km
_MARGIN = 0.5  # of the best over the next elsewhere, below which neither is certain
_IN_TEXT = 3.5  # what the country that a text speaks of most weighs
_WITHIN = 10.0
_OF_KIND = {"country": 5.5, "region": 3.0, "area": 3.6, "water": 3.6, "site": 2.0}
_A_TENFOLD = 0.8  # what ten times the inhabitants weigh
_LANDS = frozenset({"country", "region", "area", "water", "border"})
_SETTLED = frozenset({"town", "village"})
_POINTED = _SETTLED | {"site"}
_NATURAL = frozenset({"area", "water", "site"})


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a text tells of countries: the `evidence` for each, its own country `home`, and those of a name's list."""

    evidence: Mapping[str, float]
    home: Place | None
    near: frozenset[str]
    gazetteer: Gazetteer

    def support(self, place: Place) -> float:
        """Return the evidence for a place's country, as a share of the strongest."""
        if place.country is None or place.country in self.near:
            return 1.0
        most = max(self.evidence.values(), default=0.0)
        return self.evidence.get(place.country, 0.0) / most if most and not self.near else 0.0

    def is_capital(self, place: Place) -> bool:
        """Tell whether a place is the capital of its country."""
        capital = self.gazetteer.capital(place.country) if place.country else None
        return capital is not None and capital.source_id == place.source_id


def grounds(each: Spoken, near: frozenset[str], support: Support, gazetteer: Gazetteer) -> Grounds:
    """Return what a text tells for a mention, apart from what its own name tells; `near` is told by its list."""
    home = gazetteer.country(support.home) if support.home else None
    return Grounds(support.without(each.surface), home, near, gazetteer)


def chosen(each: Spoken, of: Grounds) -> Place | None:
    """Return the place that a mention means among those of its name, None where that is not certain."""
    likely = (place for place in each.places if _believed(place, each, of))
    scored = ((_score(place, each, of), -at, place) for at, place in enumerate(likely))
    ranked = sorted((one for one in scored if one[0] > 0), key=lambda one: one[:2], reverse=True)
    if not ranked:
        return None
    score, _, best = ranked[0]
    rival = next((one[0] for one in ranked[1:] if _is_elsewhere(one[2], best)), 0.0)
    return best if score - rival >= _MARGIN else None


def _is_elsewhere(one: Place, best: Place) -> bool:
    """Whether two places are not one: of two countries, or settlements of one that lie far apart."""
    if one.country != best.country:
        return True
    if one.kind not in _POINTED or best.kind not in _POINTED:
        return False
    if one.lat is None or one.lon is None or best.lat is None or best.lon is None:
        return one.admin != best.admin
    return kilometres(one.lat, one.lon, best.lat, best.lon) > _APART


def _score(place: Place, each: Spoken, of: Grounds) -> float:
    people = math.log10((place.population or 0) + 1)
    # Of two countries of one name (Congo) the larger one is not therefore meant.
    score = _OF_KIND.get(place.kind, 0.0) + people * (_A_TENFOLD / 2 if place.kind == "country" else _A_TENFOLD)
    if of.is_capital(place):
        score += 3.0
    if place.kind != "country" and key(place.name) == key(each.name):
        score += 1.0
    if each.within:
        score += _WITHIN if _lies_in(place, each.within) else -_WITHIN
    return score + _IN_TEXT * of.support(place) + _of_noun(place, each) + _of_preposition(place, each)


def _of_noun(place: Place, each: Spoken) -> float:
    """What the noun beside a name says of its kind."""
    if each.kind is None:
        return 0.0
    if each.kind in _SETTLED:
        return 3.0 if place.kind in _SETTLED else -3.0
    return 4.0 if place.kind == each.kind else -20.0


def _of_preposition(place: Place, each: Spoken) -> float:
    if each.stands > 0:
        return -2.5 if place.kind == "country" else -1.0 if place.kind in _LANDS else 1.5
    if each.stands < 0:
        inside = each.stands < -1 and place.kind == "water"  # « dans le Kasaï » is rather on land
        return 1.0 if inside else 2.0 if place.kind in _LANDS else -2.0
    return 0.0


def _lies_in(place: Place, lands: tuple[Place, ...]) -> bool:
    """Whether a place is in one of the lands."""
    if any(land.kind == "country" and land.country == place.country for land in lands):
        return place not in lands
    return any(land.admin is not None and land.admin == place.admin and land != place for land in lands)


def _believed(place: Place, each: Spoken, of: Grounds) -> bool:
    """Whether the text, or its size, makes a place likely enough to be the one meant."""
    natural = place.kind in _NATURAL and place.admin is None
    if place.kind == "country" or natural or each.within or of.support(place) > 0:
        return True
    if of.is_capital(place) and len({one.country for one in each.places}) == 1:
        return True
    called_so = [one for one in each.places if key(one.name) == key(each.name)]
    if place.country not in {one.country for one in called_so}:
        return False
    famous = of.is_capital(place) or (place.population or 0) >= _FAMOUS
    return famous or _is_alone(place, called_so, of)


def _is_alone(place: Place, called_so: Sequence[Place], of: Grounds) -> bool:
    """Whether no other country has the name: near the text's own if that is known, in the world for a large town."""
    people = place.population or 0
    if of.near and place.kind in _POINTED and people < _IN_LIST:
        return False
    countries = {one.country for one in called_so}
    if of.home is None:
        return len(countries) == 1
    near = {one.country for one in called_so if _is_near(one, of.home)}
    if near:
        return near == {place.country}
    return len(countries) == 1 and (place.kind == "region" or people >= _KNOWN)


def _is_near(place: Place, home: Place) -> bool:
    """Whether a place lies in a country or not far from it."""
    if place.country == home.country:
        return True
    if place.lat is None or place.lon is None or home.lat is None or home.lon is None:
        return False
    return kilometres(place.lat, place.lon, home.lat, home.lon) <= (home.radius_km or 0) + _NEAR
