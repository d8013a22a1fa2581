"""What a disk, a folder or another program refuses is one clear line, and nothing is damaged."""

import json
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sourcier.core.errors import LedgerBusy, LedgerError, LedgerTooNew
from sourcier.core.progress import Progress
from sourcier.ingest.options import ReadOptions
from sourcier.store import connection
from sourcier.store.index import shelf
from sourcier.store.ledger import Ledger as Store
from sourcier.store.writer_lock import writer_lock
from sourcier.workflow import refreshing
from sourcier.workflow.desk import Desk
from sourcier.workflow.ledger import add
from sourcier.workflow.opened import Ledger
from sourcier.workflow.stages import LINEAGE
from tests.cli.running import sourcier
from tests.kill import feed

_READ = ReadOptions()
_FIRST, _MORE = 40, 20


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a ledger of some articles, with more of them in a file beside it."""
    add(tmp_path / "l.db", [str(feed.write(tmp_path / "a.jsonl", 0, _FIRST))], _READ)
    feed.write(tmp_path / "b.jsonl", _FIRST, _MORE)
    return tmp_path / "l.db"


def _more(path: Path, progress: Progress | None = None) -> None:
    add(path, [str(path.with_name("b.jsonl"))], _READ, progress)


def _found(path: Path) -> tuple[list[bytes], list[bytes]]:
    with Ledger(path) as ledger:
        assert ledger.check() == []
        found = ledger.trace()
        return list(found.rows()), list(found.family_rows())


@pytest.fixture
def whole(path: Path) -> tuple[list[bytes], list[bytes]]:
    """Return what is found in all of the articles where nothing refuses."""
    other = path.parent / "whole"
    other.mkdir()
    add(other / "l.db", [str(path.with_name("a.jsonl")), str(path.with_name("b.jsonl"))], _READ)
    return _found(other / "l.db")


def _refusing(monkeypatch: pytest.MonkeyPatch, number: int, error: OSError) -> Callable[[], int]:
    """Have the writes of the index fail from the `number`-th on; return what counts them."""
    met = 0

    def counted(plain: Callable[..., object]) -> Callable[..., object]:
        def call(*values: object) -> object:
            nonlocal met
            met += 1
            if met >= number:
                raise error
            return plain(*values)

        return call

    monkeypatch.setattr(shelf._Written, "write", counted(shelf._Written.write))
    monkeypatch.setattr(shelf._Written, "done", counted(shelf._Written.done))
    monkeypatch.setattr(shelf.Folder, "put", counted(shelf.Folder.put))
    return lambda: met


def _refusal(path: Path) -> tuple[str, str | None] | None:
    try:
        _more(path)
    except LedgerError as error:
        return error.message, error.hint
    return None


@pytest.mark.parametrize("number", [1, 2, 9, 15, 16, 17])
def test_a_full_disk_stops_the_index_at_any_write_and_the_next_run_goes_on(
    path: Path, whole: tuple[list[bytes], list[bytes]], monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    with monkeypatch.context() as patched:
        met = _refusing(patched, number, OSError(28, "No space left on device"))
        said = _refusal(path)
        full = f"{path}.index: the disk is full", "nothing stored is lost; make room and run the same again"
        assert said == full if met() >= number else said is None
    with Ledger(path) as ledger:
        assert ledger.check() == []
        assert len(ledger) == _FIRST + _MORE
    _more(path)
    assert _found(path) == whole


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit on this system")
@pytest.mark.parametrize("limit", [20_000, 150_000, 250_000])
def test_files_that_may_not_grow_are_one_clear_line(path: Path, limit: int) -> None:
    command = [sys.executable, "-m", "sourcier", "add", "b.jsonl", "--ledger", "l.db", "--lang", "en"]
    done = subprocess.run(
        command, cwd=path.parent, capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("l.db")
    assert done.stderr.count("\n") == 1
    assert "nothing stored is lost" in done.stderr
    with Ledger(path) as ledger:
        assert ledger.check() == []
    _more(path)
    assert len(_found(path)[0]) > 10


def test_an_index_that_can_only_be_read_is_still_searched(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _refusing(monkeypatch, 1, PermissionError(13, "Permission denied"))
    with pytest.raises(LedgerError, match="the index can only be read"):
        _more(path)
    with Ledger(path) as ledger:
        found = ledger.seek(next(ledger.articles()))
        assert found.passages


@pytest.mark.parametrize("other", [False, True])
def test_a_ledger_that_can_only_be_read_is_searched_and_looked_at(
    path: Path, monkeypatch: pytest.MonkeyPatch, other: bool
) -> None:
    with Ledger(path) as ledger:
        ledger.set(next(ledger.articles()).id, "outlet", "Un autre média inventé")
    if other:
        _by_another_version(path)
    before = path.read_bytes()
    monkeypatch.setattr(connection, "access", lambda *_: False)
    with Ledger(path) as ledger:
        assert ledger.seek(next(ledger.articles())).passages
        assert ledger.check() == []
    assert path.read_bytes() == before


def test_to_look_for_a_text_changes_nothing_after_another_version(path: Path) -> None:
    _by_another_version(path)
    with Ledger(path) as ledger:
        assert ledger.seek(next(ledger.articles())).passages
    with Store(path) as store:
        assert store.pending_count() == 0
        assert store.partners(each.number for each in store.known())


def _by_another_version(path: Path) -> None:
    with Store(path) as store, sqlite3.connect(path) as db:
        said = {**store.parameters(), LINEAGE.name: LINEAGE.version - 1}
        db.execute("UPDATE settings SET value = ? WHERE name = 'parameters'", (json.dumps(said),))
        db.execute("UPDATE runs SET version = ?", (LINEAGE.version - 1,))
    db.close()


def test_a_file_where_the_index_is_to_be(path: Path) -> None:
    shutil.rmtree(f"{path}.index")
    Path(f"{path}.index").write_text("nothing", "utf-8")
    with pytest.raises(LedgerError) as caught:
        _more(path)
    assert caught.value.message == f"{path}.index: a file stands where the folder of the index is to be"
    with Ledger(path) as ledger:
        (fault,) = ledger.check()
    assert (fault.stage, fault.where) == ("index", f"{path}.index")
    assert Path(f"{path}.index").read_text("utf-8") == "nothing"


@pytest.mark.parametrize("step", ["index", "match", "judge"])
def test_an_index_that_is_deleted_meanwhile_is_built_anew(
    path: Path, whole: tuple[list[bytes], list[bytes]], step: str
) -> None:
    met = []

    def delete(now: str, _done: int, _total: int | None) -> None:
        if now == step and not met:
            met.append(now)
            shutil.rmtree(f"{path}.index")

    _more(path, delete)
    assert met
    with Ledger(path) as ledger:
        ledger.refresh(reindex=True)
        assert ledger.health().unindexed == 0
    assert _found(path) == whole


def test_an_index_of_another_ledger_counts_as_none(path: Path, whole: tuple[list[bytes], list[bytes]]) -> None:
    other = path.with_name("other.db")
    add(other, [str(path.with_name("b.jsonl"))], _READ)
    shutil.rmtree(f"{path}.index")
    shutil.copytree(f"{other}.index", f"{path}.index")
    with Ledger(path) as ledger:
        assert ledger.check() == []
        assert ledger.health().unindexed == _FIRST
    _more(path)
    assert _found(path) == whole


def test_a_ledger_of_a_newer_version_is_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 9999")
    db.close()
    before = path.read_bytes()
    for use in (_more, lambda p: Ledger(p).refresh(), lambda p: Ledger(p).remove("x")):
        with pytest.raises(LedgerTooNew):
            use(path)
    assert path.read_bytes() == before


def test_the_second_waits_with_one_line_and_then_goes_on(path: Path) -> None:
    told: list[str] = []
    with writer_lock(path, 0, lambda: None):
        command = [sys.executable, "-m", "sourcier", "add", "b.jsonl", "--ledger", "l.db", "--lang", "fr"]
        with subprocess.Popen(
            command, cwd=path.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as second:
            assert second.stderr is not None
            told.append(second.stderr.readline())
            shown = sourcier("show", _one(path), "--ledger", "l.db", "--json", cwd=path.parent)
            assert shown.status == 0, "who reads does not wait"
            assert second.poll() is None
            second.send_signal(2)
            second.communicate(timeout=60)
            assert second.returncode == 130, "Ctrl-C ends the waiting"
    assert told == ["Un autre programme écrit dans ce registre\u00a0: j’attends qu’il ait fini.\n"]
    again = sourcier("add", "b.jsonl", "--ledger", "l.db", "--json", cwd=path.parent)
    assert json.loads(again.out)["new"] == _MORE


def _one(path: Path) -> str:
    with Ledger(path) as ledger:
        return next(ledger.articles()).id


def test_two_that_add_at_once_leave_what_one_leaves(path: Path, whole: tuple[list[bytes], list[bytes]]) -> None:
    parts = []
    for number in range(2):
        feed.write(path.with_name(f"{number}.jsonl"), _FIRST + 10 * number, 10)
        command = [sys.executable, "-m", "sourcier", "add", f"{number}.jsonl", "--ledger", "l.db"]
        parts.append(subprocess.Popen(command, cwd=path.parent, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE))
    for each in parts:
        _, said = each.communicate(timeout=120)
        assert each.returncode == 0, said
    assert tuple(map(len, _found(path))) == tuple(map(len, whole))  # where it was read from differs, and so do ids


def test_who_reads_waits_for_nobody(path: Path) -> None:
    notes: list[str] = []
    with Ledger(path) as ledger:
        before = list(ledger.trace().rows())
        ledger.set(_one(path), "outlet", "Un autre média inventé")
        with writer_lock(path, 0, lambda: None):
            assert list(ledger.trace(lambda step, *_: notes.append(step)).rows())
            assert ledger.settle() is False
            with Desk(path) as desk:
                assert desk.totals().stale
            with pytest.raises(LedgerBusy), Store(path) as store:
                refreshing.refresh(store, None, 0.0)
        assert "behind" in notes
        assert ledger.settle() is True
        assert len(before) > 10
