"""Where one stands in a long list, and the addresses of the parts before and after."""

from dataclasses import dataclass
from typing import Any

from sourcier.web.visit import Visit

_MOST = 100_000  # pages


@dataclass(frozen=True)
class Paging:
    """The part `number` of `count`, from 1; `before` and `after` are addresses, None at the ends."""

    number: int
    count: int
    before: str | None
    after: str | None


def place(visit: Visit, size: int) -> int:
    """Return the offset that `?page=` asks for."""
    return (max(visit.number("page", 1, _MOST), 1) - 1) * size


def paging(visit: Visit, name: str, size: int, offset: int, total: int, **path: str) -> Paging:
    """Return the parts around `offset`; the addresses keep the rest of the query."""
    number, count = offset // size + 1, max(1, -(-total // size))

    def at(page: int) -> str:
        query: dict[str, Any] = {**visit.query, "page": page if page > 1 else None}
        return visit.link(name, query, **path)

    before = at(min(number - 1, count)) if number > 1 else None
    return Paging(number, count, before, at(number + 1) if number < count else None)
