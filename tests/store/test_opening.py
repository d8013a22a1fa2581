import sqlite3
from pathlib import Path

import pytest

from sourcier.core.article import Article
from sourcier.core.errors import LedgerBusy, LedgerError, LedgerTooNew
from sourcier.store.connection import APPLICATION
from sourcier.store.ledger import Ledger
from tests import factory
from tests.store.conftest import MIGRATIONS, older


def _article(number: int = 0, size: int = 10) -> Article:
    return factory.article(f"{number}.txt", f"{number} " * size, path=f"{number}.txt")


def test_the_file_says_whose_it_is_and_of_which_version(ledger: Ledger, path: Path) -> None:
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
        assert db.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert len(ledger) == 0


def test_nothing_is_written_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Ledger(None) as ledger:
        list(ledger.add([_article()]))
        assert len(ledger) == 1
        ledger.remove("0.txt")
        ledger.purged()
        assert ledger.check() == []
    assert list(tmp_path.iterdir()) == []


def test_a_missing_ledger_is_made_only_when_asked(path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger here"):
        Ledger(path, create=False)
    assert not path.exists()
    with pytest.raises(LedgerError, match="its folder does not exist"):
        Ledger(path.parent / "nowhere" / "sourcier.db")
    with pytest.raises(LedgerError, match="this is a folder"):
        Ledger(path.parent)


def test_an_empty_file_becomes_a_ledger(path: Path) -> None:
    path.touch()
    with Ledger(path) as ledger:
        assert ledger.check() == []


@pytest.mark.parametrize("content", [b"Un article.", b"\0" * 5000, b"SQLite format 3\0" + b"\0" * 84])
def test_another_kind_of_file_is_refused_and_left_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(LedgerError, match=r"not a ledger|another program's database"):
        Ledger(path)
    assert path.read_bytes() == content
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_another_programs_database_is_refused_and_left_as_it_is(path: Path, journal: str) -> None:
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA journal_mode = {journal}")
    db.execute("CREATE TABLE letters (text TEXT)")
    db.commit()
    db.close()
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="another program's database"):
        Ledger(path)
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_ledger_of_a_newer_version_is_left_alone(path: Path) -> None:
    Ledger(path).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(LedgerTooNew, match="a newer version of Sourcier wrote this ledger"):
        Ledger(path)
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (99,)


def test_an_older_ledger_is_brought_to_this_version(path: Path, tmp_path: Path) -> None:
    older(path, 2)
    with Ledger(path) as ledger:
        assert ledger.check() == []
    new = tmp_path / "new.db"
    Ledger(new).close()
    schemas = []
    for file in (path, new):
        with sqlite3.connect(file) as db:
            schemas.append(db.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").fetchall())
    assert schemas[0] == schemas[1]


def test_damage_is_said(path: Path) -> None:
    with Ledger(path) as ledger:
        list(ledger.add(_article(n, 500) for n in range(50)))
    content = bytearray(path.read_bytes())
    content[4096:-4096] = b"\xa5" * (len(content) - 8192)
    path.write_bytes(content)
    with pytest.raises(LedgerError, match="the ledger is damaged"):
        _read(path)


def test_damage_in_one_place_is_found(path: Path) -> None:
    with Ledger(path) as ledger:
        list(ledger.add(_article(n, 500) for n in range(50)))
    content = bytearray(path.read_bytes())
    page = content.index(b"25 25 25 25") // 4096 * 4096
    content[page : page + 100] = b"\xa5" * 100
    path.write_bytes(content)
    with Ledger(path) as ledger:
        assert any("damaged" in problem.message for problem in ledger.check())


def _read(path: Path) -> None:
    with Ledger(path) as ledger:
        list(ledger.articles())


def test_a_second_writer_is_told_to_wait_and_readers_go_on(ledger: Ledger, path: Path) -> None:
    list(ledger.add([_article()]))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LedgerBusy, match="another process is writing to the ledger"):
        list(ledger.add([_article(1)]))
    assert [article.path for article in ledger.articles()] == ["0.txt"]
    other.execute("ROLLBACK")
    other.close()
    list(ledger.add([_article(1)]))
    assert len(ledger) == 2


def test_a_full_disk_is_said_and_what_was_stored_stays(ledger: Ledger) -> None:
    list(ledger.add([_article()]))
    pages = ledger._db.execute("PRAGMA page_count").fetchone()[0]
    ledger._db.execute(f"PRAGMA max_page_count = {pages + 20}")
    with pytest.raises(LedgerError, match="the disk is full"):
        list(ledger.add((_article(n, 20_000) for n in range(1, 9)), batch=4))
    assert [article.path for article in ledger.articles()] == ["0.txt"]
    assert ledger.check() == []


def test_a_ledger_that_can_only_be_read_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(path) as ledger:
        list(ledger.add([_article()]))
    before = path.read_bytes()
    monkeypatch.setattr("sourcier.store.connection.access", lambda *_: False)
    with Ledger(path) as ledger:
        assert [article.path for article in ledger.articles()] == ["0.txt"]
        assert [hit.article for hit in ledger.search("0")] == [ledger.article("0.txt").id]
        assert ledger.check() == []
        with pytest.raises(LedgerError, match="the ledger can only be read"):
            list(ledger.add([_article(1)]))
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_an_old_ledger_that_can_only_be_read_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Ledger(path).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 2")
        db.execute("PRAGMA journal_mode = delete")
    monkeypatch.setattr("sourcier.store.connection.access", lambda *_: False)
    with pytest.raises(LedgerError, match="an older version wrote this ledger"):
        Ledger(path)


def test_a_closed_ledger_is_a_mistake_of_the_caller(ledger: Ledger) -> None:
    ledger.close()
    with pytest.raises(sqlite3.ProgrammingError):
        len(ledger)
