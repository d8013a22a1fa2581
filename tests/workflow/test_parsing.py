"""Articles as an engine reads them."""

from pathlib import Path

import pytest

import sourcier
from sourcier.core.article import Article
from sourcier.core.errors import InputError
from sourcier.core.problem import Problem
from sourcier.engines import registry
from sourcier.workflow.options import ReadOptions
from sourcier.workflow.parsing import Parsed, parse, parse_article
from tests.engines.plain import Plain

FRENCH = "Le port de Kolmari, ville inventée, rouvre ses quais aux navires de la région dès lundi."
ENGLISH = "The harbour of Kolmari, an invented town, opened again to all the ships of the region on Monday."


@pytest.fixture(autouse=True)
def engines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a trivial engine read French, and another be named."""
    monkeypatch.setattr(registry, "default", lambda code: Plain() if code == "fr" else None)
    monkeypatch.setattr(registry, "load", lambda name: Plain("xx") if name == "any" else _no(name))


def _no(name: str) -> Plain:
    raise InputError(f"there is no engine {name}")


def test_articles_and_problems_come_in_order(tmp_path: Path) -> None:
    for name, text in (("1.txt", FRENCH), ("2.txt", ENGLISH), ("3.txt", "Kolmari"), ("4.txt", ""), ("5.txt", FRENCH)):
        (tmp_path / name).write_text(text, "utf-8")
    first, english, unknown, empty, last = parse([str(tmp_path)])
    assert isinstance(first, Parsed)
    assert isinstance(last, Parsed)
    assert (first.article.id, last.article.id) == ("1.txt", "5.txt")
    assert first.analysis.form(0) == "Le"
    assert isinstance(english, Problem)
    assert (english.where, english.message) == (
        "2.txt", "no engine reads the language en: words, sentences and syntax were not read",
    )  # fmt: skip
    assert isinstance(unknown, Problem)
    assert unknown.message.startswith("the language is not known")
    assert isinstance(empty, Problem)
    assert empty.message == "the file is empty"


def test_a_language_that_is_stated_is_believed() -> None:
    found = parse_article(Article("a", ENGLISH, language="fr"))
    assert isinstance(found, Parsed)
    assert isinstance(parse_article(Article("a", FRENCH, language="ar")), Problem)


def test_a_named_engine_reads_any_language(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, "utf-8")
    (found,) = parse([str(tmp_path)], ReadOptions(), "any")
    assert isinstance(found, Parsed)
    assert found.analysis.language == "xx"


def test_what_cannot_be_used_stops_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no engine nothing"):
        parse([str(tmp_path)], engine="nothing")
    with pytest.raises(InputError, match="nowhere"):
        parse([str(tmp_path / "nowhere")])


def test_the_python_door_takes_a_text_a_file_and_an_article(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FRENCH, "utf-8")
    found = sourcier.parse(FRENCH)
    assert isinstance(found, sourcier.Analysis)
    assert found.form(1) == "port"
    assert sourcier.parse(path) == sourcier.parse(Article("x", FRENCH)) == found
    assert sourcier.parse(ENGLISH, engine="any").language == "xx"
    with pytest.raises(InputError, match="no engine reads the language en"):
        sourcier.parse(ENGLISH)
    with pytest.raises(InputError, match="no engine nothing"):
        sourcier.parse(FRENCH, "nothing")
