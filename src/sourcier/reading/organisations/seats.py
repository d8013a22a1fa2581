"""Which towns and palaces stand for a government: capitals and countries of the gazetteer, and a table of others."""

from dataclasses import dataclass

from sourcier.core.place import Place
from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.organisations.view import View


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat of a government that stops before token `stop`; `state` tells that it is the country's own name."""

    stop: int
    country: str
    state: bool
    always: bool


def seat(view: View, at: int) -> Seat | None:
    """Return the seat whose name begins with a token, None where none does."""
    listed = view.table.seats.at(view.parts, at, view.stops[at])
    if listed:
        always = view.table.always.at(view.parts, at, view.stops[at])
        return Seat(listed[0], listed[1], state=False, always=always is not None)
    found = view.gazetteer.longest(view.words.forms, at)
    if found is None or found.end > view.stops[at]:
        return None
    place = found.places[0]
    if place.country is None:
        return None
    if place.kind == "country":
        return Seat(found.end, place.country, state=True, always=False)
    return Seat(found.end, place.country, state=False, always=False) if _capital(view.gazetteer, place) else None


def country(view: View, first: int, stop: int) -> bool:
    """Tell whether tokens `first` up to `stop` are a country's name (« République démocratique du Congo »)."""
    found = view.gazetteer.longest(view.words.forms, first)
    return found is not None and found.end >= stop and found.places[0].kind == "country"


def _capital(gazetteer: Gazetteer, place: Place) -> bool:
    capital = gazetteer.capital(place.country or "")
    return capital is not None and capital.source_id == place.source_id
