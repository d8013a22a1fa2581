"""Which articles of a family a source that one of them credits can be the origin of."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from sourcier.core.article import Article
from sourcier.core.passage import Passage
from sourcier.core.span import Span
from sourcier.lineage.credit import mentions

_LEAST = 20  # equal words of a passage; fewer say nothing of where the other text is from


def credited(name: str, articles: Iterable[Article], passages: Callable[[str], Sequence[Passage]]) -> frozenset[str]:
    """Return the articles that credit `name`, and those that share a passage which such a credit speaks for.

    `passages` gives the passages of an article, on either side.
    """
    found: set[str] = set()
    for article in articles:
        covers = [each.covers for each in mentions(article) if each.name == name and each.form != "link"]
        if covers:
            found.add(article.id)
            found.update(_sharing(article.id, covers, passages(article.id)))
    return frozenset(found)


def _sharing(id_: str, covers: Sequence[Span], passages: Iterable[Passage]) -> Iterator[str]:
    for each in passages:
        here, other = (each.derived_span, each.source) if each.derived == id_ else (each.source_span, each.derived)
        if each.kind == "reuse" and each.equal >= _LEAST and any(here.overlaps(span) for span in covers):
            yield other
