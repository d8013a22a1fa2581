"""A place of the world, as a gazetteer knows it."""

from dataclasses import dataclass
from typing import Literal

PlaceKind = Literal["country", "region", "town", "village", "site", "area", "border", "water", "other"]


@dataclass(frozen=True, slots=True)
class Place:
    """One place; `lat` and `lon` are degrees of WGS 84, None where no source gives a point.

    `country` is ISO 3166 alpha-2, None for what lies in several; `admin` is GeoNames' code of its first-order region
    (« NE.09 »), of a region its own. `source_id` names where it comes from: « geonames:2440485 », « iso:NE-6 ».
    `radius_km` is how far the towns known of a country or region lie from its point, which is their mean.
    """

    name: str
    kind: PlaceKind
    country: str | None
    lat: float | None
    lon: float | None
    population: int | None
    source_id: str
    admin: str | None
    radius_km: int | None = None
