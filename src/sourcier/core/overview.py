"""A family of texts at a glance."""

from dataclasses import dataclass

from sourcier.core.edit import Category
from sourcier.core.family import AbsentOrigin


@dataclass(frozen=True, slots=True)
class Origins:
    """From how many texts the shared passages come: at least `min`, at most `max`; never more than the ties allow."""

    min: int
    max: int


@dataclass(frozen=True, slots=True)
class Contrast:
    """The words of a difference in two texts (ids): `before` those of `source`, `after` those of `derived`.

    A side that has none is empty. `directed` tells whether `derived` is known to come from `source`.
    """

    derived: str
    source: str
    before: str
    after: str
    directed: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """A family in a list: `title` is that of its origin or first article, times are EDTF.

    `meaning` counts the differences of meaning inside its best passages, `category` is that of the heaviest, whose
    `weight` is 0..1 (0 where there is none) and whose words `contrast` holds, shortened. Of the ties with a known
    direction between two outlets, `ties` is the number and `uncredited` of how many no credit is found.
    """

    family: str
    title: str | None
    articles: int
    outlets: int
    start: str | None
    end: str | None
    origins: Origins
    absent: AbsentOrigin | None
    meaning: int
    category: Category | None
    weight: float
    ties: int
    uncredited: int
    contrast: Contrast | None = None
