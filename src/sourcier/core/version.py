"""One of the texts that a page had."""

from dataclasses import dataclass
from typing import Literal

from sourcier.core.card import Card
from sourcier.core.comparison import Comparison
from sourcier.core.edit import Edit
from sourcier.core.moment import Moment

Basis = Literal["captured", "published", "first_seen"]
"""What a version is ordered by: when the page was captured, else when it was published, else when it was first met."""


@dataclass(frozen=True, slots=True)
class Version:
    """A text of a page of which the ledger holds several; `position` counts them from 1 in order of time.

    `basis` says what `time` is. Of two versions with one time the order is that in which the ledger met them.
    """

    article: Card
    position: int
    time: Moment
    basis: Basis


@dataclass(frozen=True, slots=True)
class Place:
    """Which version of a page an article is: `position` of `count`, from 1."""

    position: int
    count: int


@dataclass(frozen=True, slots=True)
class Revision:
    """A version and how its text differs from the one before, `pair`, in which it is the derived text.

    `before` and `pair` are None for the first version, `pair` also where there are too many or too long ones to be
    compared while one waits. `ordered` tells whether it certainly came after the one before. `edits` are the
    differences, those of meaning first, each by weight; of the ones that change the meaning `meaning` is the number.
    """

    version: Version
    before: Version | None = None
    pair: Comparison | None = None
    ordered: bool = False
    edits: tuple[Edit, ...] = ()
    meaning: int = 0
