"""Adding into a ledger: again, in another order, from another folder, and after a file was mended."""

import random
import sqlite3
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from sourcier.core.errors import LedgerError, LedgerHeld, UnknownArticle
from sourcier.ingest.options import ReadOptions
from sourcier.lineage.settings import VERSION
from sourcier.store import ledger as store
from sourcier.workflow import ledger as filling
from sourcier.workflow.ledger import Interrupted, add, add_articles
from sourcier.workflow.opened import Ledger
from tests import factory

_READ = ReadOptions()


def _demo() -> list[str]:
    with as_file(files("sourcier").joinpath("demo", "fr")) as folder:
        return [str(path) for path in sorted(folder.glob("*.txt"))]


def _found(path: Path) -> tuple[list[bytes], list[bytes]]:
    with Ledger(path) as ledger:
        found = ledger.trace()
        assert not ledger._store.stale(VERSION)
        return list(found.rows()), list(found.family_rows())


def _dump(path: Path) -> str:
    with sqlite3.connect(path) as db:
        return "\n".join(db.iterdump())


def test_adding_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    demo = _demo()
    assert add(path, demo, _READ).new == len(demo)
    before = _dump(path)
    added = add(path, demo, _READ)
    assert (added.new, added.known, added.problems) == (0, len(demo), ())
    assert _dump(path) == before


def test_another_order_of_adding_finds_the_same(tmp_path: Path) -> None:
    demo = _demo()
    mixed = random.Random(7).sample(demo, len(demo))
    middle = len(demo) // 2
    orders: list[Sequence[Sequence[str]]] = [
        [demo], [demo[::-1]], [[each] for each in mixed], [demo[middle:], demo[:middle]], [mixed, demo],
    ]  # fmt: skip
    found = []
    for number, order in enumerate(orders):
        for paths in order:
            add(tmp_path / f"{number}.db", paths, _READ)
        found.append(_found(tmp_path / f"{number}.db"))
    assert len(found[0][0]) > 10
    assert found[0][1]
    for other in found[1:]:
        assert other == found[0]


def test_one_file_added_from_two_folders_is_one_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tmp_path / "in"
    inner.mkdir()
    (inner / "a.txt").write_text(factory.REPRINT, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert add(Path("l.db"), ["in"], _READ).new == 1
    monkeypatch.chdir(inner)
    assert add(Path("../l.db"), ["a.txt"], _READ).known == 1
    with Ledger("../l.db") as ledger:
        (article,) = ledger.articles()
        assert (article.path, article.locations) == ("in/a.txt", ("in/a.txt",))
        assert ledger.article("a.txt").id == ledger.article("in/a.txt").id == article.id
        with pytest.raises(UnknownArticle):
            ledger.article("b.txt")


def test_a_mended_file_has_no_problem_any_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("", "utf-8")
    (folder / "b.jsonl").write_text('nothing\n{"text": "Un texte."}\n', "utf-8")
    added = add(Path("l.db"), ["in"], _READ)
    assert [problem.where for problem in added.problems] == ["in/a.txt", "in/b.jsonl#1"]
    with Ledger("l.db") as ledger:
        assert ledger.problems() == list(added.problems)
    (folder / "a.txt").write_text(factory.REPRINT, "utf-8")
    add(Path("l.db"), ["in/a.txt"], _READ)
    with Ledger("l.db") as ledger:
        assert [problem.where for problem in ledger.problems()] == ["in/b.jsonl#1"]
    (folder / "b.jsonl").write_text('{"text": "Un texte."}\n', "utf-8")
    assert add(Path("l.db"), ["in"], _READ).problems == ()
    with Ledger("l.db") as ledger:
        assert ledger.problems() == []


def test_stopped_problems_and_articles_stay(tmp_path: Path) -> None:
    place = tmp_path / "b.jsonl"
    place.write_text('nothing\n{"text": "Un texte."}\n', "utf-8")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(filling.Interrupted) as caught:
        add(tmp_path / "l.db", [str(place)], _READ, stop)
    assert (caught.value.added.new, len(caught.value.added.problems)) == (1, 1)
    with store.Ledger(tmp_path / "l.db") as ledger:
        assert (len(ledger), len(ledger.problems())) == (1, 1)
        assert ledger.stale(VERSION)


def test_a_ledger_that_cannot_be_written_to_is_traced_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(tmp_path / "l.db", _demo(), _READ)
    found = _found(tmp_path / "l.db")

    def refused(*_: object, **__: object) -> None:
        raise LedgerError("the ledger can only be read")

    monkeypatch.setattr(store.Ledger, "stale", lambda *_: True)
    monkeypatch.setattr(store.Ledger, "finish", refused)
    with Ledger(tmp_path / "l.db") as ledger:
        assert list(ledger.trace().rows()) == found[0]


def test_a_removal_that_was_held_up_is_finished(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    (tmp_path / "a.txt").write_text(f"{factory.REPRINT}\n\nUne phrase zanzibaroise.", "utf-8")
    add(path, [str(tmp_path / "a.txt")], _READ)
    (tmp_path / "a.txt").unlink()
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM articles").fetchone()
    with Ledger(path) as ledger:
        ledger._store._db.execute("PRAGMA busy_timeout = 50")
        with pytest.raises(LedgerHeld):
            ledger.remove("a.txt")
        assert not ledger.finish_removal()
        reader.close()
        assert ledger.finish_removal()
        assert ledger.check() == []
        assert not any(b"zanzibaroise" in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())


def test_an_upload_goes_by_the_name_that_its_user_knows(tmp_path: Path) -> None:
    uploads = tmp_path / "tmp-1"
    uploads.mkdir()
    (uploads / "0.txt").write_text(factory.REPRINT, "utf-8")
    (uploads / "1.txt").write_text("", "utf-8")
    names = {str(uploads / "0.txt"): "reprise.txt", str(uploads / "1.txt"): "vide.txt"}
    added = add(tmp_path / "l.db", list(names), _READ, place=lambda path: names.get(path, path))
    assert [problem.where for problem in added.problems] == ["vide.txt"]
    with Ledger(tmp_path / "l.db") as ledger:
        (article,) = ledger.articles()
        assert (article.path, article.locations) == ("reprise.txt", ("reprise.txt",))
        assert [problem.where for problem in ledger.problems()] == ["vide.txt"]
    (uploads / "1.txt").write_text(factory.REPRINT, "utf-8")
    names[str(uploads / "1.txt")] = "reprise.txt"  # the same text from another temporary file is known
    assert add(tmp_path / "l.db", [str(uploads / "1.txt")], _READ, place=names.__getitem__).known == 1


def test_articles_that_were_read_already_are_stored_at_the_places_that_they_state(tmp_path: Path) -> None:
    path, told = tmp_path / "l.db", list[tuple[str, int, int | None]]()
    address = "https://phare.example/a/../port"
    article = factory.article(address, path=address, url=address, locations=(address,))
    added = add_articles(path, [article], lambda *step: told.append(step))
    assert (added.new, added.known, added.versions, added.problems) == (1, 0, 0, ())
    assert ("read", 1, 1) in told
    with Ledger(path) as ledger:
        (kept,) = ledger.articles()
        assert (kept.path, kept.language) == (address, "fr")
        assert (ledger.health().pending, ledger.health().unjudged) == (0, 0)
    assert add_articles(path, [article]).known == 1


def test_stopped_from_the_keyboard_it_says_what_was_stored(tmp_path: Path) -> None:
    def stop(step: str, *_: int | None) -> None:
        if step == "match":
            raise KeyboardInterrupt

    with pytest.raises(Interrupted) as stopped:
        add_articles(tmp_path / "l.db", [factory.article()], stop)
    assert stopped.value.added.new == 1
