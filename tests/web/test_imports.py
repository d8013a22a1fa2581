"""Imports from start to end, in the middle and after a stop, without a browser."""

import io
import os
import stat
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import FrozenInstanceError, dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from sourcier.store.ledger import Ledger
from sourcier.web.imported import Import
from sourcier.web.importing import Work, take_in
from sourcier.web.imports import Imports
from sourcier.workflow.spool import SpoolLimits
from tests import factory
from tests.web import works

_LONG = 60.0  # seconds after which a test gives up waiting
SIGNALS = pytest.mark.skipif(sys.platform == "win32", reason="no such signals on this system")


@dataclass(frozen=True)
class Sent:
    name: str
    content: str | bytes
    file: BinaryIO = field(init=False)

    def __post_init__(self) -> None:
        data = self.content if isinstance(self.content, bytes) else self.content.encode()
        object.__setattr__(self, "file", io.BytesIO(data))


def dossier() -> list[Sent]:
    return [
        Sent("dossier/a.txt", factory.DISPATCH),
        Sent("dossier/a.json", '{"outlet": "Agence inventée", "published": "2031-03-04T10:00Z"}'),
        Sent("dossier/b.txt", factory.REPRINT),
    ]


@pytest.fixture
def spools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "spools"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


@pytest.fixture
def make(tmp_path: Path, spools: Path) -> Iterator[Callable[..., Imports]]:
    made: list[Imports] = []

    def one(work: Work = take_in, name: str = "l.db", **more: Any) -> Imports:
        made.append(Imports(tmp_path / name, work=work, **more))
        return made[-1]

    yield one
    for each in made:
        each.close()
    assert list(spools.iterdir()) == []


def until(imports: Imports, key: str, told: Callable[[Import], bool]) -> Import:
    """Wait for a state of an import as a page does."""
    now, end = imports.status(key), time.monotonic() + _LONG
    assert now is not None
    while not told(now):
        assert time.monotonic() < end, now
        time.sleep(0.01)
        later = imports.status(key)
        assert later is not None, now
        assert later.version >= now.version
        now = later
    return now


def over(imports: Imports, key: str) -> Import:
    return until(imports, key, lambda each: each.over)


def test_files_come_into_the_ledger_under_the_names_that_the_browser_gave(
    make: Callable[..., Imports], tmp_path: Path, spools: Path
) -> None:
    imports = make()
    started = imports.start(dossier())
    assert (started.kind, started.what, started.files) == ("files", "dossier", 3)
    done = over(imports, started.key)
    assert (done.state, done.new, done.known, done.problems, done.error) == ("done", 2, 0, (), None)
    assert [step.key for step in done.steps] == ["read", "index", "match", "judge"]
    assert done.started is not None
    assert done.ended is not None
    assert done.started <= done.ended
    with Ledger(tmp_path / "l.db") as ledger:
        found = {article.path: article for article in ledger.articles()}
        assert set(found) == {"dossier/a.txt", "dossier/b.txt"}
        assert found["dossier/a.txt"].outlet == "Agence inventée"
        assert found["dossier/a.txt"].locations == ("dossier/a.txt",)
        assert (lineage := ledger.lineage()) is not None
        assert len(lineage.families) == 1
    assert list(spools.iterdir()) == []


def test_the_same_upload_is_known_the_second_time(make: Callable[..., Imports]) -> None:
    imports = make()
    over(imports, imports.start(dossier()).key)
    again = over(imports, imports.start(dossier()).key)
    assert (again.new, again.known) == (0, 2)
    assert [each.new for each in imports.all()] == [0, 2]


def test_problems_bear_the_names_that_the_browser_gave(make: Callable[..., Imports]) -> None:
    imports = make()
    sent = [Sent("d/leer.txt", ""), Sent("photo.pdf", b"%PDF-1.4"), Sent("../x.txt", "x"), Sent("ok.txt", "Un texte.")]
    done = over(imports, imports.start(sent).key)
    assert done.state == "done"
    assert done.new == 1
    assert done.problem_count == 3
    assert [each.where for each in done.problems] == ["../x.txt", "photo.pdf", "d/leer.txt"]


def test_an_archive_is_unpacked_into_a_folder_of_its_name(make: Callable[..., Imports], tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("été/a.txt", factory.DISPATCH)
        archive.writestr("inner.zip", "x")
    imports = make()
    done = over(imports, imports.start([Sent("tout.ZIP", packed.getvalue())]).key)
    assert (done.new, done.steps[0].key) == (1, "unpack")
    assert [each.where for each in done.problems] == ["tout.ZIP/inner.zip"]
    with Ledger(tmp_path / "l.db") as ledger:
        assert [article.path for article in ledger.articles()] == ["tout.ZIP/été/a.txt"]


def test_an_upload_has_limits(make: Callable[..., Imports]) -> None:
    imports = make(limits=SpoolLimits(files=2, total=60))
    sent = [
        Sent("a.txt", "Un texte bref."),
        Sent("b.txt", "x" * 60),
        Sent("c.txt", "Un autre texte."),
        Sent("d.txt", "d"),
    ]
    started = imports.start(sent)
    assert [each.where for each in started.problems] == ["b.txt", "d.txt"]
    done = over(imports, started.key)
    assert (done.new, done.problem_count) == (2, 2)


def test_nothing_but_hidden_files_is_an_import_of_nothing(make: Callable[..., Imports]) -> None:
    imports = make()
    done = over(imports, imports.start([Sent("d/.DS_Store", "x"), Sent("__MACOSX/._a.txt", "x")]).key)
    assert (done.state, done.files, done.new, done.problems) == ("done", 0, 0, ())


def test_the_spool_is_closed_to_others(make: Callable[..., Imports], spools: Path, tmp_path: Path) -> None:
    imports = make(works.held)
    key = imports.start(dossier()).key
    (spool,) = spools.iterdir()
    if os.name != "nt":
        assert stat.S_IMODE(spool.stat().st_mode) == 0o700
    (tmp_path / "go").touch()
    over(imports, key)


def test_one_runs_at_a_time_and_one_that_waits_can_be_cancelled(make: Callable[..., Imports], tmp_path: Path) -> None:
    imports = make(works.held)
    first, second, third = (imports.start(dossier()).key for _ in range(3))
    until(imports, first, lambda each: bool(each.steps))
    assert [each.state for each in imports.all()] == ["waiting", "waiting", "running"]
    assert (cancelled := imports.cancel(second)) is not None
    assert (cancelled.state, cancelled.started) == ("cancelled", None)
    (tmp_path / "go").touch()
    assert over(imports, third).state == "done"
    assert over(imports, first).state == "done"
    assert over(imports, second).state == "cancelled"


@SIGNALS
def test_cancelled_in_the_middle_what_was_stored_stays_and_it_goes_on(
    make: Callable[..., Imports], tmp_path: Path, spools: Path
) -> None:
    imports = make(works.endless)
    key = imports.start(dossier()).key
    until(imports, key, lambda each: any(step.key == "endless" for step in each.steps))
    imports.cancel(key)
    stopped = over(imports, key)
    assert (stopped.state, stopped.resumable, stopped.error) == ("cancelled", True, None)
    with Ledger(tmp_path / "l.db") as ledger:
        assert len(ledger) == 2
        assert ledger.check() == []
    assert len(list(spools.iterdir())) == 1
    again = imports.resume(key)
    assert again is not None
    assert again.version > stopped.version
    done = over(imports, key)
    assert (done.state, done.new, done.known) == ("done", 0, 2)
    assert list(spools.iterdir()) == []


@SIGNALS
def test_the_files_of_one_that_stopped_go_where_something_is_removed(
    make: Callable[..., Imports], spools: Path
) -> None:
    imports = make(works.endless)
    key = imports.start(dossier()).key
    until(imports, key, lambda each: any(step.key == "endless" for step in each.steps))
    imports.drop_uploads()  # of one under way, they go when it is over
    imports.cancel(key)
    assert over(imports, key).resumable
    imports.drop_uploads()
    dropped = imports.resume(key)
    assert dropped is not None
    assert (dropped.state, dropped.dropped, dropped.resumable) == ("cancelled", True, False)
    assert list(spools.iterdir()) == []


@SIGNALS
def test_one_that_does_not_listen_is_ended(make: Callable[..., Imports]) -> None:
    imports = make(works.deaf)
    key = imports.start(dossier()).key
    until(imports, key, lambda each: bool(each.steps))
    imports.cancel(key)
    assert over(imports, key).state == "cancelled"


@SIGNALS
def test_a_process_that_is_killed_fails_and_can_be_resumed(make: Callable[..., Imports]) -> None:
    imports = make(works.killed)
    key = imports.start(dossier()).key
    failed = over(imports, key)
    assert failed.state == "failed"
    assert failed.error is not None
    assert failed.error.message == "the import broke off"
    imports.resume(key)
    done = over(imports, key)
    assert (done.state, done.new, done.error) == ("done", 2, None)


def test_a_fault_of_ours_is_one_line(make: Callable[..., Imports]) -> None:
    imports = make(works.broken)
    failed = over(imports, imports.start(dossier()).key)
    assert failed.error is not None
    assert failed.error.message == "the import broke off: ZeroDivisionError division by zero"


def test_a_file_that_is_no_ledger_is_a_failure_that_says_so(make: Callable[..., Imports], tmp_path: Path) -> None:
    (tmp_path / "no.db").write_text("not a ledger", "utf-8")
    imports = make(name="no.db")
    failed = over(imports, imports.start(dossier()).key)
    assert failed.state == "failed"
    assert failed.error is not None
    assert failed.error.message.endswith("this file is not a ledger")
    assert (tmp_path / "no.db").read_text("utf-8") == "not a ledger"


def test_an_address_that_is_not_fetched_is_a_problem(make: Callable[..., Imports]) -> None:
    imports = make()
    started = imports.start_url("http://127.0.0.1:9/a")
    assert (started.kind, started.what) == ("address", "http://127.0.0.1:9/a")
    done = over(imports, started.key)
    assert (done.state, done.new, [each.where for each in done.problems]) == ("done", 0, ["http://127.0.0.1:9/a"])


def test_lineage_is_found_anew_and_one_that_waits_is_enough(make: Callable[..., Imports], tmp_path: Path) -> None:
    with Ledger(tmp_path / "l.db") as ledger:
        list(ledger.add([factory.article("a", factory.DISPATCH), factory.article("b", factory.REPRINT)]))
    (tmp_path / "go").touch()
    imports = make(works.held)
    first = imports.refresh()
    over(imports, first.key)
    with Ledger(tmp_path / "l.db") as ledger:
        assert ledger.lineage() is not None
    (tmp_path / "go").unlink()
    running = imports.refresh()
    until(imports, running.key, lambda each: bool(each.steps))
    waiting = imports.refresh()
    assert waiting.key != running.key
    assert imports.refresh().key == waiting.key


def test_the_last_twenty_that_are_over_are_remembered(make: Callable[..., Imports], spools: Path) -> None:
    imports = make(works.held)
    first = imports.start(dossier()).key
    keys = [imports.start([Sent("a.txt", "a")]).key for _ in range(22)]
    for key in keys:
        imports.cancel(key)
    assert imports.status(keys[0]) is None
    assert [imports.status(key) is not None for key in keys[1:4]] == [False, True, True]
    assert len(list(spools.iterdir())) == 21
    assert (now := imports.status(first)) is not None
    assert now.state == "running"


def test_closed_nothing_runs_and_nothing_is_left(make: Callable[..., Imports], spools: Path) -> None:
    imports = make(works.held)
    running, waiting = imports.start(dossier()).key, imports.start(dossier()).key
    until(imports, running, lambda each: bool(each.steps))
    imports.close()
    imports.close()
    states = [each.state for each in imports.all()]
    assert states == ["cancelled", "cancelled"]
    assert list(spools.iterdir()) == []
    assert (same := imports.resume(waiting)) is not None
    assert same.state == "cancelled"


def test_what_a_page_gets_does_not_change_under_it(make: Callable[..., Imports]) -> None:
    imports = make()
    started = imports.start(dossier())
    with pytest.raises(FrozenInstanceError):
        started.state = "done"  # type: ignore[misc]
    assert imports.status("unknown") is None
    assert imports.cancel("unknown") is None
    assert imports.resume("unknown") is None
