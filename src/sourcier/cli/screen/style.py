"""How things look at a terminal; nothing is said by colour alone."""

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
