"""What can be made anew from the articles is mended; what cannot is said to come from a copy only."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from sourcier.ingest.options import ReadOptions
from sourcier.workflow.ledger import add
from sourcier.workflow.opened import Ledger
from tests.cli.running import sourcier
from tests.kill import feed

Damage = Callable[[Path], None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    add(tmp_path / "sourcier.db", [str(feed.write(tmp_path / "a.jsonl", 0, 40))], ReadOptions())
    return tmp_path / "sourcier.db"


def _sql(statement: str) -> Damage:
    def damage(path: Path) -> None:
        with sqlite3.connect(path) as db:
            db.execute("PRAGMA foreign_keys = OFF")
            db.executescript(statement)
        db.close()

    return damage


def _byte_of_a_segment(path: Path) -> None:
    segment = next(Path(f"{path}.index").glob("*.segment"))
    content = bytearray(segment.read_bytes())
    content[len(content) // 2] ^= 1
    segment.write_bytes(content)


def _cut_segment(path: Path) -> None:
    segment = next(Path(f"{path}.index").glob("*.segment"))
    segment.write_bytes(segment.read_bytes()[:-9])


def _of_more_texts(path: Path) -> None:
    """The ledger is the copy that was made before the last articles came."""
    shutil.copy(path, path.with_name("copy.db"))
    extra = feed.write(path.with_name("b.jsonl"), 40, 5)
    add(path, [str(extra)], ReadOptions())
    shutil.move(path.with_name("copy.db"), path)


def _found(path: Path) -> tuple[list[bytes], list[bytes]]:
    with Ledger(path) as ledger:
        found = ledger.trace()
        return list(found.rows()), list(found.family_rows())


@pytest.mark.parametrize(
    ("damage", "stage", "mended"),
    [
        (_byte_of_a_segment, "index", ("index",)),
        (_cut_segment, "index", ("index",)),
        (_of_more_texts, "index", ("index",)),
        (_sql("DELETE FROM pairs WHERE later % 2"), "lineage", ("lineage",)),
        (_sql("UPDATE pairs SET words = words + 1 WHERE words > 0"), "lineage", ("lineage",)),
        (_sql("UPDATE pairs SET stretches = x'0000ff'"), "lineage", ("lineage",)),
        (_sql("DELETE FROM texts WHERE article = 3"), "lineage", ("lineage",)),
        (_sql("DELETE FROM passages"), "lineage", ("lineage",)),
        (_sql("UPDATE passages SET derived_end = 1000000"), "lineage", ("lineage",)),
        (_sql("UPDATE passages SET source = 'x' WHERE number = 1"), "lineage", ("lineage",)),
        (_sql("INSERT INTO search (search) VALUES ('delete-all')"), "search", ("search",)),
    ],
)  # fmt: skip
def test_what_can_be_made_anew_is_mended(path: Path, damage: Damage, stage: str, mended: tuple[str, ...]) -> None:
    before = _found(path)
    damage(path)
    with Ledger(path) as ledger:
        state = ledger.health()
        assert stage in {each.stage for each in state.faults}
        done = ledger.repair(state)
        assert done.mended == mended
        assert list(done.after.faults) == []
        assert ledger.search("Numéro")
    assert _found(path) == before


_NOWHERE = "DELETE FROM locations WHERE article IN (SELECT id FROM articles WHERE number = 2)"


@pytest.mark.parametrize("damage", [_sql("UPDATE articles SET hash = 'x' WHERE number = 2"), _sql(_NOWHERE)])
def test_what_cannot_is_said_to_come_from_a_copy(path: Path, damage: Damage) -> None:
    damage(path)
    run = sourcier("doctor", "--repair", cwd=path.parent)
    assert run.status == 1
    assert "1 fault" in run.out
    assert "What is still wrong can only come from a copy." in run.out
    assert "restore the ledger from a copy" in run.err


def test_doctor_says_in_a_line_what_was_mended(path: Path) -> None:
    _byte_of_a_segment(path)
    assert sourcier("doctor", cwd=path.parent).status == 1
    (row,) = sourcier("doctor", "--repair", "--json", cwd=path.parent).rows()
    assert (row["ledger"]["mended"], row["ledger"]["faults"]) == (["index"], 0)
    assert sourcier("doctor", cwd=path.parent).status == 0
    _byte_of_a_segment(path)
    run = sourcier("doctor", "--repair", cwd=path.parent)
    assert run.status == 0
    assert "Mended: the index, built anew from the articles." in run.out


def test_what_is_to_be_done_is_no_fault(path: Path) -> None:
    shutil.rmtree(f"{path}.index")
    with Ledger(path) as ledger:
        ledger.set(next(ledger.articles()).id, "outlet", "Un autre média inventé")
        state = ledger.health()
        assert list(state.faults) == []
        assert (state.pending, state.unindexed) == (1, 40)
        assert ledger.repair(state).mended == ("backlog",)
        after = ledger.health()
        assert (after.pending, after.unjudged, after.unindexed) == (0, 0, 0)
