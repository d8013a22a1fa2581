"""Whatever way the articles came, what is found is what a comparison of all of them at once finds."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from sourcier.core.article import Article
from sourcier.core.family import Family
from sourcier.core.lineage import Lineage
from sourcier.core.passage import Passage
from sourcier.lineage import phrases
from sourcier.store.ledger import Ledger
from sourcier.workflow.corpus import Corpus
from sourcier.workflow.growth import chunks, clusters, growing, view
from sourcier.workflow.growth.growing import grow
from sourcier.workflow.trace import trace
from tests import factory
from tests.lineage.texts import paragraphs, text
from tests.workflow.growth.newsroom import archive

_SEEDS = range(6)
_DISPATCH = 999


def _at_once(ledger: Ledger) -> Lineage:
    return trace(Corpus(tuple(ledger.articles())))


def _said(found: Lineage, wanted: Callable[[Passage], bool]) -> tuple[list[Passage], list[Family]]:
    passages = sorted(filter(wanted, found.passages), key=lambda each: (each.derived, each.source, each.derived_span))
    families = sorted((replace(each, searched=found.searched) for each in found.families), key=lambda each: each.id)
    return passages, families


def _every(_passage: Passage) -> bool:
    return True


def _holds(ledger: Ledger, wanted: Callable[[Passage], bool] = _every) -> None:
    """The ledger says of its articles what a comparison of all at once says."""
    found = ledger.lineage()
    assert found is not None
    assert (ledger.pending(), ledger.unjudged()) == ([], [])
    assert _said(found, wanted) == _said(_at_once(ledger), wanted)


def _added(ledger: Ledger, articles: Iterable[Article]) -> None:
    for _ in ledger.add(articles):
        pass
    grow(ledger)


def _parts(rng: random.Random, articles: Sequence[Article]) -> list[list[Article]]:
    cuts = sorted({0, len(articles), *(rng.randrange(len(articles)) for _ in range(6))})
    return [list(articles[low:high]) for low, high in pairwise(cuts)]


@pytest.mark.parametrize("seed", _SEEDS)
def test_in_one_go(seed: int) -> None:
    with Ledger(None) as ledger:
        _added(ledger, archive(seed))
        found = ledger.lineage()
        assert found is not None
        kinds = {each.kind for each in found.passages}
        assert "reuse" in kinds
        _holds(ledger)


@pytest.mark.parametrize("seed", _SEEDS)
def test_in_parts_and_in_any_order(seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)
    articles = archive(seed)
    with Ledger(tmp_path / "a.db") as ledger:
        for part in _parts(rng, rng.sample(articles, len(articles))):
            _added(ledger, part)
            _holds(ledger)


def test_from_the_latest_to_the_earliest() -> None:
    with Ledger(None) as ledger:
        for article in sorted(
            archive(3), key=lambda each: each.published.value if each.published else "", reverse=True
        ):
            _added(ledger, [article])
        _holds(ledger)


@pytest.mark.parametrize("seed", _SEEDS)
def test_with_removals_and_corrections(seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)
    with Ledger(tmp_path / "a.db") as ledger:
        for part in _parts(rng, archive(seed)):
            _added(ledger, part)
            ids = [each.id for each in ledger.articles()]
            ledger.remove(rng.choice(ids[1:] or ids))
            if ids := [each.id for each in ledger.articles()]:
                ledger.correct(rng.choice(ids), "published", f"2031-0{rng.randrange(1, 4)}-{rng.randrange(1, 28):02}")
                ledger.correct(rng.choice(ids), "outlet", rng.choice(("Le Quai inventé", None)))
                ledger.correct(rng.choice(ids), "published", None)
            grow(ledger)
            _holds(ledger)


@pytest.mark.parametrize("seed", _SEEDS)
def test_more_hold_a_phrase_than_are_listed(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (phrases, view):
        monkeypatch.setattr(module, "LISTED", 5)
    monkeypatch.setattr(phrases, "_WITNESSES", 4)
    rng = random.Random(seed)
    articles = archive(seed, stories=12)
    with Ledger(None) as ledger:
        for part in _parts(rng, rng.sample(articles, len(articles))):
            _added(ledger, part)
        _holds(ledger, lambda each: each.kind != "boilerplate")  # which other a footer is shown with may differ


@pytest.mark.parametrize("seed", _SEEDS[:3])
def test_a_dispatch_among_many_reprints_without_a_time_of_day(seed: int) -> None:
    rng = random.Random(seed)

    def article(number: int, published: str) -> Article:
        body = text(1, 2) if number == _DISPATCH else f"{text(1, 2)}\n\n{text(100 + number, 1)}"
        return factory.article(f"{number:03}", body, path=str(number), published=published, outlet=f"Titre {number}")

    of_the_day = [article(number, "2031-01-05") for number in range(60)]
    later = [article(number, f"2031-01-05T11:{number - 60:02}:00Z") for number in range(60, 90)]
    dispatch = article(_DISPATCH, "2031-01-05T10:00:00Z")
    articles = [*of_the_day, *later, dispatch]
    with Ledger(None) as ledger:
        for part in _parts(rng, rng.sample(articles, len(articles))):
            _added(ledger, part)
        _holds(ledger)
        found = ledger.lineage()
        assert found is not None
        (dispatch_id,) = (each.id for each in ledger.articles() if each.path == dispatch.path)
        ends = [{each.derived, each.source} for each in found.passages]
        tied = {id_ for both in ends if dispatch_id in both for id_ in both}
        assert tied == {each.id for each in ledger.articles()}


def test_a_stretch_that_becomes_standing_text_is_so_where_it_stood_before() -> None:
    footer = (
        "Toute copie de cette page inventée demande un accord écrit de la maison du port, quai Violet numéro douze. "
        "Les photographies des trois bassins viennent du fonds inventé de la capitainerie de Port-Chimère."
    )
    with Ledger(None) as ledger:
        kinds = []
        for number in range(8):
            body = f"{text(number)}\n\n{footer}"
            day = f"2031-01-{4 * number + 1:02}"
            _added(
                ledger, [factory.article(str(number), body, outlet="Le Quai inventé", published=day, path=str(number))]
            )
            found = ledger.lineage()
            assert found is not None
            kinds.append({each.kind for each in found.passages})
        assert kinds[1] == {"reuse"}
        assert kinds[-1] == {"boilerplate"}
        _holds(ledger)


def test_a_small_addition_does_not_touch_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    def article(number: int, body: str) -> Article:
        return factory.article(str(number), body, path=str(number), published=f"2031-01-{number + 1:02}")

    with Ledger(None) as ledger:
        _added(ledger, [article(number, text(number // 2)) for number in range(20)])
        touched: list[int] = []
        keep = chunks.all_judged

        def counted(*arguments: object) -> object:
            for found in keep(*arguments):  # type: ignore[arg-type]
                touched.extend(found.numbers)
                yield found

        monkeypatch.setattr(growing, "all_judged", counted)
        _added(ledger, [article(25, text(4)), article(26, text(100))])
        assert len(touched) == 4  # the two, and those that share with one of them
        _holds(ledger)


def test_a_footer_more_leaves_the_families_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    footer = (
        "Toute copie de cette page inventée demande un accord écrit de la maison du port, quai Violet numéro douze."
    )

    def article(number: int) -> Article:
        day = f"2031-{1 + number // 25:02}-{1 + number % 25:02}"
        return factory.article(str(number), f"{text(number)}\n\n{footer}", path=str(number), published=day)

    with Ledger(None) as ledger:
        _added(ledger, [article(number) for number in range(60) if number != 30])
        counts = {"all_judged": 0, "all_beside": 0}

        def counted(name: str, keep: Callable[..., Iterable[Any]]) -> Callable[..., Iterator[Any]]:
            def found(*arguments: object) -> Iterator[Any]:
                for each in keep(*arguments):
                    counts[name] += len(each.numbers)
                    yield each

            return found

        for name in counts:
            monkeypatch.setattr(growing, name, counted(name, getattr(growing, name)))
        _added(ledger, [article(30)])
        assert counts == {"all_judged": 1, "all_beside": 1}  # the article; the next one, as sharing the footer with it
        _holds(ledger)


def test_another_version_of_the_stage_finds_all_anew() -> None:
    with Ledger(None) as ledger:
        _added(ledger, archive(2))
        ledger.set_parameters(ledger.parameters() | {"lineage": 1})
        assert len(ledger.pending()) == len(ledger)
        grow(ledger)
        _holds(ledger)


def test_a_cluster_too_large_to_judge_at_once_is_parted_by_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "MOST", 8)
    dispatch = paragraphs(1)

    def article(number: int) -> Article:
        body = "\n\n".join([*dispatch, text(100 + number, 1)])
        return factory.article(str(number), body, path=str(number), published=f"2031-01-{number + 1:02}")

    with Ledger(None) as ledger:
        for start in (20, 0, 10):
            _added(ledger, [article(number) for number in range(start, start + 10)])
        found = ledger.lineage()
        assert found is not None
        assert (ledger.pending(), ledger.unjudged()) == ([], [])
        pairs = {(each.derived, each.source) for each in found.passages}
        assert pairs == {(each.derived, each.source) for each in _at_once(ledger).passages}
        assert all(1 < len(family.articles) <= 8 for family in found.families)
        members = [id_ for family in found.families for id_ in family.articles]
        assert len(members) == len(set(members)) > 0
