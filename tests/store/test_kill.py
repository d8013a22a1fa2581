"""Adding is killed at a random moment, over and over: nothing that was reported as stored is lost."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sourcier.store.ledger import Ledger

_ADD = """
import sys
from pathlib import Path
from sourcier.core.article import Article
from sourcier.store.ledger import Ledger

numbers = range(int(sys.argv[2]))
articles = (Article(f"{n}", f"Texte inventé {n}. " * 40, path=f"{n}.txt", outlet=f"o{n % 3}") for n in numbers)
print("begun", flush=True)
with Ledger(Path(sys.argv[1])) as ledger:
    for added in ledger.add(articles, batch=5):
        print(*added.ids, flush=True)
print("done", flush=True)
"""
_ARTICLES = 4000
_LONGEST = 0.12  # seconds of adding before the kill


def _run(path: Path, delay: float | None) -> tuple[list[str], bool]:
    """Add until killed after `delay` seconds; return the ids reported as stored, and whether it came to the end."""
    command = [sys.executable, "-c", _ADD, str(path), str(_ARTICLES)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "begun\n"
    if delay is not None:
        time.sleep(delay)
        child.send_signal(signal.SIGKILL)
    lines = child.stdout.read().split("\n")[:-1]  # a line cut short was not reported
    child.stdout.close()
    child.wait()
    done = "done" in lines
    return [key for line in lines if line != "done" for key in line.split()], done


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_killed_at_a_random_moment_nothing_committed_is_lost(path: Path) -> None:
    chance = random.Random()
    reported: set[str] = set()
    stopped = 0
    for _ in range(50):
        keys, done = _run(path, chance.uniform(0, _LONGEST))
        stopped += not done
        reported |= set(keys)
        with Ledger(path) as ledger:
            assert reported <= {article.id for article in ledger.articles()}
    assert stopped > 10
    with Ledger(path) as ledger:
        assert ledger.check() == []
        known = len(ledger)
    keys, done = _run(path, None)
    assert done
    assert known <= len(set(keys)) == _ARTICLES
    with Ledger(path) as ledger:
        assert {article.id for article in ledger.articles()} == set(keys) >= reported
        assert ledger.check() == []
