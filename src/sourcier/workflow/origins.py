"""From how many texts the shared passages of a family come, at most."""

from collections.abc import Collection, Iterable, Mapping, Set

from sourcier.core.family import Family
from sourcier.core.overview import Origins
from sourcier.workflow.apart import apart

Pairs = Iterable[tuple[str, str]]
Pages = Iterable[Collection[str]]
"""Articles that are versions of one page, page by page."""


def origins(family: Family, shared: Pairs = (), pages: Pages = ()) -> Origins:
    """Return the least and the most origins of a family; pairs that were denied are in neither argument.

    `shared` are pairs of articles that have a passage in common, whether or not one is a likely parent of the other.
    An origin is an article without a source in the family. Two that have a passage in common are not both origins;
    where it is not known which of them is none, as many are counted as any answer allows. The articles that come from
    a source which is credited and absent count as that one source.

    Two versions of one page (`pages`, whatever was denied between them) are not both origins either, and where one of
    them comes from the absent source, the page does.
    """
    credited = family.absent_origin is not None and family.absent_origin.name is not None
    versions = [inside for page in pages if len(inside := sorted({*page} & {*family.articles})) > 1]
    absent = _with_versions(frozenset(family.from_absent) if credited else frozenset(), versions)
    alike = [(one, other) for page in versions for one in page for other in page if one < other]
    return Origins(1, max(1, apart(_open(family, [*shared, *alike], absent)) + bool(absent)))


def _with_versions(absent: frozenset[str], versions: Iterable[Collection[str]]) -> frozenset[str]:
    return absent.union(*(page for page in versions if not absent.isdisjoint(page)))


def _open(family: Family, shared: Pairs, absent: Set[str]) -> dict[str, set[str]]:
    """Return the articles that may be origins, each with those of them that cannot be one beside it.

    Where texts are each said to be taken from the next, in a circle, any of them may be one, or what comes from them.
    """
    given: dict[str, set[str]] = {id_: set() for id_ in family.articles}
    for edge in family.edges:
        if edge.direction == "source_first":
            given[edge.source].add(edge.derived)
        elif edge.direction == "derived_first":
            given[edge.derived].add(edge.source)
    taken = set().union(*given.values())
    free = {id_ for id_ in family.articles if id_ not in taken} | absent
    possible = (free | (set(family.articles) - _reached(given, free))) - absent
    ties: dict[str, set[str]] = {id_: set() for id_ in family.articles if id_ in possible}
    for one, other in (*((edge.derived, edge.source) for edge in family.edges), *shared):
        if one in possible and other in possible and one != other:
            ties[one].add(other)
            ties[other].add(one)
    return ties


def _reached(given: Mapping[str, Set[str]], starts: Set[str]) -> set[str]:
    reached = set(starts)
    waiting = list(starts)
    while waiting:
        following = given[waiting.pop()] - reached
        reached |= following
        waiting += following
    return reached
