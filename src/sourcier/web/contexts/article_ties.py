"""The texts that an article shares passages with, and when they came."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sourcier.core.family import Edge
from sourcier.core.passage import Direction
from sourcier.export.ties import Held
from sourcier.workflow.sheet import Sheet

Role = Literal["earlier", "unknown", "later", "beside"]
ROLES: tuple[Role, ...] = ("earlier", "unknown", "later", "beside")

_AS_DERIVED: Mapping[Direction, Role] = {
    "source_first": "earlier", "unknown": "unknown", "derived_first": "later",
}  # fmt: skip
_AS_SOURCE: Mapping[Direction, Role] = {
    "source_first": "later", "unknown": "unknown", "derived_first": "earlier",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tie:
    """What is known of the article and one other text; `edge` is None where neither is a likely parent of the other.

    `role` says when the other one came, as far as that is known; « beside » is a text that holds the same passages and
    nothing more is said of the two. `share` is that of the article's words, 0..1.
    """

    id: str
    role: Role
    share: float
    edge: Edge | None


def ties(sheet: Sheet) -> tuple[Tie, ...]:
    """Return the other texts: known sources, those of unknown direction, later ones, those beside, each by share.

    Other texts that its page had are none: they are listed as its versions.
    """
    own = {edge.source: edge for edge in sheet.edges}
    theirs = {edge.derived: edge for edge in sheet.later_edges}
    found = [Tie(id_, _AS_DERIVED[edge.direction], edge.shared, edge) for id_, edge in own.items()]
    found += [
        Tie(held.id, _AS_SOURCE[held.direction] if _claimed(held, sheet) else "beside", held.share, theirs.get(held.id))
        for held in sheet.ties.later
        if held.id not in own
    ]
    known = {tie.id for tie in found}
    found += [Tie(held.id, "beside", held.share, None) for held in sheet.also if held.id not in known]
    found = [tie for tie in found if tie.id not in sheet.ties.versions]
    return tuple(sorted(found, key=lambda tie: (ROLES.index(tie.role), -tie.share, tie.id)))


def _claimed(held: Held, sheet: Sheet) -> bool:
    """Tell whether the two have a tie of their own; where not all ties are here, a known direction stands for one."""
    return held.tied or (sheet.cut and held.direction != "unknown")
