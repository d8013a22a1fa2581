"""What the articles of some days share with earlier texts of other outlets, outlet by outlet."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from itertools import groupby
from statistics import median

from sourcier.core.edit import MEANING
from sourcier.core.errors import InputError
from sourcier.core.moment import Moment
from sourcier.core.week import WeekRow
from sourcier.text.fold import fold

_DAY = len("2031-03-04")  # a shorter moment is a month or a year: nobody knows in which week it lies
_FIRST, _LAST = "", "~"  # before and after every moment, as strings
_MEANT = ", ".join(f"'{category}'" for category in sorted(MEANING))
# Found by the derived text (+ keeps the other index out): its source may share passages with thousands of texts.
_DIFFERING = f"""
SELECT count(*) FROM passages p JOIN edits d ON d.passage = p.number
WHERE p.{{}} = a.id AND +p.{{}} = s.id AND p.kind = 'reuse' AND d.category IN ({_MEANT})
"""  # noqa: S608 -- made of constants
_DENIED = """
EXISTS (SELECT 1 FROM denials n WHERE n.undone IS NULL
        AND min(n.derived, n.source) = min(a.id, s.id) AND max(n.derived, n.source) = max(a.id, s.id))
"""
# `instant` is in UTC, less than a day from the day as it is written; its index holds all that is asked of an article.
_KNOWN = f"""
FROM articles a INDEXED BY articles_instant
     CROSS JOIN edges e ON e.derived = a.id CROSS JOIN articles s ON s.id = e.source
WHERE a.instant >= coalesce(date(:start, '-1 day'), '') AND a.instant < coalesce(date(:end, '+1 day'), '~')
  AND a.published >= :start AND a.published < :end AND length(a.published) >= {_DAY}
  AND (:since IS NULL OR a.first_seen >= :since)
  AND a.outlet IS NOT NULL AND s.outlet IS NOT NULL AND e.direction = 'source_first' AND NOT {_DENIED}
"""
_TIES = f"""
SELECT a.id AS derived, a.outlet, s.outlet AS other, e.credit, e.delay_seconds AS delay,
       json_array_length(e.passages) AS passages,
       ({_DIFFERING.format("derived", "source")}) + ({_DIFFERING.format("source", "derived")}) AS meaning
{_KNOWN} ORDER BY a.outlet
"""
_TEXTS = f"SELECT a.id AS derived, a.outlet, s.outlet AS other {_KNOWN}"
_NEWEST = f"""
SELECT a.published, a.outlet, s.outlet AS other
FROM articles a INDEXED BY articles_instant
     CROSS JOIN edges e ON e.derived = a.id CROSS JOIN articles s ON s.id = e.source
WHERE a.instant >= coalesce((SELECT instant FROM articles ORDER BY instant DESC LIMIT 1 OFFSET :most), '')
  AND length(a.published) >= {_DAY} AND (:since IS NULL OR a.first_seen >= :since)
  AND a.outlet IS NOT NULL AND s.outlet IS NOT NULL AND e.direction = 'source_first' AND NOT {_DENIED}
ORDER BY a.instant DESC
"""  # noqa: S608 -- made of constants
_MOST = 20_000  # of the newest articles, among which one that takes up another is looked for
_NAMES = "SELECT n.key, n.outlet, o.reference FROM outlet_aliases n JOIN outlets o ON o.name = n.outlet"


def weeks(
    db: sqlite3.Connection, start: str | None, end: str | None, since: str | None, *, reference_only: bool
) -> list[WeekRow]:
    """Return a row for each outlet with ties, those with most passages first.

    A time belongs to the day that it is written with, in whatever zone; a text of which only the month is known
    belongs to none. `since` is a day or time in UTC when the ledger first met the derived text, or later. With
    `reference_only`, ties to texts of outlets that the register marks as reference are looked at alone.
    """
    found = db.execute(_TIES, _asked(start, end, since)).fetchall()
    ties = filter(_counting(db, reference_only=reference_only), found)
    rows = [_row(outlet, list(group)) for outlet, group in groupby(ties, lambda tie: str(tie["outlet"]))]
    return sorted(rows, key=lambda row: (-row.passages, row.outlet))


def texts(
    db: sqlite3.Connection, start: str | None, end: str | None, since: str | None, *, reference_only: bool
) -> int:
    """Return how many articles the rows of `weeks` count together."""
    found = db.execute(_TEXTS, _asked(start, end, since)).fetchall()
    return len({tie["derived"] for tie in filter(_counting(db, reference_only=reference_only), found)})


def newest(db: sqlite3.Connection, since: str | None, *, reference_only: bool) -> str | None:
    """Return the day of the latest article that `weeks` counts, None where the newest 20,000 articles hold none."""
    asked = {"since": None if since is None else _instant(since), "most": _MOST}
    found = filter(_counting(db, reference_only=reference_only), db.execute(_NEWEST, asked))
    return next((str(tie["published"])[:_DAY] for tie in found), None)


def _asked(start: str | None, end: str | None, since: str | None) -> dict[str, str | None]:
    return {
        "start": _day(start) if start else _FIRST,
        "end": _day(end) if end else _LAST,
        "since": None if since is None else _instant(since),
    }


def _counting(db: sqlite3.Connection, *, reference_only: bool) -> Callable[[sqlite3.Row], bool]:
    """Return what tells whether a tie is to another outlet, and to one of reference where that is asked for."""
    names = {row["key"]: (row["outlet"], bool(row["reference"])) for row in db.execute(_NAMES).fetchall()}

    @cache
    def whose(name: str) -> tuple[str, bool]:
        """Return the outlet that a name stands for, however it is written, and whether its texts are of reference."""
        return names.get(fold(name), (fold(name) or name, False))

    def counts(tie: sqlite3.Row) -> bool:
        source, reference = whose(tie["other"])
        return source != whose(tie["outlet"])[0] and (reference or not reference_only)

    return counts


def _row(outlet: str, ties: Sequence[sqlite3.Row]) -> WeekRow:
    credit = Counter(tie["credit"] for tie in ties)
    delays = [tie["delay"] for tie in ties if tie["delay"] is not None]
    return WeekRow(
        outlet=outlet,
        articles=len({tie["derived"] for tie in ties}),
        passages=sum(tie["passages"] for tie in ties),
        full=credit["full"],
        partial=credit["partial"],
        none_found=credit["none_found"],
        other_named=credit["other_named"],
        meaning=sum(tie["meaning"] for tie in ties),
        delay=median(delays) if delays else None,
    )


def _day(value: str) -> str:
    if _moment(value).precision != "day":
        raise InputError(f"not a day of the form 2024-09-06: {value!r}")
    return value


def _instant(value: str) -> str:
    return _moment(value).earliest.isoformat()[: len("2031-03-04T10:30:00")]


def _moment(value: str) -> Moment:
    try:
        return Moment(value)
    except ValueError as error:
        raise InputError(str(error)) from error
