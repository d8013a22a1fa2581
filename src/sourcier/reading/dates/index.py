"""Rules by the two words that they can begin with: most of those that a first word allows, the second one excludes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from sourcier.reading.dates.notation import ANY, Pair

T = TypeVar("T")
_Rows = list[tuple[T, set[str]]]


class Index(Generic[T]):
    """Rules of one kind."""

    def __init__(self, rules: Iterable[T], begins: Callable[[T], Iterable[Pair]]) -> None:
        """Take rules in their order, and what tells the first two words that each can have."""
        self._rules = tuple(rules)
        rows: dict[str, _Rows[T]] = {}
        for rule in self._rules:
            seconds: dict[str, set[str]] = {}
            for first, second in begins(rule):
                seconds.setdefault(first, set()).add(second or ANY)
            for first, words in seconds.items():
                rows.setdefault(first, []).append((rule, words))
        self._by_word = {first: _following(of) for first, of in rows.items() if first not in {"", ANY}}
        self.starts = frozenset(self._by_word)
        """The words that rules can begin with."""

    def __iter__(self) -> Iterator[T]:
        return iter(self._rules)

    def at(self, first: str, second: str) -> tuple[T, ...]:
        """Return the rules that may hold where these two words stand, whatever signs are between."""
        following = self._by_word.get(first)
        return following.get(second, following[ANY]) if following else ()


def _following(rows: _Rows[T]) -> Mapping[str, tuple[T, ...]]:
    """The rules that begin with one word by the second; under ANY those that allow any."""
    words = set[str]().union(*(words for _, words in rows)) | {ANY}
    return {word: tuple(rule for rule, of in rows if word in of or ANY in of) for word in words}
