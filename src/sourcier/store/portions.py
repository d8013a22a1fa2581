"""Articles in portions, each of which is stored at once: small ones first, so that a few are on disk at once."""

from collections.abc import Iterable, Iterator

from sourcier.core.article import Article

_FIRST, _MOST = 500, 5_000  # articles
_CHARACTERS = 32_000_000  # of texts, pages and records as they came


def portions(found: Iterable[Article], size: int | None = None) -> Iterator[list[Article]]:
    """Yield lists of `size` articles, else of ever more up to 5,000; of fewer where they are long."""
    portion: list[Article] = []
    most, characters = size or _FIRST, 0
    for article in found:
        portion.append(article)
        characters += len(article.text) + len(article.raw or b"")
        if len(portion) == most or characters > _CHARACTERS:
            yield portion
            portion, characters = [], 0
            most = size or min(2 * most, _MOST)
    if portion:
        yield portion
