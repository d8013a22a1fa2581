"""What lies in the folder: after kills, damage, refusals, and removal."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from sourcier.store.index.index import Index
from tests.store.index.factory import LEDGER, PARAMETERS, Text, entries, random_entries


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "sourcier.db.index"


def _opened(folder: Path | None, ledger: str = LEDGER, k: int = 8) -> Index:
    return Index(folder, ledger=ledger, parameters={**PARAMETERS, "k": k})


def _filled(folder: Path) -> Index:
    index = _opened(folder)
    for batch in range(3):
        index.stage([random_entries(range(batch * 10, batch * 10 + 10), size=20, seed=batch)]).publish()
    return index


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.iterdir() if path.name != "manifest.json")


def test_opening_and_asking_writes_nothing(folder: Path) -> None:
    index = _opened(folder)
    assert len(index.reader()) == 0
    assert index.check() == []
    assert index.bytes() == 0
    assert not folder.exists()


def test_an_index_without_folder_leaves_nothing_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    index = _opened(None)
    index.stage([random_entries(range(5))]).publish()
    assert len(index.reader()) == 5
    assert index.bytes() > 0
    assert list(tmp_path.iterdir()) == []


def test_bytes_are_those_of_the_files(folder: Path) -> None:
    index = _filled(folder)
    index.stage([], gone=[3]).publish()
    assert index.bytes() == sum(path.stat().st_size for path in folder.iterdir())
    assert len(list(folder.iterdir())) == 5


def test_another_process_sees_what_is_published_and_a_reader_keeps_what_it_had(folder: Path) -> None:
    index = _filled(folder)
    other = _opened(folder)
    before = other.reader()
    staged = index.stage([random_entries(range(100, 105))], gone=[1])
    assert len(other.reader()) == 30
    staged.publish()
    index.merge(purge=True)
    assert len(other.reader()) == 34
    assert len(before) == 30
    assert len(before.fingerprints(np.arange(30)).grams) == 600


@pytest.mark.parametrize("other", [{"ledger": "another"}, {"k": 5}])
def test_an_index_of_another_ledger_or_other_parameters_begins_anew(folder: Path, other: dict[str, object]) -> None:
    _filled(folder)
    index = _opened(folder, **other)  # type: ignore[arg-type]
    assert len(index.reader()) == 0
    assert len(index.check()) == 1
    index.stage([random_entries([7])]).publish()
    assert index.reader().numbers().tolist() == [7]
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize("kind", ["cut", "header", "gone", "manifest", "no manifest", "marks"])
def test_a_damaged_index_counts_as_empty_and_begins_anew(folder: Path, kind: str) -> None:
    _filled(folder).stage([], gone=[3]).publish()
    segment = next(path for path in folder.iterdir() if path.suffix == ".segment")
    marks = next(path for path in folder.iterdir() if path.suffix == ".dead")
    manifest = folder / "manifest.json"
    match kind:
        case "cut":
            segment.write_bytes(segment.read_bytes()[:-1])
        case "header":
            segment.write_bytes(segment.read_bytes().replace(b"grams", b"gravy", 1))
        case "gone":
            segment.unlink()
        case "manifest":
            manifest.write_bytes(manifest.read_bytes().replace(b'"generation": ', b'"generation": 1'))
        case "no manifest":
            manifest.unlink()
        case "marks":
            marks.write_bytes(b"\0" * 8)
    index = _opened(folder)
    assert len(index.reader()) == 0
    assert len(index.check()) == (0 if kind == "no manifest" else 1)
    index.stage([random_entries([7])]).publish()
    assert index.reader().numbers().tolist() == [7]
    assert index.check() == []
    assert len(list(folder.iterdir())) == 2


def test_a_changed_byte_anywhere_is_found_by_the_check(folder: Path) -> None:
    _opened(folder).stage([random_entries(range(4), size=50)]).publish()
    (segment,) = _files(folder)
    content = segment.read_bytes()
    columns = _opened(folder)._state.parts[0].segment.header.columns
    for name, column in columns.items():
        changed = bytearray(content)
        changed[column.at + 1] ^= 1
        segment.unlink()
        segment.write_bytes(changed)
        assert any(name in line for line in _opened(folder).check())


def test_what_a_stopped_run_left_is_deleted_by_the_next_writer_and_nothing_else_is(folder: Path) -> None:
    index = _filled(folder)
    index.stage([random_entries(range(50, 60))])  # never published
    (folder / "manifest.json.new").write_bytes(b"{")
    (folder / "note.txt").write_text("ours")
    index = _opened(folder)
    assert len(list(folder.iterdir())) == 7
    index.stage([]).publish()
    assert len(list(folder.iterdir())) == 5
    assert (folder / "note.txt").exists()
    assert len(index.reader()) == 30


def test_discarding_leaves_what_was(folder: Path) -> None:
    index = _filled(folder)
    before = sorted(folder.iterdir())
    index.stage([random_entries(range(5, 15), seed=9)], gone=[1]).discard()
    assert sorted(folder.iterdir()) == before
    assert len(index.reader()) == 30


def test_of_two_staged_on_one_state_the_second_is_refused(folder: Path) -> None:
    index = _filled(folder)
    one, two = index.stage([random_entries([50])]), index.stage([random_entries([51])])
    one.publish()
    with pytest.raises(RuntimeError, match="changed"):
        two.publish()
    assert index.reader().holds(np.array([50, 51])).tolist() == [True, False]


def test_after_a_purge_no_byte_of_a_text_that_left_is_in_any_file(folder: Path) -> None:
    index = _opened(folder)
    dead = [Text(1, 11, 0.0, 0, ((0x1122334455667788, 0xDEADBEEF),)), Text(2, 0x99AABBCCDDEEFF01, 0.0, 77, ())]
    kept = [Text(number, 5, 0.0, 0, ((0x0102030405060708, 1),)) for number in range(10, 15)]
    index.stage([entries([*dead, *kept])]).publish()
    index.stage([entries([Text(1, 12)])], gone=[2]).publish()

    def stands(number: int, size: int = 8) -> bool:
        return any(number.to_bytes(size, "little") in path.read_bytes() for path in folder.iterdir())

    traces = [(0x1122334455667788, 8), (0xDEADBEEF, 4), (0x99AABBCCDDEEFF01, 8)]
    assert all(stands(*trace) for trace in traces)
    abandoned = index.stage([entries([Text(9, fingerprints=((0x1111222233334444, 0),))])])
    index.merge(purge=True)
    assert not any(stands(*trace) for trace in [*traces, (0x1111222233334444, 8)])
    assert stands(0x0102030405060708)
    assert index.reader().numbers().tolist() == [1, 10, 11, 12, 13, 14]
    assert index.check() == []
    with pytest.raises(RuntimeError):
        abandoned.publish()


def test_many_small_additions_stay_few_files(folder: Path) -> None:
    index = _opened(folder)
    for number in range(30):
        index.stage([random_entries([number], size=5)]).publish()
    assert len(list(folder.iterdir())) <= 6
    assert len(index.reader()) == 30


def test_a_folder_that_refuses_raises_and_leaves_what_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = _filled(folder)
    before = sorted(folder.iterdir())

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("sourcier.store.index.writing.Writer.append", full)
        with pytest.raises(OSError, match="No space"):
            index.stage([random_entries([50])])
    assert sorted(folder.iterdir()) == before
    staged = index.stage([random_entries([50])], gone=[1])
    with monkeypatch.context() as patched:
        patched.setattr("sourcier.store.index.shelf.Folder.put", full)
        with pytest.raises(OSError, match="No space"):
            staged.publish()
    assert len(_opened(folder).reader()) == 30
    staged.publish()
    assert len(_opened(folder).reader()) == 30
    assert index.reader().holds(np.array([1, 50])).tolist() == [False, True]


def test_a_merge_that_is_refused_does_not_undo_what_was_published(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = _filled(folder)
    index.stage([random_entries([50])]).publish()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sourcier.store.index.index.merge", full)
    index.stage([random_entries([51])]).publish()
    assert len(_opened(folder).reader()) == 32


def test_a_file_where_the_folder_should_be_is_refused_and_left(folder: Path) -> None:
    folder.write_text("ours")
    index = _opened(folder)
    assert len(index.reader()) == 0
    with pytest.raises(OSError, match=r"exists|directory"):
        index.stage([random_entries([1])])
    assert folder.read_text() == "ours"
