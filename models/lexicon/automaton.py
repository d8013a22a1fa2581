"""The smallest automaton over sorted words (Daciuk and others, 2000), written as sourcier.lang.automaton reads it."""

import struct
from collections.abc import Iterable
from dataclasses import dataclass, field

State = tuple[int, tuple[tuple[int, int], ...]]  # number plus one or 0; letter and state of each arc


@dataclass(slots=True)
class _Open:
    """A state on the path of the last word, which may still grow."""

    number: int = 0
    arcs: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Written:
    """The two sections of an automaton and the slot of its root."""

    labels: bytes
    arcs: bytes
    root: int
    states: int


def write(words: Iterable[tuple[bytes, int]]) -> Written:
    """Return the automaton of words with their numbers; words must come sorted and once each."""
    states: dict[State, int] = {}
    path, last = [_Open()], b""

    def close(depth: int) -> None:
        while len(path) - 1 > depth:
            closed = path.pop()
            state = states.setdefault((closed.number, tuple(closed.arcs)), len(states))
            path[-1].arcs.append((last[len(path) - 1], state))

    for word, number in words:
        if word <= last:
            raise ValueError(f"words are not in order: {word!r} after {last!r}")
        shared = next((at for at, (one, other) in enumerate(zip(word, last, strict=False)) if one != other), len(last))
        close(shared)
        path.extend(_Open() for _ in word[shared:])
        path[-1].number, last = number + 1, word
    close(0)
    root = states.setdefault((path[0].number, tuple(path[0].arcs)), len(states))
    return _written(list(states), root)


def _written(states: list[State], root: int) -> Written:
    slots, slot = [], 0
    for _, arcs in states:
        slots.append(slot)
        slot += 1 + len(arcs)
    labels, numbers = bytearray(), []
    for number, arcs in states:
        labels += bytes([len(arcs), *(letter for letter, _ in arcs)])
        numbers += [number, *(slots[state] for _, state in arcs)]
    return Written(bytes(labels), struct.pack(f"<{len(numbers)}I", *numbers), slots[root], len(states))
