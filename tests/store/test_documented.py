import re
import sqlite3
from pathlib import Path

import pytest

from sourcier.store.ledger import Ledger

_PAGE = Path(__file__).parents[2] / "docs" / "ledger.md"
_INTERNAL = ("search_", "sqlite_")


def _names(path: Path, kind: str) -> set[str]:
    with sqlite3.connect(path) as db:
        rows = db.execute("SELECT name FROM sqlite_schema WHERE type = ?", (kind,)).fetchall()
    return {name for (name,) in rows if not name.startswith(_INTERNAL)}


def test_every_table_is_documented_and_no_other(ledger: Ledger, path: Path) -> None:
    assert ledger.check() == []
    assert set(re.findall(r"^\*\*`(\w+)`\*\*", _PAGE.read_text("utf-8"), re.M)) == _names(path, "table")


def test_every_view_is_documented_and_no_other(ledger: Ledger, path: Path) -> None:
    assert ledger.check() == []
    assert set(re.findall(r"^\| `(v_\w+)`", _PAGE.read_text("utf-8"), re.M)) == _names(path, "view")


def test_every_column_is_documented(ledger: Ledger, path: Path) -> None:
    assert ledger.check() == []
    sections = dict(re.findall(r"^\*\*`(\w+)`\*\*(.+?)(?=^\*\*`|^## |\Z)", _PAGE.read_text("utf-8"), re.M | re.S))
    obvious = {
        "number",
        "article",
        "edge",
        "family",
        "passage",
        "derived",
        "source",
        "position",
        "name",
        "value",
        "stage",
    }
    obvious |= {"text", "title", "outlet", "url", "byline", "id", "searched", "searched_from", "searched_to"}
    with sqlite3.connect(path) as db:
        for table in sorted(_names(path, "table")):
            columns = {row[1] for row in db.execute(f"PRAGMA table_info({table})")} - obvious
            named = {column for column in columns if f"`{column}`" in sections[table]}
            offsets = {column for column in columns if re.fullmatch("(derived|source)_(start|end)", column)}
            assert columns - named - (offsets if "four offsets" in sections[table] else set()) == set(), table


@pytest.mark.parametrize("example", re.findall(r"```sql\n(.+?)```", _PAGE.read_text("utf-8"), re.S))
def test_every_example_runs(ledger: Ledger, path: Path, example: str) -> None:
    assert ledger.check() == []
    with sqlite3.connect(path) as db:
        db.execute(example)
