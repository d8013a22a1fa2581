"""The row of entities: whether the mentions of one person, over many articles, are one, and no two persons are.

Counts are kept for each article, a pair of mentions half in the article of either, so that the intervals are those of
ledgers of other such articles.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from eval.cases.facts.forms import Excerpt
from eval.readers.chains import b3, credited
from eval.readers.reading import Reading
from eval.readers.row import Answer, Measure, Row
from eval.readers.score import Share, over, shares, values
from eval.readers.sightings import Seen
from sourcier.core.entity import Entity
from sourcier.core.span import Span
from sourcier.reading.entities.resolution import resolved

KINDS = {"person": "person", "org": "organisation"}


class Place(NamedTuple):
    """A mention: where it stands."""

    article: str
    span: Span


class Chains(NamedTuple):
    """The entity of each mention, by the marks and by us."""

    marked: dict[Place, str]
    found: dict[Place, str]


def _share(part: str, whole: str) -> Measure:
    return Measure(lambda _e, _a: {}, lambda total: over(total[part], total[whole]), whole)


def _row(kind: str) -> Row:
    more = {
        "false merges": _share("falsely joined", "joined"),
        "missed": _share("parted", "one"),
        "false merges across articles": _share("falsely joined across", "joined across"),
        "missed across articles": _share("parted across", "one across"),
    }
    return Row("entities", kind, (), _nothing, measures=b3(kind) | more, spans=False)


def _nothing(_reading: Reading) -> Iterator[Answer]:
    return iter(())


def chains(excerpts: Sequence[Excerpt], seen: Sequence[Seen], kind: str) -> Chains:
    """Return who is who by the marks of a kind, and by resolving what was seen of it.

    A name that is found with other edges stands for the marked one that it overlaps, where none has its very span.
    """
    marked = {Place(e.id, Span(m.start, m.end)): m.keys["id"] for e in excerpts for m in e.marks if m.kind == kind}
    of = {(one.article, one.index): entity.id for entity in entities(seen, kind) for one in entity.sightings}
    named = [each for each in seen if each.sighting.kind == KINDS[kind]]
    found = {
        Place(each.sighting.article, span): of[each.sighting.article, each.sighting.index]
        for each in named
        for span in each.spans
    }
    free: dict[str, list[Place]] = defaultdict(list)
    for place in sorted(marked.keys() - found.keys()):
        free[place.article].append(place)
    return Chains(marked, {_twin(place, marked, free): name for place, name in found.items()})


def _twin(place: Place, marked: Mapping[Place, str], free: Mapping[str, list[Place]]) -> Place:
    if place in marked:
        return place
    near = [other for other in free.get(place.article, ()) if other.span.overlaps(place.span)]
    if not near:
        return place
    free[place.article].remove(near[0])
    return near[0]


def entities(seen: Sequence[Seen], kind: str) -> list[Entity]:
    """Return the entities of a kind of mark, all sightings being resolved together as in use."""
    return [entity for entity in resolved(each.sighting for each in seen) if entity.kind == KINDS[kind]]


def figures(excerpts: Sequence[Excerpt], of: Chains, kind: str) -> dict[str, Share]:
    """Return B³ over the ledger, the shares of pairs falsely joined and missed, with intervals over its articles."""
    return shares(_row(kind), list(counts([excerpt.id for excerpt in excerpts], of).values()))


def plain(excerpts: Sequence[Excerpt], of: Chains, kind: str) -> dict[str, float]:
    """Return the same figures without their intervals."""
    return values(_row(kind), counts([excerpt.id for excerpt in excerpts], of).values())


def counts(articles: Iterable[str], of: Chains) -> Mapping[str, Mapping[str, float]]:
    """Return what is counted of each article."""
    names = ("marks", "answers", "joined", "falsely joined", "one", "parted", "exact")
    total = {each: dict.fromkeys([*names, *(f"{name} across" for name in names)], 0.0) for each in articles}
    for article in total.values():
        article |= {f"{name} {side}": 0.0 for name in ("b3", "strict") for side in ("precision", "recall")}
    for name, lone in (("b3", 1.0), ("strict", 0.0)):
        for side, credit in (
            ("precision", credited(of.found, of.marked, lone)),
            ("recall", credited(of.marked, of.found, lone)),
        ):
            for place, value in credit.items():
                total[place.article][f"{name} {side}"] += value
    for place in of.marked:
        total[place.article]["marks"] += 1
    for place in of.found:
        total[place.article]["answers"] += 1
    for what, one, other in _pairs(of):
        for place in (one, other):
            total[place.article][what] += 0.5
            if one.article != other.article:
                total[place.article][f"{what} across"] += 0.5
    return total


def _pairs(of: Chains) -> Iterator[tuple[str, Place, Place]]:
    """Yield the pairs that we join, those falsely, the pairs that are one, and of these those that we leave apart.

    A pair of which neither is marked says nothing; of which one is, it is falsely joined.
    """
    for one, other in _within(of.found):
        if one in of.marked or other in of.marked:
            yield "joined", one, other
            if of.marked.get(one) != of.marked.get(other):
                yield "falsely joined", one, other
    for one, other in _within(of.marked):
        yield "one", one, other
        if one not in of.found or of.found[one] != of.found.get(other):
            yield "parted", one, other


def _within(chain_of: Mapping[Place, str]) -> Iterator[tuple[Place, Place]]:
    members: dict[str, list[Place]] = defaultdict(list)
    for place, chain in chain_of.items():
        members[chain].append(place)
    for places in members.values():
        yield from combinations(places, 2)
