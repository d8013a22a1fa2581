"""A place as one text speaks of it."""

from dataclasses import dataclass

from sourcier.core.mention import Mention
from sourcier.core.place import PlaceKind


@dataclass(frozen=True, slots=True)
class Location:
    """One place of a text: `name` is how it is usually written, else how the text writes it first.

    `country` is ISO 3166 alpha-2; `lat` and `lon` are degrees of WGS 84, both None where no source gives a point;
    `uncertainty_km` is how far from the point the place may lie, None without one. `source_id` names the row of a
    gazetteer (« geonames:2440485 »), None for what is in none.
    """

    name: str
    kind: PlaceKind
    country: str | None
    lat: float | None
    lon: float | None
    uncertainty_km: float | None
    source_id: str | None
    mentions: tuple[Mention, ...]
    producer: str
