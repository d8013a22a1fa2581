"""What the pages of one ledger have in common."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sourcier.web.imports import Imports
from sourcier.web.pasted import Pasted
from sourcier.workflow.desk import Desk


@dataclass(frozen=True)
class Site:
    """A ledger with the imports into it and the texts pasted beside it; `root` is the beginning of its addresses.

    `example` marks the invented dossier. `private` allows addresses of one's own network to be fetched.
    """

    ledger: Path
    root: str
    imports: Imports
    pasted: Pasted
    example: bool = False
    private: bool = False

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """Open the ledger for one request; one that is gone is not made anew, but said to be gone."""
        with Desk(self.ledger, create=False) as desk:
            yield desk
