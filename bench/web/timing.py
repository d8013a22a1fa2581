"""What requests took: median, 99th percentile, bytes."""

import math
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol


class Got(Protocol):
    """An answer, as httpx gives it."""

    @property
    def status_code(self) -> int: ...
    @property
    def content(self) -> bytes: ...


class Client(Protocol):
    """What asks for pages."""

    def get(self, url: str) -> Got: ...


@dataclass(frozen=True, slots=True)
class Taken:
    """One request: seconds until the last byte, the status (None: no answer came), and the bytes of the page."""

    address: str
    seconds: float
    status: int | None
    size: int

    @property
    def failed(self) -> bool:
        return self.status != 200


@dataclass(frozen=True, slots=True)
class Timing:
    """Requests of one kind of page; times in seconds, sizes in bytes.

    `frame` is the largest page without the article's own text; `cpu` are the server's seconds a request, which other
    work on the machine does not lengthen as it does the times; None where they were not taken. `failures` says how many
    ended with which status, and the first address of each.
    """

    kind: str
    requests: int
    failed: int
    median: float | None
    p99: float | None
    slowest: str | None
    largest: int
    frame: int
    cpu: float | None = None
    failures: tuple[str, ...] = ()


def percentile(values: Sequence[float], share: float) -> float | None:
    """Return the smallest value that at least that share of the values does not exceed; None where there is none."""
    if not values:
        return None
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def fetched(client: Client, address: str, errors: type[Exception]) -> tuple[Taken, bytes]:
    """Ask for one page; `errors` are what the client raises where no answer comes."""
    start = time.perf_counter()
    try:
        got = client.get(address)
    except errors:
        return Taken(address, time.perf_counter() - start, None, 0), b""
    seconds = time.perf_counter() - start
    return Taken(address, seconds, got.status_code, len(got.content)), got.content


def timing(kind: str, taken: Iterable[Taken], texts: dict[str, int] | None = None, cpu: float | None = None) -> Timing:
    """Sum up requests of one kind, which took the server `cpu` seconds of CPU together.

    `texts` gives the bytes of an address's own article texts, where it shows any.
    """
    done = list(taken)
    good = [each for each in done if not each.failed]
    seconds = [each.seconds for each in good]
    slowest = max(good, key=lambda each: each.seconds, default=None)
    return Timing(
        kind=kind,
        requests=len(done),
        failed=len(done) - len(good),
        median=percentile(seconds, 0.5),
        p99=percentile(seconds, 0.99),
        slowest=slowest.address if slowest else None,
        largest=max((each.size for each in good), default=0),
        frame=max((max(0, each.size - (texts or {}).get(each.address, 0)) for each in good), default=0),
        failures=told(each for each in done if each.failed),
        cpu=cpu / len(done) if cpu is not None and done else None,
    )


def told(failed: Iterable[Taken]) -> tuple[str, ...]:
    """Return how many requests ended with each status, with the first address of each."""
    by_status: dict[int | None, list[str]] = {}
    for each in failed:
        by_status.setdefault(each.status, []).append(each.address)
    return tuple(
        f"{len(addresses):,} × {status or 'no answer'}, first {addresses[0]}" for status, addresses in by_status.items()
    )
