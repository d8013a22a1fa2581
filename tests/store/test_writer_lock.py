"""Two that add wait for one another; a killed one holds up nobody."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from sourcier.core.errors import LedgerBusy, LedgerError
from sourcier.store.writer_lock import writer_lock

_HOLD = """
import subprocess, sys
from pathlib import Path
from sourcier.store.writer_lock import writer_lock
with writer_lock(Path(sys.argv[1]), 10, lambda: None):
    if "child" in sys.argv:
        import os
        if os.fork() == 0:
            sys.stdin.read()
            os._exit(0)
    print("inside", flush=True)
    sys.stdin.read()
"""


def _never() -> None:
    raise AssertionError("nobody is to be waited for")


@contextmanager
def _holder(path: Path, *more: str) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path), *more], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        while process.stdout.readline().strip() != "inside":
            assert process.poll() is None
        yield process
        process.kill()


def test_another_process_is_waited_for(path: Path) -> None:
    told: list[str] = []
    with _holder(path) as process:

        def release() -> None:
            told.append("waiting")
            assert process.stdin is not None
            process.stdin.close()

        with writer_lock(path, 60, release):
            assert process.wait() == 0
    assert told == ["waiting"]


def test_who_waits_too_long_is_told(path: Path) -> None:
    told: list[str] = []
    with (
        _holder(path),
        pytest.raises(LedgerBusy, match="another process is writing"),
        writer_lock(path, 0.2, lambda: told.append("waiting")),
    ):
        pytest.fail("two were inside")
    assert told == ["waiting"]


@pytest.mark.parametrize("more", [(), ("child",)])
def test_a_killed_process_holds_nothing_even_if_its_child_lives(path: Path, more: tuple[str, ...]) -> None:
    if more and sys.platform == "win32":
        pytest.skip("there is no fork")
    with _holder(path, *more) as process:
        process.kill()
        process.wait()
        with writer_lock(path, 0, _never):
            pass


def test_threads_are_kept_apart_and_do_not_undo_the_lock(path: Path) -> None:
    met: list[str] = []

    def other() -> None:
        try:
            with writer_lock(path, 0, _never):
                met.append("inside")
        except LedgerBusy:
            met.append("busy")

    with writer_lock(path, 0, _never):
        thread = Thread(target=other)
        thread.start()
        thread.join()
        done = subprocess.run(
            [sys.executable, "-c", _HOLD.replace("10", "0"), str(path)], check=False, capture_output=True
        )
        assert b"LedgerBusy" in done.stderr
    assert met == ["busy"]
    other()
    assert met == ["busy", "inside"]


def test_an_error_inside_releases(path: Path) -> None:
    with pytest.raises(KeyError), writer_lock(path, 0, _never):
        raise KeyError
    with writer_lock(path, 0, _never):
        assert [entry.name for entry in path.parent.iterdir()] == ["sourcier.db.lock"]


def test_a_ledger_in_memory_needs_none() -> None:
    with writer_lock(None, 0, _never), writer_lock(None, 0, _never):
        pass


def test_a_folder_that_is_not_there_is_said_in_one_line(path: Path) -> None:
    with pytest.raises(LedgerError, match="cannot be locked"), writer_lock(path.parent / "none" / "a.db", 0, _never):
        pytest.fail("there was nothing to lock")
