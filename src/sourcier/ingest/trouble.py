"""How one article's bad news leaves a reader: the registry makes a Problem of it and goes on."""

from sourcier.core.problem import Problem

STAGE = "ingest"


class Trouble(Exception):
    """One article, and no other, cannot be read."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def problem(where: str, message: str, hint: str | None = None) -> Problem:
    """Return the record of something that went wrong at `where`, a path or path#line."""
    return Problem(STAGE, where, message, hint)
