"""Choosing among the days that words without a year or a week can mean."""

from collections.abc import Iterable
from datetime import date, timedelta

from sourcier.reading.dates.context import Lean

_WEEK = 7


def weekday(today: date, number: int, lean: Lean, *, strict: bool = False) -> date:
    """Return the Monday (1) to Sunday (7) that is meant.

    The past has today in it, and so has a verb in the present; the future has not. `strict` leaves today out.
    """
    if lean in {"future", "present"}:
        ahead = (number - today.isoweekday()) % _WEEK
        return today + timedelta(days=ahead or (0 if lean == "present" and not strict else _WEEK))
    behind = (today.isoweekday() - number) % _WEEK
    return today - timedelta(days=behind or (_WEEK if strict else 0))


def nearest(today: date, candidates: Iterable[tuple[date, date]], lean: Lean) -> tuple[date, date] | None:
    """Return the stretch of days that is meant, first and last, None where none is possible.

    The past begins today at the latest, the future ends today at the earliest; else the nearest one is meant.
    """
    found = list(candidates)
    if lean == "past":
        return max((each for each in found if each[0] <= today), default=None)
    if lean == "future":
        return min((each for each in found if each[1] >= today), default=None)
    return min(found, key=lambda each: _distance(today, *each), default=None)


def _distance(today: date, first: date, last: date) -> int:
    return max((first - today).days, (today - last).days, 0)
