"""The standard streams as they are handed over: closed, or of an encoding that lacks some characters."""

import os
import sys
from io import TextIOWrapper
from pathlib import Path


def ready() -> bool:
    """Make both streams fit to be written to; False where standard output is closed."""
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - as long as the program
    if sys.stdout is None:
        return False
    if isinstance(sys.stdout, TextIOWrapper) and sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="replace")  # a mark for one letter, and not the loss of the whole page
    return True


def let_go() -> None:
    """Send what is still buffered nowhere: it must not fail again when the interpreter closes standard output."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
