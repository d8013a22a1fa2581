"""The state of an index: reading the published one, and publishing another."""

import zlib
from collections.abc import Hashable, Mapping, Sequence
from secrets import token_hex
from typing import NamedTuple

import numpy as np

from sourcier.store.index.layout import Damaged
from sourcier.store.index.manifest import NAME, Listed, Manifest, decoded, encoded
from sourcier.store.index.segment import Part, Segment
from sourcier.store.index.shelf import Shelf
from sourcier.store.index.writing import SUFFIX

MARKS = ".dead"
OTHER = "it is of another ledger or made with other parameters"
_TRIES = 50


class Overtaken(RuntimeError):
    """The index was changed or deleted since what is to be published was written."""


class State(NamedTuple):
    """What is published; `stamp` is the manifest's at the time, `wrong` says why nothing of it can be used."""

    parts: tuple[Part, ...]
    generation: int
    stamp: Hashable
    wrong: str | None = None


def load(shelf: Shelf, ledger: str, parameters: Mapping[str, int], opened: Mapping[str, Part]) -> State:
    """Read the published state, empty where nothing of it can be used; files in `opened` are not opened again."""
    for _ in range(_TRIES):
        stamp = shelf.stamp(NAME)
        if stamp is None:
            return State((), 0, None)
        try:
            manifest = decoded(shelf.read(NAME))
            if (manifest.ledger, dict(manifest.parameters)) != (ledger, dict(parameters)):
                return State((), 0, stamp, OTHER)
            parts = tuple(_part(shelf, listed, opened) for listed in manifest.segments)
            return State(parts, manifest.generation, stamp)
        except FileNotFoundError:  # a writer published another state meanwhile, and deleted what it no longer needs
            wrong = "a file of it is missing"
        except Damaged as error:
            wrong = str(error)
        if shelf.stamp(NAME) == stamp:
            return State((), 0, stamp, wrong)
    return State((), 0, stamp, wrong)


def publish(shelf: Shelf, ledger: str, parameters: Mapping[str, int], parts: Sequence[Part], generation: int) -> State:
    """Make parts, whose segments are durable, the published state."""
    if {part.segment.name for part in parts} - shelf.names():
        raise Overtaken("what was staged has been deleted since")
    marked = tuple(_marked(shelf, part) for part in parts)
    listed = tuple(Listed(part.segment.name, part.marks, _crc(part)) for part in marked)
    shelf.put(NAME, encoded(Manifest(ledger, dict(parameters), generation, listed)))
    return State(marked, generation, shelf.stamp(NAME))


def sweep(shelf: Shelf, keep: Sequence[Part]) -> None:
    """Delete what no longer belongs to the index, or never did because a run was stopped; other files stay."""
    kept = {name for part in keep for name in (part.segment.name, part.marks)}
    for name in shelf.names() - kept:
        if name.endswith((SUFFIX, MARKS, ".new")):
            shelf.delete(name)


def _part(shelf: Shelf, listed: Listed, opened: Mapping[str, Part]) -> Part:
    known = opened.get(listed.segment)
    if known is not None and known.marks == listed.marks:
        return known
    try:
        segment = Segment(shelf, listed.segment) if known is None else known.segment
        if listed.marks is None:
            return Part(segment)
        content = shelf.read(listed.marks)
    except FileNotFoundError:
        raise
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Damaged(f"{listed.segment}: {error}") from error
    if zlib.crc32(content) != listed.crc:
        raise Damaged(f"{listed.marks}: it is not what was written")
    alive = np.ones(len(segment), np.bool_)
    alive[np.frombuffer(content, "<u4")] = False
    return Part(segment, alive, listed.marks)


def _marked(shelf: Shelf, part: Part) -> Part:
    """Return the part with its dead slots in a file of their own."""
    if part.alive is None or part.marks is not None:
        return part
    name = token_hex(8) + MARKS
    content = _dead(part)
    target = shelf.create(name, len(content))
    target.write(0, np.frombuffer(content, np.uint8))
    target.done()
    return Part(part.segment, part.alive, name)


def _crc(part: Part) -> int:
    return 0 if part.alive is None else zlib.crc32(_dead(part))


def _dead(part: Part) -> bytes:
    return b"" if part.alive is None else np.flatnonzero(~part.alive).astype("<u4").tobytes()
