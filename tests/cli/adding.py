"""The command line as it is, but for batches of a few articles, each of which reports its ids when it is stored."""

import sys
from collections.abc import Iterable, Iterator

from sourcier.cli.main import main
from sourcier.core.article import Article
from sourcier.store.adding import Added
from sourcier.store.ledger import Ledger

BATCH = 4
_add = Ledger.add


def _reported(ledger: Ledger, found: Iterable[Article]) -> Iterator[Added]:
    sys.stdout.write("begun\n")
    for added in _add(ledger, found, BATCH):
        sys.stdout.write(f"{' '.join(added.ids)}\n")
        sys.stdout.flush()
        yield added
    sys.stdout.write("added\n")
    sys.stdout.flush()


if __name__ == "__main__":
    Ledger.add = _reported  # type: ignore[method-assign,assignment]
    sys.exit(main(sys.argv[1:]))
