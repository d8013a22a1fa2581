"""Dates and times as files write them: a form that can be read in one way only, or none.

« 12/03/2024 » is March to some and December to others: it is refused, never guessed.
"""

import re
from functools import cache, lru_cache

from sourcier.core.moment import Moment
from sourcier.ingest.trouble import Trouble
from sourcier.lang.load import CODES, language

_TIME = r"(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
_ZONE = r"\s?(?P<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)"
_CLOCK = rf"(?:{_TIME}(?:{_ZONE})?)"
_EDTF = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2}(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?)?)?")
_ISO = re.compile(rf"(?P<year>\d{{4}})([-/.])(?P<month>\d{{2}})\2(?P<day>\d{{2}})(?:(?:[Tt]|\s+){_CLOCK})?")
_BASIC = re.compile(
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"
    r"(?:T?(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_MAIL = re.compile(
    rf"(?:[A-Z][a-z]{{2}},?\s+)?(?P<day>\d{{1,2}})\s(?P<name>[A-Z][a-z]{{2}})\s(?P<year>\d{{4}})\s+{_CLOCK}(?:\s*\(.*\))?"
)
_DAY_FIRST = re.compile(
    r"(?:[^\W\d]+[,.]?\s+)?(?P<day>\d{1,2})(?:er|st|nd|rd|th)?\.?\s+(?P<name>[^\W\d]+)\.?,?\s+(?P<year>\d{4})"
)
_MONTH_FIRST = re.compile(
    r"(?:[^\W\d]+,?\s+)?(?P<name>[^\W\d]+)\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})"
)
_NAMED_MONTH = re.compile(r"(?P<name>[^\W\d]+)\.?\s+(?P<year>\d{4})")
_SLASHED = re.compile(rf"(?P<first>\d{{1,2}})[/.-](?P<second_>\d{{1,2}})[/.-](?P<year>\d{{4}})(?:\s+{_CLOCK})?")


@lru_cache(maxsize=4096)
def moment(text: str) -> Moment:
    """Return the moment that `text` states, with its precision; raises Trouble where it states none, or several."""
    text = text.strip()
    value = _form(text)
    if value is None:
        raise Trouble(f"not a date that can be read in one way only: {text[:60]!r}", "write it as 2024-09-06")
    try:
        return Moment(value)
    except (ValueError, OverflowError):
        raise Trouble(f"no such day or time on the calendar: {text[:60]!r}", "write it as 2024-09-06") from None


def _form(text: str) -> str | None:
    if _EDTF.fullmatch(text):
        return text
    if match := _ISO.fullmatch(text) or _BASIC.fullmatch(text):
        return _written(match, int(match["month"]), int(match["day"]))
    for pattern in (_MAIL, _DAY_FIRST, _MONTH_FIRST):
        if (match := pattern.fullmatch(text)) and (month := _months().get(match["name"].casefold())):
            return _written(match, month, int(match["day"]))
    if (match := _NAMED_MONTH.fullmatch(text)) and (month := _months().get(match["name"].casefold())):
        return f"{match['year']}-{month:02d}"
    if match := _SLASHED.fullmatch(text):
        return _slashed(match)
    return None


def _slashed(match: re.Match[str]) -> str | None:
    first, second = int(match["first"]), int(match["second_"])
    if first == second or second <= 12 < first:
        return _written(match, second, first)
    if first <= 12 < second:
        return _written(match, first, second)
    return None  # day and month cannot be told apart


def _written(match: re.Match[str], month: int, day: int) -> str:
    part = match.groupdict()
    date = f"{part['year']}-{month:02d}-{day:02d}"
    if not part.get("hour"):
        return date
    seconds = f":{part['second']}" if part.get("second") else ""
    return f"{date}T{part['hour']}:{part['minute']}{seconds}{_zone(part.get('zone'))}"


def _zone(zone: str | None) -> str:
    if zone is None or zone == "-0000":  # RFC 2822: -0000 says that the zone is not known
        return ""
    if zone in {"Z", "UTC", "GMT"}:
        return "Z"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


@cache
def _months() -> dict[str, int]:
    months: dict[str, int] = {}
    for code in CODES:
        spoken = language(code)
        if spoken:
            months |= spoken.table("calendar")["months"]
    return months
