"""One time zone for all times of a story: the one that most of its texts state."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sourcier.core.card import Card
from sourcier.core.moment import Moment
from sourcier.lang.interface import Phrases

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Clock:
    """A distance from UTC; a day, and a time without a zone, are taken as they stand."""

    offset: timedelta

    @property
    def zone(self) -> str:
        """The zone by its distance, such as UTC+01:00."""
        if not self.offset:
            return "UTC"
        hours, minutes = divmod(abs(self.offset) // _MINUTE, 60)
        return f"UTC{'-' if self.offset < timedelta() else '+'}{hours:02}:{minutes:02}"

    def wall(self, moment: Moment) -> tuple[datetime, datetime]:
        """Return what clocks there show at the first instant that a moment can mean, and after it, marked as UTC."""
        start, end = moment.earliest, moment.latest
        if not moment.zoned:
            return start, end
        try:
            return start + self.offset, end + self.offset
        except OverflowError:  # at the ends of the calendar
            return start, end

    def written(self, moment: Moment, phrases: Phrases) -> str:
        """Return a moment in words without its zone, as precisely as it is known."""
        if not moment.zoned:
            return phrases.date(moment.value)
        return phrases.date(self.wall(moment)[0].isoformat()[: len("2031-03-04T10:30")])


def clock(cards: Iterable[Card]) -> Clock:
    """Return the zone that most of these texts state, of two as frequent the one nearer to UTC; UTC where none does."""
    moments = (card.published for card in cards)
    stated = Counter(_offset(moment) for moment in moments if moment and moment.zoned)
    return Clock(min(stated, key=lambda offset: (-stated[offset], abs(offset), offset), default=timedelta()))


def _offset(moment: Moment) -> timedelta:
    return datetime.fromisoformat(moment.value).utcoffset() or timedelta()
