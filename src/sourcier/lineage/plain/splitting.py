"""Texts into hashed words."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from sourcier.lineage.arrays import BREAK, I64, LONGEST, U64, Mask
from sourcier.lineage.plain.hashing import BASE, mixed
from sourcier.text.fold import ALONE, PAGE, SKIP

_STOPS = np.array([ord(c) for c in ".!?\n\u2026\u061f\u06d4\u0964\u3002\uff01\uff1f\uff0e\u2029"], np.uint32)


def _entries(codes: NDArray[np.uint32], fold_page: Callable[[int], Sequence[int]]) -> U64:
    entries = np.zeros(len(codes), np.uint64)
    pages = codes // PAGE
    for number in np.unique(pages):
        here = pages == number
        entries[here] = np.array(fold_page(int(number)), np.uint64)[codes[here] % PAGE]
    return entries


def split(text: str, fold_page: Callable[[int], Sequence[int]]) -> tuple[bytes, bytes, bytes, bytes]:
    """Return hashes (uint64), starts, ends (int32) and marks (uint8: letters up to 15, BREAK after a stop) as bytes."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    entries = _entries(codes, fold_page)
    kept = np.flatnonzero(entries != np.uint64(SKIP))
    kept_entries = entries[kept]
    inside = kept_entries != 0
    alone = (kept_entries & np.uint64(ALONE)) != 0
    before = np.concatenate(([False], inside[:-1] & ~alone[:-1]))
    opens = inside & (~before | alone)
    firsts = np.flatnonzero(opens)
    if not len(firsts):
        return b"", b"", b"", b""
    word = np.cumsum(opens) - 1
    members = np.flatnonzero(inside)
    lasts = np.zeros(len(firsts), np.int64)
    lasts[word[members]] = members
    hashes, letters = _hash_words(kept_entries[members], word[members], len(firsts))
    stops = np.cumsum(np.isin(codes[kept], _STOPS) & ~inside)
    seen = stops[firsts]
    breaks = np.concatenate(([True], seen[1:] > seen[:-1]))
    marks = np.minimum(letters, LONGEST).astype(np.uint8) | (breaks * BREAK).astype(np.uint8)
    ends = _with_trailing_marks(entries, kept, lasts, alone)
    return hashes.tobytes(), kept[firsts].astype(np.int32).tobytes(), ends.astype(np.int32).tobytes(), marks.tobytes()


def _with_trailing_marks(entries: U64, kept: I64, lasts: I64, alone: Mask) -> I64:
    following = np.concatenate((kept[1:], [len(entries)]))  # all between a kept character and the next vanishes
    return np.where(alone[lasts], kept[lasts] + 1, following[lasts])


def _hash_words(entries: U64, word: I64, count: int) -> tuple[U64, I64]:
    parts = np.stack([(entries >> np.uint64(shift)) & np.uint64(0x1FFFFF) for shift in (0, 21, 42)], axis=1)
    present = parts.ravel() != 0
    values = parts.ravel()[present]
    owner = np.repeat(word, 3)[present]
    letters = np.bincount(owner, minlength=count)
    start = np.concatenate(([0], np.cumsum(letters)[:-1]))
    place = np.arange(len(values)) - start[owner]
    powers = np.full(int(letters.max()), BASE, np.uint64)
    powers[0] = 1
    powers = np.multiply.accumulate(powers)
    return mixed(np.add.reduceat(values * powers[place], start)), letters
