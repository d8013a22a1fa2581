"""How things look at a terminal; nothing is said by colour alone."""

from rich import box
from rich.table import Table

from sourcier.cli.visible import visible
from sourcier.core.credit import CreditStatus

PASSAGE_STYLES = ("black on bright_cyan", "black on bright_yellow", "black on bright_green", "black on bright_magenta")
"""One after the other by letter of the source."""
ASIDE_STYLE = "dim italic"
CHANGE_STYLE = "bold underline"

CREDIT_STYLE: dict[CreditStatus, str] = {
    "full": "green",
    "partial": "yellow",
    "none_found": "bold",
    "other_named": "yellow",
}

safe = visible


def plain_table(*headings: str) -> Table:
    """Return a table that reads well in any font: a line under the headings and no more."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False, header_style="dim", expand=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table
