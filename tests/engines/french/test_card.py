"""The card of the weights is that of the file beside it."""

import hashlib
import re
from importlib.resources import files

WEIGHTS = files("sourcier.engines.french") / "weights"


def test_the_hash_on_the_card_is_that_of_the_weights() -> None:
    card = (WEIGHTS / "card.md").read_text("utf-8")
    told = re.search(r"SHA-256: `([0-9a-f]{64})`", card)
    assert told is not None
    assert told[1] == hashlib.sha256((WEIGHTS / "french.npz").read_bytes()).hexdigest()


def test_the_weights_are_small_enough_to_ship() -> None:
    assert sum(len(each.read_bytes()) for each in WEIGHTS.iterdir() if each.is_file()) < 25_000_000
