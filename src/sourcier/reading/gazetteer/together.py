"""The gazetteer of the package and a user's own places as one; where both know a place, the user's word holds."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from sourcier.core.place import Place
from sourcier.reading.gazetteer.gazetteer import KEPT, Gazetteer, Named
from sourcier.reading.gazetteer.spelling import key

OWN = "own:"  # how the sources of a user's own rows begin; others come from a dump of GeoNames
_SETTLED = frozenset({"town", "village", "site"})
_ALIKE = 0.5  # degrees that two records of one place may lie apart


class Together(Gazetteer):
    """Two gazetteers that answer as one: `own`, a user's, and that of the package."""

    def __init__(self, own: Gazetteer, package: Gazetteer) -> None:
        """Ask `own` first."""
        self._own, self._package = own, package
        self._joined = lru_cache(KEPT)(joined)

    def __len__(self) -> int:
        return len(self._own) + len(self._package)

    def named(self, form: str) -> tuple[Place, ...]:
        """Return all places of a name in any spelling."""
        return self._joined(self._own.named(form), self._package.named(form))

    def longest(self, words: Sequence[str], at: int = 0) -> Named | None:
        """Return the longest name that begins with word `at` in either."""
        own, packaged = self._own.longest(words, at), self._package.longest(words, at)
        if own is None or packaged is None or own.end != packaged.end:
            return max((one for one in (own, packaged) if one), key=lambda one: one.end, default=None)
        return Named(own.end, self._joined(own.places, packaged.places))

    def country(self, code: str) -> Place | None:
        """Return a country by its ISO 3166 alpha-2 code."""
        return self._own.country(code) or self._package.country(code)

    def capital(self, code: str) -> Place | None:
        """Return the capital of a country by the country's code."""
        return self._package.capital(code)

    def region(self, code: str) -> Place | None:
        """Return a first-order region by its GeoNames code."""
        return self._package.region(code) or self._own.region(code)


def joined(own: tuple[Place, ...], packaged: tuple[Place, ...]) -> tuple[Place, ...]:
    """Return the places of a name that both know: each once, as the user has it, or with the point that they give."""
    if not own or not packaged:
        return own or packaged
    left = list(own)
    found = [_known(place, left) for place in packaged]
    first = [place for place in left if place.source_id.startswith(OWN)]
    rest = [place for place in left if not place.source_id.startswith(OWN)]
    return (*first, *(place for place in found if place), *rest)


def _known(place: Place, own: list[Place]) -> Place | None:
    """The package's place, with the point of the same one of a dump; None where the user has a row of their own."""
    same = [one for one in own if _is_same(place, one)]
    if any(one.source_id.startswith(OWN) for one in same):
        return None
    if place.lat is not None:
        for one in same:
            own.remove(one)
        return place
    pointed = [one for one in same if one.lat is not None]
    if len(pointed) != 1:
        return place if not same else None
    own.remove(pointed[0])
    (one,) = pointed
    return replace(one, name=place.name, admin=place.admin or one.admin)


def _is_same(place: Place, one: Place) -> bool:
    if place.source_id == one.source_id:
        return True
    alike = place.kind == one.kind or {place.kind, one.kind} <= _SETTLED
    if not alike or place.country != one.country or key(place.name) != key(one.name):
        return False
    if place.lat is None or place.lon is None or one.lat is None or one.lon is None:
        return place.admin is None or one.admin is None or place.admin == one.admin
    return abs(place.lat - one.lat) <= _ALIKE and abs(place.lon - one.lon) <= _ALIKE
