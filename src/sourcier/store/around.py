"""One article with everything that is tied to it, and no other text."""

import sqlite3

from sourcier.core.around import Around
from sourcier.core.article import Article
from sourcier.core.family import Shares
from sourcier.store import articles, edges, passages
from sourcier.store.cards import cards
from sourcier.store.scope import searched

MOST = 2_000
"""Passages, and ties, on a side."""

_SHARES = "SELECT shared, reworded, unmatched FROM family_articles WHERE article = ? AND shared IS NOT NULL"


def around(db: sqlite3.Connection, key: str) -> Around:
    """Return what was found of the article of an id, the beginning of one, or a path; raises UnknownArticle."""
    id_ = articles.find(db, key)
    card = cards(db, (id_,))[id_]
    before = passages.around(db, "derived", id_, MOST + 1)
    after = passages.around(db, "source", id_, MOST + 1)
    sources, derived = edges.to_sources(db, id_, MOST + 1), edges.to_derived(db, id_, MOST + 1)
    return Around(
        article=_article(db, id_),
        card=card,
        passages=before[:MOST],
        later_passages=after[:MOST],
        edges=sources[:MOST],
        later_edges=derived[:MOST],
        family=card.family,
        shares=_shares(db, id_),
        searched=searched(db, id_),
        cut=max(map(len, (before, after, sources, derived))) > MOST,
    )


def _article(db: sqlite3.Connection, id_: str) -> Article:
    row = db.execute("SELECT number FROM articles WHERE id = ?", (id_,)).fetchone()
    return articles.some(db, (row["number"],))[0]


def _shares(db: sqlite3.Connection, id_: str) -> Shares | None:
    row = db.execute(_SHARES, (id_,)).fetchone()
    return None if row is None else Shares(row["shared"], row["reworded"], row["unmatched"])
