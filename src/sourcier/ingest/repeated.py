"""The same bad news of many records of one file: the first are told one by one, the rest as their number."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from sourcier.core.problem import Problem
from sourcier.ingest.trouble import problem

_FEW = 10
_VARIES = re.compile(r"[\d'\"].*", re.DOTALL)
T = TypeVar("T")


class Repeated:
    """What was told of one file or archive, by how its messages begin."""

    def __init__(self, where: str) -> None:
        self.where = where
        self._told: dict[str, int] = {}
        self._last: dict[str, Problem] = {}

    def first(self, item: Problem) -> bool:
        """Tell whether this is to be said by itself; else it is counted."""
        sort = _VARIES.sub("", item.message)
        self._told[sort] = number = self._told.get(sort, 0) + 1
        if number <= _FEW:
            return True
        self._last[sort] = item
        return False

    def rest(self) -> Iterator[Problem]:
        """Yield one problem for each sort of which there were more, and begin anew."""
        for sort, last in self._last.items():
            more = self._told[sort] - _FEW
            yield replace(problem(self.where, f"{more:,} more like this: {last.message}", last.hint), stage=last.stage)
        self._told, self._last = {}, {}


def counted(items: Iterable[T], where: str) -> Iterator[T | Problem]:
    """Yield what a file holds, and many problems of a sort as a few and their number."""
    repeated = Repeated(where)
    for item in items:
        if not isinstance(item, Problem) or repeated.first(item):
            yield item
    yield from repeated.rest()
