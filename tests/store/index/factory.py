"""Entries for tests, and the index as a dictionary."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from sourcier.store.index.entries import Entries, Groups, bounds_of
from sourcier.store.index.order import key
from sourcier.store.index.reader import Reader

LEDGER = "0123456789abcdef0123456789abcdef"
PARAMETERS = {"k": 8, "window": 4}


class Text(NamedTuple):
    number: int
    tie: int = 0
    when: float = 0.0
    outlet: int = 0
    fingerprints: tuple[tuple[int, int], ...] = ()  # gram, place
    until: float = 0.0


def entries(texts: Iterable[Text]) -> Entries:
    ordered = sorted(texts)
    prints = np.array([each for text in ordered for each in text.fingerprints], np.uint64).reshape(-1, 2)
    return Entries(
        np.array([text.number for text in ordered], np.int64),
        np.array([text.when for text in ordered], np.float64),
        np.array([text.until for text in ordered], np.float64),
        np.array([text.tie for text in ordered], np.uint64),
        np.array([text.outlet for text in ordered], np.uint64),
        bounds_of(np.array([len(text.fingerprints) for text in ordered], np.int64)),
        prints[:, 0].copy(),
        prints[:, 1].astype(np.uint32),
    )


def random_entries(numbers: Sequence[int], size: int = 170, seed: int = 0, shared: int = 1 << 62) -> Entries:
    """Make texts of random fingerprints, of `shared` different ones."""
    random = np.random.default_rng(seed)
    count = len(numbers) * size
    grams = random.integers(0, shared, count, np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    places = np.tile(np.arange(size, dtype=np.uint32) * 3, len(numbers))
    return Entries(
        np.array(numbers, np.int64),
        random.random(len(numbers)) * 2e9,
        random.random(len(numbers)) * 2e9,
        key(np.array(numbers, np.uint64) + np.uint64(seed)),
        random.integers(0, 1 << 62, len(numbers), np.uint64),
        np.arange(len(numbers) + 1, dtype=np.int64) * size,
        grams,
        places,
    )


def members(groups: Groups, group: int) -> list[tuple[int, int]]:
    """Return number and place of each, sorted."""
    here = slice(int(groups.bounds[group]), int(groups.bounds[group + 1]))
    columns = (groups.numbers[here], groups.places[here])
    return sorted(zip(*(column.tolist() for column in columns), strict=True))


@dataclass
class Model:
    """What the index ought to be."""

    texts: dict[int, Text] = field(default_factory=dict)

    def stage(self, batches: Iterable[Collection[Text]], gone: Collection[int] = ()) -> None:
        for number in gone:
            self.texts.pop(number, None)
        for batch in batches:
            self.texts.update({text.number: text for text in batch})

    def members(self, gram: int) -> list[tuple[int, int]]:
        """Return number and place of all, those that are kept longest first."""
        found = [
            (int(key(np.array([text.tie], np.uint64))[0]), text.number, place)
            for text in self.texts.values()
            for at, place in text.fingerprints
            if at == gram
        ]
        return [each[1:] for each in sorted(found)]

    def agrees(self, reader: Reader, grams: Collection[int], most: int | None) -> None:
        """Compare all that a reader can be asked."""
        numbers = sorted(self.texts)
        assert len(reader) == len(numbers)
        assert reader.numbers().tolist() == numbers
        asked = np.array([*numbers, 10**12], np.int64)
        assert reader.holds(asked).tolist() == [True] * len(numbers) + [False]
        texts = [self.texts[number] for number in reversed(numbers)]
        prints = reader.fingerprints(np.array([text.number for text in texts], np.int64))
        assert prints.when.tolist() == [text.when for text in texts]
        assert prints.until.tolist() == [text.until for text in texts]
        assert prints.tie.tolist() == [text.tie for text in texts]
        assert prints.outlet.tolist() == [text.outlet for text in texts]
        assert np.diff(prints.bounds).tolist() == [len(text.fingerprints) for text in texts]
        listed = zip(prints.grams.tolist(), prints.places.tolist(), strict=True)
        assert list(listed) == [each for text in texts for each in text.fingerprints]
        wanted = sorted(grams)
        groups = reader.groups(np.array(wanted, np.uint64), most)
        for g, gram in enumerate(wanted):
            truth = self.members(gram)
            assert groups.totals[g] == len(truth)
            # of one text's equal places any may be given: places ascend in real texts
            assert members(groups, g) == sorted(truth[:most])
