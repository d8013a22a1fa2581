"""The sheet that people fill in: a CSV file that opens in a spreadsheet, with how to code above the rows.

It holds nothing of what the program said, nor of how a pair was drawn.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sourcier.export.cells import LONGEST, MARK, rows
from sourcier.figures.answers import QUESTIONS
from sourcier.figures.drawn import Drawn, Sample
from sourcier.lang.interface import Phrases

COLUMNS = (
    "row", "a_outlet", "a_published", "a_title", "a_text", "b_outlet", "b_published", "b_title", "b_text",
    *QUESTIONS, "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """One of the two texts of a row; `published` is EDTF."""

    outlet: str | None
    published: str | None
    title: str | None
    text: str


Row = tuple[Drawn, Shown, Shown]


def sheet(sample: Sample, shown: Iterable[Row], phrases: Phrases) -> Iterator[bytes]:
    """Yield the lines in UTF-8 with a byte-order mark, which Excel needs.

    The separator is the one that spreadsheets expect where the language is spoken.
    """
    separator = str(phrases.manners["separator"])
    head = phrases.say("sheet.head", version=sample.producer.version, code=sample.code, n=len(sample.rows))
    guide = [head, *phrases.say("sheet.guide").strip().splitlines()]
    names = [phrases.say(f"sheet.{name}") for name in COLUMNS]
    table: list[Sequence[str | None]] = [*([line] for line in guide), [""], names, *(_cells(*row) for row in shown)]
    yield MARK.encode()
    yield from (line.encode() for line in rows(table, separator))


def _cells(drawn: Drawn, a: Shown, b: Shown) -> list[str | None]:
    sides = [cell for side in (a, b) for cell in (side.outlet, side.published, side.title, side.text[:LONGEST])]
    return [drawn.row, *sides, *("" for _ in QUESTIONS), ""]
