"""The two ends of a range of days, months or years: « du 30 juillet au 27 décembre »."""

from dataclasses import replace

from sourcier.reading.dates.parser import Expression
from sourcier.reading.dates.point import Point, Reading, between, month

_YEARS = ("year", "longyear", "yy", "iso")
_MONTHS = ("month", "full_month", "mm", "mm0", "iso", "weekday", "near", "feast")


def ranged(ends: tuple[Expression, Expression], start: Reading | None, last: Reading | None) -> Reading | None:
    """Return what a range means whose ends mean these; the first is the last such day before the second."""
    if not last or not start:
        return None
    if not last.start or not start.start:
        return between(None, None, last.anchor)
    first = ends[0]
    found = _ordered(start.start, last.end or last.start, has_year=_has(first, _YEARS), has_month=_has(first, _MONTHS))
    if not found:
        return None
    return between(*found, "absolute" if "absolute" in {start.anchor, last.anchor} else last.anchor)


def _ordered(first: Point, last: Point, *, has_year: bool, has_month: bool) -> tuple[Point, Point] | None:
    """The ends in order, the first with the month and the year that only the other one names; None: in no order."""
    if not has_year and first.month is not None:
        first = replace(first, year=last.year)
        if not has_month and first.day and last.month:
            first = replace(first, month=last.month)
        if first.first > last.first:
            first = replace(first, year=last.year - 1) if has_month else _month_before(first)
    return (first, last) if first.first <= last.last else None


def _month_before(point: Point) -> Point:
    before = month(point.year, (point.month or 1) - 1)
    return replace(point, year=before.year, month=before.month)


def _has(expression: Expression, names: tuple[str, ...]) -> bool:
    """Whether the words of an expression fill one of these places."""
    groups = expression.atom.match.groupdict() if expression.atom else {}
    return any(groups.get(name) for name in names)
