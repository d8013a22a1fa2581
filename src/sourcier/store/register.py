"""What people know of the outlets and of the ties between articles, and what follows from it week by week."""

from collections.abc import Iterable

from sourcier.core.change import Change
from sourcier.core.denial import Denial
from sourcier.core.outlet import Outlet
from sourcier.core.page import Page
from sourcier.core.week import WeekRow
from sourcier.store import changes, denials, outlets, weeks
from sourcier.store.file import File


class Register(File):
    """The register of outlets, the denials, the list of changes and the weekly table."""

    def outlets(self) -> list[Outlet]:
        """Return the register in the order of its names."""
        with self._reading():
            return outlets.outlets(self._db)

    def outlet(self, name: str) -> Outlet | None:
        """Return the outlet that a name or an alias stands for, None where the register has none."""
        with self._reading():
            return outlets.outlet(self._db, name)

    def register(self, outlet: Outlet, was: str | None = None) -> Outlet:
        """Enter an outlet in place of the one called `was` (None: of the same name), and return it as it is kept.

        Its articles, stored already or later, are called by its name: those that state one of its names, and those
        that state none and whose address lies at or below one of its domains; but for what was corrected by hand. A
        name that it had before stays as an alias. Raises InputError for what cannot be or belongs to another outlet.
        """
        with self._writing():
            return outlets.register(self._db, outlet, was)

    def unregister(self, name: str) -> None:
        """Strike an outlet off; its articles are called as their places call them. Raises InputError if it is none."""
        with self._writing():
            outlets.unregister(self._db, name)

    def outlet_counts(self, names: Iterable[str]) -> dict[str, int]:
        """Return for each of these outlets that has articles how many."""
        with self._reading():
            return outlets.counts(self._db, names)

    def unregistered(self, prefix: str = "", limit: int = 100, offset: int = 0) -> Page[tuple[str, int]]:
        """Return a part of the names in use that the register lacks and that begin so, accents and case apart.

        Each comes with its number of articles, the most first.
        """
        with self._reading():
            return outlets.unregistered(self._db, prefix, limit, offset)

    def outlet_names(self, prefix: str = "", limit: int = 200) -> list[tuple[str, int]]:
        """Return the outlets of articles that begin so, accents and case apart, with their number, the most first."""
        with self._reading():
            return outlets.in_use(self._db, prefix, limit)

    def deny(self, derived: str, source: str, author: str | None = None) -> Denial:
        """Keep « `derived` is not taken from `source` », and return the denial that holds for the two.

        One that holds already, in either order, stays as it is. Lineage is not stale. Raises InputError for one
        article named twice, UnknownArticle.
        """
        with self._writing():
            return denials.deny(self._db, Denial(derived, source, author, self._time()))

    def allow(self, derived: str, source: str) -> Denial:
        """Take back the denial of two articles, given in either order, and return it; raises InputError for none."""
        with self._writing():
            return denials.allow(self._db, derived, source, self._time())

    def denials(self, article: str | None = None) -> list[Denial]:
        """Return the denials that concern one article, or all, in order of time, those taken back with them."""
        with self._reading():
            return denials.denials(self._db, article)

    def changed(self, limit: int = 200) -> list[Change]:
        """Return corrections and denials, those taken back with them, the newest first."""
        with self._reading():
            return changes.changed(self._db, limit)

    def week_texts(
        self, start: str | None = None, end: str | None = None, since: str | None = None, reference_only: bool = False
    ) -> int:
        """Return how many articles the rows of `weeks` count together."""
        with self._reading():
            return weeks.texts(self._db, start, end, since, reference_only=reference_only)

    def newest_week(self, since: str | None = None, reference_only: bool = False) -> str | None:
        """Return the day of the latest article that `weeks` counts, None where the newest 20,000 hold none."""
        with self._reading():
            return weeks.newest(self._db, since, reference_only=reference_only)

    def weeks(
        self, start: str | None = None, end: str | None = None, since: str | None = None, reference_only: bool = False
    ) -> list[WeekRow]:
        """Return what articles published from the day `start` until before the day `end` share, outlet by outlet.

        Those counted are ties to an earlier text of another outlet that nobody denied. Days are as the moment is
        written, whatever its zone; a text of which only the month is known belongs to none. `since` is a day or time
        in UTC: the ledger met the text then or later. `reference_only`: only ties to texts of reference.
        """
        with self._reading():
            return weeks.weeks(self._db, start, end, since, reference_only=reference_only)
