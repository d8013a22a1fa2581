"""Feasts, and nights that two days share."""

from collections.abc import Iterator
from datetime import date, timedelta

from sourcier.core.date import Anchor
from sourcier.reading.dates import lunar
from sourcier.reading.dates.context import Context, Lean
from sourcier.reading.dates.meaning import choosing
from sourcier.reading.dates.meaning.days import numbered_second, weekday_second
from sourcier.reading.dates.point import Reading, at, between, day
from sourcier.reading.dates.words import Words

Stretch = tuple[date, date]
_SOON = timedelta(days=14)


def feast(words: Words, context: Context, forced: int) -> Reading | None:
    """« Pâques », « la Tabaski 2024 »: approximate where the moon decides, an interval for a whole month."""
    return _feast(str(words.value("feast") or ""), words, context, forced, context.verb())


def unnamed(_words: Words, context: Context, _forced: int) -> Reading | None:
    """« la fête nationale »: the country, which would tell, is not known here."""
    return at(None, context.anchor, "day")


def eve(words: Words, context: Context, forced: int) -> Reading | None:
    """« la nuit du Nouvel An »: it begins on the day before."""
    found = _feast(str(words.value("eve")), words, context, forced, None)
    if not found.start:
        return between(None, None, found.anchor)
    return between(day(found.start.first - timedelta(days=1)), found.start, found.anchor)


def night(words: Words, context: Context, forced: int) -> Reading | None:
    """« dans la nuit de lundi à mardi »: the two days; the second one tells which."""
    found = numbered_second(words, context, forced) if "day2" in words else weekday_second(words, context, forced)
    if found is None or not found.start:
        return between(None, None, found.anchor if found else context.anchor)
    return between(day(found.start.first - timedelta(days=1)), found.start, found.anchor)


def _feast(spec: str, words: Words, context: Context, forced: int, verb: Lean) -> Reading:
    named, side, about = words.number("year"), words.value("side"), spec.startswith("hijri")
    whole = about and "-" not in spec
    if named is not None:
        found = next(iter(_in(spec, named)), None)
        anchor: Anchor = "absolute"
    else:
        found, anchor = _nearest(spec, context, side or forced, verb), context.anchor
    if whole:
        return between(
            day(found[0], about=True) if found else None, day(found[1], about=True) if found else None, anchor
        )
    return at(day(found[0], about=about) if found else None, anchor, "day")


def _nearest(spec: str, context: Context, forced: int, verb: Lean) -> Stretch | None:
    today = context.today
    if not today:
        return None
    years = (today.year - 1, today.year, today.year + 1)
    days = [each for year in years for each in _in(spec, year)]
    near = choosing.nearest(today, days, None)
    lean: Lean = "past" if forced < 0 else "future" if forced > 0 else verb
    if lean == "past" and not forced and near and near[0] - today < _SOON:
        return near  # « à deux jours de Pâques, il a offert »
    return choosing.nearest(today, days, lean)


def _in(spec: str, year: int) -> Iterator[Stretch]:
    """The days of a feast in a year; a lunar one may fall in it twice or not at all."""
    kind, _, rest = spec.partition(" ")
    if kind == "easter":
        when = lunar.easter(year) + timedelta(days=int(rest))
        yield when, when
    elif kind == "hijri":
        for one in rest.split():
            number, _, of_month = one.partition("-")
            for when in lunar.hijri_in(year, int(number), int(of_month or 1)):
                yield when, when if of_month else lunar.month_end(when, int(number))
    elif spec:
        when = date.fromisoformat(f"{year}-{spec}")
        yield when, when
