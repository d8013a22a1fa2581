"""What a ledger gives to those who publish figures: ties in a row, pairs drawn, and what found them."""

import json
from collections.abc import Iterator

from sourcier.core.tie import Tie
from sourcier.store import edge_list, runs, sampling, version_pairs
from sourcier.store.file import File
from sourcier.store.lineage import STAGE
from sourcier.store.sampling import FoundPair, Said
from sourcier.store.version_pairs import VersionPairs


class Figures(File):
    """Ties and pairs of articles; nothing here loads them all."""

    def run(self) -> runs.Run | None:
        """Return the run that found the lineage, None before the first."""
        with self._reading():
            row = self._db.execute("SELECT * FROM runs WHERE stage = ?", (STAGE,)).fetchone()
        return row and runs.Run(row["version"], json.loads(row["parameters"]), row["change"], row["time"])

    def ties(self) -> Iterator[Tie]:
        """Yield all ties that nobody denied, by family, derived text and source."""
        with self._reading():
            yield from edge_list.ties(self._db)

    def tie_count(self) -> int:
        """Return how many ties there are, those denied with them."""
        with self._reading():
            return int(self._db.execute("SELECT count(*) FROM edges").fetchone()[0])

    def found_pairs(self) -> Iterator[FoundPair]:
        """Yield every pair that shares a passage, once, in the order of their ids; never two versions of a page."""
        with self._reading():
            yield from sampling.found(self._db)

    def family_sizes(self) -> dict[str, int]:
        """Return the families with their sizes, by their first article."""
        with self._reading():
            return sampling.families(self._db)

    def family_member(self, family: str, place: int) -> str:
        """Return the article at a place of a family, from 0, in the order of ids."""
        with self._reading():
            return sampling.member(self._db, family, place)

    def share(self, one: str, other: str) -> bool:
        """Tell whether a passage that two articles share was found."""
        with self._reading():
            return sampling.shares(self._db, one, other)

    def version_pairs(self) -> VersionPairs:
        """Return how many pairs are versions of one page."""
        with self._reading():
            return version_pairs.count(self._db)

    def one_page(self, one: str, other: str) -> bool:
        """Tell whether two articles are versions of one page."""
        with self._reading():
            return version_pairs.one_page(self._db, one, other)

    def tied(self, article: str) -> set[str]:
        """Return the articles that share a passage with this one, are in its family or versions of its page.

        Itself is among them where it is tied to any.
        """
        with self._reading():
            return sampling.tied(self._db, article)

    def said(self, one: str, other: str) -> Said | None:
        """Return what was found of a pair, None where it shares nothing."""
        with self._reading():
            return sampling.said(self._db, one, other)

    def near(self, article: str, most: int) -> list[str]:
        """Return articles that have the most rare words in common with this one and are not tied to it."""
        with self._reading():
            return sampling.near(self._db, article, most)

    def article_ids(self) -> Iterator[str]:
        """Yield the id of every article, in their order."""
        with self._reading():
            yield from sampling.ids(self._db)
