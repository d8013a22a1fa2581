"""Whatever is done to an index, it is what a dictionary would be."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcier.store.index.index import Index
from sourcier.store.index.layout import TALL
from tests.store.index.factory import LEDGER, PARAMETERS, Model, Text, entries, random_entries

GRAMS = (0, 1, 2, 3, (1 << 40) + 1, (1 << 40) + 2, (1 << 63) + 5, (1 << 64) - 1)

_prints = st.lists(
    st.tuples(st.sampled_from(GRAMS), st.integers(0, TALL + 3)),
    max_size=6,
    unique_by=lambda each: each[1],
).map(lambda found: tuple(sorted(found, key=lambda each: each[1])))
_texts = st.builds(
    Text,
    number=st.integers(1, 12),
    tie=st.integers(0, 3) | st.integers(0, (1 << 64) - 1),
    when=st.floats(0, 2e9) | st.just(float("inf")),
    until=st.floats(0, 2e9) | st.just(float("inf")),
    outlet=st.integers(0, (1 << 64) - 1),
    fingerprints=_prints,
)
_batch = st.lists(_texts, max_size=5, unique_by=lambda text: text.number)
_step = st.one_of(
    st.tuples(st.just("publish"), st.lists(_batch, max_size=3), st.sets(st.integers(1, 13), max_size=3)),
    st.tuples(st.just("discard"), st.lists(_batch, max_size=2), st.sets(st.integers(1, 13), max_size=2)),
    st.tuples(st.sampled_from(["merge", "purge", "reopen", "clear"])),
)
_steps = st.lists(_step, max_size=8)
_most = st.none() | st.integers(1, 4)


def _opened(folder: Path | None) -> Index:
    return Index(folder, ledger=LEDGER, parameters=PARAMETERS)


def _done(index: Index, model: Model, step: Sequence[object], most: int | None) -> None:
    match step:
        case "publish" | "discard" as kind, batches, gone:
            before = index.reader()
            staged = index.stage(map(entries, batches), gone)  # type: ignore[arg-type]
            model.agrees(before, GRAMS, most)
            after = Model(dict(model.texts))
            after.stage(batches, gone)  # type: ignore[arg-type]
            after.agrees(staged.reader(), GRAMS, most)
            if kind == "publish":
                staged.publish()
                model.agrees(before, GRAMS, most)
                model.texts = after.texts
            else:
                staged.discard()
        case ("clear",):
            index.clear()
            model.texts.clear()
        case (kind,) if kind != "reopen":
            index.merge(purge=kind == "purge")


@given(_steps, _most)
def test_in_memory(steps: Sequence[Sequence[object]], most: int | None) -> None:
    index, model = _opened(None), Model()
    for step in steps:
        _done(index, model, step, most)
        model.agrees(index.reader(), GRAMS, most)
        assert index.check() == []


@settings(max_examples=30)  # each waits for the disk many times
@given(_steps, _most)
def test_in_a_folder(steps: Sequence[Sequence[object]], most: int | None) -> None:
    with TemporaryDirectory() as made:
        folder = Path(made) / "sourcier.db.index"
        index, model = _opened(folder), Model()
        for step in steps:
            _done(index, model, step, most)
            if step[0] == "reopen":
                index.close()
                index = _opened(folder)
            model.agrees(index.reader(), GRAMS, most)
            model.agrees(_opened(folder).reader(), GRAMS, most)
            assert index.check() == []


@given(st.lists(_texts, max_size=12, unique_by=lambda text: text.number), st.randoms(), st.integers(1, 3))
def test_an_over_full_group_is_the_same_in_any_order_of_arrival(texts: list[Text], random, most: int) -> None:  # type: ignore[no-untyped-def]
    renamed = [text._replace(tie=text.number * 7919) for text in texts]
    given = []
    for _ in range(2):
        index = _opened(None)
        random.shuffle(renamed)
        for text in renamed:
            index.stage([entries([text])]).publish()
        groups = index.reader().groups(np.array(GRAMS, np.uint64), most)
        columns = (np.repeat(GRAMS, np.diff(groups.bounds)), groups.numbers, groups.places)
        given.append((groups.totals.tolist(), sorted(zip(*(column.tolist() for column in columns), strict=True))))
    assert given[0] == given[1]


def test_a_number_that_is_not_there_is_named() -> None:
    index = _opened(None)
    index.stage([entries([Text(3)])]).publish()
    with pytest.raises(KeyError, match="5"):
        index.reader().documents(np.array([3, 5]))


def test_where_the_fingerprints_of_texts_lie() -> None:
    index = Index(None, ledger=LEDGER, parameters=PARAMETERS)
    index.stage([random_entries(range(1, 40), seed=1)]).publish()
    index.stage([random_entries([50, 51], size=9), entries([Text(60)])], gone=[3]).publish()
    numbers = np.array([60, 51, 7, 50, 39], np.int64)
    own, held = index.reader().own(numbers), index.reader().fingerprints(numbers)
    for text in range(len(numbers)):
        here = slice(int(held.bounds[text]), int(held.bounds[text + 1]))
        start = int(own.starts[text])
        assert own.columns[own.of[text]][start : start + own.sizes[text]].tolist() == held.grams[here].tolist()
        assert own.last[text] == max(held.places[here], default=0)
    with pytest.raises(KeyError):
        index.reader().own(np.array([3], np.int64))
