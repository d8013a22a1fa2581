"""The words that texts are compared by: runs of letters and digits, folded and hashed."""

from collections.abc import Sequence
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


def words(text: str) -> Words:
    """Return the words of one text."""
    return join([text])[0]


def join(texts: Sequence[str]) -> tuple[Words, NDArray[np.int64]]:
    """Return the words of all texts end to end, and where each text's words begin and end (one more than texts)."""
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
    return joined, bounds
