import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from sourcier.core.article import Article
from sourcier.core.credit import Credit
from sourcier.core.errors import InputError
from sourcier.core.family import Edge, Family
from sourcier.core.lineage import Lineage
from sourcier.core.moment import Moment
from sourcier.core.outlet import Outlet
from sourcier.core.passage import Passage, turned
from sourcier.core.week import WeekRow
from sourcier.store import weeks
from sourcier.store.ledger import Ledger
from tests import factory
from tests.store import stories

_WEEK = "2031-03-03", "2031-03-10"


def _stored(ledger: Ledger, *changes: dict[str, object]) -> list[Article]:
    """Add a dispatch and a reprint of it for each of `changes`, and return them with the ledger's ids."""
    reprint, dispatch = factory.pair()
    found = [dispatch, *(_reprint(reprint, n, **each) for n, each in enumerate(changes))]
    (added,) = ledger.add(found)
    return [ledger.article(key) for key in added.ids]


def _reprint(reprint: Article, number: int, **changes: object) -> Article:
    text = f"{reprint.text}\n\nPage {number}"
    return replace(reprint, id=f"r{number}", path=f"r{number}", text=text, **changes)


def _save(ledger: Ledger, edges: list[Edge], passages: list[Passage]) -> None:
    articles = tuple(dict.fromkeys(key for edge in edges for key in (edge.source, edge.derived)))
    family = Family("f1", None, None, articles, factory.searched(), tuple(edges), {})
    stories.save(ledger, Lineage(tuple(passages), (family,), factory.searched()))


def _tied(ledger: Ledger, *changes: dict[str, object]) -> tuple[Article, list[Article]]:
    """Store a dispatch and reprints of it, each tied to it by two passages with two differences of meaning."""
    dispatch, *reprints = _stored(ledger, *changes)
    passages = [factory.passages(each, dispatch) for each in reprints]
    edges = [factory.edge(each, dispatch, over) for each, over in zip(reprints, passages, strict=True)]
    _save(ledger, edges, [one for each in passages for one in each])
    return dispatch, reprints


def _articles(rows: list[WeekRow]) -> dict[str, int]:
    return {row.outlet: row.articles for row in rows}


def test_an_outlets_ties_are_counted(ledger: Ledger) -> None:
    _tied(ledger, {}, {}, {"outlet": "Radio Inventée"})
    assert ledger.weeks(*_WEEK) == [
        WeekRow("Le Phare inventé", 2, 4, 0, 2, 0, 0, 4, 59_400.0),
        WeekRow("Radio Inventée", 1, 2, 0, 1, 0, 0, 2, 59_400.0),
    ]
    assert Ledger(None).weeks(*_WEEK) == []


def test_credit_and_delay_are_those_of_the_ties(ledger: Ledger) -> None:
    dispatch, *reprints = _stored(ledger, *[{}] * 4)
    bare = Edge(reprints[0].id, dispatch.id, 0.5, None, "source_first", (), Credit("none_found"), (), (), None)
    ties = [("none_found", None), ("full", 60), ("other_named", 180), ("none_found", 240)]
    edges = [
        replace(bare, derived=each.id, credit=Credit(status), delay=seconds and timedelta(seconds=seconds))  # type: ignore[arg-type]
        for each, (status, seconds) in zip(reprints, ties, strict=True)
    ]
    _save(ledger, edges, [])
    assert ledger.weeks(*_WEEK) == [WeekRow("Le Phare inventé", 4, 0, 1, 0, 2, 1, 0, 180.0)]
    _save(ledger, edges[:1], [])
    assert ledger.weeks(*_WEEK)[0].delay is None


@pytest.mark.parametrize(
    ("published", "counts"),
    [
        ("2031-03-03", True),
        ("2031-03-03T00:00:00+14:00", True),
        ("2031-03-09T23:59:59-12:00", True),
        ("2031-03-10", False),
        ("2031-03-10T00:00:00+14:00", False),
        ("2031-03-02T23:59", False),
        ("2031-03", False),
        ("2031", False),
        (None, False),
    ],
)
def test_the_day_is_as_it_is_written(ledger: Ledger, published: str | None, counts: bool) -> None:
    _tied(ledger, {"published": Moment(published) if published else None})
    assert bool(ledger.weeks(*_WEEK)) is counts


def test_a_month_lies_in_no_week(ledger: Ledger) -> None:
    _tied(ledger, {"published": Moment("2031-03")})
    assert ledger.weeks("2031-02-24", "2031-03-03") == []
    assert ledger.weeks() == []


def test_ties_inside_an_outlet_or_of_unknown_ones_are_left_out(ledger: Ledger) -> None:
    dispatch, (same, _, _) = _tied(ledger, {"outlet": "AGENCE INVENTEE"}, {"outlet": None}, {"outlet": "Le Phare"})
    assert _articles(ledger.weeks(*_WEEK)) == {"Le Phare": 1}
    ledger.register(Outlet("Groupe Phare", ("Le Phare", "Agence inventée")))
    assert ledger.weeks(*_WEEK) == []
    ledger.correct(same.id, "outlet", "Le Phare")  # by hand, under a name that the register knows
    assert ledger.weeks(*_WEEK) == []
    ledger.unregister("Groupe Phare")
    assert _articles(ledger.weeks(*_WEEK)) == {"Le Phare": 2}
    ledger.correct(dispatch.id, "outlet", None)
    assert ledger.weeks(*_WEEK) == []


@pytest.mark.parametrize("direction", ["unknown", "derived_first"])
def test_ties_without_a_known_direction_are_left_out(ledger: Ledger, direction: str) -> None:
    dispatch, reprint = _stored(ledger, {})
    edge = factory.edge(reprint, dispatch, ())
    _save(ledger, [replace(edge, direction=direction)], [])  # type: ignore[arg-type]
    assert ledger.weeks(*_WEEK) == []


def test_denied_pairs_are_left_out(ledger: Ledger) -> None:
    dispatch, (first, _) = _tied(ledger, {}, {})
    ledger.deny(dispatch.id, first.id)
    assert _articles(ledger.weeks(*_WEEK)) == {"Le Phare inventé": 1}
    ledger.allow(dispatch.id, first.id)
    assert _articles(ledger.weeks(*_WEEK)) == {"Le Phare inventé": 2}


def test_only_differences_of_meaning_in_shared_passages_count(ledger: Ledger) -> None:
    dispatch, reprint = _stored(ledger, {})
    number, verb = factory.passages(reprint, dispatch)
    worded = replace(number, edits=(replace(number.edits[0], category="wording"),))
    quoted = replace(verb, kind="quotation")
    _save(ledger, [factory.edge(reprint, dispatch, ())], [worded, quoted])
    assert [row.meaning for row in ledger.weeks(*_WEEK)] == [0]
    _save(ledger, [factory.edge(reprint, dispatch, ())], [turned(verb), number])
    assert [row.meaning for row in ledger.weeks(*_WEEK)] == [2]


def test_only_what_is_new_since(path: Path) -> None:
    times = iter(["2031-03-05T12:00:00", "2031-03-06T12:00:00"])
    with Ledger(path) as ledger:
        ledger._time = lambda: f"{next(times)}+00:00"  # type: ignore[method-assign]
        dispatch, old = _stored(ledger, {})
        (added,) = ledger.add([_reprint(factory.pair()[0], 7, outlet="Radio Inventée")])
        new = ledger.article(added.ids[0])
        ledger._time = lambda: "2031-03-07T12:00:00+00:00"  # type: ignore[method-assign]
        _save(ledger, [factory.edge(old, dispatch, ()), factory.edge(new, dispatch, ())], [])
        for since in ("2031-03-06", "2031-03-06T12:00:00Z", "2031-03-06T13:00:00+01:00"):
            assert _articles(ledger.weeks(*_WEEK, since)) == {"Radio Inventée": 1}
        assert len(ledger.weeks(*_WEEK, "2031-03-05")) == 2
        assert ledger.weeks(*_WEEK, "2031-03-06T12:00:01Z") == []


def test_only_ties_to_texts_of_reference(ledger: Ledger) -> None:
    _tied(ledger, {})
    assert ledger.weeks(*_WEEK, reference_only=True) == []
    agency = Outlet("A.I.", ("Agence inventée",))
    ledger.register(agency)
    assert ledger.weeks(*_WEEK, reference_only=True) == []
    ledger.register(replace(agency, reference=True))
    assert _articles(ledger.weeks(*_WEEK, reference_only=True)) == {"Le Phare inventé": 1}


@pytest.mark.parametrize("wrong", ["2031-03", "2031-03-04T10:00:00Z", "hier", "2031-02-30"])
def test_what_is_no_day_is_refused(ledger: Ledger, wrong: str) -> None:
    for days in ((wrong, None), (None, wrong)):
        with pytest.raises(InputError, match=r"not a d|day is out of range"):
            ledger.weeks(*days)
    with pytest.raises(InputError):
        ledger.weeks(*_WEEK, "récemment")


def _plan(path: Path) -> Iterator[str]:
    with sqlite3.connect(path) as db:
        values = {"start": "2031-03-03", "end": "2031-03-10", "since": None}
        for row in db.execute(f"EXPLAIN QUERY PLAN {weeks._TIES}", values):
            yield row[3]


def test_a_week_is_found_through_indexes(path: Path) -> None:
    Ledger(path).close()
    plan = list(_plan(path))
    assert "SEARCH a USING COVERING INDEX articles_instant (instant>? AND instant<?)" in plan
    assert not [step for step in plan if step.startswith("SCAN")]
    assert any("USING INDEX denials_pair" in step for step in plan)
    by_text = [step for step in plan if step.startswith("SEARCH p ")]
    assert by_text == [
        "SEARCH p USING INDEX passages_derived (derived=?)",
        "SEARCH p USING INDEX passages_source (source=?)",
    ]


def test_the_newest_day_is_that_of_a_tie_that_counts(ledger: Ledger) -> None:
    ids = stories.told(ledger)
    assert ledger.newest_week() == "2031-03-04"
    assert ledger.newest_week("2999-01-01") is None
    assert ledger.newest_week(reference_only=True) is None
    assert ledger.week_texts(*_WEEK) == sum(row.articles for row in ledger.weeks(*_WEEK)) == 1
    ledger.deny(ids["a"], ids["b"])
    assert ledger.newest_week() is None
    assert ledger.week_texts(*_WEEK) == 0
