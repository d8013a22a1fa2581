"""A process that does what it is sent, until nothing comes any more.

It is a Python of its own, not a copy of the one that starts it: it runs nothing of the user's program, whatever that
is, and works the same on every system and beside threads.
"""

import os
import pickle
import signal
import sys
from typing import BinaryIO

COMMAND = "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); from {name} import serve; serve()"


def serve() -> None:
    """Read a function, then tasks by the list, from standard input; answer each list with the results.

    Both sides are of one program: what is unpickled comes from the process that started this one.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it is stopped, and ends it
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    try:
        _serve(sys.stdin.buffer, answers)
    except (EOFError, BrokenPipeError):
        os._exit(0)  # nothing is left to be flushed, and nobody to see it


def _serve(tasks: BinaryIO, answers: BinaryIO) -> None:
    work = pickle.load(tasks)  # noqa: S301 -- see above
    _send(answers, None)
    while True:
        _send(answers, [work(task) for task in pickle.load(tasks)])  # noqa: S301


def _send(answers: BinaryIO, value: object) -> None:
    pickle.dump(value, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()
