from pathlib import Path

import pytest

from sourcier.core.errors import InputError, UnknownArticle, UnknownFamily
from sourcier.core.family import AbsentOrigin, Searched, Shares
from sourcier.core.moment import Moment
from sourcier.core.selection import Selection
from sourcier.lineage.families import searched_among
from sourcier.store import around as one
from sourcier.store.ledger import Ledger
from tests import factory
from tests.store import stories
from tests.store.conftest import older


@pytest.fixture
def ids(ledger: Ledger) -> dict[str, str]:
    return stories.told(ledger)


def _paths(ledger: Ledger, selection: Selection) -> str:
    page = ledger.listing(selection)
    assert page.total == len(page.items)
    return "".join(card.path or "" for card in page.items)


@pytest.mark.usefixtures("ids")
def test_the_newest_publication_comes_first_and_the_undated_last(ledger: Ledger) -> None:
    assert _paths(ledger, Selection()) == "adbce"  # d is of the evening of the 3rd in UTC


@pytest.mark.usefixtures("ids")
def test_a_part_of_the_list_says_how_long_it_is(ledger: Ledger) -> None:
    page = ledger.listing(limit=2, offset=3)
    assert ([card.path for card in page.items], page.total, page.offset) == (["c", "e"], 5, 3)
    assert ledger.listing(offset=9).items == ()


@pytest.mark.parametrize(
    ("selection", "paths"),
    [
        (Selection(outlet="Journal A"), "a"),
        (Selection(outlet="journal"), ""),
        (Selection(query="bulletin"), "dc"),
        (Selection(query="— !"), ""),
        (Selection(start="2031-03-04"), "adc"),  # the month may lie in it
        (Selection(end="2031-03-03"), "bc"),
        (Selection(start="2031-03-03", end="2031-03-03"), "bc"),
        (Selection(start="2031-04-01"), ""),
        (Selection(end="2031-02-28"), ""),
        (Selection(since="2031-03-05"), "adbce"),
        (Selection(since="2031-03-05T12:00:00Z"), "adbce"),
        (Selection(since="2031-03-05T12:00:01Z"), ""),
        (Selection(credit="partial"), "a"),
        (Selection(credit="none_found"), ""),  # of d and c neither is known to be the source
        (Selection(category="number"), "a"),
        (Selection(category="negation"), ""),
        (Selection(absent="Agence inventée"), "dc"),
        (Selection(absent="*"), "dc"),
        (Selection(absent="Agence"), ""),
        (Selection(query="port", outlet="Journal A", start="2031-03-04", credit="partial", category="verb"), "a"),
        (Selection(query="port", outlet="Journal B", credit="partial"), ""),
    ],
)
def test_what_a_selection_fits(ledger: Ledger, ids: dict[str, str], selection: Selection, paths: str) -> None:
    assert _paths(ledger, selection) == paths
    known = [{"a": "b", "b": "b", "c": "c", "d": "c"}.get(path, "") for path in paths]
    page = ledger.overviews(selection)
    assert {each.family for each in page.items} == {ids[path] for path in known if path}
    assert page.total == len(page.items)


@pytest.mark.parametrize(
    "selection", [Selection(start="mardi"), Selection(end="2031-03"), Selection(since="x"), Selection(start="")]
)
def test_what_is_no_day_is_said(ledger: Ledger, selection: Selection) -> None:
    with pytest.raises(InputError):
        ledger.listing(selection)
    with pytest.raises(InputError):
        ledger.overviews(selection)


def test_a_card_follows_corrections(ledger: Ledger, ids: dict[str, str]) -> None:
    ledger.correct(ids["a"], "published", "2031-02-01")
    card = ledger.card(ids["a"][:8])
    article = ledger.article(ids["a"])
    assert (card.published, card.characters, card.family) == (Moment("2031-02-01"), len(article.text), ids["b"])
    assert card.first_seen == "2031-03-05T12:00:00+00:00"
    assert _paths(ledger, Selection()) == "dbcae"
    assert ledger.card("e").family is None
    with pytest.raises(UnknownArticle):
        ledger.card("nobody")


def test_cards_come_in_the_order_asked(ledger: Ledger, ids: dict[str, str]) -> None:
    asked = [ids["e"], "0" * 12, ids["a"], ids["e"]]
    assert list(ledger.cards(asked)) == [ids["e"], ids["a"]]


def test_all_that_is_tied_to_an_article(ledger: Ledger, ids: dict[str, str]) -> None:
    lineage = ledger.lineage()
    assert lineage
    (edge,) = next(family.edges for family in lineage.families if family.id == ids["b"])
    derived, source = ledger.around(ids["a"]), ledger.around("b")
    assert (derived.passages, derived.later_passages) == (lineage.passages, ())
    assert (source.passages, source.later_passages) == ((), lineage.passages)
    assert (derived.edges, derived.later_edges, source.edges, source.later_edges) == ((edge,), (), (), (edge,))
    assert (derived.shares, source.shares) == (Shares(0.5, 0.1, 0.4), None)
    assert derived.family == source.family == ids["b"]
    assert [ledger.around(path).from_absent for path in "cde"] == [False, True, False]
    assert derived.article == ledger.article(ids["a"])
    assert not derived.cut


@pytest.mark.parametrize("name", list("abcde"))
@pytest.mark.usefixtures("ids")
def test_what_was_searched_is_all_but_itself(ledger: Ledger, name: str) -> None:
    others = [article for article in ledger.articles() if article.path != name]
    found = ledger.around(name).searched
    assert (found, found.dated) == (searched_among(others), searched_among(others).dated)


@pytest.mark.usefixtures("ids")
def test_too_many_passages_are_cut_the_best_kept(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one, "MOST", 1)
    around = ledger.around("a")
    assert (len(around.passages), len(around.edges), around.cut) == (1, 1, True)
    assert [edit.category for edit in around.passages[0].edits] == ["number"]


@pytest.mark.usefixtures("ids")
def test_a_family_by_its_id(ledger: Ledger) -> None:
    lineage = ledger.lineage()
    assert lineage
    assert [ledger.family(family.id) for family in lineage.families] == list(lineage.families)
    with pytest.raises(UnknownFamily):
        ledger.family("nobody")


def test_overviews_in_each_order(ledger: Ledger, ids: dict[str, str]) -> None:
    first, second = stories.overviews(ids)
    assert ledger.overviews().items == (second, first)  # no credit is found in the second
    assert ledger.overviews(order="latest").items == (first, second)
    assert ledger.overviews(order="size").items == (second, first)
    page = ledger.overviews(order="size", limit=1, offset=1)
    assert (page.items, page.total) == ((first,), 2)
    assert ledger.overview(ids["b"]) == first
    assert ledger.overview(ids["a"]) is None


def test_an_overview_is_replaced_and_goes_with_its_family(ledger: Ledger, ids: dict[str, str]) -> None:
    _, second = stories.overviews(ids)
    other = type(second)(ids["c"], None, 1, 1, None, None, second.origins, None, 0, None, 0.0, 0, 0)
    ledger.save_overview(other)
    assert ledger.overview(ids["c"]) == other
    ledger.remove("c")
    ledger.save_overview(other)
    assert ledger.overview(ids["c"]) is None
    ledger.purged()
    assert ledger.check() == []


@pytest.mark.usefixtures("ids")
def test_totals(ledger: Ledger) -> None:
    totals = ledger.totals()
    assert (totals.articles, totals.dated, totals.outlets, totals.families, totals.tied) == (5, 4, 5, 2, 4)
    assert (totals.start, totals.end) == ("2031-03", "2031-03-04")
    assert totals.origins_max == 1 + 2 + 1
    assert (totals.problems, totals.found, totals.stale) == (0, "2031-03-05T12:00:00+00:00", False)
    assert ledger.totals(version=2).stale


def test_a_family_without_an_overview_counts_each_of_its_texts(ledger: Ledger, ids: dict[str, str]) -> None:
    stories.save(ledger, stories.lineage(ledger, ids))
    assert ledger.totals().origins_max == 5
    assert ledger.overviews().total == 0


def test_an_empty_ledger(ledger: Ledger) -> None:
    totals = ledger.totals()
    assert (totals.articles, totals.start, totals.origins_max, totals.found, totals.stale) == (0, None, 0, None, True)
    assert ledger.listing().total == ledger.overviews().total == 0
    list(ledger.add([factory.article(path="seul")]))
    assert ledger.around("seul").searched == Searched(0, None, None)


def test_an_absent_origin_may_have_no_name(ledger: Ledger, ids: dict[str, str]) -> None:
    first, _ = stories.overviews(ids)
    absent = type(first)(ids["b"], None, 2, 2, None, None, first.origins, AbsentOrigin(None, "x"), 0, None, 0.0, 0, 0)
    ledger.save_overview(absent)
    assert absent in ledger.overviews(Selection(absent="*")).items
    assert absent not in ledger.overviews(Selection(absent="Agence inventée")).items


_BEFORE = """
INSERT INTO articles (id, title, outlet, published, complete, links, path, hash, text)
VALUES ('0a', 'Le port', 'Le Phare inventé', '2031-03-04T01:00:00+02:00', 1, '[]', 'a', 'x', 'Le port 😀 rouvre.'),
       ('0b', NULL, NULL, '2031-03-03T23:30:00Z', 1, '[]', 'b', 'y', ''),
       ('0c', NULL, NULL, NULL, 1, '[]', 'c', 'z', 'Seul.');
INSERT INTO locations (article, path, first_seen) VALUES ('0a', 'a', '2031-03-07'), ('0a', 'aa', '2031-03-06'),
       ('0b', 'b', '2031-03-08'), ('0c', 'c', '2031-03-09');
INSERT INTO families VALUES ('0a', '0a', NULL, NULL, 3, NULL, NULL);
INSERT INTO family_articles VALUES ('0a', 0, '0a', NULL, NULL, NULL), ('0a', 1, '0b', 0.5, 0.1, 0.4);
INSERT INTO passages VALUES (1, 'reuse', '0b', '0a', 0, 0, 0, 0, 1, 1, 1, 'source_first', 9);
INSERT INTO edits VALUES (1, 0, 'words', 'delete', 'number', 0.8, 0, 0, 0, 2, NULL);
INSERT INTO runs VALUES ('lineage', 1, '{}', 3, NULL, NULL, 0, '2031-03-09T12:00:00+00:00');
"""


def test_a_ledger_from_before_is_listed_and_found_anew(path: Path) -> None:
    older(path, 3, _BEFORE)
    with Ledger(path) as ledger:
        cards = ledger.listing().items
        assert [card.id for card in cards] == ["0b", "0a", "0c"]
        assert [card.characters for card in cards] == [0, 17, 5]
        assert cards[1].first_seen == "2031-03-06"
        assert [card.id for card in ledger.listing(Selection(category="number")).items] == ["0b"]
        assert ledger.overviews().total == 0
        assert (ledger.totals().stale, ledger.totals().origins_max) == (True, 3)
        assert [hit.article for hit in ledger.search("rouv")] == ["0a"]
