"""Many problems of one sort, told to people in a few lines."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sourcier.core.problem import Problem
from sourcier.lang.messages import sort_of

_SHOWN = 2  # of one sort at one place; a third is shown where it is the last, which is no longer than saying so
_PLACE = re.compile(r"(.*)#\d+|(.*)/[^/]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class More:
    """Further problems of the sort told just before, in the same file or folder."""

    where: str
    n: int


def folded(problems: Iterable[Problem]) -> Iterator[Problem | More]:
    """Yield the first problems of each sort, file by file (folder by folder, for whole files), and how many more."""
    sorts: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        sorts.setdefault((problem.stage, _place(problem.where), sort_of(problem.message)), []).append(problem)
    for (_, where, _), group in sorts.items():
        if len(group) <= _SHOWN + 1:
            yield from group
        else:
            yield from group[:_SHOWN]
            yield More(where, len(group) - _SHOWN)


def _place(where: str) -> str:
    """Return the file of a line, else the folder of a file."""
    match = _PLACE.fullmatch(where)
    return (match[1] or match[2] or "") if match else ""
