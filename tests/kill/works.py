"""What is killed: each work goes from one state of a ledger to another, and can be done again to its end."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sourcier.ingest.options import ReadOptions
from sourcier.store import ledger as store
from sourcier.store.adding import Added
from sourcier.workflow.ledger import add
from sourcier.workflow.opened import Ledger
from tests.kill import feed

NAME = "sourcier.db"
_BATCH = 8
_BASE, _MORE, _SMALL = 96, 64, 7
Report = Callable[[str], None]
Do = Callable[[Path, Report], None]


@dataclass(frozen=True)
class Work:
    """`do` in the folder of a ledger that `prepare` made; `again` brings to its end what was stopped."""

    name: str
    prepare: Callable[[Path], None]
    do: Do
    again: Do


def _grown(folder: Path, first: int, count: int, report: Report = lambda _: None) -> None:
    """Add records in batches of a few, and report the ids of each batch when it is stored."""
    plain = store.Ledger.add

    def reporting(ledger: store.Ledger, found: Iterable[object]) -> Iterator[Added]:
        for added in plain(ledger, found, _BATCH):  # type: ignore[arg-type]
            report(" ".join(added.ids))
            yield added

    store.Ledger.add = reporting  # type: ignore[method-assign,assignment]
    try:
        records = folder / f"{first}.jsonl"
        if not records.exists():
            feed.write(records, first, count)
        add(folder / NAME, [str(records)], ReadOptions())
    finally:
        store.Ledger.add = plain  # type: ignore[method-assign]


def _base(folder: Path) -> None:
    _grown(folder, 0, _BASE)
    feed.write(folder / f"{_BASE}.jsonl", _BASE, _MORE)


def _add(folder: Path, report: Report) -> None:
    _grown(folder, _BASE, _MORE, report)


def _many(folder: Path, report: Report = lambda _: None) -> None:
    """Add a few records over and over: the index gets segments of one size, which are merged."""
    for first in range(_BASE, _BASE + 6 * _SMALL, _SMALL):
        _grown(folder, first, _SMALL, report)


def _refresh(folder: Path, _: Report, **how: object) -> None:
    with Ledger(folder / NAME) as ledger:
        ledger.refresh(**how)  # type: ignore[arg-type]


def _remove(folder: Path, _: Report) -> None:
    with Ledger(folder / NAME) as ledger:
        ledger.finish_removal()
        ids = sorted(article.id for article in ledger.articles())
        if len(ids) == _BASE:
            ledger.remove_all(ids[:3])
        ledger.refresh()


_OTHER = {"k": 5, "window": 4}
WORKS = (
    Work("add", _base, _add, _add),
    Work("merge", _base, _many, _many),
    Work("reindex", _base, partial(_refresh, reindex=True), _refresh),
    Work(
        "refresh", _base, partial(_refresh, reindex=True, parameters=_OTHER),
        partial(_refresh, reindex=True, parameters=_OTHER),
    ),
    Work("remove", _base, _remove, _remove),
)  # fmt: skip
