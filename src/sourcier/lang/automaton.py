"""A finite set of words, each with a number, in a file that is mapped and walked letter by letter, never loaded.

A state lies in consecutive slots: its number of arcs, then the letter of each arc in rising order. Beside each slot
stands a 32-bit number: the word's number plus one at the first slot (0: no word ends here), the state an arc leads to
at the others. Equal endings share their states, which is what makes the file small.
"""

import struct
from collections.abc import Iterator, Sequence
from mmap import mmap

NUMBER = struct.Struct("<I")


class Automaton:
    """Words over an alphabet of at most 255 letters; `buffer` is bytes or a mapped file."""

    def __init__(self, buffer: bytes | mmap, labels: int, arcs: int, root: int, alphabet: str) -> None:
        """Read states from `buffer`: labels from byte `labels` on, arcs from byte `arcs` on."""
        self._buffer = buffer
        self._labels = labels
        self._arcs = arcs
        self._root = root
        self._letters = {letter: bytes([code]) for code, letter in enumerate(alphabet, start=1)}

    def number(self, word: str) -> int | None:
        """Return the word's number, None where it is no word of the set."""
        buffer, letters, find, follow = self._buffer, self._letters, self._buffer.find, NUMBER.unpack_from
        labels, arcs, state = self._labels, self._arcs, self._root
        for letter in word:  # as in `matches`, without a call a letter: the reader of every form waits for it
            label = letters.get(letter)
            if label is None:
                return None
            first = labels + state + 1
            found = find(label, first, first + buffer[first - 1])
            if found < 0:
                return None
            state = follow(buffer, arcs + NUMBER.size * (found - labels))[0]
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
        if label is None:
            return None
        first = self._labels + state
        found = self._buffer.find(label, first + 1, first + 1 + self._buffer[first])
        return None if found < 0 else self._arc(found - self._labels)

    def _arc(self, slot: int) -> int:
        number: int = NUMBER.unpack_from(self._buffer, self._arcs + NUMBER.size * slot)[0]
        return number

    def _number(self, state: int) -> int | None:
        number = self._arc(state)
        return number - 1 if number else None
