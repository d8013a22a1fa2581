"""The parts that the index is made of, where the whole would take too long to show it."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.store.index.entries import joined, whole
from sourcier.store.index.layout import Damaged, decoded, encoded, planned
from sourcier.store.index.merging import merge
from sourcier.store.index.order import by_gram
from sourcier.store.index.reader import Reader
from sourcier.store.index.segment import Part, Segment
from sourcier.store.index.shelf import Folder, Memory
from sourcier.store.index.tiers import next_merge
from sourcier.store.index.writing import written
from tests.store.index.factory import Model, Text, entries, members, random_entries


@given(st.lists(st.integers(0, 5) | st.integers(0, (1 << 64) - 1) | st.integers((1 << 63) - 3, (1 << 63) + 3)))
def test_grams_are_sorted_and_equal_ones_stay_in_order(grams: list[int]) -> None:
    given_ = np.array(grams, np.uint64)
    assert by_gram(given_).tolist() == np.argsort(given_, kind="stable").tolist()


@pytest.mark.parametrize("at_once", [1, 7, 100, 1 << 20])
def test_a_merge_in_small_pieces_is_the_merge_in_one(at_once: int) -> None:
    shelf = Memory()
    batches = [random_entries(range(n * 50, n * 50 + 50), size=9, seed=n, shared=60) for n in range(4)]
    parts = [Part(written(shelf, batch)) for batch in batches]
    parts = [part.without(np.array([3, 60, 61, 199])) for part in parts]
    name = merge(shelf, parts, at_once).name
    one, other = Segment(shelf, name), merge(shelf, parts)
    for column in one.header.columns:
        assert getattr(one, column).tolist() == getattr(other, column).tolist()
    alone, before = Reader([Part(one)]), Reader(parts)
    assert alone.numbers().tolist() == before.numbers().tolist()
    for got, wanted in zip(*(reader.fingerprints(alone.numbers()) for reader in (alone, before)), strict=True):
        assert got.tolist() == wanted.tolist()
    grams = np.sort(np.unique(np.concatenate([batch.grams for batch in batches])))
    for most in (None, 5):
        ours, theirs = alone.groups(grams, most), before.groups(grams, most)
        assert ours.totals.tolist() == theirs.totals.tolist()
        assert [members(ours, g) for g in range(len(grams))] == [members(theirs, g) for g in range(len(grams))]


def test_of_a_text_that_comes_twice_in_one_go_the_last_is_kept() -> None:
    texts = [Text(1, fingerprints=((5, 0),)), Text(2, fingerprints=((6, 0), (7, 2)))]
    anew = Text(1, tie=9, fingerprints=((8, 1),))
    found = joined([entries(texts), entries([anew])])
    model = Model()
    model.stage([texts, [anew]])
    assert found.numbers.tolist() == [1, 2]
    model.agrees(Reader([Part(written(Memory(), found))]), [5, 6, 7, 8], None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"numbers": [2, 1]},
        {"numbers": [1, 1]},
        {"when": [0.0]},
        {"bounds": [0, 1, 3]},
        {"bounds": [0, 3, 2]},
        {"bounds": [1, 1, 2]},
        {"places": [1]},
    ],
)
def test_entries_that_do_not_fit_together_are_refused(wrong: dict[str, list[int]]) -> None:
    good = entries([Text(1, fingerprints=((5, 0),)), Text(2, fingerprints=((6, 0),))])
    whole(good)
    with pytest.raises(ValueError, match="entries"):
        whole(good._replace(**{name: np.array(values) for name, values in wrong.items()}))


def test_a_header_is_read_as_it_was_written() -> None:
    header = planned(10**6, 170 * 10**6, tall=True)
    assert decoded(encoded(header)) == header
    with pytest.raises(Damaged):
        decoded(encoded(header).replace(b"170000000", b"170000001"))


def test_segments_of_one_size_are_merged_when_they_are_many() -> None:
    shelf = Memory()
    small = [Part(written(shelf, random_entries([number], size=3))) for number in range(5)]
    large = Part(written(shelf, random_entries(range(100, 110), size=1 << 15)))
    assert next_merge([*small[:4], large]) == []
    assert next_merge([*small, large]) == small


def test_a_segment_that_is_mostly_dead_is_rewritten() -> None:
    part = Part(written(Memory(), random_entries(range(10), size=3)))
    assert next_merge([part.without(np.arange(5))]) == []
    mostly = part.without(np.arange(6))
    assert next_merge([mostly]) == [mostly]


def test_a_write_that_fails_leaves_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    with TemporaryDirectory() as made:
        shelf = Folder(Path(made))

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("sourcier.store.index.writing.Writer.done", full)
        with pytest.raises(OSError, match="No space"):
            written(shelf, random_entries(range(3)))
        assert shelf.names() == set()


def test_many_at_once_are_what_they_are_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader([Part(written(Memory(), random_entries(range(60), size=9, shared=60)))])
    numbers, grams = np.arange(59, -1, -1), np.unique(reader.fingerprints(np.arange(60)).grams)
    once = reader.fingerprints(numbers), reader.groups(grams, 4)
    for name in ("reader._MANY", "grouping._AT_ONCE"):
        monkeypatch.setattr(f"sourcier.store.index.{name}", 7)
    piecewise = reader.fingerprints(numbers), reader.groups(grams, 4)
    for one, other in zip(once, piecewise, strict=True):
        for left, right in zip(one, other, strict=True):
            assert left.tolist() == right.tolist()
