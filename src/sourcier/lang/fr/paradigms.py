"""What the lexicon's file says of a form's number: lemmas as endings to exchange, readings, marks.

The file: MAGIC, the length of the header (32 bits), the header (JSON), then the sections that the header places. All
numbers are little-endian. A set of readings is its marks (32 bits, in the header's order) and, for each reading, 16
bits for the rule of its lemma (how many letters to cut, what to add) and 16 for its part of speech and features.
"""

import json
import struct
from dataclasses import dataclass
from mmap import mmap

from sourcier.lang.automaton import NUMBER, Automaton
from sourcier.lang.fr.morphology import Reading

MAGIC = b"SOURCIER LEXICON 1\n"
PAIR = struct.Struct("<HH")


@dataclass(frozen=True, slots=True)
class Paradigm:
    """What forms of one number share: of each reading the letters to cut, those to add, part of speech, features."""

    readings: tuple[tuple[int, str, str, str], ...]
    marks: tuple[str, ...]

    def of(self, form: str) -> list[Reading]:
        """Return the readings of a form."""
        return [Reading(form[: len(form) - cut] + add, upos, feats) for cut, add, upos, feats in self.readings]


class Paradigms:
    """The tables of a lexicon's file; paradigms are kept once read, ten thousand at most."""

    def __init__(self, buffer: bytes | mmap) -> None:
        """Read the header; `ValueError` where it is not one of a lexicon."""
        start = len(MAGIC) + NUMBER.size
        if buffer[: len(MAGIC)] != MAGIC:
            raise ValueError("not a lexicon of this version: the file begins otherwise")
        length = NUMBER.unpack_from(buffer, len(MAGIC))[0]
        header = json.loads(buffer[start : start + length])
        places = {name: start + length + place for name, place in header["sections"].items()}
        self.alphabet: str = header["alphabet"]
        self.forms = Automaton(buffer, places["labels"], places["arcs"], header["root"], self.alphabet)
        self._buffer = buffer
        self._offsets = places["offsets"]
        self._sets = places["sets"]
        self._tags: list[tuple[str, str]] = [(upos, feats) for upos, feats in header["tags"]]
        self._lemmas: list[tuple[int, str]] = [(cut, add) for cut, add in header["lemmas"]]
        self._marks: list[str] = header["marks"]
        self._read: dict[int, Paradigm] = {}

    def __getitem__(self, number: int) -> Paradigm:
        """Return the paradigm that the automaton gives the number of."""
        paradigm = self._read.get(number)
        if paradigm is None:
            paradigm = self._read[number] = self._decoded(number)
        return paradigm

    def _decoded(self, number: int) -> Paradigm:
        at, end = (NUMBER.unpack_from(self._buffer, self._offsets + NUMBER.size * (number + one))[0] for one in (0, 1))
        mask = NUMBER.unpack_from(self._buffer, self._sets + at)[0]
        readings = []
        for place in range(self._sets + at + NUMBER.size, self._sets + end, PAIR.size):
            rule, tag = PAIR.unpack_from(self._buffer, place)
            readings.append((*self._lemmas[rule], *self._tags[tag]))
        return Paradigm(tuple(readings), tuple(mark for at, mark in enumerate(self._marks) if mask >> at & 1))
