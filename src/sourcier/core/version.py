"""One of the texts that a page had."""

from dataclasses import dataclass
from typing import Literal

from sourcier.core.card import Card
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
