"""The places of a text: mentions brought together, each with its country and its point where these are known."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sourcier.core.location import Location
from sourcier.core.place import Place, PlaceKind
from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.names.candidate import Candidate
from sourcier.reading.names.words import Words
from sourcier.reading.places.afar import afar
from sourcier.reading.places.beside import beside
from sourcier.reading.places.choosing import chosen, grounds
from sourcier.reading.places.named import listed
from sourcier.reading.places.rules import Rules
from sourcier.reading.places.spoken import Spoken, spoken
from sourcier.reading.places.support import Support

PRODUCER = "places 1"
_NEAREST, _WIDEST = 2.0, 15.0  # km that a town's point may be off
_SPOKEN_OF = 1.5  # evidence for a country, more than one name gives
_IN_NO_LIST: PlaceKind = "village"
_IN_NOUN = frozenset({"region", "area", "site"})
_POINTED = frozenset({"town", "village", "site"})


@dataclass(frozen=True, slots=True)
class Located:
    """The places of a text, and the country (ISO 3166 alpha-2) that it is about or comes from, None if unclear."""

    places: tuple[Location, ...]
    country: str | None


def located(
    words: Words, rules: Rules, settled: Sequence[Candidate], gazetteer: Gazetteer, outlet: str | None
) -> Located:
    """Return the places among the settled mentions, in the order of their first mention."""
    mentions = [spoken(words, rules, gazetteer, each) for each in settled if each.kind == "place"]
    support = Support(words, [*mentions, *_within(words, gazetteer, settled)], gazetteer, outlet)
    neighbours = [_likely(near, support) for near in beside(words, rules, mentions)]
    choices = [
        chosen(each, grounds(each, near, support, gazetteer)) for each, near in zip(mentions, neighbours, strict=True)
    ]
    choices = _of_the_others(mentions, choices)
    places = [
        _location(each, choice, _country(each, near, support), words)
        for each, choice, near in zip(mentions, choices, neighbours, strict=True)
    ]
    where = afar(words, rules, mentions, places)
    return Located(_together(mentions, [where.get(at, each) for at, each in enumerate(places)]), support.country)


def _within(words: Words, gazetteer: Gazetteer, settled: Sequence[Candidate]) -> Iterator[Spoken]:
    """What stands in the names of bodies and in roles tells the land too (« le gouverneur de Kinshasa »)."""
    for each in settled:
        if each.kind in {"role", "organisation"}:
            for at in range(each.first, each.stop):
                name = listed(words, gazetteer, at) if words.capitalised(at) else None
                if name and name.stop <= each.stop:
                    yield Spoken(each, words.written(name.first, name.stop), None, name.places, (), 0)


def _likely(near: frozenset[str], support: Support) -> frozenset[str]:
    """Of the countries of a list's names those that the text speaks of."""
    spoken_of = frozenset(code for code in near if support.of.get(code, 0.0) >= _SPOKEN_OF or code == support.home)
    return spoken_of if spoken_of or support.home else near


def _of_the_others(mentions: Sequence[Spoken], choices: Sequence[Place | None]) -> list[Place | None]:
    """A name whose place another mention of it tells is that place here too, where nothing else is known."""
    told = {each.surface: choice for each, choice in zip(mentions, choices, strict=True) if choice}
    return [
        told.get(each.surface) if choice is None and each.places else choice
        for each, choice in zip(mentions, choices, strict=True)
    ]


def _country(each: Spoken, near: frozenset[str], support: Support) -> str | None:
    """The country of what is in no list: of the land beside it, of what is named with it, else of the text."""
    if each.kind == "border":
        return None
    codes = {place.country for place in each.within} or (frozenset() if each.places else near)
    if codes:
        return next(iter(codes)) if len(codes) == 1 else support.home if support.home in codes else None
    if each.kind == "water":
        return None
    same = {place.country for place in each.places}
    sure = len(same) == 1 or each.kind in _IN_NOUN
    return support.home if not same or (sure and support.home in same) else None


def _location(each: Spoken, place: Place | None, country: str | None, words: Words) -> Location:
    mentions = (words.mention(each.mention),)
    if place is None:
        whole = words.written(each.mention.first, each.mention.stop)
        kind = each.kind or (each.places[0].kind if each.places else _IN_NO_LIST)
        return Location(whole, kind, country, None, None, None, None, mentions, PRODUCER)
    point = (place.lat, place.lon, uncertainty(place))
    return Location(place.name, place.kind, place.country, *point, place.source_id, mentions, PRODUCER)


def uncertainty(place: Place) -> float | None:
    """Return how far from its point a place may reach, in km, None without a point."""
    if place.lat is None:
        return None
    if place.kind in _POINTED:
        return round(min(_WIDEST, _NEAREST + math.sqrt(place.population or 0) / 100), 1)
    return float(place.radius_km) if place.radius_km else None


def _together(mentions: Sequence[Spoken], places: Sequence[Location]) -> tuple[Location, ...]:
    """One location for all mentions of a place; the point of any of them is the point of all."""
    found: dict[str, Location] = {}
    for each, place in zip(mentions, places, strict=True):
        name = place.source_id or each.surface
        held = found.get(name)
        if held:
            pointed = place if held.lat is None and place.lat is not None else held
            found[name] = replace(pointed, name=held.name, mentions=(*held.mentions, *place.mentions))
        else:
            found[name] = place
    return tuple(found.values())
