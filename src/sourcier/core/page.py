"""A part of a long list."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """The `items` from place `offset` on, counted from 0, of `total` in all."""

    items: tuple[T, ...]
    total: int
    offset: int
