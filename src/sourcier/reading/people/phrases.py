"""Phrases of several tokens, found where they stand by their first token."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from sourcier.reading.names.words import Words

T = TypeVar("T")


class Phrases(Generic[T]):
    """What each phrase means; the longest holds."""

    def __init__(self, meanings: Iterable[tuple[str, T]]) -> None:
        """Take phrases with their tokens parted by spaces, an apostrophe ending a token (« garde d'enfants »)."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, meaning in meanings:
            first, *others = phrase.replace("'", "' ").split()
            self._by_first.setdefault(first, []).append((tuple(others), meaning))
        for phrases in self._by_first.values():
            phrases.sort(key=lambda pair: -len(pair[0]))

    def at(self, words: Words, token: int) -> tuple[int, T] | None:
        """Return where the longest phrase that begins at `token` ends, and what it means."""
        for others, meaning in self._by_first.get(words.at(token), ()):
            if all(words.at(token + ahead) == part for ahead, part in enumerate(others, 1)):
                return token + 1 + len(others), meaning
        return None

    def __contains__(self, first: str) -> bool:
        """Tell whether a phrase begins with a token."""
        return first in self._by_first
