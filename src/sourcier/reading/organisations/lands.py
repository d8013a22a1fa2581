"""Whether a short acronym of the table can be the body that it names: a text of another land means something else."""

from sourcier.reading.organisations.known import ANY, Bodies
from sourcier.reading.organisations.view import View

_SHORT = 4  # letters; a longer acronym is one body's


def is_short(view: View, at: int) -> bool:
    """Tell whether a token is an acronym that many things may have."""
    return view.shouted(at) and len(view.words.forms[at].replace(".", "")) <= _SHORT


def spoken_of(view: View, bodies: Bodies, country: str | None = None) -> bool:
    """Tell whether a text speaks of the country of one of some bodies, or is of it; CFC is no railway in China."""
    kinds, lands = view.table.words["kinds.abroad"], view.table.words["kinds.lands_abroad"]
    if any(
        body.country in {None, ANY, country} or body.kind in kinds or (body.country or "").lower() in lands
        for body in bodies
    ):
        return True
    return not view.lands.isdisjoint({body.country for body in bodies})
