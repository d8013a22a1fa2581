"""Days, months and years on the calendar, and how EDTF writes them."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from sourcier.core.date import Anchor, Precision

Shape = Literal["point", "between", "since", "until"]
_MONTHS = 12
_MOST_MINUTES = 1_000_000  # or hours; more is said in days


@dataclass(frozen=True, slots=True)
class Point:
    """A year, a month or a day, with `clock` (« 18:30 », « 18:30Z ») a minute; `about` where it is approximate."""

    year: int
    month: int | None = None
    day: int | None = None
    clock: str = ""
    about: bool = False

    @property
    def edtf(self) -> str:
        """The point as EDTF; a year before our era has a sign, the year before 1 is 0, five figures follow a Y."""
        year = f"{'Y' * (abs(self.year) > 9999)}{'-' * (self.year < 0)}{abs(self.year):04d}"
        parts = "".join(f"-{part:02d}" for part in (self.month, self.day) if part is not None)
        return year + parts + (f"T{self.clock}" if self.clock else "") + ("~" if self.about else "")

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """Its last day."""
        month = self.month or _MONTHS
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def precision(self) -> Precision:
        """How fine it is."""
        return "time" if self.clock else "day" if self.day else "month" if self.month else "year"


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means: a point, or an interval from `start` to `end`; None where it cannot be known."""

    start: Point | None
    end: Point | None
    precision: Precision
    anchor: Anchor
    shape: Shape = "point"

    @property
    def value(self) -> str | None:
        """The reading as EDTF."""
        if self.shape == "until":
            return f"../{self.end.edtf}" if self.end else None
        if not self.start:
            return None
        if self.shape == "since":
            return f"{self.start.edtf}/.."
        if self.shape == "between":
            return f"{self.start.edtf}/{self.end.edtf}" if self.end else None
        return self.start.edtf


def at(point: Point | None, anchor: Anchor, precision: Precision | None = None) -> Reading:
    """Return the reading of a point; `precision` is needed where it is not known."""
    return Reading(point, point, precision or (point.precision if point else "day"), anchor)


def between(start: Point | None, end: Point | None, anchor: Anchor, precision: Precision = "interval") -> Reading:
    """Return the reading of an interval."""
    return Reading(start, end, precision, anchor, "between")


def over(ends: tuple[Point, Point] | None, anchor: Anchor, precision: Precision = "interval") -> Reading:
    """Return the reading of an interval whose ends are known or not known together."""
    return between(ends[0], ends[1], anchor, precision) if ends else between(None, None, anchor, precision)


def day(when: date, *, about: bool = False) -> Point:
    """Return a day as a point."""
    return Point(when.year, when.month, when.day, about=about)


def month(year: int, number: int) -> Point:
    """Return a month, counted on into other years where `number` is not 1 to 12."""
    years, index = divmod(number - 1, _MONTHS)
    return Point(year + years, index + 1)


def on_calendar(year: int, number: int, of_month: int) -> date | None:
    """Return a day, None where no calendar has it."""
    try:
        return date(year, number, of_month)
    except ValueError:
        return None


def shifted(point: Point, count: int, unit: str) -> Point | None:
    """Return what lies `count` units later, no finer than the unit; None where the point is coarser than that."""
    if unit in {"second", "minute", "hour"}:
        return _minutes(point, count, unit)
    if unit in {"day", "week"}:
        return _days(point, count * (7 if unit == "week" else 1))
    if unit == "month":
        return replace(month(point.year, point.month + count), about=point.about) if point.month else None
    years = {"year": 1, "decade": 10, "century": 100}[unit] * count
    kept = point.month if point.month and not point.day else None
    return Point(point.year + years, kept, about=point.about)


def _days(point: Point, count: int) -> Point | None:
    if not point.day:
        return None
    try:
        return day(point.first + timedelta(days=count), about=point.about)
    except OverflowError:
        return None


def _minutes(point: Point, count: int, unit: str) -> Point | None:
    if abs(count) > _MOST_MINUTES:
        return None
    length = timedelta(**{f"{unit}s": count})
    whole = length.days if length >= timedelta() else -((-length).days)
    if abs(length) >= timedelta(days=1) and length == timedelta(days=whole):
        return _days(point, whole)
    if not point.clock:
        return None
    moment = datetime.fromisoformat(f"{point.first.isoformat()}T{point.clock[:5]}") + length
    clock = f"{moment:%H:%M}{point.clock[5:]}"
    return replace(day(moment.date(), about=point.about), clock=clock)
