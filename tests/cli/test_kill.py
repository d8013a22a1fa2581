"""`sourcier add` is stopped over and over: nothing that was stored is lost, and the next one goes on."""

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sourcier.store.ledger import Ledger
from tests.cli.adding import BATCH
from tests.cli.running import sourcier

_KILLS, _WHILE_TRACING = 50, 8
_ARTICLES = 240
_SHORT, _LONG = 0.004, 0.1  # seconds in which a batch is stored, and in which all is traced
_PAIRS = 6  # every so many articles, one repeats the one before it


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder with a file of invented records, most of them lists of words of their own."""
    rows = []
    for n in range(_ARTICLES):
        words = [f"mot{n}x{k}" for k in range(30)]
        again = [f"mot{n - 1}x{k}" for k in range(30)] if n % _PAIRS == _PAIRS - 1 else []
        rows.append(
            json.dumps({"id": f"{n}", "text": " ".join([f"Numéro {n}.", *words, *again]), "outlet": f"o{n % 3}"})
        )
    (tmp_path / "feed.jsonl").write_text("\n".join(rows), "utf-8")
    return tmp_path


def _adding(place: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.cli.adding", "add", "feed.jsonl", "--lang", "en"]
    root = Path(__file__).parents[2]
    return subprocess.Popen(
        command, cwd=place, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={"PYTHONPATH": f"{root}:{root / 'src'}"},
    )  # fmt: skip


def _stop(child: subprocess.Popen[str], number: int, lines: int | None, pause: float) -> tuple[set[str], str]:
    """Send a signal a pause after so many batches (None: all) are stored; return the ids stored, and the last words."""
    assert child.stdout is not None
    assert child.stderr is not None
    read = []
    for line in child.stdout:
        read.append(line)
        if len(read) > lines if lines is not None else line == "added\n":
            break
    time.sleep(pause)
    child.send_signal(number)
    out, err = child.communicate(timeout=60)
    whole = [line for line in ("".join(read) + out).splitlines(keepends=True) if line.endswith("\n")]
    names = {word for line in whole for word in line.split() if len(word) == 12}
    return names, err


def _ids(place: Path) -> set[str]:
    with Ledger(place / "sourcier.db") as ledger:
        return {article.id for article in ledger.articles()}


def _found(place: Path) -> tuple[str, str]:
    return sourcier("trace", "--json", cwd=place).out, sourcier("trace", "--families", "--json", cwd=place).out


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on this system")
def test_killed_at_a_random_moment_nothing_stored_is_lost(place: Path) -> None:
    chance = random.Random()
    reported: set[str] = set()
    killed = 0
    for n in range(_KILLS):
        child = _adding(place)
        if n < _KILLS - _WHILE_TRACING:
            names, _ = _stop(
                child, signal.SIGKILL, len(reported) // BATCH + chance.randrange(3), chance.uniform(0, _SHORT)
            )
        else:
            names, _ = _stop(child, signal.SIGKILL, None, chance.uniform(0, _LONG))
        killed += child.returncode == -signal.SIGKILL
        reported |= names
        if (place / "sourcier.db").exists():
            assert reported <= _ids(place)
    assert killed > _KILLS // 2
    assert sourcier("add", "feed.jsonl", cwd=place).status == 0
    with Ledger(place / "sourcier.db") as ledger:
        assert ledger.check() == []
        assert len(ledger) == _ARTICLES
    found = _found(place)
    assert found[0].count("\n") >= _ARTICLES // _PAIRS
    (place / "sourcier.db").unlink()
    sourcier("add", "feed.jsonl", cwd=place)
    assert _found(place) == found
    assert reported <= _ids(place)


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal on this system")
def test_stopped_from_the_keyboard_what_was_stored_stays(place: Path) -> None:
    child = _adding(place)
    names, err = _stop(child, signal.SIGINT, 5, 0)
    assert child.returncode == 130
    assert err.startswith("sourcier.db: interrupted: what was stored stays, ")
    assert err.count("\n") == 1
    assert len(names) >= 5 * BATCH
    assert names <= _ids(place)
