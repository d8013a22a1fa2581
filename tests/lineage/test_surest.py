"""Who is linked to a text that surely came out early, wherever it stands in the order of comparison."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sourcier.core.article import Article
from sourcier.lineage import kernels
from sourcier.lineage.analysis import analyse
from sourcier.lineage.links import holders
from sourcier.lineage.passages import passages
from sourcier.lineage.phrases import Phrases
from sourcier.lineage.settings import Settings
from sourcier.lineage.standing import Judged
from sourcier.lineage.surest import surest_links
from tests import factory
from tests.lineage.texts import text

_DAY = "2031-05-01"


def _reprint(number: int, published: str | None) -> Article:
    body = text(7, 2) + "\n\n" + text(1_000 + number, 1)
    return factory.article(f"{number:03}", body, published=published, outlet=f"Journal inventé {number}")


def _partners(dispatch: Article, reprints: list[Article]) -> set[str]:
    pairs = {(each.derived, each.source) for each in passages(analyse([*reprints, dispatch]))}
    return {id_ for pair in pairs if dispatch.id in pair for id_ in pair} - {dispatch.id}


def test_reprints_of_which_the_day_alone_is_known_do_not_hide_the_dispatch() -> None:
    dispatch = factory.article("zzz", text(7, 2), published=f"{_DAY}T10:00:00Z", outlet="Agence inventée")
    of_the_day = [_reprint(number, _DAY) for number in range(70)]
    later = [_reprint(number, f"{_DAY}T11:{number - 70:02}:00Z") for number in range(70, 130)]
    assert _partners(dispatch, [*of_the_day, *later]) == {each.id for each in (*of_the_day, *later)}


def test_a_dispatch_of_which_the_day_alone_is_known_is_linked_to_all() -> None:
    dispatch = factory.article("zzz", text(7, 2), published=_DAY, outlet="Agence inventée")
    later = [_reprint(number, f"{_DAY}T1{number // 60}:{number % 60:02}:00Z") for number in range(120)]
    assert _partners(dispatch, later) == {each.id for each in later}


@st.composite
def _held(draw: st.DrawFn) -> tuple[Phrases, Judged, list[float]]:
    """Some phrases that up to fourteen texts hold, once or twice each."""
    rows = sorted(draw(st.sets(st.tuples(st.integers(0, 2), st.integers(0, 13), st.integers(0, 1)), max_size=60)))
    count = len(rows)
    masks = [np.array(draw(st.lists(st.booleans(), min_size=count, max_size=count)), np.bool_) for _ in range(2)]
    phrase, texts, places = np.array(rows, np.int32).reshape(-1, 3).T.copy()
    bounds = np.searchsorted(phrase, np.arange(4)).astype(np.int64)
    crowded, common = (np.array(draw(st.lists(st.booleans(), min_size=3, max_size=3)), np.bool_) for _ in range(2))
    listed = masks[0] | draw(st.booleans())
    until = draw(st.lists(st.sampled_from([1.0, 2.0, 3.0, np.inf]), min_size=14, max_size=14))
    return Phrases(bounds, texts, places, listed, listed, crowded), Judged(masks[1], common[phrase]), until


@given(_held(), st.integers(1, 3), st.integers(0, 14))
def test_the_surest_are_linked_to_all_and_no_link_is_there_twice(
    held: tuple[Phrases, Judged, list[float]], half: int, only: int
) -> None:
    phrases, judged, until = held
    found = holders(phrases, judged, Settings(links=2 * half))
    wanted = np.arange(14) == only if only < 14 else np.ones(14, np.bool_)
    ordered = set(map(tuple, np.frombuffer(kernels.link(found, wanted), np.int32).reshape(-1, 4).tolist()))
    surest = [tuple(each) for each in surest_links(phrases, judged, found, wanted, np.array(until)).tolist()]
    assert len(set(surest)) == len(surest)
    assert set(surest) == {link for link in _expected(phrases, judged, until) if wanted[link[0]]} - ordered


def _expected(phrases: Phrases, judged: Judged, until: list[float]) -> set[tuple[int, ...]]:
    """All pairs of which one is among the eight surest plain rows of a phrase."""
    links = set()
    for phrase, crowded in enumerate(phrases.crowded.tolist()):
        low, high = phrases.bounds[phrase : phrase + 2].tolist()
        plain = [row for row in range(low, high) if not (judged.standing[row] or judged.common[row] or crowded)]
        surest = sorted(plain, key=lambda row: (until[phrases.texts[row]], row))[:8]
        for hub in surest:
            for row in plain:
                earlier, later = sorted((hub, row))
                if phrases.texts[earlier] != phrases.texts[later] and phrases.listed[earlier]:
                    columns = (phrases.texts, phrases.places)
                    links.add(tuple(int(column[row]) for column in columns for row in (later, earlier)))
    return links
