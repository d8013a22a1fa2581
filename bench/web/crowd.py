"""Readers at once while an import runs."""

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from bench.web.reader import Reader
from bench.web.timing import Taken, Timing, timing

READERS = 10
_LOOK = 1.0  # seconds between two looks at how the import goes


@dataclass(frozen=True, slots=True)
class Crowd:
    """What the readers met, and how the import ended (`None`: it was still running) after how many seconds."""

    timing: Timing
    state: str | None
    seconds: float


def read_during(address: str, file: Path, addresses: Sequence[str], longest: float, readers: int = READERS) -> Crowd:
    """Import a file while readers go from page to page without a pause, for `longest` seconds at most."""
    ended = Event()
    taken: list[list[Taken]] = [[] for _ in range(readers)]
    threads = [Thread(target=_read, args=(address, addresses, seed, mine, ended)) for seed, mine in enumerate(taken)]
    with Reader(address) as sender:
        start = time.monotonic()
        imported = sender.send(file)
        for thread in threads:
            thread.start()
        try:
            state = _awaited(sender, imported, start + longest)
        finally:
            ended.set()
            for thread in threads:
                thread.join()
    seconds = time.monotonic() - start
    return Crowd(timing(f"{readers} readers", [each for mine in taken for each in mine]), state, seconds)


def _awaited(sender: Reader, imported: str, end: float) -> str | None:
    while time.monotonic() < end:
        time.sleep(_LOOK)
        if row := sender.over(imported):
            return str(row["state"])
    return None


def _read(address: str, addresses: Sequence[str], seed: int, mine: list[Taken], ended: Event) -> None:
    rng = random.Random(seed)
    with Reader(address) as reader:
        while not ended.is_set():
            mine.append(reader.page(rng.choice(addresses)))
