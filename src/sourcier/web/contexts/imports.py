"""The imports: what was taken in since the server began, and what could not be read."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import anyio

from sourcier.core.problem import Problem
from sourcier.export.line import line
from sourcier.lang.interface import Phrases
from sourcier.lang.messages import in_language
from sourcier.web.imported import Import, Step
from sourcier.web.imports import Imports

_SHOWN = 50  # problems on a page
_TICK = 0.25  # seconds between two looks at an import


@dataclass(frozen=True)
class Told:
    """A problem in the visitor's language."""

    where: str
    message: str
    hint: str | None


@dataclass(frozen=True)
class One:
    """One import, with its problems said."""

    each: Import
    problems: tuple[Told, ...]

    @property
    def since(self) -> str | None:
        """The time from which on the ledger knows what was added, None where nothing was."""
        begun = self.each.started
        return f"{begun:%Y-%m-%dT%H:%M:%S}" if begun and self.each.new else None

    @property
    def step(self) -> Step | None:
        """The step under way, None before the first."""
        return self.each.steps[-1] if self.each.steps and not self.each.over else None

    def row(self) -> bytes:
        """Return it as JSON."""
        return line(import_row(self.each))


@dataclass(frozen=True)
class All:
    """The imports remembered, and what in the ledger could not be read."""

    imports: tuple[Import, ...]
    problems: tuple[Told, ...]
    problem_count: int

    def row(self) -> bytes:
        """Return it as JSON."""
        said = {"problems": [asdict(each) for each in self.problems], "problem_count": self.problem_count}
        return line({"items": [import_row(each) for each in self.imports], **said})


def one(each: Import, phrases: Phrases) -> One:
    """Return one import as it is shown."""
    return One(each, told((*((each.error,) if each.error else ()), *each.problems), phrases))


def every(imports: Imports, problems: list[Problem], phrases: Phrases) -> All:
    """Return all of them."""
    return All(imports.all(), told(problems, phrases), len(problems))


def told(problems: "list[Problem] | tuple[Problem, ...]", phrases: Phrases) -> tuple[Told, ...]:
    """Return the first problems in the language of the page."""
    return tuple(
        Told(each.where, in_language(each.message, phrases), in_language(each.hint, phrases) if each.hint else None)
        for each in problems[:_SHOWN]
    )


def import_row(each: Import) -> dict[str, Any]:
    """Return an import as JSON values."""
    row = asdict(each)
    for name in ("started", "ended"):
        row[name] = row[name].isoformat(timespec="seconds") if row[name] else None
    return row


async def updates(imports: Imports, key: str, phrases: Phrases) -> AsyncIterator[Mapping[str, Any]]:
    """Yield how far an import has come whenever that changes, until it is over or the server ends."""
    version = -1
    while (known := imports.status(key)) is not None:
        if known.version > version:
            version = known.version
            step = known.steps[-1] if known.steps else None
            yield {
                "state": known.state,
                "words": phrases.say(f"pages.imports.state_{known.state}"),
                "step": phrases.say(f"progress.{step.key}") if step else "",
                "done": step.done if step else 0,
                "total": step.total if step else None,
                "count": phrases.number(step.done) if step and step.done else "",
            }
        if known.over or imports.closed:
            return
        await anyio.sleep(_TICK)
