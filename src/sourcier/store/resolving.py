"""Which registered outlet an article is of: by the name that it states, else by the site of its address."""

import json
import sqlite3
from collections.abc import Iterator, Set

from sourcier.text.fold import fold

_BY_NAME = "SELECT outlet FROM outlet_aliases WHERE key = ?"
_BY_SITE = """
SELECT outlet FROM outlet_domains WHERE domain IN (SELECT value FROM json_each(?)) ORDER BY length(domain) DESC LIMIT 1
"""
_STATED = "SELECT DISTINCT stated_outlet FROM articles WHERE stated_outlet IS NOT NULL"
_HOSTS = "SELECT DISTINCT host FROM articles WHERE host IS NOT NULL"
_NOT_BY_HAND = """
NOT EXISTS (SELECT 1 FROM corrections c WHERE c.article = articles.id AND c.field = 'outlet' AND c.undone IS NULL)
"""
_NAMED = f"UPDATE articles SET outlet = ?1 WHERE stated_outlet = ?2 AND outlet IS NOT ?1 AND {_NOT_BY_HAND}"  # noqa: S608 -- made of constants
_PLACED = f"""
UPDATE articles SET outlet = ?1 WHERE host = ?2 AND stated_outlet IS NULL AND outlet IS NOT ?1 AND {_NOT_BY_HAND}
"""  # noqa: S608 -- made of constants


def resolve(db: sqlite3.Connection, stated: str | None, site: str | None) -> str | None:
    """Return the registered name for an outlet as stated and the host of the address; as stated where none is.

    Names are compared without case, accents and spaces. Of two domains that a host lies below, the longer counts.
    """
    if stated is not None:
        row = db.execute(_BY_NAME, (fold(stated),)).fetchone()
    elif site is not None:
        row = db.execute(_BY_SITE, (json.dumps(list(_above(site))),)).fetchone()
    else:
        return None
    return str(row["outlet"]) if row else stated


def settle(db: sqlite3.Connection, keys: Set[str], domains: Set[str]) -> int:
    """Give the articles that names (folded) and domains concern their outlets anew; return how many changed."""
    changed = 0
    for (stated,) in db.execute(_STATED).fetchall():
        if fold(stated) in keys:
            changed += db.execute(_NAMED, (resolve(db, stated, None), stated)).rowcount
    for (site,) in db.execute(_HOSTS).fetchall():
        if not domains.isdisjoint(_above(site)):
            changed += db.execute(_PLACED, (resolve(db, None, site), site)).rowcount
    return changed


def _above(site: str) -> Iterator[str]:
    """Yield a host and the domains that it lies below: fr.phare.example, phare.example."""
    labels = site.split(".")
    return (".".join(labels[place:]) for place in range(len(labels) - 1))
