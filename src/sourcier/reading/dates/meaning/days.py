"""Days that the words name by their number, their weekday, or their distance from today."""

from dataclasses import replace
from datetime import date, timedelta

from sourcier.core.date import Anchor
from sourcier.reading.dates.context import Context, Lean
from sourcier.reading.dates.meaning import choosing
from sourcier.reading.dates.point import Reading, at, between, day, on_calendar, shifted
from sourcier.reading.dates.words import Words

_CENTURY = 100
_SOON = timedelta(days=60)
_JUST = timedelta(days=14)
_ABSOLUTE: Anchor = "absolute"


def numbered(words: Words, context: Context, forced: int) -> Reading | None:
    """« mercredi 4 septembre 2024 », « 12/03 », « le 15 courant »; no reading where the calendar has no such day."""
    of_month, month = words.number("day", "dd"), month_of(words)
    if not of_month:
        return None
    year = year_of(words)
    if year is not None and month:
        when, anchor = on_calendar(year, month, of_month), _ABSOLUTE
    else:
        when, anchor = _without_year(words, context, of_month, month, forced)
    if when is None:
        known = month is None or on_calendar(2000, month, of_month)
        return at(None, "publication", "day") if known and year is None else None
    _check_weekday(words, context, when)
    _check_distance(words, context, when)
    return at(day(when), anchor)


def iso(words: Words, _context: Context, _forced: int) -> Reading | None:
    """« 2024-03-12 »."""
    when = on_calendar(*map(int, words.raw("iso").split("-")))
    return at(day(when), "absolute") if when else None


def several(words: Words, context: Context, forced: int) -> Reading | None:
    """« 4, 5 et 6 septembre »: an interval; days that do not follow one another are none, and have no value."""
    numbers = [words.number(name) for name in ("day", "day2", "day3", "day4", "day5", "day6") if name in words]
    month, year = month_of(words), year_of(words)
    days = [number for number in numbers if number]
    if not month or days != sorted(days):
        return None
    when, anchor = (
        (on_calendar(year, month, days[-1]), _ABSOLUTE)
        if year
        else _without_year(words, context, days[-1], month, forced)
    )
    if when is None:
        return between(None, None, "publication")
    first = on_calendar(when.year, month, days[0])
    known = first is not None and (days[-1] - days[0] == len(days) - 1 or "-" in words.text)
    return between(day(first) if first and known else None, day(when), anchor)


def weekday(words: Words, context: Context, forced: int) -> Reading | None:
    """« mercredi », « lundi dernier », « vendredi en huit », « le lundi suivant »."""
    number, after = words.value("weekday"), words.value("after")
    if after is not None:
        told = context.told_day
        when = choosing.weekday(told.first, number, "future" if after > 0 else "past", strict=True) if told else None
        return at(day(when) if when else None, "text", "day")
    if not context.today:
        return at(None, context.anchor, "day")
    side = words.value("side")
    lean = ("future" if side > 0 else "past") if side else context.lean(forced)
    if "this" in words and not side and context.today.isoweekday() == number:
        lean = "present"  # « ce mardi », said on a Tuesday
    when = choosing.weekday(context.today, number, lean, strict=bool(side))
    return at(day(when + timedelta(weeks=words.fixed.get("weeks", 0))), context.anchor)


def near(words: Words, context: Context, _forced: int) -> Reading | None:
    """« hier », « ce matin », « demain vendredi »."""
    if not context.today or not context.now:
        return at(None, context.anchor, "day")
    when = context.today + timedelta(days=words.value("near") or 0)
    _check_weekday(words, context, when)
    return at(day(when), context.anchor)


def told(words: Words, context: Context, _forced: int) -> Reading | None:
    """« le lendemain », « la veille », « ce jour-là »."""
    point = context.told_day
    return at(shifted(replace(point, clock=""), words.value("told") or 0, "day") if point else None, "text", "day")


def unknown_event(_words: Words, _context: Context, _forced: int) -> Reading | None:
    """« la veille du vote »: a day, but which one the words do not say."""
    return at(None, "text", "day")


def month_of(words: Words) -> int | None:
    """The month that is named or numbered."""
    month = words.value("month") or words.value("full_month")
    return int(month) if month else words.number("mm", "mm0")


def year_of(words: Words, name: str = "longyear") -> int | None:
    """The year in the words; two figures are of this century."""
    year = words.number(name, "year", "yy")
    return year + 2000 if year is not None and year < _CENTURY else year


def _without_year(
    words: Words, context: Context, of_month: int, month: int | None, forced: int
) -> tuple[date | None, Anchor]:
    """The day that is meant: of the year that the sentence names, else the nearest one that the verb allows."""
    side, today = words.value("side"), context.today
    if month and context.told_year and not side and (context.told_here or not today):
        return on_calendar(context.told_year, month, of_month), "text"
    if not today:
        return None, "publication"
    lean: Lean = ("future" if side > 0 else "past") if side else context.lean(forced)
    if lean == "past" and side:
        today -= timedelta(days=1)
    months = [(today.year + step, month) for step in (-4, -1, 0, 1, 4)] if month else _months(today)
    days = [found for year, number in months if (found := on_calendar(year, number, of_month))]
    weekday = words.value("weekday")
    if not month and weekday:
        days = [each for each in days if each.isoweekday() == weekday] or days
    chosen = _chosen(today, days, lean)
    soon = [each for each in days if abs(each - today) <= _SOON and each.isoweekday() == weekday]
    if month and weekday and soon and chosen and chosen.isoweekday() != weekday:
        chosen = soon[0]  # the weekday tells, where the verb does not
    return chosen, context.anchor


def _chosen(today: date, days: list[date], lean: Lean) -> date | None:
    """The nearest day that the verb allows; where none tells, the past one, unless one is soon to come.

    A day just past is not put off for a year because the verb beside it speaks of another day to come.
    """
    stretches = [(each, each) for each in days]
    near = choosing.nearest(today, stretches, None)
    if near and lean in {None, "present"} and (lean or near[0] <= today + _SOON):
        return near[0]
    if near and lean == "future" and today - _JUST <= near[0] < today:
        return near[0]
    chosen = choosing.nearest(today, stretches, lean or "past")
    return chosen[0] if chosen else None


def _months(today: date) -> list[tuple[int, int]]:
    """The months around this one."""
    return [
        (today.year + (today.month - 1 + step) // 12, (today.month - 1 + step) % 12 + 1) for step in (-2, -1, 0, 1, 2)
    ]


def _check_distance(words: Words, context: Context, when: date) -> None:
    near = words.value("near")
    if near is not None and context.today and context.today + timedelta(days=near) != when:
        context.problems.append(f"« {words.text} »: {when.isoformat()} is not so far from the day of publication")


def _check_weekday(words: Words, context: Context, when: date) -> None:
    if "weekday" in words and words.value("weekday") != when.isoweekday():
        context.problems.append(f"« {words.text} »: {when.isoformat()} is another day of the week")


def weekday_second(words: Words, context: Context, forced: int) -> Reading:
    """The second weekday of « de lundi à mardi »."""
    if not context.today:
        return at(None, context.anchor, "day")
    return at(day(choosing.weekday(context.today, words.value("weekday2"), context.lean(forced))), context.anchor)


def numbered_second(words: Words, context: Context, forced: int) -> Reading | None:
    """The second day of « du 3 au 4 mars 2024 », or « du 31 janvier au 1er février »."""
    of_month = words.number("day2")
    month = words.value("month2") or (words.value("month") if "month" in words else None)
    year = words.number("longyear2", "longyear")
    if not of_month:
        return None
    if month and year:
        when = on_calendar(year, month, of_month)
        return at(day(when), "absolute") if when else None
    when, anchor = _without_year(words, context, of_month, month, forced)
    return at(day(when) if when else None, anchor, "day")
