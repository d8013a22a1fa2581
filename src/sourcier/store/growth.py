"""What a run that adds articles reads and leaves, step by step: each method is one transaction, or none of it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sourcier.core.article import Article
from sourcier.core.family import Family
from sourcier.core.overview import Overview
from sourcier.core.passage import Passage
from sourcier.store import backlog, judged, lineage, numbered, pairs, removal, runs, settings
from sourcier.store.file import File
from sourcier.store.numbered import Known
from sourcier.store.pairs import Pair


class Growth(File):
    """The lists of what is to be done, and what matching and judging left; articles go by their numbers.

    A number is given once: not even after its article was deleted to another one.
    """

    def identity(self) -> str:
        """Return 32 hex digits that no other ledger has, but for a copy of this one."""
        with self._clear():
            return settings.identity(self._db)

    def parameters(self) -> dict[str, int]:
        """Return the parameters that texts are fingerprinted by; none before they were set."""
        with self._clear():
            return settings.parameters(self._db)

    def set_parameters(self, values: Mapping[str, int]) -> None:
        """Fix the parameters; where they are others than before, every article is to be matched anew."""
        with self._writing():
            if settings.parameters(self._db) != dict(values):
                settings.set_parameters(self._db, values)
                pairs.clear(self._db)
                backlog.mark_all(self._db)

    def pending_count(self) -> int:
        """Return how many articles are to be matched."""
        with self._clear():
            return int(self._db.execute("SELECT count(*) FROM pending").fetchone()[0])

    def unjudged_count(self) -> int:
        """Return how many articles are to be judged."""
        with self._clear():
            return int(self._db.execute("SELECT count(*) FROM unjudged").fetchone()[0])

    def pending(self) -> list[int]:
        """Return the articles to be matched, and take them: one that changes later stays pending, whatever is saved.

        Call it before their texts are read.
        """
        with self._writing():
            return backlog.take(self._db)

    def waiting(self) -> list[int]:
        """Return the articles to be matched without taking them: for those who only look."""
        with self._clear():
            return backlog.pending(self._db)

    def unjudged(self) -> list[int]:
        """Return the articles whose directions, edits and family are to be found."""
        with self._clear():
            return backlog.unjudged(self._db)

    def gone(self) -> list[int]:
        """Return the deleted articles that the index may still hold."""
        with self._clear():
            return backlog.gone(self._db)

    def forget_gone(self, numbers: Iterable[int]) -> None:
        """Note that the index holds these no more."""
        with self._writing():
            backlog.forget_gone(self._db, numbers)

    def unpurged(self) -> bool:
        """Tell whether the index may still hold something of an article that was removed."""
        with self._clear():
            return removal.in_index(self._db)

    def purged(self) -> None:
        """Note that the index was rewritten without what was removed."""
        with self._writing():
            removal.purged(self._db)

    def unfinished(self, version: int) -> bool:
        """Tell whether anything is to be done: lineage is stale, or the index holds what is no longer there."""
        with self._clear():
            stale = runs.stale(self._db, lineage.STAGE, version)
            return stale or removal.in_index(self._db) or bool(backlog.gone(self._db))

    def forget_found(self) -> None:
        """Forget all that was found, and note every article as to be matched; what people said stays."""
        with self._writing():
            lineage.clear(self._db)
            pairs.clear(self._db)
            backlog.clear(self._db)
            backlog.mark_all(self._db)

    def rebuild_search(self) -> None:
        """Make the full-text table anew from the articles."""
        with self._writing():
            self._db.execute("INSERT INTO search (search) VALUES ('rebuild')")

    def rebuild_indexes(self) -> None:
        """Make the indexes of all tables anew, which mends those that are damaged alone."""
        with self._clear():
            self._db.execute("REINDEX")

    def mark(self, pending: Iterable[int] = (), unjudged: Iterable[int] = ()) -> None:
        """Note articles as to be matched and as to be judged; mark one before its text is read. One gone is left out.

        An article that was not pending before counts as taken.
        """
        with self._writing():
            backlog.mark(self._db, pending, unjudged)

    def known(self, numbers: Iterable[int] | None = None) -> Iterator[Known]:
        """Yield what is known of these articles, or of all, in order of number; one that is gone is left out."""
        with self._clear():
            yield from numbered.known(self._db, numbers)

    def numbered(self, numbers: Iterable[int]) -> list[tuple[int, Article]]:
        """Return these articles, corrections applied, without the page as it came, in order of number."""
        with self._reading():
            return numbered.whole(self._db, numbers)

    def texts_of(self, numbers: Iterable[int]) -> Iterator[tuple[int, str]]:
        """Yield number and text of these articles in order of number; one that is gone is left out."""
        with self._clear():
            yield from numbered.texts(self._db, numbers)

    def save_pairs(
        self, matched: Sequence[tuple[int, int]], rows: Iterable[Pair], unjudged: Iterable[int] = ()
    ) -> None:
        """Replace the pairs in which an article of `matched` (number, words) is the later one: it is pending no more.

        One that changed since it was taken stays pending. Raises LedgerBusy where an article is gone meanwhile.
        """
        with self._writing():
            pairs.save(self._db, matched, rows, unjudged)

    def pairs_of(self, numbers: Collection[int]) -> list[Pair]:
        """Return the pairs both articles of which are among these, in order of later and earlier."""
        with self._reading():
            return pairs.among(self._db, numbers)

    def pairs_with(self, numbers: Iterable[int]) -> list[Pair]:
        """Return the pairs that one of these articles is in, on either side, each once."""
        with self._reading():
            return pairs.having(self._db, numbers)

    def partners(self, numbers: Iterable[int]) -> list[tuple[int, int, int]]:
        """Return (article, partner, words) for every pair that one of these articles is in, from its side."""
        with self._reading():
            return pairs.partners(self._db, numbers)

    def words_of(self, numbers: Iterable[int]) -> dict[int, int]:
        """Return the words outside standing text of those of these articles that were matched."""
        with self._reading():
            return pairs.words(self._db, numbers)

    def save_judged(
        self,
        numbers: Collection[int],
        passages: Sequence[Passage],
        families: Sequence[Family],
        overviews: Iterable[Overview] = (),
    ) -> None:
        """Replace the passages taken by these articles, and the families that they are in; they are judged then.

        An article of a family that goes and that is not among `numbers` is to be judged as well. Raises LedgerBusy
        where an article is gone meanwhile.
        """
        with self._writing():
            judged.save(self._db, numbers, passages, families, overviews)

    def save_aside(self, numbers: Collection[int], passages: Sequence[Passage]) -> None:
        """Replace the passages without reuse taken by these articles; they are judged then, and families stay.

        Raises LedgerBusy where an article is gone meanwhile.
        """
        with self._writing():
            judged.save_aside(self._db, numbers, passages)

    def finish(self, *, version: int, parameters: Mapping[str, object] | None = None) -> bool:
        """Note that `version` of the stage found the lineage; False, nothing noted, while anything is to be done."""
        with self._writing():
            if backlog.anything(self._db):
                return False
            run = runs.Run(version, parameters or {}, runs.changes(self._db), self._time())
            lineage.note(self._db, run)
        return True
