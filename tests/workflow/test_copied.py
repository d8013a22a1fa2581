"""What articles took from one another, and the days that the words of time in it lean on, through a real ledger."""

from pathlib import Path

import pytest

from sourcier.core.article import Article
from sourcier.core.date import Date
from sourcier.core.facts import Facts
from sourcier.store.ledger import Ledger
from sourcier.workflow.copied import among, in_ledger
from sourcier.workflow.corpus import Corpus
from sourcier.workflow.desk import Desk
from sourcier.workflow.fact_finding import facts_of, maker, read_all
from sourcier.workflow.read import Read, read_article, read_articles
from sourcier.workflow.refreshing import refresh
from sourcier.workflow.trace import trace
from tests import factory

_SHARED = (
    "Le barrage de Zarkoum a cédé la semaine dernière après trois jours de pluie sur le plateau de Fayda. Les "
    "habitants du quartier bas ont passé la nuit sur la colline avec leurs bêtes et leurs provisions. {} Le marché au "
    "mil reste fermé, et les écoles accueillent les familles."
)
_DISPATCH = _SHARED.format("Le préfet a distribué du pain mardi aux familles du camp.")
_REPRINT = (
    f"{_SHARED.format('Le préfet a distribué du riz mardi dernier aux familles du camp.')} (Avec Agence inventée)"
)


def _articles(dispatch_day: str | None = "2024-09-04") -> tuple[Article, Article]:
    """A dispatch of a Wednesday, and a paper that takes it up on the Thursday of the week after."""
    dispatch = factory.article(
        "depeche.txt", _DISPATCH, published=dispatch_day, outlet="Agence inventée", language="fr"
    )
    return dispatch, factory.article("reprise.txt", _REPRINT, published="2024-09-12", outlet="Le Phare", language="fr")


def _last_week(dates: tuple[Date, ...], text: str) -> Date:
    return next(each for each in dates if each.span.of(text) == "la semaine dernière")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Ledger(tmp_path / "l.db") as ledger:
        list(ledger.add(_articles()))
        refresh(ledger)
    return tmp_path / "l.db"


def test_last_week_in_a_ledger_is_the_week_before_the_dispatch(path: Path) -> None:
    with Ledger(path) as ledger:
        reprint, dispatch = (ledger.article(name) for name in ("reprise.txt", "depeche.txt"))
        taken = in_ledger(ledger, reprint.id)
        assert in_ledger(ledger, dispatch.id) == ()
    found = read_article(reprint, taken).facts
    assert found
    week = _last_week(found.dates, reprint.text)
    assert (week.value, week.anchored_on, week.shifted_from) == (
        "2024-08-26/2024-09-01",
        dispatch.id,
        "2024-09-02/2024-09-08",
    )
    added = next(each for each in found.dates if each.span.of(reprint.text) == "mardi dernier")
    assert (added.value, added.anchored_on) == ("2024-09-10", None)


def test_what_is_kept_and_what_the_page_shows_lean_on_the_dispatch_until_the_tie_is_denied(path: Path) -> None:
    with Desk(path) as desk, Ledger(path) as ledger:
        reprint, dispatch = (ledger.article(name) for name in ("reprise.txt", "depeche.txt"))
        read_all(ledger)
        for kept in (ledger.facts(reprint.id, maker()), facts_of(ledger, reprint.id), desk.facts(reprint)):
            assert isinstance(kept, Facts)
            assert _last_week(kept.dates, reprint.text).anchored_on == dispatch.id
        desk.deny(reprint.id, dispatch.id)
        assert in_ledger(ledger, reprint.id) == ()
        for found in (facts_of(ledger, reprint.id), ledger.facts(reprint.id, maker()), desk.facts(reprint)):
            assert isinstance(found, Facts)
            assert _last_week(found.dates, reprint.text).value == "2024-09-02/2024-09-08"


def _weeks(articles: tuple[Article, Article]) -> list[str | None]:
    taken = among(articles, trace(Corpus(articles)).passages)
    read = [each for each in read_articles(articles, 1, taken) if isinstance(each, Read) and each.facts]
    return [_last_week(each.facts.dates, each.article.text).value for each in read if each.facts]


def test_articles_that_are_read_together_tell_each_other_their_days() -> None:
    assert _weeks(_articles()) == ["2024-08-26/2024-09-01"] * 2


def test_a_dispatch_without_a_day_leaves_the_reprints_unknown() -> None:
    assert _weeks(_articles(None)) == [None, None]
