import random
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcier.core.article import Article
from sourcier.core.errors import UnknownArticle
from sourcier.core.identity import identity, merge
from sourcier.core.moment import Moment
from sourcier.core.problem import Problem
from sourcier.core.span import Span
from sourcier.store import articles as rows
from sourcier.store import names
from sourcier.store.ledger import Ledger
from tests import factory

_OUTLETS = [None, "Le Phare", "LE PHARE", "Radio Inventée"]
_ANY = st.text(st.characters(exclude_categories=()))  # lone surrogates and control characters among them
_READINGS = st.lists(
    st.builds(
        lambda path, text, outlet, url, title: Article(
            path, text, title, outlet=outlet, url=url, path=path, locations=(path,)
        ),
        st.sampled_from(["a.txt", "b.txt", "c.txt"]),
        st.sampled_from(["Un texte.", "Un autre texte."]),
        st.sampled_from(_OUTLETS),
        st.sampled_from([None, "https://phare.example/a", "https://phare.example/b"]),
        st.sampled_from([None, "Un titre"]),
    ),
    max_size=6,
    unique_by=lambda article: (article.path, article.text, (article.outlet or "").casefold(), article.url),
)


def _numbered(count: int) -> list[Article]:
    return [factory.article(f"{n}.txt", f"Texte inventé numéro {n}.", path=f"{n}.txt") for n in range(count)]


def _add(ledger: Ledger, *articles: Article, batch: int = 500) -> list[str]:
    return [key for added in ledger.add(articles, batch) for key in added.ids]


def test_an_article_comes_back_as_it_went_in(ledger: Ledger) -> None:
    text = "Titre é 😀\n\nLe texte, avec\0 un zéro.\n"
    article = Article(
        "x", text, "Titre é 😀", Span(0, 9), "Le Phare", "https://phare.example/a", "Une plume", Moment("2031-03"),
        Moment("2031-03-04T10:00:00+01:00"), "fr", False, ("https://x.example",), "dossier/x.html",
        ("dossier/x.html",), b"<html>",
    )  # fmt: skip
    (key,) = _add(ledger, article)
    stored = ledger.article(key)
    assert stored == replace(article, id=key)
    assert stored.raw == b"<html>"
    assert list(ledger.articles()) == [stored]
    assert len(key) == 12
    assert identity(article).startswith(key)


def test_adding_again_adds_nothing(ledger: Ledger, path: Path) -> None:
    articles = _numbered(7)
    first = list(ledger.add(articles, batch=3))
    assert [(added.new, added.known) for added in first] == [(3, 0), (3, 0), (1, 0)]
    before, changes = list(ledger.articles()), ledger.changes()
    again = list(ledger.add(articles, batch=3))
    assert [(added.new, added.known) for added in again] == [(0, 3), (0, 3), (0, 1)]
    assert [added.ids for added in again] == [added.ids for added in first]
    assert list(ledger.articles()) == before
    assert ledger.changes() == changes
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*) FROM locations").fetchone() == (7,)


def test_the_same_article_elsewhere_is_another_place(ledger: Ledger) -> None:
    here = factory.article("b", path="b", outlet="Le Phare")
    there = replace(here, id="a", path="a", published=Moment("2031-03-04"))
    assert _add(ledger, here) == _add(ledger, there)
    (stored,) = ledger.articles()
    assert (stored.path, stored.locations, stored.published) == ("a", ("a", "b"), Moment("2031-03-04"))


def test_a_later_reading_of_a_file_counts(ledger: Ledger) -> None:
    article = factory.article(path="a.txt", outlet="Le Phare", published="2031-03")
    _add(ledger, article, replace(article, published=Moment("2031-03-04"), raw=b"page"))
    (stored,) = ledger.articles()
    assert (stored.published, ledger.article(stored.id).raw) == (Moment("2031-03-04"), b"page")
    _add(ledger, replace(article, published=Moment("2031-03-04")))
    assert ledger.article(stored.id).raw == b"page"


def test_a_file_whose_outlet_is_learnt_later_stays_one_article(ledger: Ledger) -> None:
    bare = factory.article(path="a.txt")
    (before,) = _add(ledger, bare)
    ledger.correct(before, "byline", "Une plume")
    (after,) = _add(ledger, replace(bare, outlet="Le Phare"))
    assert [article.id for article in ledger.articles()] == [after] != [before]
    assert ledger.article(after).byline == "Une plume"


def test_two_articles_that_turn_out_to_be_one_keep_their_corrections(ledger: Ledger) -> None:
    by_outlet = factory.article("a", path="a", outlet="Le Phare")
    by_url = factory.article("b", path="b", url="https://phare.example/a")
    one, other = _add(ledger, by_outlet, by_url)
    assert one != other
    ledger.correct(other, "byline", "Une plume")
    both = replace(by_outlet, id="c", path="c", url="https://phare.example/a")
    assert _add(ledger, both) == [one]
    (stored,) = ledger.articles()
    assert (stored.locations, stored.byline) == (("a", "b", "c"), "Une plume")
    assert ledger.check() == []


@settings(max_examples=60, deadline=None)
@given(_READINGS, st.randoms(), st.integers(1, 7))
def test_any_order_and_any_batches_give_what_merging_in_memory_gives(
    readings: list[Article], order: random.Random, batch: int
) -> None:
    expected = {replace(article, id=identity(article)[:12]) for article in merge(readings)}
    shuffled = readings.copy()
    order.shuffle(shuffled)
    with Ledger(None) as ledger:
        list(ledger.add(shuffled, batch))
        assert {replace(article, raw=None) for article in ledger.articles()} == expected
        assert ledger.check() == []


def test_ids_that_collide_grow_alike_in_any_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "SHORTEST", 1)
    articles = _numbered(60)
    found = []
    for order in (articles, articles[::-1]):
        with Ledger(None) as ledger:
            list(ledger.add(order, batch=7))
            found.append({(article.id, article.text) for article in ledger.articles()})
            assert ledger.check() == []
    assert found[0] == found[1]
    assert len({key for key, _ in found[0]}) == 60


def test_a_batch_is_kept_whole_or_not_at_all(ledger: Ledger) -> None:
    def articles() -> Iterator[Article]:
        yield from _numbered(5)
        raise RuntimeError("the next file is bad")

    with pytest.raises(RuntimeError):
        list(ledger.add(articles(), batch=2))
    assert len(ledger) == 4


def test_a_batch_that_fails_leaves_no_part_of_it(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = _numbered(6)
    list(ledger.add(articles[:2]))
    real = rows.insert

    def failing(*row: object) -> None:
        real(*row)  # type: ignore[arg-type]
        raise RuntimeError("power cut")

    monkeypatch.setattr(rows, "insert", failing)
    with pytest.raises(RuntimeError):
        list(ledger.add(articles))
    assert len(ledger) == 2
    monkeypatch.undo()
    (added,) = ledger.add(articles)
    assert (added.new, added.known) == (4, 2)
    assert ledger.check() == []


def test_an_article_is_found_by_id_by_its_beginning_and_by_path(ledger: Ledger) -> None:
    keys = _add(ledger, *_numbered(40))
    assert ledger.article(keys[0]).path == ledger.article("0.txt").path == ledger.article(keys[0][:8]).path == "0.txt"
    shared = next(key[0] for key in keys if sum(other[0] == key[0] for other in keys) > 1)
    with pytest.raises(UnknownArticle, match="more than one article"):
        ledger.article(shared)
    for unknown in ("", "zz", "%", "nulle-part.txt", "\udcff", "f" * 70):
        with pytest.raises(UnknownArticle, match="no article"):
            ledger.article(unknown)


def test_two_articles_at_one_path_are_told_apart_by_id(ledger: Ledger) -> None:
    one, other = factory.article(path="a.txt", text="Avant."), factory.article(path="a.txt", text="Après.")
    _add(ledger, one, other)
    with pytest.raises(UnknownArticle, match="more than one article"):
        ledger.article("a.txt")


@settings(max_examples=50, deadline=None)
@given(_ANY, _ANY, st.none() | _ANY)
def test_no_unicode_text_stops_it(text: str, path: str, outlet: str | None) -> None:
    article = Article(path, text, text, Span(0, len(text)), outlet, outlet, path=path, locations=(path,), links=(text,))
    with Ledger(None) as ledger:
        (added,) = ledger.add([article, article])
        assert added.new == 1
        (stored,) = ledger.articles()
        assert len(stored.text) == len(text)
        assert [stored] == merge([stored, stored])
        assert ledger.check() == []


def test_a_lone_surrogate_becomes_one_other_character(ledger: Ledger) -> None:
    (key,) = _add(ledger, factory.article("x\udce9.txt", "avant \ud800 après", path="x\udce9.txt", title="\udfff"))
    assert ledger.article(key) == ledger.article("x\udce9.txt")
    assert (ledger.article(key).text, ledger.article(key).title) == ("avant ? après", "?")


def test_problems_are_kept_once_and_can_be_cleared(ledger: Ledger) -> None:
    met = [Problem("ingest", "a.txt", "the file is empty", "hint"), Problem("ingest", "b\udce9.txt", "binary")]
    ledger.add_problems(met)
    ledger.add_problems(met[:1])
    assert ledger.problems() == [met[0], Problem("ingest", "b?.txt", "binary")]
    ledger.clear_problems("ingest", ["b\udce9.txt"])
    assert ledger.problems() == met[:1]


@pytest.mark.parametrize(
    ("place", "gone"),
    [
        ("feed.jsonl", {"feed.jsonl", "feed.jsonl#3", "feed.json"}),
        ("in", {"in/a.txt", "in/b/c.csv#2"}),
        (".", {"feed.jsonl", "feed.jsonl#3", "feed.json", "in/a.txt", "in/b/c.csv#2", "inn/a.txt"}),
        ("/far", {"/far/a.txt"}),
        ("-", {"-", "-#2"}),
    ],
)
def test_what_was_read_again_has_no_earlier_problems(ledger: Ledger, place: str, gone: set[str]) -> None:
    here = [
        "feed.jsonl",
        "feed.jsonl#3",
        "feed.json",
        "in/a.txt",
        "in/b/c.csv#2",
        "inn/a.txt",
        "/far/a.txt",
        "-",
        "-#2",
    ]
    ledger.add_problems([Problem("ingest", where, "the file is empty") for where in here])
    ledger.add_problems([Problem("lineage", where, "kept") for where in here])
    ledger.clear_problems("ingest", [place])
    left = [problem.where for problem in ledger.problems() if problem.stage == "ingest"]
    assert left == [where for where in here if where not in gone]
    assert len(ledger.problems()) == len(left) + len(here)


def test_what_is_met_again_stays(ledger: Ledger) -> None:
    met = [Problem("ingest", "a.txt", "the file is empty"), Problem("ingest", "a.txt", "an old message")]
    ledger.add_problems(met)
    ledger.clear_problems("ingest", ["a.txt"], met[:1])
    assert ledger.problems() == met[:1]
