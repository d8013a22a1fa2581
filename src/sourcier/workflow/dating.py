"""Dates as people write them in a form: « 05/09/2025 10:30 », « 5 septembre 2025 à 10h30 », « 2025 ».

The day comes before the month, always; what is read is shown in words, so that nobody is misread unawares.
"""

import re
from functools import cache

from sourcier.core.moment import Moment
from sourcier.ingest.moments import moment
from sourcier.ingest.trouble import Trouble
from sourcier.lang.load import CODES, language

_CLOCK = re.compile(
    r"(?P<day>.*\d{4}|\d{4}\D.*\d)(?:\s*,\s*|\s+)(?:(?P<at>[^\W\d]+)\s+)?(?P<hour>\d{1,2})"
    r"(?:\s?(?:h|:)\s?(?P<minute>\d{2})(?::(?P<second>\d{2}))?|\s?h|(?=\s?[ap]\.?m))(?:\s?(?P<half>[ap])\.?m\.?)?"
    r"(?:\s?(?P<zone>Z|(?:UTC|GMT)?\s?[+-]\d{1,2}(?::?\d{2})?|UTC|GMT))?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>\d{1,2}?)(?::?(?P<minutes>\d{2}))?$")
_SLASHED = re.compile(r"(?P<day>\d{1,2})\s?([/.-])\s?(?P<month>\d{1,2})\s?\2\s?(?P<year>\d{4})")
_MONTH = re.compile(r"(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>\d{4})")


def dated(written: str) -> Moment | None:
    """Return what a person wrote as a moment, with its precision; None where it is none, or not on the calendar."""
    text = " ".join(written.split()).replace("\N{MINUS SIGN}", "-")
    if any(each.isdigit() and not each.isascii() for each in text):
        return None
    try:
        return _iso(text) or _timed(text) or Moment(_day(text))
    except (ValueError, OverflowError, Trouble):
        return None


def _iso(text: str) -> Moment | None:
    try:
        return Moment(text)
    except (ValueError, OverflowError):
        return None


def _timed(text: str) -> Moment | None:
    match = _CLOCK.fullmatch(text)
    if match is None or (match["at"] and match["at"].casefold() not in _at()):
        return None
    day, hour = Moment(_day(match["day"].strip())), int(match["hour"])
    if day.precision != "day":
        raise ValueError("a time needs its day")
    if match["half"]:
        if not 1 <= hour <= 12:
            raise ValueError("no such hour")
        hour = hour % 12 + (12 if match["half"].casefold() == "p" else 0)
    seconds = f":{match['second']}" if match["second"] else ""
    return Moment(f"{day.value}T{hour:02d}:{match['minute'] or '00'}{seconds}{_zone(match['zone'])}")


def _day(text: str) -> str:
    if match := _SLASHED.fullmatch(text):
        return f"{match['year']}-{int(match['month']):02d}-{int(match['day']):02d}"
    if match := _MONTH.fullmatch(text):
        return f"{match['year']}-{int(match['month']):02d}"
    return moment(text).value


def _zone(written: str | None) -> str:
    if not written:
        return ""
    match = _OFFSET.search(written)
    return f"{match['sign']}{match['hours']:0>2}:{match['minutes'] or '00'}" if match else "Z"


@cache
def _at() -> frozenset[str]:
    """Return the words that stand between a day and its time."""
    known = (language(code) for code in CODES)
    return frozenset(word for each in known if each for word in each.table("calendar")["at"])
