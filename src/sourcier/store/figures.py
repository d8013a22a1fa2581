"""What a ledger gives to those who publish figures: ties in a row, pairs drawn, and what found them."""

import json
from collections.abc import Iterator

from sourcier.core.tie import Tie
from sourcier.store import edge_list, runs
from sourcier.store.file import File
from sourcier.store.lineage import STAGE


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
