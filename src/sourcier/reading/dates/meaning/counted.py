"""What is counted from now, or from what the text has told."""

from dataclasses import replace

from sourcier.core.date import Anchor, Precision
from sourcier.reading.dates.context import Context
from sourcier.reading.dates.point import Point, Reading, at, between, shifted
from sourcier.reading.dates.words import Words

_DAY = 24  # hours
_PRECISIONS: dict[str, Precision] = {
    "second": "time",
    "minute": "time",
    "hour": "time",
    "day": "day",
    "week": "day",
    "month": "month",
}


def counted(words: Words, context: Context, _forced: int) -> Reading | None:
    """« il y a dix jours », « dans 2 ans », « trois jours plus tard »; « quelques jours » cannot be counted."""
    if "some" in words or "unit" not in words:
        return at(None, context.anchor, "vague")
    base, anchor = _base(words, context)
    point = _shifted(words, base, words.fixed["sign"])
    return at(point, anchor, point.precision if point else _PRECISIONS.get(words.value("unit"), "year"))


def within(words: Words, context: Context, _forced: int) -> Reading | None:
    """« d'ici six jours », « dans les deux jours »: until then."""
    if _is_clock(words):
        return None
    return replace(between(None, _shifted(words, context.now, 1), context.anchor), shape="until")


def lasting(words: Words, context: Context, _forced: int) -> Reading | None:
    """« depuis six mois »: since then; « depuis 19 heures » is an hour of the day."""
    if _is_clock(words):
        return None
    return replace(between(_shifted(words, context.now, -1), None, context.anchor), shape="since")


def vague(_words: Words, context: Context, _forced: int) -> Reading | None:
    """« ces dernières semaines »."""
    return at(None, context.anchor, "vague")


def told_vague(_words: Words, _context: Context, _forced: int) -> Reading | None:
    """« quelques jours plus tard »."""
    return at(None, "text", "vague")


def _base(words: Words, context: Context) -> tuple[Point | None, Anchor]:
    """What is counted from: now, what the text has told, or an event that the words do not date."""
    base = words.fixed["base"]
    if base == "publication":
        return context.now, context.anchor
    return (_told(words, context) if base == "told" else None), "text"


def _told(words: Words, context: Context) -> Point | None:
    """What « trois ans après » is counted from: the last date that is fine enough."""
    if words.value("unit") in {"year", "decade", "century", "month"}:
        return context.told
    return context.told_day


def _shifted(words: Words, base: Point | None, sign: int) -> Point | None:
    number, unit = words.value("fortnight") or words.number("numeral", "figures"), words.value("unit")
    if number is None or base is None or not unit:
        return None
    if "half_more" in words:
        if unit != "year":
            return None
        number, unit = number * 12 + 6, "month"
    point = shifted(base, sign * number, unit)
    if point and point.clock and unit not in {"second", "minute", "hour"}:
        point = replace(point, clock="")
    return replace(point, about=True) if point and _round(words) else point


def _is_clock(words: Words) -> bool:
    return words.value("unit") == "hour" and (words.number("figures") or _DAY) < _DAY


def _round(words: Words) -> bool:
    """Whether the number is only about right: « plus de dix », « une vingtaine »."""
    return "hedge" in words
