"""Months, and what is made of whole months."""

from sourcier.reading.dates.context import Context, Lean
from sourcier.reading.dates.meaning import choosing
from sourcier.reading.dates.meaning.days import month_of, year_of
from sourcier.reading.dates.point import Point, Reading, at, month, over
from sourcier.reading.dates.words import Words

_QUARTER, _HALF, _SEASON = 3, 6, 3


def named(words: Words, context: Context, forced: int) -> Reading | None:
    """« septembre 2024 », « juillet dernier », « mars »."""
    number, year = month_of(words), year_of(words)
    if not number:
        return None
    if year is not None:
        return at(Point(year, number), "absolute")
    side, now, given = words.value("side"), context.now, words.fixed.get("year")
    if given or (not side and context.told_year and (context.told_here or not now)):
        return _of_year(number, given or "told", side or 0, context)
    if not now or not now.month:
        return at(None, context.anchor, "month")
    return at(month(now.year, now.month + _step(number, now.month, side, context, forced)), context.anchor)


def quarter(words: Words, context: Context, forced: int) -> Reading | None:
    """« le deuxième trimestre », « premier trimestre 2024 »."""
    return _part_of_year(words, context, forced, _QUARTER)


def half(words: Words, context: Context, forced: int) -> Reading | None:
    """« second semestre 2023 »."""
    return _part_of_year(words, context, forced, _HALF)


def season(words: Words, context: Context, forced: int) -> Reading | None:
    """« été 2024 »: three whole months; of « hiver 2024 » the words do not say which."""
    first, year, side = words.value("season"), words.number("year"), words.value("side")
    if year is not None:
        crosses = first + _SEASON - 1 > 12
        return over(None if crosses else _months(year, first, _SEASON), "absolute", "season")
    if words.fixed.get("year") == "side":
        ends = _months(context.now.year + side, first, _SEASON) if context.now else None
        return over(ends, context.anchor, "season")
    lean: Lean = ("future" if side > 0 else "past") if side else context.lean(forced)
    return over(_nearest(context, first, _SEASON, lean, strict=bool(side)), context.anchor, "season")


def rains(_words: Words, context: Context, _forced: int) -> Reading | None:
    """« l'hivernage »: its months differ from place to place."""
    return over(None, context.anchor, "season")


def _of_year(number: int, given: str, side: int, context: Context) -> Reading:
    """« mars de l'année dernière », « de cette année », or of the year that the text has told."""
    if given == "told":
        return at(Point(context.told_year, number) if context.told_year else None, "text", "month")
    return at(Point(context.now.year + side, number) if context.now else None, context.anchor, "month")


def _step(number: int, running: int, side: int | None, context: Context, forced: int) -> int:
    """Months from the running one; « dernier » and « prochain » exclude it."""
    behind, ahead = (running - number) % 12, (number - running) % 12
    if side:
        return -(behind or 12) if side < 0 else ahead or 12
    lean = context.lean(forced)
    return ahead if lean == "future" or (lean == "present" and ahead < behind) else -behind


def _part_of_year(words: Words, context: Context, forced: int, length: int) -> Reading | None:
    ordinal, year = words.value("ordinal"), words.number("year")
    if not ordinal or ordinal > 12 // length:
        return None
    first = (ordinal - 1) * length + 1
    if year is not None:
        return over(_months(year, first, length), "absolute")
    return over(_nearest(context, first, length, context.lean(forced)), context.anchor)


def _months(year: int, first: int, length: int) -> tuple[Point, Point]:
    return month(year, first), month(year, first + length - 1)


def _nearest(
    context: Context, first: int, length: int, lean: Lean, *, strict: bool = False
) -> tuple[Point, Point] | None:
    """The months that are meant, of the years around now; `strict` leaves out those that are running."""
    today = context.today
    if not today:
        return None
    stretches = [_months(today.year + step, first, length) for step in (-2, -1, 0, 1)]
    if strict:
        stretches = [each for each in stretches if not each[0].first <= today <= each[1].last]
    days = {(a.first, b.last): (a, b) for a, b in stretches}
    found = choosing.nearest(today, days, lean)
    return days[found] if found else None
