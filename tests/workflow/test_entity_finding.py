"""Entities over a ledger: one by one as at once, gone with their articles, and as people decided."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from sourcier.core.article import Article
from sourcier.core.facts import Facts
from sourcier.core.mention import Mention
from sourcier.core.person import Person, Role
from sourcier.core.span import Span
from sourcier.store.facts import entry
from sourcier.store.ledger import Ledger
from sourcier.workflow import entity_finding
from sourcier.workflow.entity_finding import catch_up
from sourcier.workflow.fact_finding import maker
from tests import factory

_GIVEN = ("Anselme", "Blandine", "Côme", "Delphin", "Eudoxie")
_FAMILY = ("Karivolo", "Karrivolo", "Bremondat", "Tassigot", "Ouvranel", "Ouvrannel")
_ROLES = ("ministre des Ports", "préfet de Sainte-Aurore", "capitaine", "maire")


def _article(number: int, people: Sequence[tuple[str, str]]) -> Article:
    text = f"Numéro {number}. " + " ".join(f"Le {role} {name} a parlé." for name, role in people)
    return replace(
        factory.article(f"{number}.txt", text, published=f"2031-03-{number % 27 + 1:02}", language="fr"),
        path=f"{number}.txt",
    )  # fmt: skip


def _facts(article: Article, people: Sequence[tuple[str, str]]) -> Facts:
    found, at = [], 0
    for name, role in people:
        place = article.text.index(role, at)
        at = article.text.index(name, place)
        spans = Span(place, place + len(role)), Span(at, at + len(name))
        found.append(Person(name, (Mention(spans[1], "title"),), (Role(spans[0], "current", alone=False),), "NE", "p"))
    return Facts(tuple(found), (), (), (), (), (), "NE", ())


Made = list[tuple[Article, Facts]]


def _made(seed: int, number: int) -> Made:
    rng = random.Random(seed)
    made = []
    for at in range(number):
        people = [
            (f"{rng.choice(_GIVEN)} {rng.choice(_FAMILY)}", rng.choice(_ROLES)) for _ in range(rng.randrange(1, 4))
        ]
        article = _article(at, people)
        made.append((article, _facts(article, people)))
    return made


def _add(ledger: Ledger, made: Iterable[tuple[Article, Facts]]) -> None:
    facts = {article.text: found for article, found in made}
    list(ledger.add([article for article, _ in made]))
    waiting = ledger.numbered(ledger.unread(maker(ledger)))
    ledger.save_facts([entry(number, each, facts[each.text]) for number, each in waiting], maker(ledger))
    catch_up(ledger)


def _said(ledger: Ledger) -> list[tuple[object, ...]]:
    found = ledger.entities(limit=10_000).items
    return sorted(
        (
            each.name, each.kind, each.country, each.articles, each.roles, each.variants,
            tuple((one.article, one.index) for one in ledger.entity(each.id).sightings),
        )
        for each in found
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_in_parts_and_in_any_order_as_at_once(seed: int, tmp_path: Path) -> None:
    made = _made(seed, 30)
    with Ledger(None) as whole, Ledger(tmp_path / "parts.db") as parts:
        _add(whole, made)
        rng = random.Random(seed)
        shuffled = rng.sample(made, len(made))
        while shuffled:
            cut = rng.randrange(1, 8)
            _add(parts, shuffled[:cut])
            shuffled = shuffled[cut:]
        assert _said(parts) == _said(whole)
        assert len(_said(whole)) > 5


def test_names_that_become_frequent_count_for_less_in_whatever_order(tmp_path: Path) -> None:
    made = _made(11, 130)
    with Ledger(None) as whole, Ledger(tmp_path / "parts.db") as parts:
        _add(whole, made)
        for start in range(0, len(made), 26):
            _add(parts, made[::-1][start : start + 26])
        assert _said(parts) == _said(whole)
        parts.remove_all([each.id for each in parts.articles()][:40])
        catch_up(parts)
        left = {each.text for each in parts.articles()}
        with Ledger(None) as few:
            _add(few, [each for each in made if each[0].text in left])
            assert _said(parts) == _said(few)


def test_in_small_portions_as_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made = _made(7, 30)
    with Ledger(None) as whole, Ledger(None) as parts:
        _add(whole, made)
        monkeypatch.setattr(entity_finding, "_AT_ONCE", 3)
        _add(parts, made)
        assert _said(parts) == _said(whole)


def test_without_the_articles_that_were_removed(tmp_path: Path) -> None:
    made = _made(3, 20)
    with Ledger(tmp_path / "all.db") as ledger, Ledger(tmp_path / "few.db") as few:
        _add(few, made[5:])
        _add(ledger, made)
        gone = {article.text for article, _ in made[:5]}
        ledger.remove_all([each.id for each in ledger.articles() if each.text in gone])
        catch_up(ledger)
        assert _said(ledger) == _said(few)


def test_nothing_is_done_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(None) as ledger:
        _add(ledger, _made(1, 10))
        before = [each.id for each in ledger.entities().items]
        assert not entity_finding.is_behind(ledger)
        monkeypatch.setattr(entity_finding, "changed", None)
        catch_up(ledger)
        assert [each.id for each in ledger.entities().items] == before


def test_a_removal_leaves_no_name(tmp_path: Path) -> None:
    people = [("Zanzibaro Quivrelle", "maire")]
    article = _article(1, people)
    with Ledger(tmp_path / "sourcier.db") as ledger:
        _add(ledger, [*_made(1, 5), (article, _facts(article, people))])
        (found,) = ledger.entities("quivrelle").items
        assert found.variants == ()
        ledger.remove(next(each.id for each in ledger.articles() if "Quivrelle" in each.text))
        assert ledger.entities("quivrelle").items == ()
        catch_up(ledger)
    left = b"".join(file.read_bytes() for file in tmp_path.iterdir()).lower()
    assert b"quivrelle" not in left
