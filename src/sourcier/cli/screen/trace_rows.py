"""The texts that a text shares passages with, as `trace` lists them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from sourcier.core.credit import Credit
from sourcier.core.edit import Edit
from sourcier.core.family import Block, Edge
from sourcier.core.passage import Direction, Passage
from sourcier.export.stretches import turned
from sourcier.export.ties import Held

if TYPE_CHECKING:
    from sourcier.workflow.traced import Trace


BlockKind = Literal["inserted", "dropped", "moved"]


@dataclass(frozen=True, slots=True)
class Row:
    """Another text, by id, and how it hangs together with this one, seen from this one.

    `aligned` is False where passages differ but their edits were not looked for.
    """

    other: str
    share: float
    direction: Direction
    credit: Credit | None
    edits: Sequence[Edit]
    blocks: Sequence[Block]
    aligned: bool


def rows(found: "Trace", id_: str) -> list[Row]:
    """Return the sources of a text and the texts that share with it in no known direction, the largest share first."""
    edges = found.edges_of(id_)
    listed = {edge.source for edge in edges}
    unknown = (held for held in found.later_of(id_) if held.direction == "unknown" and held.id not in listed)
    both = [*(_source(found, edge) for edge in edges), *(_beside(found, id_, held) for held in unknown)]
    return sorted(both, key=lambda row: (-row.share, row.other))


def _source(found: "Trace", edge: Edge) -> Row:
    passages = [each for each in found.passages_of(edge.derived) if each.source == edge.source and each.kind == "reuse"]
    return Row(
        edge.source, edge.shared, edge.direction, edge.credit, _edits(passages), edge.blocks, _are_aligned(passages)
    )


def _beside(found: "Trace", id_: str, held: Held) -> Row:
    passages = [each for each in found.passages_from(id_) if each.derived == held.id and each.kind == "reuse"]
    edge = next((each for each in found.edges_from(id_) if each.derived == held.id), None)
    blocks = tuple(map(_turned_block, edge.blocks)) if edge else ()
    return Row(
        held.id, held.share, "unknown", None, _edits([turned(each) for each in passages]), blocks,
        _are_aligned(passages),
    )  # fmt: skip


def _edits(passages: Sequence[Passage]) -> list[Edit]:
    return [edit for each in passages for edit in each.edits]


def _are_aligned(passages: Sequence[Passage]) -> bool:
    return all(each.best or each.similarity >= 1 for each in passages)


_TURNED: dict[BlockKind, BlockKind] = {"inserted": "dropped", "dropped": "inserted", "moved": "moved"}


def _turned_block(block: Block) -> Block:
    return replace(block, kind=_TURNED[block.kind], derived=block.source, source=block.derived)
