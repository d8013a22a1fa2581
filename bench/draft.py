"""A text under construction: paragraphs of words, each of which carries where it was first written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

STANDING = -1  # the origin of a word of an outlet's standing text


# Its origin, and its form as it stands in a text; words of the same origin descend from the same written word.
# A plain tuple: a million articles hold 400 million of them.
Word = tuple[int, str]
Paragraph = tuple[Word, ...]
Ints = NDArray[np.int64]


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
    """The text of a draft with the place of each word (half-open code points), its origin and a hash of its form."""

    text: str
    origins: Ints
    hashes: Ints
    starts: Ints
    ends: Ints


def printed(paragraphs: Iterable[Paragraph]) -> Printed:
    """Words joined by a space, paragraphs by an empty line."""
    kept = [paragraph for paragraph in paragraphs if paragraph]
    origins, forms = zip(*chain.from_iterable(kept), strict=True) if kept else ((), ())
    widths, hashes = (np.fromiter(map(each, forms), np.int64, len(forms)) for each in (len, hash))
    gaps = np.ones(len(forms), np.int64)
    last = np.cumsum([len(paragraph) for paragraph in kept], dtype=np.int64)
    gaps[last - 1] = 2
    ends = np.cumsum(widths + gaps) - gaps
    lines = [" ".join(forms[past - len(paragraph) : past]) for past, paragraph in zip(last.tolist(), kept, strict=True)]
    return Printed("\n\n".join(lines), np.array(origins, np.int64), hashes, ends - widths, ends)
