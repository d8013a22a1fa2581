"""The middle of the points of a country or a region."""

import math
from collections.abc import Sequence

KM_A_DEGREE = 111.2
FEWEST = 3  # towns that make a point of a region


def middle(points: Sequence[tuple[float, float]]) -> tuple[float | None, float | None, int | None]:
    """Return the mean of points and how far the farthest lies, in km; nothing of fewer than FEWEST points.

    Longitudes across the date line are not averaged.
    """
    if len(points) < FEWEST or max(lon for _, lon in points) - min(lon for _, lon in points) > 180:
        return None, None, None
    lat = sum(one for one, _ in points) / len(points)
    lon = sum(one for _, one in points) / len(points)
    farthest = max(_kilometres(lat, lon, *point) for point in points)
    return round(lat, 3), round(lon, 3), math.ceil(farthest)


def _kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    across = (lon - other_lon) * math.cos(math.radians((lat + other_lat) / 2))
    return KM_A_DEGREE * math.hypot(lat - other_lat, across)
