"""Spans and edits inside a column, as JSON that a reader of the file can understand."""

import json
from collections.abc import Iterable

from sourcier.core.edit import Edit
from sourcier.core.span import Span


def dump_spans(spans: Iterable[Span]) -> str:
    """Write spans as [[start, end], …]."""
    return json.dumps([[span.start, span.end] for span in spans])


def load_spans(text: str) -> tuple[Span, ...]:
    """Read what dump_spans wrote."""
    return tuple(Span(start, end) for start, end in json.loads(text))


def dump_edits(edits: Iterable[Edit]) -> str:
    """Write edits as a list of objects, their spans as [start, end]."""
    rows = [
        {
            "unit": edit.unit,
            "kind": edit.kind,
            "category": edit.category,
            "weight": edit.weight,
            "derived": [edit.derived.start, edit.derived.end],
            "source": [edit.source.start, edit.source.end],
            "cue": edit.cue,
        }
        for edit in edits
    ]
    return json.dumps(rows, ensure_ascii=False)


def load_edits(text: str) -> tuple[Edit, ...]:
    """Read what dump_edits wrote."""
    rows = json.loads(text)
    return tuple(Edit(**row | {"derived": Span(*row["derived"]), "source": Span(*row["source"])}) for row in rows)
