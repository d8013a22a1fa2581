"""Over simulated ledgers with homonyms, spellings and slips, few are taken for another."""

import pytest

from bench.entities import figures
from bench.namesakes import simulated
from sourcier.reading.entities.resolution import resolved


@pytest.mark.parametrize("seed", [6, 8])
def test_false_merges_are_few(seed: int) -> None:
    ledger = simulated(2_000, seed)
    found = figures(resolved(ledger.sightings), ledger.truth)
    assert found.false_pairs < 0.01
    assert found.precision > 0.99
    assert found.recall > 0.5
