"""What an expression can lean on: the day of publication, what the text has told, and the verb beside it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from sourcier.core.date import Anchor
from sourcier.reading.dates.point import Point, Reading

Lean = Literal["past", "present", "future"] | None


_EVENT = 5  # years; a longer time is the background


@dataclass(slots=True)
class Context:
    """Grows along the text: `now` is what « hier » is counted from, `told` the last date, `told_day` the last day.

    `told_year` is the last year that the words themselves name, `told_here` whether they do so in this sentence.
    `now_of` and `told_of` are the text on whose publication `now` and `told` lean, None for the article's own.
    """

    now: Point | None
    now_of: str | None = None
    anchor: Anchor = "publication"
    told: Point | None = None
    told_day: Point | None = None
    told_of: str | None = None
    told_year: int | None = None
    told_here: bool = False
    verb: Callable[[], Lean] = lambda: None
    problems: list[str] = field(default_factory=list)

    @property
    def today(self) -> date | None:
        """The day that bare weekdays are counted from, where it is known."""
        return self.now.first if self.now and self.now.day else None

    def lean(self, forced: int) -> Lean:
        """Where a bare weekday or day lies: as the word before it says, else as the verb does."""
        return "past" if forced < 0 else "future" if forced > 0 else self.verb()

    def leans_on(self, reading: Reading) -> str | None:
        """Return the text on whose publication a meaning leans, None for the article's own and for absolute ones."""
        if reading.anchor == self.anchor:
            return self.now_of
        return self.told_of if reading.anchor == "text" else None

    def forget(self, of: str) -> None:
        """Something was told that nobody knows the day of, so that nobody knows the next day either."""
        self.told = self.told_day = None
        self.told_of = of

    def tell(self, reading: Reading, of: str | None) -> None:
        """Remember what has been told, for « le lendemain » and « trois ans plus tard », and what that leans on.

        A limit to come is no event, nor is what lasts for longer than some years.
        """
        point = reading.end if reading.shape == "between" else reading.start
        if point is None or reading.start is None or reading.shape == "until":
            return
        self.told_of = of
        if point.year - reading.start.year <= _EVENT:
            self.told = point
        if point.day:
            self.told_day = point
        if reading.anchor == "absolute" and reading.shape != "since" and not point.about:
            self.told_year, self.told_here = point.year, True
