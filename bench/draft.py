"""A text under construction: paragraphs of words, each of which carries where it was first written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

STANDING = -1  # the origin of a word of an outlet's standing text


class Word(NamedTuple):
    """One word as it stands in a text; words of the same origin descend from the same written word."""

    origin: int
    form: str


Paragraph = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """An article before it is printed; derived drafts share origins with the drafts they come from."""

    title: str
    paragraphs: tuple[Paragraph, ...]
    kind: str
    parents: tuple[int, ...] = ()

    def words(self) -> Iterator[Word]:
        for paragraph in self.paragraphs:
            yield from paragraph

    def length(self) -> int:
        """Words."""
        return sum(len(paragraph) for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Printed:
    """The text of a draft with the place of each word (half-open code points)."""

    text: str
    words: tuple[Word, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def printed(paragraphs: Iterable[Paragraph]) -> Printed:
    """Words joined by a space, paragraphs by an empty line."""
    words: list[Word] = []
    starts: list[int] = []
    ends: list[int] = []
    lines: list[str] = []
    here = 0
    for paragraph in paragraphs:
        for word in paragraph:
            starts.append(here)
            here += len(word.form)
            ends.append(here)
            here += 1
        words.extend(paragraph)
        lines.append(" ".join(word.form for word in paragraph))
        here += 1
    return Printed("\n\n".join(lines), tuple(words), tuple(starts), tuple(ends))
