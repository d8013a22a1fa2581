"""Small corpora and hand-made truths for the tests of the benchmark."""

import json
from pathlib import Path
from typing import Any

from bench.answers import Document, Row, Stretch
from bench.spans import Span


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def perfect_row(truth: dict[str, Any], passage: dict[str, Any], texts: dict[str, str]) -> dict[str, Any]:
    """Give what `trace --json` would print for a true passage."""

    def span(name: str, bounds: list[int]) -> dict[str, Any]:
        return {"start": bounds[0], "end": bounds[1], "text": texts[name][bounds[0] : bounds[1]]}

    derived, source = truth["id"], passage["source"]
    return {
        "kind": "reuse",
        "derived": derived,
        "source": source,
        "derived_span": span(derived, passage["derived_span"]),
        "source_span": span(source, passage["source_span"]),
        "best": source in truth["parents"],
        "edits": [
            {"unit": "words", "derived": span(derived, here), "source": span(source, there)}
            for here, there in passage.get("edits", [])
        ],
    }


def document(identity: str, shared: dict[str, list[Stretch]] | None = None, **changes: Any) -> Document:
    settings: dict[str, Any] = {
        "story": 1,
        "kind": "verbatim",
        "published": "2024-05-01T10:00:00Z",
        "parents": tuple(shared or ()),
        "tellable": bool(shared),
        "standing": (),
    }
    return Document(identity, **(settings | changes), shared=shared or {})


def stretch(derived: Span, source: Span, *, words: int = 30, counted: bool = True, edits: Any = ()) -> Stretch:
    return Stretch(derived, source, words, counted, edits)


def row(derived: str, source: str, span: Span | None, *, best: bool = True, edits: Any = ()) -> Row:
    return Row(derived, source, span, span, best, tuple(edits))
