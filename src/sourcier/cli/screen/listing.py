"""Rows under headings: a table where there is room, a list where there is not."""

from collections.abc import Iterator

from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

_NARROW = 80  # columns; in fewer, a table of several columns breaks words apart


class Listing:
    """What a screen lists; the headings are the names of the cells, and a list repeats them in every row.

    `wide` shares the whole width out evenly, with a line between rows; `bare` shows no headings.
    """

    def __init__(self, *headings: str, wide: bool = False, bare: bool = False) -> None:
        self._headings = headings
        self._wide = wide
        self._bare = bare
        self._rows: list[tuple[Text, ...]] = []

    def add_row(self, *cells: str | Text) -> None:
        """Add one row, a cell a heading."""
        self._rows.append(tuple(Text(cell) if isinstance(cell, str) else cell for cell in cells))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the table, or the list where its words do not fit side by side; columns without a cell are left out."""
        filled = [
            number for number, name in enumerate(self._headings)
            if not name or any(row[number].plain for row in self._rows)
        ]  # fmt: skip
        widths = self._widths(filled, options.max_width)
        if options.max_width >= _NARROW and widths is not None:
            yield self._table(filled, widths)
            return
        for row in self._rows:
            yield from self._item(row, options.max_width)
            if not self._bare:
                yield Text()

    def _widths(self, columns: list[int], room: int) -> list[int | None] | None:
        """Return how wide each column is, so that no word is broken; None where that cannot be."""
        if self._wide or self._bare:
            return [None] * len(columns)
        cells = [[Text(self._headings[at]), *(row[at] for row in self._rows)] for at in columns]
        whole = [max(max(map(cell_len, cell.plain.split("\n"))) for cell in column) for column in cells]
        least = [max(cell_len(word) for cell in column for word in cell.plain.split() or [""]) for column in cells]
        spare = room - 3 * len(columns) - 1 - sum(least)
        if spare < 0:
            return None
        wanted = [full - low for full, low in zip(whole, least, strict=True)]
        given = dict.fromkeys(range(len(columns)), 0)
        for left, at in zip(range(len(columns), 0, -1), sorted(given, key=lambda at: wanted[at]), strict=True):
            given[at] = min(wanted[at], spare // left)  # those that want least get it whole
            spare -= given[at]
        return [low + more for low, more in zip(least, given.values(), strict=True)]

    def _table(self, columns: list[int], widths: list[int | None]) -> Table:
        if self._bare:
            table = Table.grid(padding=(0, 2, 0, 0))
        else:
            table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False, header_style="dim")
        table.expand, table.show_lines = self._wide, self._wide
        for at, width in zip(columns, widths, strict=True):
            table.add_column(self._headings[at], overflow="fold", width=width, ratio=1 if self._wide else None)
        for row in self._rows:
            table.add_row(*(row[at] for at in columns))
        return table

    def _item(self, row: tuple[Text, ...], width: int) -> Iterator[RenderableType]:
        for number, (heading, cell) in enumerate(zip(self._headings, row, strict=True)):
            if not cell.plain:
                continue
            indent = 2 if number else 0
            name = Text(f"{heading}  " if heading else "", style="dim")
            if "\n" in cell.plain or indent + len(name) + len(cell) > width:
                yield Padding(name, (0, 0, 0, indent)) if heading else Text("", end="")
                yield Padding(cell, (0, 0, 0, indent + 2 if heading else indent))
            else:
                yield Padding(name + cell, (0, 0, 0, indent))
