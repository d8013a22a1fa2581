"""A sample: which pairs were drawn, and what the program said of each; kept apart from the sheet."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sourcier.core.credit import CreditStatus
from sourcier.core.producer import Producer
from sourcier.figures.strata import Stratum

Taker = Literal["a", "b"]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A pair of articles in the order in which the coder sees them, with what the program said.

    `words` are the equal words of the longest passage, None where none was found; `taker` is the text that takes up the
    other, None where that is not known. `seal` tells whether a row still stands beside its own texts.
    """

    row: str
    stratum: Stratum
    a: str
    b: str
    words: int | None
    taker: Taker | None
    credit: CreditStatus | None
    seal: str


@dataclass(frozen=True, slots=True)
class Population:
    """How many pairs a stratum has; `exact` is False where that is an estimate."""

    pairs: int
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Sample:
    """`code` names it on the sheet and in the key; the `seed` draws it again from the same ledger of `articles`."""

    code: str
    seed: int
    articles: int
    producer: Producer
    populations: Mapping[Stratum, Population]
    rows: tuple[Drawn, ...]
