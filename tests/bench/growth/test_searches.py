"""What the times of searches come to."""

from typing import Any

import pytest

from bench.growth.searches import summed


def line(kind: str, cpu: float, *, found: bool = True) -> dict[str, Any]:
    return {"kind": kind, "cpu": cpu, "wall": 2 * cpu, "found": found, "any": True}


def test_times_are_told_together_and_by_kind() -> None:
    told = summed([line("reprint", 1.0), line("reprint", 3.0, found=False), line("unrelated", 9.0, found=False)])
    assert (told["all"]["texts"], told["all"]["found"], told["all"]["any"]) == (3, 1, 3)
    assert told["all"]["cpu_median"] == pytest.approx(3.0)
    assert told["all"]["wall_p99"] == pytest.approx(18.0)
    assert list(told["kinds"]) == ["reprint", "unrelated"]
    assert told["kinds"]["reprint"]["cpu_p99"] == pytest.approx(3.0)


def test_no_texts_give_no_times() -> None:
    assert summed([])["all"]["cpu_median"] is None
