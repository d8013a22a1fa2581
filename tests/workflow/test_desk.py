"""What pages ask of a ledger, on the demo's invented articles and on small ones."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sourcier.core.article import Article
from sourcier.core.errors import InputError, UnknownArticle, UnknownFamily
from sourcier.core.outlet import Outlet
from sourcier.core.overview import Origins
from sourcier.core.selection import Selection
from sourcier.export.heading import heading
from sourcier.lang.interface import phrases
from sourcier.store import ledger as store
from sourcier.workflow import beside
from sourcier.workflow.demo import demo_corpus
from sourcier.workflow.desk import Desk
from sourcier.workflow.opened import Ledger
from sourcier.workflow.refreshing import refresh
from sourcier.workflow.sheet import Sheet
from tests import factory
from tests.store import stories

_FURTHER = "Les dockers de Sainte-Aurore ont obtenu que deux équipes se relaient jour et nuit au bout du long quai."


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the demo."""
    path = tmp_path_factory.mktemp("desk") / "demo.db"
    _fill(path, *demo_corpus().articles)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of the pair that the factory makes, and of a text that shares nothing."""
    alone = factory.article("seul.txt", "Rien de ce qui se dit dans ces quelques mots ne se trouve ailleurs.")
    _fill(tmp_path / "l.db", *factory.pair(), alone)
    return tmp_path / "l.db"


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    with Desk(path) as opened:
        yield opened


def _fill(path: Path, *articles: Article) -> None:
    with store.Ledger(path) as ledger:
        list(ledger.add(articles))
        refresh(ledger)


def _ids(path: Path) -> tuple[str, str, str]:
    """Return the ids of the reprint, the dispatch and the text alone."""
    with store.Ledger(path) as ledger:
        reprint, dispatch, alone = (ledger.article(name).id for name in ("reprise.txt", "depeche.txt", "seul.txt"))
        return reprint, dispatch, alone


def _refresh(path: Path) -> None:
    with store.Ledger(path) as ledger:
        refresh(ledger)


def _told(sheet: Sheet) -> str:
    return "\n".join(heading(sheet.ties, sheet.cards, phrases("en"))).replace("\u00a0", " ")


def test_every_sheet_says_what_a_trace_of_all_says(demo: Path) -> None:
    with Desk(demo) as desk, Ledger(demo) as ledger:
        trace = ledger.trace()
        assert any(trace.absent_origin_of(id_) for id_ in trace.articles)
        for id_ in trace.articles:
            sheet = desk.article(id_)
            assert (sheet.passages, sheet.later_passages) == (trace.passages_of(id_), trace.passages_from(id_))
            assert (sheet.edges, set(sheet.later_edges)) == (trace.edges_of(id_), set(trace.edges_from(id_)))
            assert sheet.ties == trace.ties_of(id_)
            assert sheet.shares == trace.shares_of(id_)
            assert sheet.absent == trace.absent_origin_of(id_)
            assert heading(sheet.ties, sheet.cards, phrases("fr")) == heading(
                trace.ties_of(id_), trace.articles, phrases("fr")
            )
            assert (sheet.overview is None) == (sheet.family is None)


def test_a_list_of_families_and_each_of_them(demo: Path) -> None:
    with Desk(demo) as desk, Ledger(demo) as ledger:
        stories = desk.stories()
        families = {family.id: family for family in ledger.trace().families}
        assert {each.family for each in stories.items} == set(families)
        for each in stories.items:
            story = desk.story(each.family)
            assert story.family == families[each.family]
            assert set(story.cards) == set(story.family.articles)
            assert (story.overview, story.origins, story.denied) == (each, each.origins, ())
        totals = desk.totals()
        assert (totals.families, totals.stale) == (len(families), False)
        alone = totals.articles - totals.tied
        assert totals.origins_max == sum(each.origins.max for each in stories.items) + alone


def test_the_same_families_have_overviews_when_none_was_saved(demo: Path, tmp_path: Path) -> None:
    with Ledger(demo) as ledger:
        corpus, found = ledger.corpus(), ledger._store.lineage()
    assert found
    with store.Ledger(tmp_path / "l.db") as bare:
        list(bare.add(corpus.articles))
        stories.save(bare, found)
    with Desk(tmp_path / "l.db") as without, Desk(demo) as desk:
        for family in found.families:
            one, other = without.story(family.id).overview, desk.story(family.id).overview
            assert (one.origins, one.title, one.ties) == (other.origins, other.title, other.ties)


def test_of_a_large_family_the_first_articles_are_shown(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Desk(demo) as desk:
        largest = desk.stories(order="size").items[0]
        whole = desk.story(largest.family)
        monkeypatch.setattr("sourcier.workflow.desk.MOST", 3)
        first = desk.story(largest.family)
    assert (whole.cut, first.cut) == (False, True)
    assert first.family.articles == whole.family.articles[:3]
    shown = set(first.family.articles)
    assert set(first.cards) == shown
    assert first.family.edges == tuple(e for e in whole.family.edges if {e.derived, e.source} <= shown) != ()
    assert (first.overview, first.origins) == (whole.overview, whole.origins)


def test_a_ledger_without_articles(tmp_path: Path) -> None:
    with Desk(tmp_path / "new.db") as desk:
        assert desk.totals().articles == 0
        assert (desk.stories().items, desk.articles().items) == ((), ())
        with pytest.raises(UnknownArticle):
            desk.article("a")
        with pytest.raises(UnknownFamily):
            desk.story("a")


def test_a_denied_tie_goes_and_its_words_stay(desk: Desk, path: Path) -> None:
    reprint, dispatch, _ = _ids(path)
    before = desk.article(reprint), desk.article(dispatch)
    assert before[0].edges
    assert before[0].overview
    assert before[0].overview.origins == Origins(1, 1)
    denial = desk.deny(reprint, dispatch, "Awa")
    sheet, other = desk.article(reprint), desk.article(dispatch)
    assert (sheet.edges, other.later_edges) == ((), ())
    assert len(sheet.passages) == len(before[0].passages) > 0
    assert {each.direction for each in (*sheet.passages, *other.later_passages)} == {"unknown"}
    assert sheet.denials == other.denials == (denial,)
    assert sheet.ties.unmatched == before[0].ties.unmatched
    assert "of this text also stands in “Le port de Sainte-Aurore rouvre”" in _told(sheet)
    assert "comes after" not in _told(other), "they hold the same words, and no more is claimed"
    assert sheet.overview
    assert (sheet.overview.origins, sheet.overview.ties) == (Origins(1, 2), 0)
    assert desk.stories().items == (sheet.overview,)
    story = desk.story(sheet.family or "")
    assert (story.family.edges, story.family.origin, story.origins.max) == ((), None, 2)
    assert story.denied == ((before[0].edges[0], denial),)


def test_it_holds_in_the_other_order_too(desk: Desk, path: Path) -> None:
    reprint, dispatch, _ = _ids(path)
    desk.deny(dispatch, reprint)
    assert desk.article(reprint).edges == ()


def test_a_denial_survives_a_new_analysis_and_taking_it_back_brings_all_again(desk: Desk, path: Path) -> None:
    reprint, dispatch, _ = _ids(path)
    before, stories = desk.article(reprint), desk.stories()
    desk.deny(reprint, dispatch)
    denied, fewer = desk.article(reprint), desk.stories()
    _refresh(path)
    assert desk.article(reprint) == denied
    assert desk.stories() == fewer != stories
    undone = desk.allow(reprint, dispatch)
    after = desk.article(reprint)
    assert after.denials == (undone,)
    assert (after.edges, after.passages, after.ties, after.overview) == (
        before.edges, before.passages, before.ties, before.overview,
    )  # fmt: skip
    assert desk.stories() == stories


def test_commands_leave_a_denied_tie_out_too(desk: Desk, path: Path) -> None:
    reprint, dispatch, _ = _ids(path)
    with Ledger(path) as ledger:
        assert b'"source_first"' in b"".join(ledger.trace().family_rows())
        desk.deny(reprint, dispatch)
        for stale in (False, True):
            if stale:
                ledger.set("seul.txt", "title", "Un titre")
            trace = ledger.trace()
            assert (trace.edges_of(reprint), trace.edges_from(dispatch)) == ((), ())
            assert {each.direction for each in trace} == {"unknown"}
            assert trace.ties_of(reprint) == desk.article(reprint).ties
        desk.allow(reprint, dispatch)
        assert ledger.trace().edges_of(reprint)


def test_a_live_comparison(desk: Desk, path: Path) -> None:
    reprint, dispatch, alone = _ids(path)
    found = desk.pair(dispatch, reprint)
    assert (found.derived.id, found.direction) == (reprint, "source_first")
    assert found.reasons
    assert b'"schema"' in found.row()
    desk.deny(reprint, dispatch)
    denied = desk.pair(dispatch, reprint)
    assert (denied.direction, denied.reasons) == ("unknown", ())
    assert {each.direction for each in denied.passages} == {"unknown"}
    assert [each.derived_span for each in denied.passages] == [each.derived_span for each in found.passages]
    assert desk.pair(alone, reprint).passages == ()
    with pytest.raises(InputError, match="one article"):
        desk.pair(reprint, reprint)


def test_texts_too_long_to_wait_for_are_refused(desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "MOST", 100)
    reprint, dispatch, _ = _ids(path)
    with pytest.raises(InputError, match="too long"):
        desk.pair(reprint, dispatch)


def test_corrections_by_name_of_who_made_them(desk: Desk, path: Path) -> None:
    reprint, dispatch, _ = _ids(path)
    desk.correct(reprint, "outlet", "Le Phare", "Awa")
    (correction,) = desk.article(reprint).corrections
    assert (correction.field, correction.old, correction.new, correction.author) == (
        "outlet", "Le Phare inventé", "Le Phare", "Awa",
    )  # fmt: skip
    assert desk.totals().stale
    desk.deny(reprint, dispatch, "Awa")
    assert [each.what for each in desk.changes()] == ["denial", "correction"]
    assert desk.undo(reprint, "outlet").outlet == "Le Phare inventé"
    _refresh(path)
    assert not desk.totals().stale


def test_outlets_have_one_name(desk: Desk) -> None:
    assert ("Agence inventée", 1) in desk.outlet_names()
    kept = desk.register(Outlet("AI", ("Agence inventée",), kind="agency", reference=True))
    assert (desk.outlets(), desk.outlet("agence inventee")) == ([kept], kept)
    assert [each.outlet for each in desk.articles(Selection(outlet="AI")).items] == ["AI"]
    desk.unregister("AI")
    assert ("Agence inventée", 1) in desk.outlet_names()


def test_ties_to_texts_of_reference_by_outlet(desk: Desk, path: Path) -> None:
    assert desk.weeks(reference=True) == []
    desk.register(Outlet("Agence inventée", reference=True))
    (week,) = desk.weeks(reference=True)
    assert (week.outlet, week.articles, week.passages) == ("Le Phare inventé", 1, 2)
    desk.deny(*_ids(path)[:2])
    assert desk.weeks(reference=True) == []


def test_an_article_that_is_removed_is_gone(desk: Desk, path: Path) -> None:
    reprint, dispatch, alone = _ids(path)
    assert [hit.article for hit in desk.search("marchands")] == [reprint]
    assert set(desk.cards((reprint, dispatch, "none"))) == {reprint, dispatch}
    desk.remove(reprint)
    assert desk.search("marchands") == []
    with pytest.raises(UnknownArticle):
        desk.card(reprint)
    sheet = desk.article(dispatch)
    assert (sheet.family, sheet.later_passages, sheet.overview) == (None, (), None)
    assert sheet.searched.articles == 1
    assert desk.article(alone).ties.unmatched == 1.0


def test_one_article_alone_was_searched_for_nowhere(tmp_path: Path) -> None:
    _fill(tmp_path / "l.db", factory.article("a.txt"))
    with Desk(tmp_path / "l.db") as desk:
        (card,) = desk.articles().items
        sheet = desk.article(card.id)
        assert (sheet.shares, sheet.searched.articles) == (None, 0)


def test_texts_that_share_one_passage_have_one_origin(tmp_path: Path) -> None:
    text = factory.DISPATCH.replace(" (Agence inventée)", "")
    three = [factory.article(f"{n}.txt", f"{n} {text}\n\n{_FURTHER}", outlet=f"Un {n}") for n in range(3)]
    _fill(tmp_path / "l.db", *three)
    with Desk(tmp_path / "l.db") as desk:
        (story,) = desk.stories().items
        assert story.origins == Origins(1, 1)  # whichever it is
        one, other = (card.id for card in desk.articles().items[:2])
        desk.deny(one, other)
        assert desk.stories().items[0].origins == Origins(1, 2)
