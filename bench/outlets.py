"""Outlets that print the articles: agencies and media, their standing footers, how they date what they publish."""

from copy import copy
from dataclasses import dataclass
from datetime import datetime, timedelta

from bench.draft import STANDING, Paragraph
from bench.plan import DAYS
from bench.writer import Writer

# Names that credits are looked for by; the texts under them are strings of invented words.
AGENCIES = ("AFP", "APA", "Reuters", "AP", "Xinhua", "PANA", "Anadolu", "APS", "ANP", "MAP")
FIRST_DAY = datetime(2024, 1, 8, 6, 0)  # of an invented calendar, in no time zone
# A few big outlets print most articles; the rest is spread over many small ones, some of which belong to groups.
DOCUMENTS_PER_BIG, DOCUMENTS_PER_SMALL = 800, 30  # of the whole corpus
ALL_OUTLETS = 200_000  # documents; a larger archive holds more of the same outlets, no further ones
FROM_BIG = 0.75  # share of the articles of media
BIG_WITH_FOOTER, SMALL_WITH_FOOTER, IN_GROUP = 0.85, 0.3, 0.1  # shares of outlets
TRIES = 8
UNDATED, DAY_ONLY = 0.03, 0.10  # shares of documents, of outlets


@dataclass(frozen=True, slots=True)
class Outlet:
    name: str
    footer: Paragraph  # empty: none
    day_only: bool

    @property
    def host(self) -> str:
        return "".join(letter for letter in self.name.lower() if letter.isascii() and letter.isalnum()) + ".example"


class Press:
    """All outlets of a corpus, some bigger than others; at least so many small ones."""

    def __init__(self, writer: Writer, documents: int, *, days: int = DAYS, least: int = 50) -> None:
        self._rng = writer.rng
        self._writer = writer
        self._days = days
        documents = min(documents, ALL_OUTLETS)
        self.agencies = tuple(Outlet(name, (), day_only=False) for name in AGENCIES)
        self._big = [self._outlet(self._footer(BIG_WITH_FOOTER)) for _ in range(max(5, documents // DOCUMENTS_PER_BIG))]
        self._small: list[Outlet] = []
        while len(self._small) < max(50, least, documents // DOCUMENTS_PER_SMALL):
            group = self._rng.randint(2, 4)
            grouped = self._rng.random() < IN_GROUP / group
            footer = self._footer(1.0 if grouped else SMALL_WITH_FOOTER)
            self._small.extend(self._outlet(footer) for _ in range(group if grouped else 1))

    def written_by(self, writer: Writer) -> "Press":
        """Give the same outlets, whose choice follows another writer's random numbers."""
        press = copy(self)
        press._rng, press._writer = writer.rng, writer
        return press

    def _footer(self, share: float) -> Paragraph:
        if self._rng.random() >= share:
            return ()
        return tuple((STANDING, form) for form in self._writer.footer())

    def _outlet(self, footer: Paragraph) -> Outlet:
        story = self._writer.story()
        name = f"{story.names[0].split()[0]} {self._rng.choice(('Info', 'Presse', 'Actu', 'Hebdo', 'Quotidien', '24'))}"
        return Outlet(name, footer, day_only=self._rng.random() < DAY_ONLY)

    def agency(self) -> Outlet:
        return self._rng.choice(self.agencies)

    def outlet(self, taken: set[str]) -> Outlet:
        """One that has not printed this story yet, where there is any left."""
        first, second = (self._big, self._small) if self._rng.random() < FROM_BIG else (self._small, self._big)
        for outlets in (first, second):
            for _ in range(TRIES):  # nearly always the first will do, and there are thousands
                if (outlet := self._rng.choice(outlets)).name not in taken:
                    return outlet
            if free := [outlet for outlet in outlets if outlet.name not in taken]:
                return self._rng.choice(free)
        return self._rng.choice(self._small)

    def some_time(self) -> datetime:
        return FIRST_DAY + timedelta(minutes=self._rng.randrange(self._days * 24 * 60))

    def later(self, start: datetime, latest: datetime) -> datetime:
        """Most reprints come within hours; none after the latest."""
        hours = self._rng.expovariate(1 / 9)
        left = (latest - start).total_seconds() / 3600
        return start + timedelta(minutes=1 + int(60 * min(hours, left * self._rng.random())))

    def shown(self, outlet: Outlet, when: datetime) -> str | None:
        """Give the date as the outlet prints it: to the minute, to the day, or not at all."""
        if self._rng.random() < UNDATED:
            return None
        return when.date().isoformat() if outlet.day_only else when.isoformat(timespec="minutes") + ":00Z"
