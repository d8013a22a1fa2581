"""A piece of work in a process of its own, ended at a moment that is chosen."""

import ctypes
import os
import signal
import time
import traceback
from pathlib import Path

from tests.kill.works import Do

_SHIM = ctypes.CDLL(None)


def run(
    do: Do, folder: Path, *, after: float | None = None, moment: int | None = None
) -> tuple[bool, float, int, set[str]]:
    """Do it; return whether it was killed, how long it took, how many moments it met, and what it reported.

    Killed `after` so many seconds, or right after the `moment`-th durable write. AssertionError where it fails itself.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _child(do, folder, writing, -1 if moment is None else moment)
    os.close(writing)
    begun = time.monotonic()
    said = _followed(reading, child, after)
    _, status = os.waitpid(child, 0)
    spent = time.monotonic() - begun
    killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    assert killed or status == 0, f"it failed: {said[-2000:]}"
    lines = said.split("\n")[:-1]  # what comes after the last line feed was cut
    met = next((int(line[1:]) for line in lines if line.startswith("#")), 0)
    return killed, spent, met, {word for line in lines if not line.startswith("#") for word in line.split()}


def _child(do: Do, folder: Path, writing: int, moment: int) -> None:
    status = 1
    try:
        _SHIM.kill_after(ctypes.c_long(moment))
        do(folder, lambda line: _say(writing, line))
        _say(writing, f"#{_SHIM.moments_met()}")
        status = 0
    except BaseException:  # noqa: BLE001 -- told to the process that waits
        _say(writing, traceback.format_exc())
    finally:
        os._exit(status)


def _say(writing: int, line: str) -> None:
    os.write(writing, f"{line}\n".encode())


def _followed(reading: int, child: int, after: float | None) -> str:
    """Return what it says until it ends, and kill it when its time has come."""
    end = None if after is None else time.monotonic() + after
    os.set_blocking(reading, False)
    said = b""
    while True:
        try:
            piece = os.read(reading, 1 << 16)
            if not piece:
                break
            said += piece
        except BlockingIOError:
            time.sleep(0.0005)
        if end is not None and time.monotonic() >= end:
            os.kill(child, signal.SIGKILL)
            end = None
    os.close(reading)
    return said.decode()
