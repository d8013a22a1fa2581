"""The public door: a handful of verbs and the core types, loaded when used."""

import subprocess
import sys
from inspect import getdoc, isclass, isfunction
from pathlib import Path

import pytest

import sourcier
from sourcier.core.errors import InputError
from tests import factory

MEMBERS = [
    "Analysis", "Article", "Comparison", "Credit", "Edge", "Edit", "Facts", "Family", "Found", "InputError", "Ledger",
    "LedgerError", "Moment", "Passage", "Problem", "SourcierError", "Span", "Trace", "__version__", "compare",
    "entities", "find", "parse", "read", "trace",
]  # fmt: skip


def test_exported_members() -> None:
    assert sourcier.__all__ == MEMBERS
    assert dir(sourcier) == MEMBERS
    for name in MEMBERS:
        assert getattr(sourcier, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        sourcier.nothing  # noqa: B018 - the access is the test


def test_everything_public_is_documented() -> None:
    for name in MEMBERS:
        member = getattr(sourcier, name)
        if isclass(member) or isfunction(member):
            assert getdoc(member), name
        if isclass(member):
            methods = (each for each in vars(member).items() if isfunction(each[1]) and not each[0].startswith("_"))
            assert [each for each, method in methods if not getdoc(method)] == []


def test_importing_it_imports_nothing_else() -> None:
    code = (
        "import sys; before = set(sys.modules); import sourcier; "
        "print(sorted(name for name in set(sys.modules) - before if not name.startswith('sourcier')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    loaded = set(eval(done.stdout))  # noqa: S307 - it is what the line above printed
    assert not loaded & {"numpy", "click", "rich", "orjson", "trafilatura", "lxml", "sqlite3", "yaml"}


def test_tracing_articles_and_paths(tmp_path: Path) -> None:
    derived, source = factory.pair()
    (tmp_path / "depeche.txt").write_text(source.text, "utf-8")
    found = sourcier.trace([derived, tmp_path])
    assert {(each.derived, each.source) for each in found} == {("reprise.txt", "depeche.txt")}
    assert len(found) == len(found.passages)
    assert set(found.articles) == {"reprise.txt", "depeche.txt"}
    assert "<mark" in found._repr_html_()
    assert found.article("rep").id == "reprise.txt"
    with pytest.raises(InputError):
        found.article("x")


def test_a_path_that_is_not_there_stops(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere"):
        sourcier.trace(tmp_path / "nowhere")


def test_two_articles_need_two_ids() -> None:
    derived, _ = factory.pair()
    with pytest.raises(InputError, match="same id"):
        sourcier.trace([derived, derived])


def test_comparing_strings_articles_and_files(tmp_path: Path) -> None:
    derived, source = factory.pair()
    (tmp_path / "b.txt").write_text(source.text, "utf-8")
    for pair in (
        sourcier.compare(derived, source),
        sourcier.compare(derived.text, source.text),
        sourcier.compare(derived, tmp_path / "b.txt"),
    ):
        assert ("Douze", "Vingt") in {
            (edit.source.of(pair.source.text), edit.derived.of(pair.derived.text))
            for passage in pair.passages
            for edit in passage.edits
        } | {
            (edit.derived.of(pair.derived.text), edit.source.of(pair.source.text))
            for passage in pair.passages
            for edit in passage.edits
        }
        assert "<mark" in pair._repr_html_()
    sourcier.compare(derived, source).save(tmp_path / "d.html", lang="fr")
    assert "Différences de sens" in (tmp_path / "d.html").read_text("utf-8")


def test_finding_a_text() -> None:
    derived, source = factory.pair()
    found = sourcier.find(derived.text, [source])
    assert found.best == "depeche.txt"
    assert "<mark" in found._repr_html_()
    nowhere = sourcier.find(
        "Un récit inventé que personne n'a jamais publié nulle part ailleurs.", sourcier.trace([source])
    )
    assert (nowhere.passages, nowhere.best) == ((), None)


def test_the_ledger(tmp_path: Path) -> None:
    for each in factory.pair():
        (tmp_path / each.id).write_text(each.text, "utf-8")
    with sourcier.Ledger(tmp_path / "l.db") as ledger:
        added = ledger.add([tmp_path / "reprise.txt", tmp_path / "depeche.txt"])
        assert (added.new, added.known, added.problems, len(ledger)) == (2, 0, (), 2)
        assert len(ledger.trace()) > 0
        (hit,) = ledger.search("soulagement")
        assert ledger.set(hit.article, "outlet", "Un journal inventé").outlet == "Un journal inventé"
        assert sourcier.find(factory.REPRINT, ledger).best == hit.article
        assert ledger.check() == []
        ledger.remove(hit.article)
        assert len(ledger.trace()) == 0
