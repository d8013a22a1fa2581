"""Phrases of a language's table, matched token by token before or after a place."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by their first and by their last token, the longest first; what each stands for beside it."""

    by_first: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    by_last: dict[str, tuple[tuple[tuple[str, ...], str], ...]]

    def at(self, forms: Sequence[str], start: int) -> tuple[int, str] | None:
        """Return where the longest phrase that begins at `start` stops, and what it stands for."""
        if start < len(forms):
            for phrase, name in self.by_first.get(forms[start], ()):
                if all(form == word for form, word in zip(forms[start:], phrase, strict=False)):
                    stop = start + len(phrase)
                    if stop <= len(forms):
                        return stop, name
        return None

    def until(self, forms: Sequence[str], stop: int) -> tuple[int, str] | None:
        """Return where the longest phrase that ends before `stop` begins, and what it stands for."""
        if stop > 0:
            for phrase, name in self.by_last.get(forms[stop - 1], ()):
                start = stop - len(phrase)
                if start >= 0 and tuple(forms[start:stop]) == phrase:
                    return start, name
        return None


def phrases(named: Iterable[tuple[str, Iterable[str]]]) -> Phrases:
    """Make phrases of names and what is written for each, tokens parted by spaces."""
    first: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    last: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for name, written in named:
        for each in written:
            phrase = tuple(each.split())
            first[phrase[0]].append((phrase, name))
            last[phrase[-1]].append((phrase, name))
    return Phrases(_longest_first(first), _longest_first(last))


def _longest_first(
    found: dict[str, list[tuple[tuple[str, ...], str]]],
) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    return {word: tuple(sorted(each, key=lambda row: -len(row[0]))) for word, each in found.items()}
