"""What is compared: the truth of a corpus, and the rows that a program under test gave."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from bench.spans import Span
from bench.when import order_shown

NO_BREAK = "\u00a0"  # joins a quotation mark to its word
COUNTED_KINDS = {"reuse", "quotation"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A true passage."""

    derived: Span
    source: Span
    words: int
    counted: bool  # long enough to be asked for; shorter ones are neither right nor wrong
    edits: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The truth about one document; `shared` maps each earlier document to the passages held by both."""

    identity: str
    story: int
    kind: str
    published: str | None
    parents: tuple[str, ...]
    tellable: bool
    standing: tuple[Span, ...]
    shared: dict[str, list[Stretch]]


@dataclass(frozen=True, slots=True)
class Edit:
    derived: Span
    source: Span
    words: int


@dataclass(frozen=True, slots=True)
class Row:
    """A passage that was found; spans are None where a program names pairs only."""

    derived: str
    source: str
    derived_span: Span | None
    source_span: Span | None
    best: bool
    edits: tuple[Edit, ...]

    def turned(self) -> "Row":
        edits = tuple(Edit(edit.source, edit.derived, edit.words) for edit in self.edits)
        return Row(self.source, self.derived, self.source_span, self.derived_span, self.best, edits)


def read_truth(path: Path) -> dict[str, Document]:
    with path.open("rb") as lines:
        return {each.identity: each for each in map(document, lines)}


def document(line: bytes) -> Document:
    row = orjson.loads(line)
    shared: dict[str, list[Stretch]] = {}
    for passage in row["passages"]:
        edits = tuple((tuple(derived), tuple(source)) for derived, source in passage.get("edits", ()))
        spans = tuple(passage["derived_span"]), tuple(passage["source_span"])
        shared.setdefault(passage["source"], []).append(Stretch(*spans, passage["words"], passage["counted"], edits))
    return Document(
        row["id"], row["story"], row["kind"], row["published"], tuple(row["parents"]), row["tellable"],
        tuple(tuple(span) for span in row["boilerplate"]), shared,
    )  # fmt: skip


def read_rows(path: Path) -> Iterator[Row]:
    """Rows of `sourcier trace --json`, or a peer's rows of the same form."""
    with path.open("rb") as lines:
        for line in lines:
            row = orjson.loads(line)
            if row.get("kind", "reuse") in COUNTED_KINDS:
                yield _row(row)


def _row(row: dict[str, Any]) -> Row:
    edits = tuple(_edit(edit) for edit in row.get("edits", ()) if edit["unit"] == "words")
    spans = (_span(row.get("derived_span")), _span(row.get("source_span")))
    return Row(row["derived"], row["source"], *spans, bool(row.get("best")), edits)


def _span(span: dict[str, int] | None) -> Span | None:
    return (span["start"], span["end"]) if span else None


def _edit(edit: dict[str, Any]) -> Edit:
    """Count a changed word against a changed word once, and each word put in or left out."""
    derived, source = edit["derived"], edit["source"]
    words = [len(side["text"].replace(NO_BREAK, "").split()) for side in (derived, source)]
    return Edit((derived["start"], derived["end"]), (source["start"], source["end"]), max(1, min(words) or max(words)))


def oriented(rows: Iterable[Row], truth: dict[str, Document]) -> Iterator[Row]:
    """Rows with the derived side as in the truth, where the printed dates leave the order open.

    The truth may be that of some stories only: texts of two stories share nothing that could be turned.
    """
    for row in rows:
        derived, source = truth.get(row.derived), truth.get(row.source)
        if derived and source and row.derived in source.shared and row.source not in derived.shared:
            yield row if order_shown(derived.published, source.published) else row.turned()
        else:
            yield row
