"""A selection as conditions in SQL, which indexes answer without reading a text."""

from sourcier.core.errors import InputError
from sourcier.core.moment import Moment
from sourcier.core.selection import ANY, Selection
from sourcier.store.query import query
from sourcier.store.records import written

Values = dict[str, object]

EVERY = "TRUE"
"""The condition of a selection that asks for nothing."""

# « + » keeps a set from being looked up row by row in the table, whose texts lie in the way of the columns: the index
# that holds what a list needs is read through in order, and asks of each entry whether the set has it.

_QUERY = "+a.number IN (SELECT rowid FROM search WHERE search MATCH :query)"
_OUTLET = "a.outlet = :outlet"
# A month or year fits a range that it may lie in. `instant` is in UTC, up to 14 hours from the day as it is stated.
_START = """a.instant >= date(:start_year || '-01-01', '-1 day')
    AND (a.published >= :start OR a.published IN (:start_month, :start_year))"""
_END = "a.instant < date(:end, '+2 days') AND a.published < :end || '~'"
_SINCE = "a.first_seen >= :since"
_CREDIT = "+a.id IN (SELECT derived FROM edges WHERE credit = :credit AND direction = 'source_first')"
_CATEGORY = "+a.id IN (SELECT article FROM differences WHERE category = :category)"
_ABSENT = """+a.id IN (SELECT m.article FROM families f CROSS JOIN family_articles m ON m.family = f.id
    WHERE f.absent_why IS NOT NULL AND :absent IN (f.absent_name, :any))"""
_FAMILY_ABSENT = "o.absent_why IS NOT NULL AND :absent IN (o.absent_name, :any)"
_FAMILY_ARTICLES = """o.family IN (SELECT m.family FROM articles a JOIN family_articles m ON m.article = a.id
    WHERE {where})"""


def of_articles(selection: Selection) -> tuple[str, Values]:
    """Return the condition on `articles a`, with its values."""
    where, values = _of_each(selection)
    if selection.absent is not None:
        where.append(_ABSENT)
    return " AND ".join(where) or EVERY, values


def of_families(selection: Selection) -> tuple[str, Values]:
    """Return the condition on `overviews o`, with its values."""
    where, values = _of_each(selection)
    conditions = [_FAMILY_ARTICLES.format(where=" AND ".join(where))] if where else []
    if selection.absent is not None:
        conditions.append(_FAMILY_ABSENT)
    return " AND ".join(conditions) or EVERY, values


def _of_each(selection: Selection) -> tuple[list[str], Values]:
    """Return the conditions on one article, and the values of all."""
    where: list[str] = []
    values: Values = {"absent": selection.absent, "any": ANY}
    if selection.query is not None:
        values["query"] = query(written(selection.query))
        where.append(_QUERY if values["query"] else "FALSE")  # no letter to look for: as in a search, nothing
    if selection.start is not None:
        where.append(_START)
        start = _day("start", selection.start)
        values |= {"start": start, "start_month": start[:7], "start_year": start[:4]}
    if selection.end is not None:
        where.append(_END)
        values["end"] = _day("end", selection.end)
    if selection.since is not None:
        where.append(_SINCE)
        values["since"] = _moment("since", selection.since).earliest.isoformat()[:19]
    for name, condition in (("outlet", _OUTLET), ("credit", _CREDIT), ("category", _CATEGORY)):
        if (value := getattr(selection, name)) is not None:
            where.append(condition)
            values[name] = written(value)
    return where, values


def _day(name: str, value: str) -> str:
    if _moment(name, value).precision != "day":
        raise InputError(f"{name}: not a day of the form 2024-09-06: {value!r}")
    return value


def _moment(name: str, value: str) -> Moment:
    try:
        return Moment(value)
    except ValueError as error:
        raise InputError(f"{name}: {error}") from error
