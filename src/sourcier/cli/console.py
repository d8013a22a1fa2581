"""Rich's console, whose reader may go away."""

from typing import NoReturn

from rich.console import Console


class PipedConsole(Console):
    """A console that tells of a closed pipe as any other stream does."""

    def on_broken_pipe(self) -> NoReturn:
        """Raise BrokenPipeError; rich would leave with status 1, which means that nothing was read."""
        raise BrokenPipeError
