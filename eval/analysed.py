"""Excerpts as the French engine has analysed them."""

from collections.abc import Iterable

from eval.cases.facts.forms import Excerpt
from eval.readers.reading import Reading
from sourcier.engines import registry


def analysed(excerpts: Iterable[Excerpt], *, outlet: bool = False) -> list[Reading]:
    """Return excerpts with their analyses; `outlet` tells the readers the country of each excerpt's press."""
    engine = registry.load("french")
    return [Reading(each, engine.analyse(each.text), each.country if outlet else None) for each in excerpts]
