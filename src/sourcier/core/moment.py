"""A point in time that keeps its precision: a day is not midnight."""

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property

_FORM = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})"
    r"(?:T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.[0-9]+)?)?(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?)?)?)?"
)
_ZONE_SLACK = timedelta(hours=14)


@dataclass(frozen=True)
class Moment:
    """An EDTF (ISO 8601-2) year, month, day or time, as the source states it.

    Raises ValueError when `value` is none of these or is not on the calendar.
    """

    value: str

    def __post_init__(self) -> None:
        _ = self._range

    @property
    def precision(self) -> str:
        """One of year, month, day, time."""
        return {4: "year", 7: "month", 10: "day"}.get(len(self.value), "time")

    @cached_property
    def _range(self) -> tuple[datetime, datetime]:
        match = _FORM.fullmatch(self.value)
        if not match:
            raise ValueError(f"not a date or time of the form 2024-09-06 or 2024-09-06T10:30:00Z: {self.value!r}")
        part = {name: int(text) for name, text in match.groupdict().items() if text and name != "zone"}
        start = datetime(
            part["year"], part.get("month", 1), part.get("day", 1), part.get("hour", 0), part.get("minute", 0),
            part.get("second", 0), tzinfo=UTC,
        )  # fmt: skip
        try:
            start -= _offset(match["zone"] or "Z")
            return start, start + _length(part)
        except OverflowError:
            raise ValueError(f"too near the ends of the calendar: {self.value!r}") from None

    def since(self, other: "Moment") -> timedelta | None:
        """Return the time from another moment to this one, None unless both are known to the minute or second."""
        if self.precision != "time" or other.precision != "time" or self.zoned != other.zoned:
            return None
        return self.earliest - other.earliest

    @property
    def earliest(self) -> datetime:
        """The first instant it can mean, in UTC where it has a zone, else as if it were UTC."""
        return self._range[0]

    @property
    def latest(self) -> datetime:
        """The first instant after it."""
        return self._range[1]

    @property
    def zoned(self) -> bool:
        """Tell whether it names its distance from UTC."""
        return self.precision == "time" and bool(re.search(r"(?:Z|[+-][0-9]{2}:?[0-9]{2})$", self.value))

    def before(self, other: "Moment") -> bool:
        """Tell whether it certainly lies before `other`: overlapping precision is never read as order."""
        return self.latest + slack(self, other) <= other.earliest


def slack(one: Moment, other: Moment) -> timedelta:
    """How far a time without a zone may lie from one with a zone; two without are taken to share theirs."""
    both_times = one.precision == other.precision == "time"
    return _ZONE_SLACK if both_times and one.zoned != other.zoned else timedelta()


def _length(part: dict[str, int]) -> timedelta:
    if "hour" in part:
        return timedelta(seconds=1) if "second" in part else timedelta(minutes=1)
    if "day" in part:
        return timedelta(days=1)
    if "month" in part:
        return timedelta(days=calendar.monthrange(part["year"], part["month"])[1])
    return timedelta(days=366 if calendar.isleap(part["year"]) else 365)


def _offset(zone: str) -> timedelta:
    if zone == "Z":
        return timedelta()
    digits = zone[1:].replace(":", "")
    length = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if length > _ZONE_SLACK or int(digits[2:]) > 59:
        raise ValueError(f"no place lies so far from UTC: {zone}")
    return -length if zone[0] == "-" else length
