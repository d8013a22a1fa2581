"""What the outlets took up from others in one week, and with what credit."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from sourcier.core.errors import InputError
from sourcier.core.outlet import Outlet
from sourcier.core.week import WeekRow
from sourcier.export.line import line
from sourcier.web.contexts.paging import Paging, paging, place
from sourcier.web.contexts.selecting import selection
from sourcier.web.visit import Visit
from sourcier.workflow.desk import Desk

_WEEK = timedelta(days=7)
_ROWS = 50  # of the table, on one part of the page
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEARS = range(1000, 9999)  # a week of which has one before and one after
_UNDATED = date(2000, 1, 3)  # shown where the ledger has no date at all
_STORIES = 20  # of the latest, among which one with a known direction is looked for


@dataclass(frozen=True, slots=True)
class Beside:
    """The week before or after: its address, and how many texts it counts."""

    address: str
    texts: int


@dataclass(frozen=True)
class Weeks:
    """The week from `start` (a Monday) up to and without `end`; `since` asks for what the ledger met from then on."""

    rows: tuple[WeekRow, ...]
    start: date
    end: date
    since: str | None
    reference: bool
    before: Beside
    after: Beside
    register: Mapping[str, Outlet]
    paging: Paging

    @property
    def shown(self) -> tuple[WeekRow, ...]:
        """The rows of this part of the page."""
        return self.rows[(self.paging.number - 1) * _ROWS :][:_ROWS]

    @property
    def last(self) -> date:
        """The Sunday."""
        return self.end - timedelta(days=1)

    def row(self) -> bytes:
        """Return it as JSON."""
        asked: dict[str, Any] = {"start": self.start.isoformat(), "end": self.end.isoformat(), "since": self.since}
        return line({**asked, "reference": self.reference, "items": [asdict(each) for each in self.rows]})


def weeks(desk: Desk, visit: Visit) -> Weeks:
    """Build the table of the week that `?week=` names by one of its days, else of the latest with something to tell."""
    since, reference = selection(visit.query).since, visit.query.get("reference") == "yes"
    asked = visit.query.get("week", "").strip() or desk.newest_week(since, reference=reference) or ""
    start = _monday(asked, desk)
    rows = desk.weeks(start.isoformat(), (start + _WEEK).isoformat(), since, reference=reference)
    kept = {"since": since, "reference": "yes" if reference else None}

    def beside(day: date) -> Beside:
        texts = desk.week_texts(day.isoformat(), (day + _WEEK).isoformat(), since, reference=reference)
        return Beside(visit.link("weeks", {"week": day, **kept}), texts)

    before, after = beside(start - _WEEK), beside(start + _WEEK)
    parts = paging(visit, "weeks", _ROWS, place(visit, _ROWS), len(rows))
    return Weeks(tuple(rows), start, start + _WEEK, since, reference, before, after, desk.registered(), parts)


def _monday(asked: str, desk: Desk) -> date:
    try:
        day = date.fromisoformat(asked) if asked else _last(desk)
    except ValueError:
        day = None
    if day is None or day.year not in _YEARS:
        raise InputError(f"not a day such as 2031-03-04: {asked[:40]!r}")
    return day - timedelta(days=day.weekday())


def _last(desk: Desk) -> date:
    """Return a day of the latest story where one text is known to take up another; else the last day there is."""
    latest = desk.stories(order="latest", limit=_STORIES).items
    if not any(each.ties for each in latest):
        totals = desk.totals()
        return _day(totals.end) or _day(totals.found) or _UNDATED
    return next((day for each in latest if each.ties and (day := _day(each.end))), _UNDATED)


def _day(moment: str | None) -> date | None:
    """Return the day of a moment, None where it is not known."""
    found = _DAY.match(moment or "")
    return date.fromisoformat(found[0]) if found else None
