import random

import pytest

from sourcier.core.article import Article
from sourcier.store import candidates
from sourcier.store.ledger import Ledger
from tests import factory
from tests.lineage.texts import sentence, text

_RUN = "Le gardien du phare compte douze barques"


def _fill(ledger: Ledger, texts: dict[str, str], outlet: str | None = None) -> None:
    list(ledger.add(factory.article(name, body, path=name, outlet=outlet) for name, body in texts.items()))


def _paths(found: list[Article]) -> set[str | None]:
    return {each.path for each in found}


@pytest.mark.parametrize(
    ("stored", "asked"),
    [
        (f"{_RUN} bleues.", f"{_RUN} bleues"),
        (
            "L’été, sa sœur a quitté l’œuvre inventée du vieux port",
            "L'ete sa soeur a quitte l'oeuvre inventee du vieux port",
        ),
        (
            "La coopération entre les deux rives du fleuve rouge",
            "La co\u00adopération entre les deux rives du fleuve rouge",
        ),
        ("港口在星期一重新开放，船长说船只等待了十二天。", "昨天，港口在星期一重新开放，灯塔看守人说。"),
        (
            "الجيش استعاد المدينة القديمة قرب النهر يوم الاثنين",
            "قال: الجيش استعاد المدينة القديمة قرب النهر يوم الاثنين",
        ),
    ],
)
def test_eight_words_in_a_row_are_enough(ledger: Ledger, stored: str, asked: str) -> None:
    _fill(ledger, {"same": f"{text(1)} {stored} {text(2)}", "other": text(3)})
    assert _paths(ledger.candidates(f"{text(4)} {asked} {text(5)}")) == {"same"}


def test_every_run_of_eight_words_is_met(ledger: Ledger) -> None:
    words = text(7, count=2).split()
    runs = {str(at): f"{text(100 + at, 1)} {' '.join(words[at : at + 8])}" for at in range(0, len(words) - 8, 5)}
    _fill(ledger, runs)
    assert _paths(ledger.candidates(" ".join(words))) == set(runs)


def test_nothing_in_common(ledger: Ledger) -> None:
    _fill(ledger, {"a": text(1)})
    for asked in ("Douze barques bleues attendent la marée du soir", "", "« ? »"):
        assert ledger.candidates(asked) == []


def test_those_that_share_most_come_before_those_of_one_phrase(ledger: Ledger) -> None:
    footer = "Toute copie de cette page inventée demande un accord écrit de la maison."
    asked = f"{text(1)}\n\n{footer}"
    _fill(ledger, {"copy": asked} | {f"{n:03}": f"{text(50 + n, 1)} {footer}" for n in range(60)})
    found = ledger.candidates(asked, 20)
    assert "copy" in _paths(found)
    assert len(found) <= 20
    kept = sorted(int(path or 0) for path in _paths(found) if path != "copy")
    assert (kept[0], kept[-1]) == (0, 59)  # of all times, not the newest alone


def test_some_of_the_outlet_are_kept(ledger: Ledger) -> None:
    footer = "Toute copie de cette page inventée demande un accord écrit de la maison."
    for outlet, start in (("La Barque", 0), ("Le Phare", 100), ("La Barque", 200)):
        count = 6 if outlet == "Le Phare" else 40
        _fill(ledger, {f"{start + n}": f"{text(start + n, 1)} {footer}" for n in range(count)}, outlet)
    found = ledger.candidates(f"{text(900)} {footer}", 80, "Le Phare")
    assert sum(each.outlet == "Le Phare" for each in found) == 6


def test_a_text_too_long_is_asked_for_less(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    body = text(1, count=30)
    _fill(ledger, {"copy": body})
    monkeypatch.setattr(candidates, "_PHRASES", 20)
    monkeypatch.setattr(candidates, "_BUDGET", 20_000)
    assert _paths(ledger.candidates(body)) == {"copy"}


def test_frequencies(ledger: Ledger) -> None:
    _fill(ledger, {"a": "L'été revient.", "b": "L’ÉTÉ et la sœur.", "c": "Un café."})
    assert ledger.frequencies(["l'ete", "été", "soeur", "café", "absent", "_"], 9) == {
        "l'ete": 2, "été": 2, "soeur": 1, "café": 1, "absent": 0, "_": 0,
    }  # fmt: skip
    assert ledger.frequencies(["été"], 1) == {"été": 1}


def test_words_are_met_in_any_order_of_articles(ledger: Ledger) -> None:
    rng = random.Random(3)
    bodies = {f"{n}": " ".join(sentence(rng) for _ in range(6)) for n in range(30)}
    _fill(ledger, bodies)
    for name, body in bodies.items():
        assert name in _paths(ledger.candidates(body[: len(body) // 2]))
