"""The names that installed spaCy pipelines find, to stand beside ours; none is fetched."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache, partial
from importlib import import_module
from typing import Any

from eval.cases.facts.forms import Excerpt
from eval.readers.row import Answer, Peer
from sourcier.core.span import Span


def pipelines(labels: AbstractSet[str]) -> Mapping[str, Peer]:
    """Return every installed pipeline by its name, for names of some labels; where there is none, one that says so."""
    try:
        names = import_module("spacy.util").get_installed_models()
    except ImportError:
        names = []
    if not names:
        return {"a spaCy pipeline": _none}
    return {f"spaCy {name}": partial(_names, name, labels) for name in names}


def _none(_excerpt: Excerpt) -> Iterator[Answer]:
    raise ImportError


def _names(name: str, labels: AbstractSet[str], excerpt: Excerpt) -> Iterator[Answer]:
    for entity in _pipeline(name)(excerpt.text).ents:
        if entity.label_ in labels:
            yield Answer(Span(entity.start_char, entity.end_char), {})


@cache
def _pipeline(name: str) -> Any:
    return import_module("spacy").load(name)
