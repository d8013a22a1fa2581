"""What the outlets took up from others in one week, and with what credit."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sourcier.core.errors import InputError
from sourcier.core.totals import Totals
from sourcier.core.week import WeekRow
from sourcier.export.line import line
from sourcier.web.contexts.selecting import selection
from sourcier.web.visit import Visit
from sourcier.workflow.desk import Desk

_WEEK = timedelta(days=7)
_DAY = len("2031-03-04")


@dataclass(frozen=True)
class Weeks:
    """The week from `start` (a Monday) up to and without `end`; `since` asks for what the ledger met from then on."""

    rows: tuple[WeekRow, ...]
    start: date
    end: date
    since: str | None
    reference: bool
    before: str
    after: str

    @property
    def last(self) -> date:
        """The Sunday."""
        return self.end - timedelta(days=1)

    def row(self) -> bytes:
        """Return it as JSON."""
        asked: dict[str, Any] = {"start": self.start.isoformat(), "end": self.end.isoformat(), "since": self.since}
        return line({**asked, "reference": self.reference, "items": [asdict(each) for each in self.rows]})


def weeks(desk: Desk, visit: Visit) -> Weeks:
    """Build the table of the week that `?week=` names by one of its days, else of the last week with articles."""
    start = _monday(visit.query.get("week", "").strip(), desk.totals())
    since, reference = selection(visit.query).since, visit.query.get("reference") == "yes"
    rows = desk.weeks(start.isoformat(), (start + _WEEK).isoformat(), since, reference=reference)
    kept = {"since": since, "reference": "yes" if reference else None}
    before, after = (
        visit.link("weeks", {"week": start + step, **kept}) if _holds(start, step) else "" for step in (-_WEEK, _WEEK)
    )
    return Weeks(tuple(rows), start, start + _WEEK, since, reference, before, after)


def _monday(asked: str, totals: Totals) -> date:
    try:
        day = date.fromisoformat(asked) if asked else _last(totals)
        return day - timedelta(days=day.weekday())
    except (ValueError, OverflowError):
        raise InputError(f"not a day such as 2031-03-04: {asked[:40]!r}") from None


def _last(totals: Totals) -> date:
    """Return the last day of publication, where it is known; else the day of the last analysis."""
    for known in (totals.end, totals.found):
        if known and len(known) >= _DAY:
            return datetime.fromisoformat(known[:_DAY]).date()
    return date(2000, 1, 3)


def _holds(start: date, step: timedelta) -> bool:
    """Tell whether the calendar still has the week."""
    return date.min + 2 * _WEEK < start + step < date.max - 2 * _WEEK
