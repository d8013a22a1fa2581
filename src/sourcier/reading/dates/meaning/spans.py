"""Weeks, months and years counted from now, or from what the text has told."""

from datetime import timedelta

from sourcier.core.date import Anchor
from sourcier.reading.dates.context import Context
from sourcier.reading.dates.point import Point, Reading, at, between, day, month
from sourcier.reading.dates.words import Words

_MONTHS = {"quarter": 3, "half": 6}
_THURSDAY, _SATURDAY = 4, 6


def span(words: Words, context: Context, forced: int) -> Reading | None:
    """« la semaine dernière », « ce mois-ci », « l'an prochain »."""
    unit, step = words.value("span"), words.value("side") or 0
    if unit == "weekend" and not step and context.today and context.today.isoweekday() < _THURSDAY:
        step = -1 if context.lean(forced) == "past" else 0  # « ce week-end », said on a Monday
    return _span(unit, step, context.now, context.anchor, just="just" in words.fixed)


def span_bare(words: Words, context: Context, _forced: int) -> Reading | None:
    """« la fin du mois »."""
    return _span(words.value("span"), 0, context.now, context.anchor)


def span_told(words: Words, context: Context, _forced: int) -> Reading | None:
    """« l'année suivante », « cette année-là »."""
    return _span(words.value("span"), words.value("after") or 0, context.told, "text")


def _span(unit: str, step: int, now: Point | None, anchor: Anchor, *, just: bool = False) -> Reading:
    if unit in {"week", "weekend"}:
        return between(*_week(unit, step, now, just=just), anchor)
    if unit in _MONTHS:
        return between(*_part_of_year(_MONTHS[unit], step, now), anchor)
    if unit == "month":
        return at(month(now.year, now.month + step) if now and now.month else None, anchor, "month")
    if unit == "year":
        return at(Point(now.year + step) if now else None, anchor, "year")
    return at(None, anchor, "vague")


def _week(unit: str, step: int, now: Point | None, *, just: bool) -> tuple[Point | None, Point | None]:
    """Monday to Sunday, or Saturday and Sunday; « la semaine écoulée » is the running one when it ends (`just`)."""
    if not now or not now.day:
        return None, None
    weekday = now.first.isoweekday()
    monday = now.first - timedelta(days=weekday - 1) + timedelta(weeks=step + (just and weekday >= _SATURDAY))
    first = monday + timedelta(days=_SATURDAY - 1 if unit == "weekend" else 0)
    return day(first), day(monday + timedelta(days=6))


def _part_of_year(length: int, step: int, now: Point | None) -> tuple[Point | None, Point | None]:
    if not now or not now.month:
        return None, None
    first = (now.month - 1) // length * length + 1 + step * length
    return month(now.year, first), month(now.year, first + length - 1)
