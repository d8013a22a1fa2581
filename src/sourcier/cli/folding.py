"""Many problems of one sort, told to people in a few lines."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sourcier.core.problem import Problem
from sourcier.lang.messages import sort_of

_SHOWN = 2  # of one sort at one place; a third is shown where it is the last, which is no longer than saying so
_COUNTED = re.compile(r"([\d,]+) more like this: (.*)", re.DOTALL)  # see ingest/repeated
_PLACE = re.compile(r"(.*)#\d+|(.*)/[^/]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class More:
    """Further problems of the sort told just before, in the same file or folder."""

    where: str
    n: int


def folded(problems: Iterable[Problem]) -> Iterator[Problem | More]:
    """Yield the first problems of each sort, file by file (folder by folder, for whole files), and how many more.

    What a reader counted and did not tell is among these.
    """
    sorts: dict[tuple[str, str, str], list[Problem]] = {}
    untold: Counter[tuple[str, str, str]] = Counter()
    for problem in problems:
        counted = _COUNTED.fullmatch(problem.message)
        if counted and (key := (problem.stage, problem.where, sort_of(counted[2]))) in sorts:
            untold[key] += int(counted[1].replace(",", ""))
        else:
            key = (problem.stage, _place(problem.where), sort_of(problem.message))
            sorts.setdefault(key, []).append(problem)
    for key, group in sorts.items():
        if len(group) <= _SHOWN + 1 and not untold[key]:
            yield from group
        else:
            yield from group[:_SHOWN]
            yield More(key[1], len(group) - _SHOWN + untold[key])


def _place(where: str) -> str:
    """Return the file of a line, else the folder of a file."""
    match = _PLACE.fullmatch(where)
    return (match[1] or match[2] or "") if match else ""
