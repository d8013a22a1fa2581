"""Where each text of a story stands in its picture: one lane a text, a text under the one that it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sourcier.web.pictures.scale import DAY, Scale, scale

_LAST = datetime.max.replace(tzinfo=UTC)
NodeKind = Literal["text", "root", "absent"]
TieKind = Literal["known", "unknown", "absent"]


@dataclass(frozen=True, slots=True)
class Node:
    """A text, in `language`: `lines` are the small ones under its name; `start` and `end` bound its time.

    These are what the clocks of the picture's time zone show, marked as UTC; `stated` is the time as the text has it.
    A root has no source that is known here; an absent text is one that nobody has, and has no date.
    """

    id: str
    name: str
    title: str
    link: str | None
    start: datetime | None
    end: datetime | None
    kind: NodeKind
    lines: tuple[str, ...] = ()
    language: str | None = None
    stated: str | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """Words that two texts share; « known » where `derived` comes from `source`, « absent » where nobody has that."""

    derived: str
    source: str
    kind: TieKind
    credited: bool
    title: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A node with its place: `x` as a share of the time axis, None where it has no date."""

    node: Node
    x: float | None
    whisker: float | None


def lanes(nodes: Sequence[Node], ties: Sequence[Tie]) -> tuple[list[Lane], Scale | None]:
    """Return the nodes from top to bottom, each text after its main source, and the time axis, None without dates."""
    dated = [node.start for node in nodes if node.start]
    dated += [node.end for node in nodes if node.start and node.end and node.end - node.start == DAY]
    axis = scale(dated) if dated else None
    return [_lane(node, axis) for node in _ordered(nodes, ties)], axis


def _lane(node: Node, axis: Scale | None) -> Lane:
    if node.start is None or axis is None:
        return Lane(node, None, None)
    return Lane(node, axis.place(node.start), axis.place(node.end) if node.end else None)


def mains(ties: Sequence[Tie]) -> dict[str, Tie]:
    """Return the tie that each text stands under, by its id: the first whose direction is known, else the first."""
    found: dict[str, Tie] = {}
    for tie in sorted(ties, key=lambda each: each.kind == "unknown"):
        found.setdefault(tie.derived, tie)
    return found


def _ordered(nodes: Sequence[Node], ties: Sequence[Tie]) -> list[Node]:
    parents = {id_: tie.source for id_, tie in mains(ties).items()}
    by_time = sorted(nodes, key=lambda node: (node.kind != "absent", node.start or _LAST, node.id))
    known = {node.id for node in nodes}
    children: dict[str, list[Node]] = {}
    for node in by_time:
        if parents.get(node.id) in known:
            children.setdefault(parents[node.id], []).append(node)
    placed: dict[str, Node] = {}
    waiting = [node for node in by_time if parents.get(node.id) not in known]
    for first in [*waiting, *by_time]:  # texts that come from one another in a circle are reached last
        stack = [first]
        while stack:
            node = stack.pop()
            if node.id not in placed:
                placed[node.id] = node
                stack += reversed(children.get(node.id, []))
    return list(placed.values())
