"""What of one article stands in other texts, on either side of the passages."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from sourcier.core.article import Article
from sourcier.core.family import Searched, Shares
from sourcier.core.passage import Passage
from sourcier.core.span import Span
from sourcier.export.names import Named
from sourcier.export.ties import Held
from sourcier.lineage.families import searched_among
from sourcier.lineage.words import words


def later(
    article: Article,
    derived: Sequence[Passage],
    source: Sequence[Passage],
    tied: Container[str] | None = None,
) -> tuple[Held, ...]:
    """Return the texts that hold passages of an article as their source, those with the largest share first.

    `derived` and `source` are the passages whose derived text, and whose source, the article is; `tied` are the texts
    that have a tie of their own with it, None: all.
    """
    holding: dict[str, list[Passage]] = {}
    for each in source:
        if each.kind == "reuse":
            holding.setdefault(each.derived, []).append(each)
    if not holding:
        return ()
    places = _Places(article, derived, source)
    shares = [
        Held(
            id_,
            places.share([each.source_span for each in held], sum(each.equal for each in held)),
            held[0].direction,
            tied is None or id_ in tied,
        )
        for id_, held in holding.items()
    ]
    return tuple(sorted(shares, key=lambda held: (-held.share, held.id)))


def unmatched(article: Article, derived: Sequence[Passage], source: Sequence[Passage]) -> float:
    """Return what part of an article's words, outside standing text, is in no passage, 0..1."""
    here = [each.derived_span for each in derived if each.kind == "reuse"]
    there = [each.source_span for each in source if each.kind == "reuse"]
    return 1 - _Places(article, derived, source).share([*here, *there])


def shares(article: Article, derived: Sequence[Passage], source: Sequence[Passage]) -> Shares:
    """Return the shares of an article in no family; `source` are its passages in texts not known to be later."""
    here = [(each.derived_span, each.equal) for each in derived if each.kind == "reuse"]
    there = [(each.source_span, each.equal) for each in source if each.kind == "reuse"]
    spans, equal = [span for span, _ in (*here, *there)], sum(words for _, words in (*here, *there))
    places = _Places(article, derived, source)
    inside, shared = places.share(spans), places.share(spans, equal)
    return Shares(shared, inside - shared, 1 - inside)


def follows(later: Named, earlier: Named) -> bool:
    """Tell whether one article certainly came out after another."""
    one, other = earlier.published, later.published
    return one is not None and other is not None and one.before(other)


def searched_beside(scope: Searched, articles: Iterable[Article], article: Article) -> Searched:
    """Return what an absence of an article's words elsewhere is relative to: all texts but itself."""
    if article.published and article.published.value in {scope.start, scope.end}:
        return searched_among([other for other in articles if other.id != article.id])
    dated = None if scope.dated is None else scope.dated - bool(article.published)
    return replace(scope, articles=scope.articles - 1, dated=dated)


class _Places:
    """The words of an article that are no standing text."""

    def __init__(self, article: Article, derived: Sequence[Passage], source: Sequence[Passage]) -> None:
        self._words = words(article.text)
        standing = [each.derived_span for each in derived if each.kind == "boilerplate"]
        standing += [each.source_span for each in source if each.kind == "boilerplate"]
        self._counted = ~self._over(standing)

    def share(self, spans: Iterable[Span], most: int | None = None) -> float:
        """Return the share of the words that stand in any of the spans, of which at most `most` count."""
        inside = int((self._over(spans) & self._counted).sum())
        inside = inside if most is None else min(inside, most)
        return inside / max(int(self._counted.sum()), 1)

    def _over(self, spans: Iterable[Span]) -> NDArray[np.bool_]:
        result = np.zeros(len(self._words), np.bool_)
        for span in spans:
            result |= (self._words.starts < span.end) & (self._words.ends > span.start)
        return result
