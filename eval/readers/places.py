"""The places reader's row: what is named, and whether it is resolved to the right place of the world.

The right place has the marked country and, where a point is marked, lies within 0.2 degrees of it both ways.
"""

from collections.abc import Iterator, Sequence

from eval.cases.facts.forms import Excerpt
from eval.readers.pipelines import pipelines
from eval.readers.reading import Reading
from eval.readers.row import Answer, Measure, Row
from eval.readers.score import over
from sourcier.core.location import Location
from sourcier.core.span import Span

_NEAR = 0.2 + 1e-9  # degrees; marks are rounded to a tenth, ours are not


def _read(reading: Reading) -> Iterator[Answer]:
    for at, place in enumerate(reading.facts.places):
        keys = {"id": str(at), "kind": place.kind, "country": place.country or "", "at": _point(place)}
        for mention in place.mentions:
            yield Answer(mention.span, {**keys, "name": place.name, "rule": mention.rule})


def _point(place: Location) -> str:
    return "" if place.lat is None or place.lon is None else f"{place.lat:.4f},{place.lon:.4f}"


def near(marked: str, found: str) -> bool:
    """Tell whether a point is the marked one; where none is marked, any is, and none."""
    if not marked or not found:
        return not marked
    pairs = zip(marked.split(","), found.split(","), strict=True)
    return all(abs(float(one) - float(other)) <= _NEAR for one, other in pairs)


def _points(excerpt: Excerpt, answers: Sequence[Answer]) -> dict[str, float]:
    """Count the points that we give where one is marked, and those near it."""
    marked = {Span(mark.start, mark.end): mark.keys.get("at", "") for mark in excerpt.marks if mark.kind == "place"}
    pairs = [(marked.get(answer.span, ""), answer.keys["at"]) for answer in answers]
    given = [pair for pair in pairs if all(pair)]
    return {"points": len(given), "points right": sum(near(*pair) for pair in given)}


ROW = Row(
    "places",
    "place",
    ("country+at", "country", "at", "kind"),
    _read,
    same={"at": near},
    measures={
        "point given is right": Measure(_points, lambda total: over(total["points right"], total["points"]), "points")
    },
    asked={"at": lambda mark: bool(mark.keys.get("at"))},
    peers=lambda: pipelines({"LOC", "GPE", "FAC"}),
)
