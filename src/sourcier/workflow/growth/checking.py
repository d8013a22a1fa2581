"""Whether the index and the pairs of a ledger are those of its texts."""

from collections.abc import Generator, Iterator
from contextlib import closing
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sourcier.core.problem import Problem
from sourcier.core.progress import Progress
from sourcier.lineage.arrays import I64
from sourcier.lineage.settings import Settings
from sourcier.lineage.words import wording
from sourcier.store.index.entries import Entries
from sourcier.store.index.published import OTHER
from sourcier.store.index.reader import Reader
from sourcier.store.ledger import Ledger
from sourcier.store.pairs import Pair
from sourcier.workflow.growth.entering import columns, entries, same_facts
from sourcier.workflow.growth.indexing import opened, settings_of
from sourcier.workflow.growth.packed import unpacked
from sourcier.workflow.stages import LINEAGE

INDEX, PAIRS = "index", "lineage"
_SAMPLE = 20_000  # articles whose fingerprints and pairs are made anew; of a ledger with more, chosen evenly
_AT_ONCE = 2_000  # articles
_ANEW = "`sourcier doctor --repair` builds the index anew"
_FOUND_ANEW = "`sourcier doctor --repair` finds it anew"


def parameters_of(ledger: Ledger) -> Settings | None:
    """Return what texts are fingerprinted by, None where this version has not compared them yet."""
    return settings_of(ledger) if ledger.parameters().get(LINEAGE.name) == LINEAGE.version else None


def wrong(ledger: Ledger, settings: Settings, progress: Progress | None = None) -> Iterator[Problem]:
    """Yield what is wrong; an index that lacks articles, or all of them, is only behind."""
    with closing(opened(ledger, settings)) as index:
        damage = [line for line in index.check() if not line.endswith(OTHER)]  # it counts as empty
        yield from (Problem(INDEX, f"{ledger.path}.index", line, _ANEW) for line in damage)
        if not damage:
            reader = index.reader()
            settled = yield from _documents(ledger, reader)
            yield from _fingerprints(ledger, reader, _some(settled), settings, progress)
    yield from _pairs(ledger, _some(np.array([each.number for each in ledger.known()], np.int64)))


def lacking(ledger: Ledger, settings: Settings) -> int:
    """Return how many articles the index has still to take in."""
    with closing(opened(ledger, settings)) as index:
        numbers = np.array([each.number for each in ledger.known()], np.int64)
        return int((~index.reader().holds(numbers)).sum())


def _documents(ledger: Ledger, reader: Reader) -> Generator[Problem, None, I64]:
    """Tell of articles that the index knows otherwise or alone; return those that it should know as they are."""
    known = list(ledger.known())
    numbers = np.array([each.number for each in known], np.int64)
    extra = np.setdiff1d(reader.numbers(), np.union1d(numbers, np.array(ledger.gone(), np.int64)))
    if len(extra):
        yield Problem(INDEX, f"{ledger.path}.index", f"texts that are not in the ledger: {len(extra)}", _ANEW)
    settled = ~np.isin(numbers, np.array(ledger.waiting(), np.int64)) & reader.holds(numbers)
    now, held = columns(known), reader.documents(numbers[settled])
    other = ~same_facts(held, now, settled)
    if other.any():
        for at in np.flatnonzero(settled)[other]:
            yield Problem(INDEX, known[at].id, "the index has another date or outlet, or another article", _ANEW)
    found: I64 = numbers[settled][~other]
    return found


def _fingerprints(
    ledger: Ledger, reader: Reader, numbers: I64, settings: Settings, progress: Progress | None
) -> Iterator[Problem]:
    wrong: list[int] = []
    for start in range(0, len(numbers), _AT_ONCE):
        if progress:
            progress("check", start, len(numbers))
        some = numbers[start : start + _AT_ONCE]
        for made in entries(ledger, some.tolist(), settings):
            held = reader.fingerprints(made.numbers)
            if not all(np.array_equal(one, other) for one, other in _columns(made, held)):
                wrong += [number for at, number in enumerate(made.numbers.tolist()) if _differ(made, held, at)]
    for each in ledger.known(wrong):
        yield Problem(INDEX, each.id, "the fingerprints in the index are not those of the text", _ANEW)


def _differ(made: Entries, held: Entries, at: int) -> bool:
    here, there = (slice(each.bounds[at], each.bounds[at + 1]) for each in (made, held))
    return not all(np.array_equal(one[here], other[there]) for one, other in _columns(made, held))


def _columns(one: Entries, other: Entries) -> list[tuple[NDArray[Any], NDArray[Any]]]:
    return [(one.grams, other.grams), (one.places, other.places)]


def _pairs(ledger: Ledger, numbers: I64) -> Iterator[Problem]:
    wrong: list[int] = []
    for start in range(0, len(numbers), _AT_ONCE):
        some = set(numbers[start : start + _AT_ONCE].tolist())
        pairs = [each for each in ledger.pairs_of(some | {n for _, n, _ in ledger.partners(some)}) if each[0] in some]
        both = sorted({number for pair in pairs for number in pair[:2]})
        texts = list(ledger.texts_of(both))
        sizes = wording(text for _, text in texts).sizes()
        places = {number: place for place, (number, _) in enumerate(texts)}
        wrong += [pair[0] for pair in pairs if not _fits(pair, places, sizes)]
    for each in ledger.known(wrong):
        yield Problem(PAIRS, each.id, "stretches shared with an earlier text are not within the texts", _FOUND_ANEW)


def _fits(pair: Pair, places: dict[int, int], sizes: I64) -> bool:
    if not (pair[0] in places and pair[1] in places):
        return True  # one is gone since
    try:
        found = unpacked([pair], places)
    except (ValueError, IndexError):
        return False
    ends = found.runs[:, :2] + found.runs[:, 2:]
    inside = (found.runs >= 0).all() and (ends <= sizes[[places[pair[0]], places[pair[1]]]]).all()
    words = sum(row[4] for row, kind in zip(found.rows.tolist(), found.kinds, strict=True) if kind == "reuse")
    return bool(inside) and words == pair[2]


def _some(numbers: I64) -> I64:
    step = -(-len(numbers) // _SAMPLE) or 1
    return numbers[::step]
