"""One article with everything that is tied to it, and no other text."""

import sqlite3

from sourcier.core.around import Around
from sourcier.core.article import Article
from sourcier.core.family import Shares
from sourcier.store import articles, chains, edges, passages
from sourcier.store.cards import cards
from sourcier.store.scope import searched

MOST = 2_000
"""Passages on a side."""

TIES = 500
"""Ties on a side, the closest first."""

_MEMBER = (
    "SELECT shared, reworded, unmatched, from_absent FROM family_articles WHERE article = ? ORDER BY family LIMIT 1"
)


def around(db: sqlite3.Connection, key: str) -> Around:
    """Return what was found of the article of an id, the beginning of one, or a path; raises UnknownArticle."""
    id_ = articles.find(db, key)
    card = cards(db, (id_,))[id_]
    before = passages.around(db, "derived", id_, MOST + 1)
    after = passages.around(db, "source", id_, MOST + 1)
    member = db.execute(_MEMBER, (id_,)).fetchone()
    sources, derived = edges.to_sources(db, id_, TIES + 1), edges.to_derived(db, id_, TIES + 1)
    return Around(
        article=_article(db, id_),
        card=card,
        passages=before[:MOST],
        later_passages=after[:MOST],
        edges=sources[:TIES],
        later_edges=derived[:TIES],
        family=card.family,
        shares=_shares(member),
        searched=searched(db, id_),
        cut=max(len(before), len(after)) > MOST or max(len(sources), len(derived)) > TIES,
        from_absent=member is not None and bool(member["from_absent"]),
        chains=chains.above(db, id_, (edge.source for edge in sources[:TIES] if edge.direction == "source_first")),
    )


def _article(db: sqlite3.Connection, id_: str) -> Article:
    row = db.execute("SELECT number FROM articles WHERE id = ?", (id_,)).fetchone()
    return articles.some(db, (row["number"],))[0]


def _shares(member: sqlite3.Row | None) -> Shares | None:
    if member is None or member["shared"] is None:
        return None
    return Shares(member["shared"], member["reworded"], member["unmatched"])
