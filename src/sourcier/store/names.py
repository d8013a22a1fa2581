"""The ids of articles: as short as can be told apart, and the same whatever came first."""

import sqlite3
from collections.abc import Callable

SHORTEST = 12  # hex digits; the articles that would share an id all take longer ones
_STEP = 4


def name(db: sqlite3.Connection, number: int | None, digest: str, digest_of: Callable[[str], str]) -> str:
    """Return an id for the article of row `number`; `digest_of` gives the digest of a stored article by its id."""
    short = digest[:SHORTEST]
    sql = "SELECT number, id FROM articles WHERE id >= ? AND id < ? AND number IS NOT ?"
    rivals = db.execute(sql, (short, f"{short}g", number)).fetchall()  # g follows the last hex digit
    if not rivals:
        return short
    digests = {row["number"]: digest_of(row["id"]) for row in rivals}
    length = SHORTEST
    while length < len(digest) and len({digest[:length], *(other[:length] for other in digests.values())}) <= len(
        rivals
    ):
        length += _STEP
    for row in rivals:
        db.execute("UPDATE articles SET id = ? WHERE number = ?", (digests[row["number"]][:length], row["number"]))
    return digest[:length]
