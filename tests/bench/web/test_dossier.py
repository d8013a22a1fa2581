"""The invented rows of the big ledger."""

import json
from pathlib import Path

from bench.web.dossier import build, invented, write
from sourcier.store.ledger import Ledger


def test_rows_are_as_many_as_asked_for_and_complete(tmp_path: Path) -> None:
    write(tmp_path / "rows.jsonl", 60, 7)
    rows = [json.loads(line) for line in (tmp_path / "rows.jsonl").read_text("utf-8").splitlines()]
    assert len({row["id"] for row in rows}) == len(rows) == 60
    assert all(row["outlet"] and row["url"].startswith("https://") and row["text"] for row in rows)
    assert sum(row["published"] is not None for row in rows) > 40


def test_the_same_seed_gives_the_same_rows_and_another_gives_others() -> None:
    assert list(invented(30, 7)) == list(invented(30, 7))
    assert not {row["text"] for row in invented(30, 7)} & {row["text"] for row in invented(30, 8)}


def test_a_ledger_is_made_by_the_program_and_only_once(tmp_path: Path) -> None:
    ledger = tmp_path / "web.db"
    first = build(ledger, 40, 7)
    assert first.usage is not None
    assert first.usage.status == 0
    with Ledger(ledger, create=False) as opened:
        assert len(opened) == 40
        found = opened.lineage()
    assert found is not None
    assert found.families
    assert build(ledger, 40, 7).usage is None
