"""A finite set of words, each with a number, in a file that is mapped and walked letter by letter.

A state lies in consecutive slots: its number of arcs, then the letter of each arc in rising order. Beside each slot
stands a 32-bit number: the word's number plus one at the first slot (0: no word ends here), the state an arc leads to
at the others. Equal endings share their states, which is what makes the file small.
"""

import struct
import sys
from array import array
from collections.abc import Iterator, Sequence
from mmap import mmap

NUMBER = struct.Struct("<I")


class Automaton:
    """Words over an alphabet of at most 255 letters; `buffer` is bytes or a mapped file."""

    def __init__(self, buffer: bytes | mmap, labels: int, arcs: int, root: int, alphabet: str) -> None:
        """Read states from `buffer`: labels from byte `labels` up to `arcs`, then as many arcs."""
        self._labels = bytes(buffer[labels:arcs])
        self._arcs = _numbers(memoryview(buffer)[arcs : arcs + NUMBER.size * len(self._labels)])
        self._root = root
        self._letters = {letter: bytes([code]) for code, letter in enumerate(alphabet, start=1)}

    def number(self, word: str) -> int | None:
        """Return the word's number, None where it is no word of the set."""
        labels, arcs, letters, state = self._labels, self._arcs, self._letters, self._root
        for letter in word:  # as `_follow` does, without a call a letter: every form that is read passes here
            label = letters.get(letter)
            if label is None:
                return None
            first = state + 1
            slot = labels.find(label, first, first + labels[state])
            if slot < 0:
                return None
            state = arcs[slot]
        return self._number(state)

    def matches(self, choices: Sequence[str]) -> Iterator[tuple[str, int]]:
        """Yield the words whose every letter is one of the choices at its place, with their numbers."""
        paths = [("", self._root)]
        for letters in choices:
            steps = [(word, letter, self._follow(state, letter)) for word, state in paths for letter in letters]
            paths = [(word + letter, state) for word, letter, state in steps if state is not None]
        for word, state in paths:
            number = self._number(state)
            if number is not None:
                yield word, number

    def _follow(self, state: int, letter: str) -> int | None:
        label = self._letters.get(letter)
        first = state + 1
        slot = -1 if label is None else self._labels.find(label, first, first + self._labels[state])
        return None if slot < 0 else self._arcs[slot]

    def _number(self, state: int) -> int | None:
        number = self._arcs[state]
        return number - 1 if number else None


def _numbers(section: memoryview) -> Sequence[int]:
    """The file's little-endian numbers: where the machine has the same order, straight from the map."""
    if sys.byteorder == "little":
        return section.cast("I")
    numbers = array("I", section.tobytes())
    numbers.byteswap()
    return numbers
