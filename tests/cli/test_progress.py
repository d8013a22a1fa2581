"""Progress: silent at first and off a terminal, then with the time that is left."""

import io
import sys

import pytest

from sourcier.cli import progress
from sourcier.lang.interface import phrases


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


def test_it_tells_the_time_left(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    with progress.Progress(phrases("en")) as told:
        told("read", 10, 100)
        clock[0] += 1.9
        told("read", 20, 100)
        assert screen.getvalue() == ""
        clock[0] += 0.2
        told("read", 25, 100)
        assert screen.getvalue() == "\r\x1b[KReading: 25 of 100, about 0:06 left"
        told("read", 26, 100)
        clock[0] += 1.0
        told("families", 5, None)
        assert screen.getvalue().endswith("\r\x1b[KFamilies: 5")
    assert screen.getvalue().endswith("\r\x1b[K")


def test_it_is_silent_off_a_terminal_and_for_machines(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    for stream, quiet in ((io.StringIO(), False), (Screen(), True)):
        monkeypatch.setattr(sys, "stderr", stream)
        with progress.Progress(phrases("fr"), quiet=quiet) as told:
            clock[0] += 10
            told("read", 1, 2)
        assert stream.getvalue() == ""


@pytest.mark.parametrize(
    ("elapsed", "done", "total", "left"), [(10.0, 25, 100, 30.0), (10.0, 100, 100, 0.0), (10.0, 0, 100, None)]
)
def test_the_pace_so_far_tells_the_rest(elapsed: float, done: int, total: int, left: float | None) -> None:
    assert progress.time_left(elapsed, done, total) == left
