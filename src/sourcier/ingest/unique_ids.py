"""No two articles of a reading go by one id: a record whose id is taken goes by its file and line."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from sourcier.core.article import Article
from sourcier.core.identity import marks
from sourcier.core.problem import Problem
from sourcier.ingest.piece import Piece
from sourcier.ingest.source import Source
from sourcier.ingest.taken import Taken
from sourcier.ingest.trouble import problem

_BITS = (1 << 64) - 1
T = TypeVar("T")


class UniqueIds:
    """The ids of one reading, in the order in which they were given out."""

    def __init__(self) -> None:
        self._taken = Taken()

    def piece(self, piece: Piece) -> Piece:
        """Return a piece whose id is its own."""
        if piece.source.id in self._taken:
            piece = replace(piece, source=replace(piece.source, id=self._free(piece.source.id)))
        self._taken.add(piece.source.id)
        return piece

    def records(self, items: Iterable[Article | T], source: Source) -> Iterator[Article | Problem | T]:
        """Yield what a file of records holds, and after it how many of its ids were those of other articles."""
        given = Taken()
        elsewhere = 0
        for item in items:
            if not isinstance(item, Article):
                yield item
                continue
            line = (item.path or "").removeprefix(source.path)
            stated = item.id != f"{source.id}{line}"
            same = _same(item) if stated else 0
            if item.id in self._taken:
                if item.id in given:
                    yield problem(item.path or source.path, f"the id {item.id!r} stands twice in this file")
                else:
                    elsewhere += self._taken[item.id] != same  # the same article in two files is no surprise
                item = replace(item, id=self._free(f"{source.id}{line}"))  # noqa: PLW2901
            self._taken.add(item.id, same)
            if stated:
                given.add(item.id)
            yield item
        if elsewhere:
            message = (
                f"ids of records that are those of other articles too: {elsewhere:,}; they go by file and line here"
            )
            yield problem(source.path, message)

    def _free(self, id_: str) -> str:
        while id_ in self._taken:
            id_ += "'"
        return id_


def _same(article: Article) -> int:
    """Return a number that two readings of one article have in common, and not zero."""
    return hash((article.text, marks(article))) & _BITS or 1
