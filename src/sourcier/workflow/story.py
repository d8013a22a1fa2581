"""A family of texts as a page shows it."""

from collections.abc import Mapping
from dataclasses import dataclass

from sourcier.core.card import Card
from sourcier.core.denial import Denial
from sourcier.core.family import Edge, Family
from sourcier.core.overview import Origins, Overview


@dataclass(frozen=True, slots=True)
class Story:
    """A family without the edges that a person denied, which are in `denied`, each with the word that denied it.

    Of a large family it holds the first articles and the ties among them, and `cut` is true; `overview` and `origins`
    are those of the whole. `cards` holds every article of `family`, by id.
    """

    family: Family
    denied: tuple[tuple[Edge, Denial], ...]
    cards: Mapping[str, Card]
    overview: Overview
    origins: Origins
    cut: bool = False
