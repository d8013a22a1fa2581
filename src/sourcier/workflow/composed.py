"""Texts with accents apart from their letters (NFD, as some systems write them) read as if composed.

The stored text stays as it is: what is found in the composed one is moved back to it, to the character.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from sourcier.core.span import Span

T = TypeVar("T")


def composed(text: str) -> tuple[str, Sequence[int] | None]:
    """Return a text with its accents on their letters, and where each of its characters begins in the given one.

    The places are one more than the characters, the last one the end; None where the two texts are the same.
    """
    if unicodedata.is_normalized("NFC", text):
        return text, None
    parts: list[str] = []
    places: list[int] = []
    for start, end in _clusters(text):
        part = unicodedata.normalize("NFC", text[start:end])
        parts.append(part)
        places += range(start, start + len(part)) if len(part) == end - start else [start] * len(part)
    return "".join(parts), [*places, len(text)]


def moved(value: T, places: Sequence[int]) -> T:
    """Return a value with all spans within it moved from a composed text to the one that it was made of."""
    found: Any = value
    if isinstance(found, Span):
        found = Span(places[found.start], places[found.end])
    elif isinstance(found, tuple):
        found = tuple(moved(each, places) for each in found)
    elif is_dataclass(found) and not isinstance(found, type):
        found = replace(found, **{each.name: moved(getattr(found, each.name), places) for each in fields(found)})
    result: T = found
    return result


def _clusters(text: str) -> Sequence[tuple[int, int]]:
    """Letters with the marks that follow them."""
    starts = [at for at, sign in enumerate(text) if not at or not unicodedata.combining(sign)]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))
