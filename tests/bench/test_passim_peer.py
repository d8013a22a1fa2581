"""passim's alignments become rows of our form."""

import json
from pathlib import Path
from typing import Any

from bench.peers.passim_peer import PADDING, minutes, prepare, rows


def alignment(source: str, derived: str, matches: int, **changes: Any) -> dict[str, Any]:
    spans = {"begin": PADDING + 5, "end": PADDING + 90, "begin2": PADDING - 3, "end2": PADDING + 80}
    return {"id": source, "id2": derived, "matches": matches, "ts": 10, "ts2": 20} | spans | changes


def written(folder: Path, *found: dict[str, Any]) -> Path:
    (folder / "align.json").mkdir()
    text = "".join(json.dumps(row) + "\n" for row in found)
    (folder / "align.json" / "part-0.json").write_text(text, encoding="utf-8")
    return folder


def test_the_padding_is_taken_off(tmp_path: Path) -> None:
    (row,) = rows(written(tmp_path, alignment("a", "b", 80)))
    assert (row["source"], row["source_span"]) == ("a", {"start": 5, "end": 90})
    assert (row["derived"], row["derived_span"]) == ("b", {"start": 0, "end": 80})


def test_the_source_with_most_matches_is_the_best(tmp_path: Path) -> None:
    found = list(rows(written(tmp_path, alignment("a", "c", 80), alignment("b", "c", 50), alignment("b", "c", 40))))
    assert [(row["source"], row["best"]) for row in found] == [("a", False), ("b", True), ("b", True)]


def test_pairs_far_apart_can_be_left_out_but_not_undated_ones(tmp_path: Path) -> None:
    far, undated = {"ts": 10, "ts2": 10 + 6 * 24 * 60}, {"ts": 0, "ts2": 10**6}
    folder = written(tmp_path, alignment("a", "b", 9, **far), alignment("c", "d", 9, **undated))
    assert [row["source"] for row in rows(folder, days=5)] == ["c"]


def test_prepared_texts_are_padded_and_dated_in_minutes(tmp_path: Path) -> None:
    corpus, prepared = tmp_path / "corpus.jsonl", tmp_path / "prepared.jsonl"
    corpus.write_text(json.dumps({"id": "a", "published": "1970-01-02", "text": "Été."}) + "\n", encoding="utf-8")
    prepare(corpus, prepared)
    assert json.loads(prepared.read_text(encoding="utf-8")) == {"id": "a", "ts": 1440, "text": " " * PADDING + "Été."}
    assert minutes("1970-01-01T01:00:00Z") == 60
    assert minutes(None) == 0
