"""The day that words of time lean on: of the article, or of the text that a passage of it was taken from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sourcier.core.moment import Moment
from sourcier.reading.dates.point import Point

_FIRST_YEAR, _LAST_YEAR = 1400, 2400


@dataclass(frozen=True, slots=True)
class Publication:
    """When a text came out, None where unknown; `of` is its id, None for the article that is read."""

    day: Point | None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Publications:
    """The article's own, and by the place where an expression begins that of the text it was taken from."""

    own: Publication
    lent: Mapping[int, Publication] = field(default_factory=dict)

    def at(self, place: int) -> Publication:
        """Return the one that the expression which begins here leans on."""
        return self.lent.get(place, self.own)


def point(published: Moment | None) -> Point | None:
    """Return the day of a publication; of a time, the minute as the source states it; None where no press was."""
    if not published:
        return None
    day, _, clock = published.value.partition("T")
    year, month, of_month = (*map(int, day.split("-")), None, None)[:3]
    return Point(year, month, of_month, clock[:5]) if year and _FIRST_YEAR <= year <= _LAST_YEAR else None
