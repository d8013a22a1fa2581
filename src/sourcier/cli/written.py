"""Files that a command writes beside what it prints."""

from collections.abc import Iterable
from pathlib import Path

from sourcier.cli.dossier_file import replace, replaceable
from sourcier.cli.terminal import Terminal
from sourcier.core.errors import InputError
from sourcier.lang.messages import in_language


def check(terminal: Terminal, path: Path, inputs: Iterable[str], mark: bytes) -> None:
    """Raise InputError where the file is not ours, or is one that is read."""
    if not replaceable(path, inputs, mark):
        raise InputError(terminal.say("wrong.kept_file", path=path), terminal.say("wrong.kept_file_hint"))


def write(terminal: Terminal, path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write the file whole; InputError in the words of the system where it cannot be written."""
    try:
        replace(path, data)
    except OSError as error:
        why = in_language(error.strerror or str(error), terminal.phrases)
        raise InputError(terminal.say("wrong.unwritable", path=path, why=why)) from error
