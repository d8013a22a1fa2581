"""Weeks, months, seasons, years and longer."""

from datetime import date, timedelta

from sourcier.core.date import Anchor
from sourcier.reading.dates.context import Context
from sourcier.reading.dates.meaning import choosing
from sourcier.reading.dates.meaning.days import month_of, year_of
from sourcier.reading.dates.point import Point, Reading, at, between, day, month
from sourcier.reading.dates.words import Words

_MONTHS = {"quarter": 3, "half": 6, "season": 3}
_SATURDAY = 6


def span(words: Words, context: Context, _forced: int) -> Reading | None:
    """« la semaine dernière », « ce mois-ci », « l'an prochain »."""
    return _span(words.value("span"), words.value("side") or 0, context.now, context.anchor, just="just" in words.fixed)


def span_bare(words: Words, context: Context, _forced: int) -> Reading | None:
    """« la fin du mois »."""
    return _span(words.value("span"), 0, context.now, context.anchor)


def span_told(words: Words, context: Context, _forced: int) -> Reading | None:
    """« l'année suivante », « cette année-là »."""
    return _span(words.value("span"), words.value("after") or 0, context.told, "text")


def month_named(words: Words, context: Context, forced: int) -> Reading | None:
    """« septembre 2024 », « juillet dernier », « mars »."""
    number, year, side = month_of(words), year_of(words), words.value("side")
    if not number:
        return None
    if year is not None:
        return at(Point(year, number), "absolute")
    given = words.fixed.get("year")
    if given or (not side and context.told_year and (context.told_here or not context.now)):
        base = context.now.year if given == "now" and context.now else context.told_year
        return at(Point(base, number) if base else None, "text", "month")
    now = context.now
    if not now or not now.month:
        return at(None, context.anchor, "month")
    if side:
        step = (now.month - number) % 12 or 12 if side < 0 else -((number - now.month) % 12 or 12)
        return at(month(now.year, now.month - step), context.anchor)
    behind = (now.month - number) % 12
    ahead = (number - now.month) % 12
    return at(
        month(now.year, now.month + (ahead if context.lean(forced) in {"future", "present"} else -behind)),
        context.anchor,
    )


def year(words: Words, _context: Context, _forced: int) -> Reading | None:
    """« 2019 »."""
    number = year_of(words)
    return at(Point(number), "absolute") if number is not None else None


def years_before(words: Words, _context: Context, _forced: int) -> Reading | None:
    """« 450 avant J.-C. »: the year before 1 is the year 0 of EDTF."""
    number = words.number("old")
    return at(Point(1 - number), "absolute") if number else None


def part_of_year(words: Words, context: Context, forced: int, length: int) -> Reading | None:
    """« le deuxième trimestre », « second semestre 2023 »."""
    ordinal, named = words.value("ordinal"), words.number("year")
    if not ordinal or ordinal > 12 // length:
        return None
    first = (ordinal - 1) * length + 1
    if named is not None:
        return between(Point(named, first), Point(named, first + length - 1), "absolute")
    return _nearest(context, first, length, context.lean(forced))


def quarter(words: Words, context: Context, forced: int) -> Reading | None:
    """Three months."""
    return part_of_year(words, context, forced, _MONTHS["quarter"])


def half(words: Words, context: Context, forced: int) -> Reading | None:
    """Six months."""
    return part_of_year(words, context, forced, _MONTHS["half"])


def season(words: Words, context: Context, forced: int) -> Reading | None:
    """« été 2024 »: three whole months; of « hiver 2024 » the words do not say which."""
    first, named, side = words.value("season"), words.number("year"), words.value("side")
    if named is not None:
        known = first + 2 <= 12
        return between(
            Point(named, first) if known else None, Point(named, first + 2) if known else None, "absolute", "season"
        )
    lean = ("future" if side > 0 else "past") if side else context.lean(forced)
    found = _nearest(context, first, _MONTHS["season"], lean, strict=bool(side))
    return between(found.start, found.end, found.anchor, "season")


def two_years(words: Words, _context: Context, _forced: int) -> Reading | None:
    """« saison 2019/2020 », « 2023-24 »."""
    first, last = (int(part) for part in words.raw("season_years").replace("-", "/").replace(" ", "").split("/"))
    last += first // 100 * 100 if last < 100 else 0
    return between(Point(first), Point(last), "absolute") if last == first + 1 else None


def decade(words: Words, _context: Context, _forced: int) -> Reading | None:
    """« les années 1990 », « les années soixante »; of « les années 20 » the words do not say which."""
    first = words.number("tens") if "tens" in words else words.value("decade")
    if first is None:
        return None
    if first < 100:
        first = first + 1900 if first >= 30 else None
    return between(Point(first) if first else None, Point(first + 9) if first else None, "absolute")


def century(words: Words, _context: Context, _forced: int) -> Reading | None:
    """« le XIXe siècle », from its year 01 to its year 00."""
    number = words.value("roman") or 0
    if "bc" in words.fixed:
        return between(Point(1 - number * 100), Point(-(number - 1) * 100), "absolute")
    return between(Point((number - 1) * 100 + 1), Point(number * 100), "absolute")


def _span(unit: str, step: int, now: Point | None, anchor: Anchor, *, just: bool = False) -> Reading:
    if unit in {"week", "weekend"}:
        today = now.first if now and now.day else None
        if not today:
            return between(None, None, anchor)
        first = today - timedelta(days=today.isoweekday() - 1) + timedelta(weeks=step)
        if just and today.isoweekday() >= _SATURDAY:
            first += timedelta(weeks=1)  # « la semaine écoulée », said at its end
        return between(
            day(first + timedelta(days=_SATURDAY - 1 if unit == "weekend" else 0)),
            day(first + timedelta(days=6)),
            anchor,
        )
    if unit == "month":
        return at(month(now.year, now.month + step) if now and now.month else None, anchor, "month")
    if unit in _MONTHS:
        if not now or not now.month:
            return between(None, None, anchor)
        first_month = (now.month - 1) // _MONTHS[unit] * _MONTHS[unit] + 1 + step * _MONTHS[unit]
        return between(month(now.year, first_month), month(now.year, first_month + _MONTHS[unit] - 1), anchor)
    if unit == "year":
        return at(Point(now.year + step) if now else None, anchor, "year")
    return at(None, anchor, "vague")


def _nearest(context: Context, first: int, length: int, lean: object, *, strict: bool = False) -> Reading:
    """The months that are meant, of the years around now; `strict` leaves out those that are running."""
    today = context.today
    if not today:
        return between(None, None, context.anchor)
    stretches = [
        (month(today.year + step, first), month(today.year + step, first + length - 1)) for step in (-2, -1, 0, 1)
    ]
    if strict:
        stretches = [each for each in stretches if not each[0].first <= today <= each[1].last]
    days: dict[tuple[date, date], tuple[Point, Point]] = {(a.first, b.last): (a, b) for a, b in stretches}
    found = choosing.nearest(today, days, lean)  # type: ignore[arg-type]
    return between(*(days[found] if found else (None, None)), context.anchor)
