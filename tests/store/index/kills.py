"""Kill a process that writes an index, at random moments, and look at what is there.

Each round of the writer is known beforehand, so that the state after n rounds is known: the index must be in that of
the rounds it said were published, or of one more. `python -m tests.store.index.kills` kills a hundred.
"""

import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

import numpy as np

from sourcier.store.index.entries import Entries
from sourcier.store.index.index import Index
from tests.store.index.factory import LEDGER, PARAMETERS, random_entries

_ROOT = Path(__file__).parents[3]
_LONGEST = 0.4  # seconds that a writer lives after its first round


def batch(number: int) -> tuple[Entries, list[int]]:
    """Return what a round adds or replaces, and what leaves in it."""
    chance = random.Random(number)
    numbers = sorted(chance.sample(range(300), chance.choice((1, 3, 40))))
    return random_entries(numbers, size=chance.choice((0, 5, 60)), seed=number, shared=200), chance.sample(
        range(300), 8
    )


def after(rounds: int) -> dict[int, int]:
    """Return the texts there are after so many rounds, each with the round that wrote it."""
    texts: dict[int, int] = {}
    for number in range(rounds):
        entries, gone = batch(number)
        for each in gone:
            texts.pop(each, None)
        texts.update(dict.fromkeys(entries.numbers.tolist(), number))
    return texts


def write(folder: Path, first: int) -> None:
    """Go through rounds until killed."""
    index = Index(folder, ledger=LEDGER, parameters=PARAMETERS)
    for number in range(first, first + 10_000):
        entries, gone = batch(number)
        index.stage([entries], gone).publish()
        sys.stdout.write(f"{number + 1}\n")
        sys.stdout.flush()
        if number % 3 == 0:
            index.merge(purge=number % 2 == 0)


def killed(folder: Path, first: int, seconds: float) -> int:
    """Let a writer live so long, and return how many rounds it said were published."""
    command = [sys.executable, "-m", "tests.store.index.kills", str(folder), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=_ROOT) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline()]
        sleep(seconds)
        process.kill()
        lines += process.stdout.read().splitlines()
    return max(int(line) for line in lines if line.strip())


def wrong(folder: Path, rounds: int) -> Iterator[str]:
    """Yield what is wrong with an index that is to be in the state after `rounds`."""
    index = Index(folder, ledger=LEDGER, parameters=PARAMETERS)
    texts, reader = after(rounds), index.reader()
    yield from index.check()
    if reader.numbers().tolist() != sorted(texts):
        yield f"it is not in the state after {rounds} rounds"
        return
    for number in set(texts.values()):
        entries, _ = batch(number)
        left = np.array([text in texts and texts[text] == number for text in entries.numbers.tolist()], np.bool_)
        held = reader.fingerprints(entries.numbers[left])
        here = np.repeat(left, np.diff(entries.bounds))
        for name in ("grams", "places"):
            if getattr(held, name).tolist() != getattr(entries, name)[here].tolist():
                yield f"texts of round {number} have other {name}"


def trial(folder: Path, kills: int, seed: int) -> list[str]:
    """Kill so many writers of one index, one after another; return what was wrong after any of them."""
    chance, rounds, found = random.Random(seed), 0, list[str]()
    for kill in range(kills):
        said = killed(folder, rounds, chance.uniform(0, _LONGEST))
        index = Index(folder, ledger=LEDGER, parameters=PARAMETERS)
        rounds = said if index.reader().numbers().tolist() == sorted(after(said)) else said + 1
        found += [f"kill {kill}: {line}" for line in wrong(folder, rounds)]
        index.stage([]).publish()
        if index.bytes() != sum(path.stat().st_size for path in folder.iterdir()):
            found.append(f"kill {kill}: a file was left behind")
    return found


if __name__ == "__main__":
    if len(sys.argv) == 3:
        write(Path(sys.argv[1]), int(sys.argv[2]))
    else:
        with TemporaryDirectory() as made:
            problems = trial(Path(made) / "sourcier.db.index", 100, seed=4)
        sys.stdout.write("\n".join(problems or ["after 100 kills: always the old or the new state"]) + "\n")
        sys.exit(bool(problems))
