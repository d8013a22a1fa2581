"""Whether the facts of each article lie in its text."""

import sqlite3
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from sourcier.core.facts import Facts
from sourcier.core.problem import Problem
from sourcier.core.span import Span
from sourcier.store.compact import Unreadable, shaped, unpacked
from sourcier.store.facts import STAGE
from sourcier.store.lineage_checks import AGAIN

_ALL = """
SELECT a.number, a.id, length(a.text) AS length, f.found FROM facts f JOIN articles a ON a.number = f.article
WHERE f.found IS NOT NULL
"""


def wrong(db: sqlite3.Connection) -> Iterator[tuple[int, Problem]]:
    """Yield each article whose facts are damaged or do not lie in its text; facts of another shape are merely stale."""
    for row in db.execute(_ALL):
        if not shaped(Facts, row["found"]):
            continue
        try:
            last = max((each.end for each in spans(unpacked(Facts, row["found"]))), default=0)
        except Unreadable:
            yield row["number"], Problem(STAGE, row["id"], "the facts found in this article are damaged", AGAIN)
            continue
        if last > row["length"]:
            yield row["number"], Problem(STAGE, row["id"], "a fact found in this article does not stand in it", AGAIN)


def spans(value: object) -> Iterator[Span]:
    """Yield every span of a value of values."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from spans(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans(getattr(value, field.name))
