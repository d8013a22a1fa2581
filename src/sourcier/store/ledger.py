"""The ledger: articles, what was found in them and what a person corrected, in one file."""

from collections.abc import Collection, Iterable, Iterator

from sourcier.core.article import Article
from sourcier.core.correction import Correction
from sourcier.core.family import Searched
from sourcier.core.hit import Hit
from sourcier.core.lineage import Lineage
from sourcier.core.problem import Problem
from sourcier.store import (
    adding,
    articles,
    checks,
    corrections,
    frequencies,
    lineage,
    problems,
    removal,
    runs,
    scope,
    search,
)
from sourcier.store.adding import Added
from sourcier.store.contents import Contents
from sourcier.store.figures import Figures
from sourcier.store.gazetteer import OwnPlaces
from sourcier.store.growth import Growth
from sourcier.store.known_entities import KnownEntities
from sourcier.store.lists import Lists
from sourcier.store.portions import portions
from sourcier.store.register import Register


class Ledger(Lists, Register, Growth, Figures, Contents, KnownEntities, OwnPlaces):
    """A ledger in the file `path`, or in memory when None: see File for how it is opened and what it raises."""

    def __len__(self) -> int:
        """Return the number of articles."""
        with self._clear():
            return int(self._db.execute("SELECT count(*) FROM articles").fetchone()[0])

    def add(self, found: Iterable[Article], batch: int | None = None) -> Iterator[Added]:
        """Store articles batch by batch, and yield after each what is safely on disk; nothing happens until iterated.

        A batch has 500 articles at first, up to 5,000 later, unless it is given. What is there already is not stored
        again. Whatever stops the run, the batches that were yielded stay.
        """
        for portion in portions(found, batch):
            with self._writing():
                added = adding.add(self._db, portion, self._time())
            yield added

    def articles(self) -> Iterator[Article]:
        """Yield every article, corrections applied, without the page as it came."""
        with self._clear():
            yield from articles.stored(self._db)

    def article(self, key: str) -> Article:
        """Return the article of an id, of the beginning of one, or of a path; raises UnknownArticle."""
        with self._clear():
            return articles.article(self._db, key)

    def changes(self) -> int:
        """Return a number that grows with every change of the articles: where it is the same, so are they."""
        with self._clear():
            return runs.changes(self._db)

    def lineage(self) -> Lineage | None:
        """Return the lineage that was saved last, None when none was."""
        with self._clear():
            return lineage.load(self._db)

    def stale(self, version: int = 1) -> bool:
        """Tell whether lineage is to be found anew: never, or by another version, or of articles that changed since."""
        with self._clear():
            return runs.stale(self._db, lineage.STAGE, version)

    def add_problems(self, met: Iterable[Problem]) -> None:
        """Keep problems; the same one met again is kept once."""
        with self._writing():
            problems.insert(self._db, met, self._time())

    def clear_problems(self, stage: str, places: Iterable[str], met: Collection[Problem] = ()) -> None:
        """Forget what a stage met earlier at files and folders that were read again, but for what it met now."""
        with self._writing():
            problems.clear(self._db, stage, places, met)

    def problems(self) -> list[Problem]:
        """Return the problems in the order in which they were first met."""
        with self._clear():
            return problems.load(self._db)

    def search(self, words: str, limit: int = 20, *, prefix: bool = False) -> list[Hit]:
        """Return articles that hold all words (« quoted » ones as they stand), accents and case apart, best first.

        Of more than 2,000 articles those that came last are ranked. `prefix`: the last word is still being typed.
        """
        with self._clear():
            return search.search(self._db, words, limit, prefix=prefix)

    def frequencies(self, words: Iterable[str], most: int) -> dict[str, int]:
        """Return for each word in how many articles it stands, accents and case apart; counting ends at `most`."""
        with self._clear():
            return frequencies.frequencies(self._db, words, most)

    def searched(self, without: str | None = None) -> Searched:
        """Return how many articles there are, of which dates; but for the one of the id `without`."""
        with self._clear():
            return scope.searched(self._db, without)

    def correct(self, key: str, field: str, value: str | None, author: str | None = None) -> Article:
        """Set a field by hand, None for unknown, and return the article; no later reading or analysis changes it."""
        with self._writing():
            article = corrections.correct(self._db, Correction(key, field, None, value, author, self._time()))
        return self.article(article)

    def undo(self, key: str, field: str) -> Article:
        """Take back the last correction of a field, and return the article; raises InputError when there is none."""
        with self._writing():
            article = corrections.undo(self._db, key, field, self._time())
        return self.article(article)

    def corrections(self, key: str | None = None) -> list[Correction]:
        """Return the corrections of one article or of all, in order of time."""
        with self._clear():
            return corrections.corrections(self._db, key)

    def remove(self, key: str) -> str:
        """Delete an article so that no byte of it stays in the file, and return its id; lineage is stale then.

        Raises LedgerHeld where another program has the file open: the article is removed then; `scrub` does the rest.
        """
        return self.remove_all((key,))[0]

    def remove_all(self, keys: Iterable[str]) -> list[str]:
        """Delete several articles, all or none, as `remove` does one, and return their ids."""
        with self._writing():
            gone = [removal.remove(self._db, key) for key in keys]
        if gone:
            self.scrub()
        return gone

    def scrub(self) -> None:
        """Rewrite the file without what was deleted from it; `remove` does so itself unless it was stopped."""
        with self._clear():
            removal.scrub(self._db, self._name)

    def unscrubbed(self) -> bool:
        """Tell whether bytes of something removed may still be in the file."""
        with self._clear():
            return removal.pending(self._db)

    def check(self) -> list[Problem]:
        """Return what is wrong with the file, the offsets, the hashes and the search; an empty list when nothing is."""
        with self._clear():
            return checks.check(self._db, self._name)
