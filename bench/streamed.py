"""Scores rows of any number in bounded memory: truth and rows are cut into parts of whole stories on disk."""

import tempfile
from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import orjson

from bench.answers import Document, Edit, Row, document
from bench.reprints import Reprints
from bench.score import Measured, Score

PART = 20_000  # documents, about
HELD = 50_000  # rows that are kept until they are written


class UnknownText(Exception):
    """A row names a text that the truth does not know."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Where each part of the truth begins (bytes), its documents, its first story; and the story of every document."""

    truth: Path
    offsets: tuple[int, ...]
    counts: tuple[int, ...]
    first: tuple[int, ...]
    stories: dict[str, int]

    def __len__(self) -> int:
        return len(self.first)

    def of(self, identity: str) -> int:
        """The part that a document is in."""
        if identity not in self.stories:
            raise UnknownText(f"a row names {identity}, which is not in {self.truth.name}")
        return bisect(self.first, self.stories[identity]) - 1

    def documents(self, part: int) -> dict[str, Document]:
        with self.truth.open("rb") as lines:
            lines.seek(self.offsets[part])
            return {each.identity: each for each in map(document, islice(lines, self.counts[part]))}


def parts_of(truth: Path, size: int = PART) -> Parts:
    """Read the truth once; its stories stand one after the other, their numbers rising."""
    stories: dict[str, int] = {}
    offsets, counts, first = [], [], []
    here, last = 0, None
    with truth.open("rb") as lines:
        for line in lines:
            row = orjson.loads(line)
            if last is None or (row["story"] != last and counts[-1] >= size):
                offsets.append(here)
                counts.append(0)
                first.append(row["story"])
            last = stories[row["id"]] = row["story"]
            counts[-1] += 1
            here += len(line)
    return Parts(truth, tuple(offsets), tuple(counts), tuple(first), stories)


def score(truth: Path, rows: Iterable[Row], dispatch: str | None = None, size: int = PART) -> Score:
    """Give what `bench.score` gives; the story of `dispatch` is measured apart, under `reprints`."""
    parts = parts_of(truth, size)
    measured, reprints = Measured(), Reprints(dispatch)
    apart = parts.stories[dispatch] if dispatch else None
    with tempfile.TemporaryDirectory(prefix="rows-", dir=truth.parent) as folder:
        files = [Path(folder, str(part)) for part in range(len(parts))]
        _spread(rows, parts, files)
        for part, file in enumerate(files):
            documents = parts.documents(part)
            story = {each: documents.pop(each) for each in list(documents) if documents[each].story == apart}
            measured.add(documents, (row for row in _rows(file) if row.derived in documents))
            if story:
                reprints.add(story, (row for row in _rows(file) if row.derived in story))
    return measured.told() | ({"reprints": reprints.told()} if dispatch else {})


def _spread(rows: Iterable[Row], parts: Parts, files: list[Path]) -> None:
    for file in files:
        file.touch()
    reading = iter(rows)
    while held := list(islice(reading, HELD)):
        lines: list[list[bytes]] = [[] for _ in files]
        for row in held:
            lines[parts.of(row.derived)].append(_written(row))
        for file, some in zip(files, lines, strict=True):
            with file.open("ab") as out:
                out.writelines(some)


def _written(row: Row) -> bytes:
    edits = [(edit.derived, edit.source, edit.words) for edit in row.edits]
    return orjson.dumps((row.derived, row.source, row.derived_span, row.source_span, row.best, edits)) + b"\n"


def _rows(file: Path) -> Iterator[Row]:
    with file.open("rb") as lines:
        for derived, source, here, there, best, edits in map(orjson.loads, lines):
            changed = tuple(Edit(tuple(left), tuple(right), words) for left, right, words in edits)
            yield Row(derived, source, here and tuple(here), there and tuple(there), best, changed)
