"""How frequent names are in a ledger, asked of it name by name: nothing is counted that nobody asks for."""

from collections.abc import Callable, Iterator, Mapping

from sourcier.reading.entities.census import Census
from sourcier.store.ledger import Ledger


class _Counts(Mapping[str, int]):
    """Counts by name; each is asked for once."""

    def __init__(self, count: Callable[[str], int]) -> None:
        self._count = count
        self._known: dict[str, int] = {}

    def __getitem__(self, name: str) -> int:
        if name not in self._known:
            self._known[name] = self._count(name)
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def counted(ledger: Ledger) -> Census:
    """Return the census of a ledger as it is now.

    Counts go by doublings: a name in 8 to 15 articles counts 8, so that one article more seldom changes what it says.
    """
    return Census(_Counts(ledger.borne), _Counts(ledger.named))
