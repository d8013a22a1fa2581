"""The index of a ledger: opened, read, added to, merged and checked."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import RLock

from sourcier.store.index.checks import wrong_in
from sourcier.store.index.entries import Entries
from sourcier.store.index.manifest import NAME
from sourcier.store.index.merging import merge
from sourcier.store.index.published import Overtaken, State, load, publish, sweep
from sourcier.store.index.reader import Reader
from sourcier.store.index.segment import Part
from sourcier.store.index.shelf import Folder, Memory, Shelf
from sourcier.store.index.staging import Staged, stage
from sourcier.store.index.tiers import next_merge


class Index:
    """The fingerprints of a ledger's texts in `folder`, in memory when None; opening it writes nothing.

    It is a cache: of another ledger, of other `parameters`, of another format or damaged, it counts as empty, and
    what is there is deleted by the first that writes. One writes at a time (see writer_lock); any number read.
    Writing raises OSError where the folder refuses, and leaves what was published as it was.
    """

    def __init__(self, folder: Path | None, *, ledger: str, parameters: Mapping[str, int]) -> None:
        self._shelf: Shelf = Memory() if folder is None else Folder(folder)
        self._ledger = ledger
        self._parameters = dict(parameters)
        self._lock = RLock()
        self._swept = False
        self._state = State((), -1, None)
        self._refresh()

    def reader(self) -> Reader:
        """Return what is published now."""
        return Reader(self._refresh().parts)

    def stage(self, entries: Iterable[Entries], gone: Collection[int] = ()) -> Staged:
        """Write texts, durable but not yet published; they replace those of the same number, and `gone` leave."""
        base = self._begin()
        parts = stage(self._shelf, base.parts, entries, gone)

        def commit(parts: Sequence[Part]) -> None:
            self._replace(base, parts)
            with suppress(OSError):  # it is published; what cannot be merged now is merged another time
                self._merge(next_merge)

        def drop(parts: Sequence[Part]) -> None:
            kept = {part.segment.name for part in base.parts}
            for part in parts:
                if part.segment.name not in kept:
                    self._shelf.delete(part.segment.name)

        return Staged(parts, commit, drop)

    def merge(self, *, purge: bool = False) -> None:
        """Merge segments of similar size where they are many.

        `purge`: rewrite every segment that holds a text that has left or was replaced; then no byte of it is left.
        What is staged at that time cannot be published any more.
        """
        self._begin()
        self._merge(next_merge)
        if purge:
            self._merge(_next_with_dead)
            sweep(self._shelf, self._state.parts)

    def clear(self) -> None:
        """Forget all texts."""
        self._replace(self._begin(), ())

    def check(self) -> list[str]:
        """Return what is wrong, a line each; an empty list when nothing is."""
        state = self._refresh()
        if state.wrong is not None:
            return [f"the index cannot be used: {state.wrong}"]
        return wrong_in(state.parts)

    def bytes(self) -> int:
        """Return the size of what is published."""
        state = self._refresh()
        if state.stamp is None:
            return 0
        names = [name for part in state.parts for name in (part.segment.name, part.marks) if name is not None]
        return sum(self._shelf.size(name) for name in [*names, NAME])

    def close(self) -> None:
        """Let go of the files; readers that were given stay usable."""
        with self._lock:
            self._state = State((), -1, None)

    def _refresh(self) -> State:
        """Return the published state, read anew if it changed."""
        with self._lock:
            state = self._state
            if state.generation < 0 or self._shelf.stamp(NAME) != state.stamp:
                opened = {part.segment.name: part for part in state.parts}
                self._state = load(self._shelf, self._ledger, self._parameters, opened)
            return self._state

    def _begin(self) -> State:
        """Return the state to write upon; the first time, delete what a stopped run left behind."""
        state = self._refresh()
        if not self._swept:
            sweep(self._shelf, state.parts)
            self._swept = True
        return state

    def _replace(self, base: State, parts: Sequence[Part]) -> None:
        """Publish parts in place of `base`, and delete the files that only it needed."""
        with self._lock:
            if self._shelf.stamp(NAME) != base.stamp:
                raise Overtaken("the index changed since this was staged")
            self._state = publish(self._shelf, self._ledger, self._parameters, parts, base.generation + 1)
            kept = {name for part in self._state.parts for name in (part.segment.name, part.marks)}
            for part in base.parts:
                for name in (part.segment.name, part.marks):
                    if name is not None and name not in kept:
                        self._shelf.delete(name)

    def _merge(self, choose: Callable[[Sequence[Part]], list[Part]]) -> None:
        while chosen := choose((base := self._refresh()).parts):
            names = {part.segment.name for part in chosen}
            left = [part for part in base.parts if part.segment.name not in names]
            if any(part.living for part in chosen):
                left.append(Part(merge(self._shelf, chosen)))
            self._replace(base, left)


def _next_with_dead(parts: Sequence[Part]) -> list[Part]:
    return next(([part] for part in parts if part.alive is not None), [])
