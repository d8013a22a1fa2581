"""What words before and after an expression do to its meaning."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from sourcier.reading.dates.point import Reading, at, between, day, shifted
from sourcier.reading.dates.words import Words

Effect = Callable[[Words, Reading], Reading | None]
"""From the words and the meaning beside them; None where the two do not go together."""
_CLOCK = re.compile(r"(\d{1,2})\D*(\d\d)?")
_AFTERNOON = 12


def same(_words: Words, reading: Reading) -> Reading | None:
    """« mois de », « année »."""
    return reading


def since(_words: Words, reading: Reading) -> Reading | None:
    """« depuis mars »."""
    if reading.shape not in {"point", "between"} or (reading.precision == "vague" and not reading.start):
        return None
    return replace(reading, end=None, shape="since", precision="interval")


def until(_words: Words, reading: Reading) -> Reading | None:
    """« jusqu'en 2019 »: the limit as it is named."""
    if reading.shape not in {"point", "between"}:
        return None
    return replace(reading, start=None, shape="until", precision="interval")


def edge(_words: Words, reading: Reading) -> Reading | None:
    """« début août », « la fin du mois »: the whole of it, vaguely."""
    if reading.shape not in {"point", "between"} or reading.precision in {"day", "time"}:
        return None
    return replace(reading, precision="vague")


def about(_words: Words, reading: Reading) -> Reading | None:
    """« vers 1941 »."""
    if reading.shape != "point" or reading.precision == "time":
        return None
    point = replace(reading.start, about=True) if reading.start else None
    return replace(reading, start=point, end=point)


def shift(words: Words, reading: Reading) -> Reading | None:
    """« la veille de la Tabaski »."""
    if reading.precision != "day" or reading.shape != "point":
        return None
    point = shifted(reading.start, words.value("eve_of") or 0, "day") if reading.start else None
    return at(point, reading.anchor, "day")


def part(_words: Words, reading: Reading) -> Reading | None:
    """« mercredi soir », « la matinée de lundi »: a part of a day keeps the precision of the day."""
    return reading if reading.precision in {"day", "time"} else None


def clock(words: Words, reading: Reading) -> Reading | None:
    """« à 18h30 GMT »; « vers » is not in the value."""
    time = _time(words, "")
    if reading.precision != "day" or reading.shape != "point" or time is None:
        return None
    point = replace(reading.start, clock=time) if reading.start else None
    return at(point, reading.anchor, "time")


def clocks(words: Words, reading: Reading) -> Reading | None:
    """« de 8h à 17h »."""
    first, last = _time(words, ""), _time(words, "2")
    if reading.precision != "day" or reading.shape != "point" or first is None or last is None:
        return None
    if not reading.start:
        return between(None, None, reading.anchor)
    end = reading.start if last > first else shifted(reading.start, 1, "day")
    return between(replace(reading.start, clock=first), replace(end, clock=last) if end else None, reading.anchor)


def week(_words: Words, reading: Reading) -> Reading | None:
    """« la semaine du 22 juillet »: Monday to Sunday."""
    if reading.precision != "day" or reading.shape != "point":
        return None
    if not reading.start:
        return between(None, None, reading.anchor)
    first = reading.start.first - timedelta(days=reading.start.first.weekday())
    return between(day(first), day(first + timedelta(days=6)), reading.anchor)


def _time(words: Words, which: str) -> str | None:
    """The minute as EDTF writes it, None where no clock shows it."""
    zone = words.value(f"zone{which}") or words.value("zone2") or ""
    noon = words.value("noon")
    if noon:
        return f"{noon}{zone}"
    found = _CLOCK.match(words.raw(f"hm{which}"))
    hour = int(found[1]) if found else words.number("numeral")
    minute = int(found[2] or 0) if found else words.value("minutes") or 0
    if hour is None:
        return None
    if minute < 0:
        hour, minute = hour - 1, minute + 60
    later = words.value("daypart") or 0
    hour += _AFTERNOON if later and hour < _AFTERNOON else 0
    return f"{hour % 24:02d}:{minute:02d}{zone}" if 0 <= hour <= 24 else None


LEADS: Mapping[str, Effect] = {
    "about": about,
    "clock": clock,
    "edge": edge,
    "part": part,
    "same": same,
    "shift": shift,
    "since": since,
    "until": until,
    "week": week,
}
TRAILS: Mapping[str, Effect] = {"clock": clock, "clocks": clocks, "part": part}
