import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from sourcier.core.article import Article
from sourcier.core.errors import LedgerHeld, UnknownArticle
from sourcier.core.family import AbsentOrigin, Reason
from sourcier.core.lineage import Lineage
from sourcier.core.problem import Problem
from sourcier.store.ledger import Ledger
from tests import factory
from tests.store import stories

_MARK = "zanzibaroise"


def _fill(ledger: Ledger, mark: str = _MARK) -> tuple[str, str]:
    """Store many articles, one of which holds `mark` wherever words of an article can stand; return it and another."""
    others = (factory.article(f"{n}.txt", f"Texte inventé {n}. " * 200, path=f"{n}.txt") for n in range(60))
    other, text = factory.pair()[1], f"Une phrase {mark} dans un texte. " * 300
    marked = factory.article(
        f"{mark}.txt", text, path=f"{mark}.txt", title=mark, outlet=mark, byline=mark, url=f"https://{mark}.example",
        links=(f"https://{mark}.example/b",), raw=f"<p>{text}".encode(),
    )  # fmt: skip
    list(ledger.add([*others, other]))
    list(ledger.add([marked]))
    list(ledger.add([replace(marked, id="b", path=f"{mark}/b.txt")]))
    here, there = ledger.article(f"{mark}.txt"), ledger.article(other.id)
    ledger.correct(here.id, "byline", f"{mark} corrigée", mark)
    ledger.add_problems([Problem("ingest", f"{mark}.txt", mark), Problem("trace", here.id, mark)])
    stories.save(ledger, _lineage(here, there, mark))
    return here.id, there.id


def _lineage(here: Article, there: Article, mark: str) -> Lineage:
    passage = replace(
        factory.passage(here, there, "n"), edits=(replace(factory.edit((here.text, "U"), (there.text, "n")), cue=mark),)
    )
    family = factory.family(absent=AbsentOrigin(mark, mark))
    edge = replace(family.edges[0], derived=here.id, source=there.id, reasons=(Reason("credit", mark),))
    family = replace(family, origin=None, articles=(here.id, there.id), edges=(edge,), shares={})
    return Lineage((passage,), (family,), factory.searched())


def _bytes(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(path.parent.iterdir()))


def test_no_byte_is_left(ledger: Ledger, path: Path) -> None:
    removed, kept = _fill(ledger)
    assert _bytes(path).count(_MARK.encode()) > 300
    assert ledger.remove(removed) == removed
    assert _MARK.encode() not in _bytes(path)
    with pytest.raises(UnknownArticle):
        ledger.article(removed)
    assert ledger.search(_MARK) == []
    assert ledger.problems() == []
    assert ledger.corrections() == []
    assert ledger.article(kept).id == kept
    assert len(ledger) == 61
    ledger.purged()  # there is no index here
    assert ledger.check() == []
    lineage = ledger.lineage()
    assert lineage is not None
    assert (lineage.passages, lineage.families) == ((), ())
    assert ledger.stale()
    ledger.close()
    assert _MARK.encode() not in _bytes(path)


def test_no_word_is_left_in_the_full_text_table(ledger: Ledger, path: Path) -> None:
    removed, _ = _fill(ledger)
    ledger.remove(removed)
    with sqlite3.connect(path) as db:
        db.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, search, row)")
        words = {word for (word,) in db.execute("SELECT term FROM temp.words")}
    assert "invente" in words
    assert _MARK not in words
    assert _MARK[3:].encode() not in _bytes(path)


def test_what_an_earlier_analysis_left_goes_too(ledger: Ledger, path: Path) -> None:
    ledger._db.execute("PRAGMA secure_delete = OFF")  # as another program may have written it
    removed, _ = _fill(ledger)
    stories.save(ledger, Lineage((), (), factory.searched()))
    ledger.remove(removed)
    assert _MARK.encode() not in _bytes(path)


def test_a_reader_keeps_bytes_in_the_log_and_this_is_said(ledger: Ledger, path: Path) -> None:
    removed, _ = _fill(ledger)
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM articles").fetchone()
    with pytest.raises(LedgerHeld, match="another program has the ledger open"):
        ledger.remove(removed)
    assert len(ledger) == 61
    assert ["bytes of a removed article" in problem.message for problem in ledger.check()] == [True]
    reader.close()
    assert ledger.unscrubbed()
    ledger.scrub()
    assert not ledger.unscrubbed()
    ledger.purged()
    assert ledger.check() == []
    assert _MARK.encode() not in _bytes(path)


def test_a_writer_that_comes_between_is_said_too(ledger: Ledger, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    removed, _ = _fill(ledger)
    scrub, writer = ledger.scrub, sqlite3.connect(path, isolation_level=None)

    def after_a_writer_began() -> None:
        writer.execute("BEGIN IMMEDIATE")
        scrub()

    monkeypatch.setattr(ledger, "scrub", after_a_writer_began)
    with pytest.raises(LedgerHeld, match="removed, but another program"):
        ledger.remove(removed)
    writer.close()
    with pytest.raises(UnknownArticle):
        ledger.article(removed)
    scrub()
    assert _MARK.encode() not in _bytes(path)


def test_what_a_sidecar_said_wrong_is_forgotten_too(ledger: Ledger) -> None:
    removed, _ = _fill(ledger)
    ledger.add_problems([Problem("ingest", f"{_MARK}.json", _MARK), Problem("ingest", "kept.json", "kept")])
    ledger.remove(removed)
    assert [problem.message for problem in ledger.problems()] == ["kept"]
