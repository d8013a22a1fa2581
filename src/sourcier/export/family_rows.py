"""Families as JSON values: the lines of `trace --families --json`."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sourcier.core.credit import Credit
from sourcier.core.family import AbsentOrigin, Block, Edge, Family, Headline, Reason, Searched, Shares
from sourcier.core.span import Span
from sourcier.export.duration import iso_duration
from sourcier.export.line import line
from sourcier.export.rows import edit, share, span


def families(
    found: Iterable[Family], texts: Mapping[str, str], incomplete: Collection[str] = frozenset()
) -> Iterator[bytes]:
    """Yield one line a family; `texts` are the stored texts by id, `incomplete` the ids of those known to be cut."""
    return (line(family(each, texts, incomplete)) for each in found)


def family(each: Family, texts: Mapping[str, str], incomplete: Collection[str] = frozenset()) -> dict[str, Any]:
    """Return one family with its edges and the shares of each article."""
    return {
        "id": each.id,
        "origin": each.origin,
        "absent_origin": absent_origin(each.absent_origin),
        "articles": list(each.articles),
        "incomplete": [id_ for id_ in each.articles if id_ in incomplete],
        "searched": searched(each.searched),
        "edges": [edge(one, texts[one.derived], texts[one.source]) for one in each.edges],
        "shares": {id_: shares(value) for id_, value in each.shares.items()},
    }


def edge(one: Edge, derived: str, source: str) -> dict[str, Any]:
    """Return one edge; `derived` and `source` are the two stored texts."""
    return {
        "derived": one.derived,
        "source": one.source,
        "shared": share(one.shared),
        "delay": None if one.delay is None else iso_duration(one.delay),
        "direction": one.direction,
        "reasons": reasons(one.reasons),
        "credit": credit(one.credit, derived),
        "passages": stretches(one.passages),
        "blocks": [block(each, derived, source) for each in one.blocks],
        "headline": headline(one.headline),
    }


def absent_origin(origin: AbsentOrigin | None) -> dict[str, Any] | None:
    """Return the origin that nobody has, None where there is none."""
    return None if origin is None else {"name": origin.name, "why": origin.why}


def searched(scope: Searched) -> dict[str, Any]:
    """Return what an absence is relative to."""
    return {"articles": scope.articles, "from": scope.start, "to": scope.end}


def reasons(given: Sequence[Reason]) -> list[dict[str, Any]]:
    """Return the signals of direction."""
    return [{"kind": reason.kind, "text": reason.text} for reason in given]


def credit(given: Credit, derived: str) -> dict[str, Any]:
    """Return the credit that the derived text gives."""
    return {
        "status": given.status,
        "names": list(given.names),
        "spans": [span(one, derived) for one in given.spans],
        "covers": list(given.covers),
    }


def stretches(spans: Sequence[Span]) -> list[dict[str, int]]:
    """Return the shared stretches of the derived text, paragraph by paragraph, which a credit's `covers` counts."""
    return [{"start": each.start, "end": each.end} for each in spans]


def block(each: Block, derived: str, source: str) -> dict[str, Any]:
    """Return one unit put in, left out or moved."""
    return {
        "unit": each.unit,
        "kind": each.kind,
        "derived": span(each.derived, derived),
        "source": span(each.source, source),
    }


def headline(pair: Headline | None) -> dict[str, Any] | None:
    """Return the two headlines and how they differ."""
    if pair is None:
        return None
    edits = [edit(change, pair.derived, pair.source) for change in pair.edits]
    return {"derived": pair.derived, "source": pair.source, "edits": edits}


def shares(value: Shares) -> dict[str, float]:
    """Return the three shares of an article's words."""
    return {"shared": share(value.shared), "reworded": share(value.reworded), "unmatched": share(value.unmatched)}
