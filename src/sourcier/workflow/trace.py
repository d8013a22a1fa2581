"""Lineage over a set of articles."""

from collections.abc import Sequence
from dataclasses import replace

from sourcier.core.article import Article
from sourcier.core.comparison import Comparison
from sourcier.core.found import Found
from sourcier.core.lineage import Lineage
from sourcier.core.progress import Progress
from sourcier.lineage import compare as comparing
from sourcier.lineage import find as finding
from sourcier.lineage.analysis import analyse
from sourcier.lineage.families import families as families_of
from sourcier.lineage.families import searched_among
from sourcier.lineage.passages import passages
from sourcier.text.language import identify
from sourcier.workflow.corpus import Corpus

_ENOUGH = 1_000  # characters that tell the language of a text


def trace(corpus: Corpus, *, families: bool = True, progress: Progress | None = None) -> Lineage:
    """Find what the articles share, what differs, and, if asked for, who may have taken from whom."""
    if progress:
        progress("compare", 0, None)
    analysis = analyse(corpus.articles)
    return Lineage(
        passages(analysis, progress),
        families_of(analysis, progress) if families else (),
        searched_among(corpus.articles),
    )


def compare(a: Article, b: Article) -> Comparison:
    """Compare two articles; `b` is the derived one where neither is known to come from the other."""
    first, second = with_languages([a, b])
    found = comparing.compare(first, second)
    if found.direction != "unknown" or found.derived.id == b.id:
        return found
    ordered = (replace(each, id=id_, published=None) for each, id_ in ((first, "1"), (second, "2")))
    again = comparing.compare(*ordered)  # texts of no known time stand in the order of their ids
    if again.direction != "unknown" or again.derived.id != "2":
        return found
    passages = tuple(replace(each, derived=second.id, source=first.id) for each in again.passages)
    return replace(again, derived=second, source=first, passages=passages)


def find(article: Article, corpus: Corpus) -> Found:
    """Find where else an article stands."""
    return finding.find(with_languages([article])[0], corpus.articles)


def with_languages(articles: Sequence[Article]) -> list[Article]:
    """Return the articles, each with its language where the text tells it."""
    return [
        article if article.language else replace(article, language=identify(article.text[:_ENOUGH]))
        for article in articles
    ]
