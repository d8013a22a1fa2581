"""Ties as a CSV file that pandas, NetworkX and Gephi read: the lines of `trace --edges`."""

from collections.abc import Iterable, Iterator

from sourcier.core.producer import Producer
from sourcier.core.tie import Side, Tie
from sourcier.export.cells import rows

_TIE = ("source", "target", "type", "weight", "derived", "direction", "family", "delay_seconds", "credit",
        "passages", "passages_credited", "source_outlet", "target_outlet", "source_published", "target_published",
        "source_title", "target_title")  # fmt: skip
HEAD = ",".join(_TIE)
"""How such a file begins."""


def edge_list(ties: Iterable[Tie], producer: Producer) -> Iterator[bytes]:
    """Yield the lines, in UTF-8: that of the names of columns, then one a tie."""
    found_by = producer.fields()
    names = [name for name in found_by if name != "name"]
    found = [_value(found_by[name]) for name in names]
    table = ((*_row(tie), *found) for tie in ties)
    yield f"{HEAD},{','.join(map(_column, names))}\r\n".encode()
    yield from (line.encode() for line in rows(table))


def _row(tie: Tie) -> tuple[str | float | None, ...]:
    """Return the cells; the arrow goes from the text that is known to be the first, and has no head where none is."""
    source, target = (tie.derived, tie.source) if tie.direction == "derived_first" else (tie.source, tie.derived)
    arrow = "Undirected" if tie.direction == "unknown" else "Directed"
    what = (tie.derived.id, tie.direction, tie.family, tie.delay, tie.credit, tie.passages, tie.credited)
    return source.id, target.id, arrow, round(tie.shared, 4), *what, *_known(source, target)


def _known(source: Side, target: Side) -> tuple[str | None, ...]:
    return source.outlet, target.outlet, source.published, target.published, source.title, target.title


def _column(name: str) -> str:
    return "sourcier" if name == "version" else name


def _value(value: object) -> str | float:
    return value if isinstance(value, int | float) else str(value)
