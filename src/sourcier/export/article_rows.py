"""Articles, comparisons and finds as JSON values: `show`, `compare`, `find`, `search`."""

from collections.abc import Mapping, Sequence
from typing import Any

from sourcier.core.article import Article
from sourcier.core.comparison import Comparison
from sourcier.core.family import Edge, Searched, Shares
from sourcier.core.found import Found
from sourcier.core.identity import text_hash
from sourcier.core.passage import Passage
from sourcier.export import family_rows
from sourcier.export.line import line
from sourcier.export.rows import passage, share, span

Unmatched = tuple[Shares | None, Searched]
"""The shares of an article, and what its unmatched words were searched in: all texts but itself."""


def reference(article: Article) -> dict[str, Any]:
    """Return what names an article, without its text."""
    return {
        "id": article.id,
        "path": article.path,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "byline": article.byline,
        "published": article.published.value if article.published else None,
        "captured": article.captured.value if article.captured else None,
        "language": article.language,
        "complete": article.complete,
        "sha256": text_hash(article.text),
    }


def shown(
    article: Article,
    passages: Sequence[Passage],
    edges: Sequence[Edge],
    unmatched: Unmatched,
    texts: Mapping[str, str],
) -> bytes:
    """Return the line of `show`: the text, and its passages and edges, apart by the side that it is on."""
    return line(shown_fields(article, passages, edges, unmatched, texts))


def shown_fields(
    article: Article,
    passages: Sequence[Passage],
    edges: Sequence[Edge],
    unmatched: Unmatched,
    texts: Mapping[str, str],
) -> dict[str, Any]:
    """Return the fields of that line."""
    shares, searched = unmatched
    held = [each for each in passages if each.source == article.id]
    here = [each for each in passages if each.derived == article.id]
    title = article.title_span
    return {
        **reference(article),
        "title_span": {"start": title.start, "end": title.end} if title else None,
        "text": article.text,
        "passages": [passage(each, article.text, texts[each.source]) for each in here],
        "edges": [_edge(one, texts) for one in edges if one.derived == article.id],
        "later_passages": [passage(each, texts[each.derived], article.text) for each in held],
        "later_edges": [_edge(one, texts) for one in edges if one.source == article.id],
        "shares": family_rows.shares(shares) if shares else None,
        "searched": family_rows.searched(searched),
    }


def _edge(one: Edge, texts: Mapping[str, str]) -> dict[str, Any]:
    return family_rows.edge(one, texts[one.derived], texts[one.source])


def compared(pair: Comparison) -> bytes:
    """Return the line of `compare`."""
    return line(compared_fields(pair))


def compared_fields(pair: Comparison) -> dict[str, Any]:
    """Return the fields of that line."""
    derived, source = pair.derived.text, pair.source.text
    return {
        "derived": reference(pair.derived),
        "source": reference(pair.source),
        "direction": pair.direction,
        "reasons": family_rows.reasons(pair.reasons),
        "credit": family_rows.credit(pair.credit, derived),
        "stretches": family_rows.stretches(pair.stretches),
        "shares": family_rows.shares(pair.shares),
        "headline": family_rows.headline(pair.headline),
        "blocks": [family_rows.block(each, derived, source) for each in pair.blocks],
        "passages": [passage(each, derived, source) for each in pair.passages],
    }


def found(result: Found, text: str, texts: Mapping[str, str]) -> bytes:
    """Return the line of `find`; `text` is the text looked for."""
    return line(
        {
            "passages": [passage(each, text, texts[each.source]) for each in result.passages],
            "best": result.best,
            "shared": share(result.shared),
            "searched": family_rows.searched(result.searched),
            "rare_phrases": [span(phrase, text) for phrase in result.rare_phrases],
        }
    )
