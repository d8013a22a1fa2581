"""The words that texts are compared by: runs of letters and digits, folded and hashed."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sourcier.lineage import kernels


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Parallel arrays, one entry a word: hash of the folded word, start and end in code points, marks.

    The low four bits of a mark count the word's letters (up to 15); kernels' BREAK says that a sentence or line ended
    before it. In scripts without spaces every character is a word.
    """

    hashes: NDArray[np.uint64]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    marks: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.hashes)


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The words of several texts end to end; those of text t are `bounds[t]` to `bounds[t + 1]`."""

    words: Words
    bounds: NDArray[np.int64]

    def of(self, text: int) -> Words:
        """Return the words of one text."""
        here = slice(int(self.bounds[text]), int(self.bounds[text + 1]))
        w = self.words
        return Words(w.hashes[here], w.starts[here], w.ends[here], w.marks[here])

    def sizes(self) -> NDArray[np.int64]:
        """Return how many words each text has."""
        return np.diff(self.bounds)


def words(text: str) -> Words:
    """Return the words of one text."""
    return wording([text]).words


def wording(texts: Iterable[str]) -> Wording:
    """Return the words of all texts."""
    parts = [kernels.split(text) for text in texts]
    bounds = np.zeros(len(parts) + 1, np.int64)
    np.cumsum([len(part[3]) for part in parts], out=bounds[1:])
    hashes, starts, ends, marks = (b"".join(column) for column in zip(*parts, strict=True)) if parts else (b"",) * 4
    joined = Words(
        np.frombuffer(hashes, np.uint64),
        np.frombuffer(starts, np.int32),
        np.frombuffer(ends, np.int32),
        np.frombuffer(marks, np.uint8),
    )
    return Wording(joined, bounds)
