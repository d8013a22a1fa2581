"""How far long work has come, on standard error, for people at a terminal."""

import sys
import time
from types import TracebackType
from typing import Self

from sourcier.lang.interface import Phrases

_SILENT_SECONDS = 2.0
_BETWEEN_SECONDS = 0.2
_NOTES = frozenset({"waiting", "behind"})  # what people are to know even where nobody looks at a terminal


class Progress:
    """Called with a step, how much of it is done and of how much; silent for two seconds and off a terminal."""

    def __init__(self, phrases: Phrases, *, quiet: bool = False) -> None:
        self._phrases = phrases
        self._silent = quiet
        self._quiet = quiet or not sys.stderr.isatty()
        self._began = self._step_began = time.monotonic()
        self._written = 0.0
        self._step = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        if self._written:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def __call__(self, step: str, done: int, total: int | None) -> None:
        """Note the state of a step, and show it when it is time to; a note is written at once, in a line of its own."""
        if step in _NOTES:
            self._note(step)
            return
        if self._quiet:
            return
        now = time.monotonic()
        if step != self._step:
            self._step, self._step_began = step, now
        if now - self._began < _SILENT_SECONDS or now - self._written < _BETWEEN_SECONDS:
            return
        self._written = now
        sys.stderr.write(f"\r\x1b[K{self._line(step, done, total, now - self._step_began)}")
        sys.stderr.flush()

    def _note(self, step: str) -> None:
        if self._silent:
            return
        clean = "\r\x1b[K" if self._written else ""
        sys.stderr.write(f"{clean}{self._phrases.say(f'progress.{step}')}\n")
        sys.stderr.flush()

    def _line(self, step: str, done: int, total: int | None, elapsed: float) -> str:
        key = f"progress.{step}"
        name = self._phrases.say(key) if key in self._phrases.entries else step
        if not total:
            return self._phrases.say("working.count", step=name, done=done)
        left = time_left(elapsed, done, total)
        if left is None:
            return self._phrases.say("working.of", step=name, done=done, total=total)
        return self._phrases.say("working.left", step=name, done=done, total=total, left=_clock(left))


def time_left(elapsed: float, done: int, total: int) -> float | None:
    """Return the seconds that the rest takes at the pace so far, None before there is a pace."""
    return elapsed * (total - done) / done if done > 0 and elapsed > 0 else None


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
