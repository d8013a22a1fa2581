"""What the texts of a ledger say: the facts of each article, read once and kept."""

from collections.abc import Iterable, Iterator

from sourcier.core.facts import Facts
from sourcier.core.problem import Problem
from sourcier.store import fact_checks, facts
from sourcier.store.facts import Entry, Maker
from sourcier.store.file import File


class Contents(File):
    """Facts by article. A maker is what found them: facts by another one are stale, and count as none."""

    def unread(self, maker: Maker) -> list[int]:
        """Return the articles that have no facts by this maker, in order of number."""
        with self._clear():
            return facts.stale(self._db, maker)

    def unread_count(self, maker: Maker) -> int:
        """Return how many articles have no facts by this maker."""
        with self._clear():
            return facts.stale_count(self._db, maker)

    def was_read(self) -> bool:
        """Tell whether the facts of any article were ever kept."""
        with self._clear():
            return facts.any_kept(self._db)

    def save_facts(self, entries: Iterable[Entry], maker: Maker) -> list[int]:
        """Keep what was found, and return the articles; one that changed meanwhile, or is gone, is left out."""
        with self._writing():
            return facts.save(self._db, entries, maker)

    def facts(self, key: str, maker: Maker) -> Facts | Problem | None:
        """Return an article's facts by this maker, or why it has none; None where it is still to be read.

        Raises UnknownArticle.
        """
        with self._clear():
            return facts.load(self._db, key, maker)

    def number_of(self, key: str) -> int:
        """Return the number of the article of an id, of the beginning of one, or of a path; raises UnknownArticle."""
        with self._clear():
            return facts.number_of(self._db, key)

    def facts_of(self, numbers: Iterable[int]) -> Iterator[tuple[int, Facts]]:
        """Yield the facts of those of these articles that have any, by whatever maker, in order of number."""
        with self._clear():
            yield from facts.some(self._db, numbers)

    def wrong_facts(self) -> list[Problem]:
        """Return where facts are damaged, or do not lie in the text of their article."""
        with self._clear():
            return [problem for _, problem in fact_checks.wrong(self._db)]

    def forget_wrong_facts(self) -> None:
        """Drop the facts that `wrong_facts` names: their articles are to be read anew."""
        with self._writing():
            facts.forget(self._db, [number for number, _ in fact_checks.wrong(self._db)])
