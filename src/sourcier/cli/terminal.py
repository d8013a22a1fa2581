"""Where rows, words for people and problems go: standard output holds the first two and nothing else."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sourcier.cli.folding import More, folded
from sourcier.cli.visible import visible
from sourcier.core.problem import Problem
from sourcier.lang.interface import Phrases
from sourcier.lang.messages import in_language

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

_WIDTH_OFF_TERMINAL = 100


@dataclass(frozen=True, slots=True)
class Terminal:
    """The two streams of one run, in the language of `phrases`; as JSON lines where `as_json`."""

    phrases: Phrases
    as_json: bool

    def say(self, key: str, /, **values: object) -> str:
        """Return a message of the interface."""
        return self.phrases.say(key, **values)

    def rows(self, lines: Iterable[bytes]) -> None:
        """Write JSON lines on standard output."""
        write = sys.stdout.buffer.write
        for line in lines:
            write(line)

    def show(self, *renderables: "RenderableType") -> None:
        """Write for people on standard output."""
        console = self.console()
        for each in renderables:
            console.print(each)

    def tell(self, text: str) -> None:
        """Write one plain line for people on standard output."""
        sys.stdout.write(f"{visible(text)}\n")

    def console(self) -> "Console":
        """Return rich's console: plain off a terminal, where NO_COLOR is set, or where TERM is dumb."""
        from sourcier.cli.console import PipedConsole  # noqa: PLC0415 - rich is for people; --json does without it

        width = None if sys.stdout.isatty() else _WIDTH_OFF_TERMINAL
        return PipedConsole(width=width, highlight=False, markup=False, emoji=False, soft_wrap=False)

    def problem(self, problem: Problem) -> None:
        """Write what went wrong with one article on standard error."""
        hint = problem.hint and in_language(problem.hint, self.phrases)
        problem = replace(problem, message=in_language(problem.message, self.phrases), hint=hint)
        if self.as_json:
            sys.stderr.write(self._as_line(problem))
            return
        where = f"{visible(problem.where)}: " if problem.where else ""
        advice = f" ({visible(problem.hint)})" if problem.hint else ""
        sys.stderr.write(f"{where}{visible(problem.message)}{advice}\n")

    def problems(self, problems: Iterable[Problem]) -> None:
        """Write several; for people, those of one sort are folded."""
        if self.as_json:
            for each in problems:
                self.problem(each)
            return
        parts = tuple(folded(problems))
        for part in parts:
            if isinstance(part, More):
                self.note(self.say("problems.more", where=visible(part.where or "."), n=part.n))
            else:
                self.problem(part)
        if any(isinstance(part, More) for part in parts):
            self.note(self.say("problems.all"))

    def note(self, text: str) -> None:
        """Tell people something that is neither a row nor a problem, on standard error; nothing with --json."""
        if not self.as_json:
            sys.stderr.write(f"{text}\n")

    def _as_line(self, problem: Problem) -> str:
        from sourcier.export.problem_rows import problem_row  # noqa: PLC0415 - keeps orjson off --help

        return problem_row(problem).decode("utf-8")
