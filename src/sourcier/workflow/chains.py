"""What the sources of a text take up themselves, from each text to its closest known source."""

from collections.abc import Callable, Iterable, Mapping

from sourcier.core.family import Edge
from sourcier.store.chains import MOST


def chains_above(
    article: str, edges: Iterable[Edge], source_of: Callable[[str], str | None]
) -> Mapping[str, tuple[str, ...]]:
    """Return for each known source of an article, by id, the texts above it; those with none are left out."""
    sources = [each.source for each in edges if each.direction == "source_first"]
    found = {source: _above(article, source, source_of) for source in sources}
    return {source: above for source, above in found.items() if above}


def _above(article: str, source: str, source_of: Callable[[str], str | None]) -> tuple[str, ...]:
    met = [article, source]
    while len(met) < MOST + 2 and (above := source_of(met[-1])) is not None and above not in met:
        met.append(above)
    return tuple(met[2:])
