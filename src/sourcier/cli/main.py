"""The entry point: every way out is one clear line and an exit status, never a traceback."""

import gc
import os
import sys
from collections.abc import Sequence

import click

from sourcier.cli.interface_language import interface_language
from sourcier.cli.page import INTERRUPTED, PIPE_CLOSED
from sourcier.cli.program import Program
from sourcier.cli.streams import let_go, ready
from sourcier.cli.terminal import Terminal
from sourcier.cli.wrong_command import hint, in_words
from sourcier.core.errors import InputError, NoArticle, SourcierError
from sourcier.core.problem import Problem
from sourcier.lang.interface import phrases

NOTHING_READ, WRONG = 1, 2
_COLLECT_AFTER = 200_000  # values made; they hold no cycles, and looking for some more often costs a tenth of the time


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 when anything was read, 1 when nothing was, 2 if it is wrong."""
    arguments = sys.argv[1:] if arguments is None else arguments
    gc.set_threshold(_COLLECT_AFTER)
    terminal = Terminal(phrases(interface_language(arguments, os.environ)), "--json" in arguments)
    if not ready():
        return _stop(terminal, "system", terminal.say("wrong.no_output"), None, NOTHING_READ)
    try:
        status = _run(arguments, terminal)
        sys.stdout.flush()
    except BrokenPipeError:
        let_go()
        return PIPE_CLOSED
    except OSError as error:  # such as a full disk
        let_go()
        return _unexpected(terminal, error)
    return status


def _run(arguments: Sequence[str], terminal: Terminal) -> int:
    try:
        result = Program(terminal.phrases).main(list(arguments), prog_name="sourcier", standalone_mode=False)
    except click.UsageError as error:
        return _stop(terminal, "command", in_words(error, terminal.phrases), hint(error, terminal.phrases))
    except InputError as error:
        status = NOTHING_READ if isinstance(error, NoArticle) else WRONG
        return _stop(terminal, "command", error.message, error.hint, status)
    except SourcierError as error:
        return _stop(terminal, "ledger", error.message, error.hint, NOTHING_READ)
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last guard
        return _unexpected(terminal, error)
    return result if isinstance(result, int) else 0


def _stop(terminal: Terminal, stage: str, message: str, advice: str | None, status: int = WRONG) -> int:
    terminal.problem(Problem(stage, "", message, advice))
    return status


def _unexpected(terminal: Terminal, error: Exception) -> int:
    if os.environ.get("SOURCIER_DEBUG"):
        raise error
    if isinstance(error, OSError) and error.strerror:
        where = str(error.filename or "")
        return _stop(terminal, "system", ": ".join(filter(None, (where, error.strerror))), None, NOTHING_READ)
    message = terminal.say("wrong.unexpected", error=f"{type(error).__name__}: {error}".splitlines()[0])
    return _stop(terminal, "program", message, terminal.say("wrong.report"), NOTHING_READ)
