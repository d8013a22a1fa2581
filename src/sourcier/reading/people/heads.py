"""The nouns of roles: offices, ranks and trades."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Gender = Literal["masculine", "feminine"]
RoleClass = Literal["office", "rank", "trade", "personal"]


@dataclass(frozen=True, slots=True)
class Head:
    """A noun of a role: `name` is its masculine, `gender` None where it tells none; a `vague` one says little alone."""

    name: str
    kind: RoleClass
    gender: Gender | None
    vague: bool = False


def heads(table: Mapping[str, Any]) -> Iterator[tuple[str, Head]]:
    """Yield the nouns of a table of people; of one in several parts the first holds: rank, office, trade."""
    vague = frozenset(table["offices"]["vague"])
    parts: tuple[tuple[Iterable[str], RoleClass], ...] = (
        (table["offices"]["personal"], "personal"),
        (table["ranks"]["nouns"], "rank"),
        (table["offices"]["nouns"], "office"),
        (table["trades"]["nouns"], "trade"),
    )
    seen: set[str] = set()
    for entries, kind in parts:
        for entry in entries:
            name, *feminine = entry.split("/")
            for at, form in enumerate((name, *feminine)):
                if form not in seen:
                    seen.add(form)
                    gender: Gender | None = "feminine" if at else "masculine" if feminine else None
                    yield form, Head(name, kind, gender, name in vague)
