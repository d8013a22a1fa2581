"""Outlets that print the articles: agencies and media, their standing footers, how they date what they publish."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bench.draft import STANDING, Paragraph, Word
from bench.writer import Writer

# Names that credits are looked for by; the texts under them are strings of invented words.
AGENCIES = ("AFP", "APA", "Reuters", "AP", "Xinhua", "PANA", "Anadolu", "APS", "ANP", "MAP")
FIRST_DAY, DAYS = datetime(2024, 1, 8, 6, 0), 240  # of an invented calendar, in no time zone
DOCUMENTS_PER_OUTLET = 45
WITH_FOOTER, IN_GROUP = 0.55, 0.25  # shares of outlets
UNDATED, DAY_ONLY = 0.08, 0.10  # shares of documents, of outlets


@dataclass(frozen=True, slots=True)
class Outlet:
    name: str
    footer: Paragraph  # empty: none
    day_only: bool

    @property
    def host(self) -> str:
        return "".join(letter for letter in self.name.lower() if letter.isascii() and letter.isalnum()) + ".example"


class Press:
    """All outlets of a corpus, some bigger than others."""

    def __init__(self, writer: Writer, documents: int) -> None:
        self._rng = writer.rng
        self._writer = writer
        self.agencies = tuple(Outlet(name, (), day_only=False) for name in AGENCIES)
        count = max(60, documents // DOCUMENTS_PER_OUTLET)
        self._media: list[Outlet] = []
        while len(self._media) < count:
            grouped = self._rng.random() < IN_GROUP / 3
            shared = self._footer(grouped)
            self._media.extend(self._outlet(shared) for _ in range(self._rng.randint(3, 6) if grouped else 1))
        self._rng.shuffle(self._media)
        self._weights = [1 / (rank + 8) for rank in range(len(self._media))]

    def _footer(self, grouped: bool) -> Paragraph:
        if not grouped and self._rng.random() > WITH_FOOTER:
            return ()
        return tuple(Word(STANDING, form) for form in self._writer.footer())

    def _outlet(self, footer: Paragraph) -> Outlet:
        story = self._writer.story()
        name = f"{story.names[0].split()[0]} {self._rng.choice(('Info', 'Presse', 'Actu', 'Hebdo', 'Quotidien', '24'))}"
        return Outlet(name, footer, day_only=self._rng.random() < DAY_ONLY)

    def agency(self) -> Outlet:
        return self._rng.choice(self.agencies)

    def outlet(self, taken: set[str]) -> Outlet:
        """One that has not printed this story yet, where there is any left."""
        for _ in range(20):
            drawn = self._rng.choices(self._media, self._weights)[0]
            if drawn.name not in taken:
                break
        return drawn

    def some_time(self) -> datetime:
        return FIRST_DAY + timedelta(minutes=self._rng.randrange(DAYS * 24 * 60))

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
