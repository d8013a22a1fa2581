"""A pasted text: looked for, set beside another, kept only when asked, and gone when told."""

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sourcier.core.article import Article
from sourcier.core.card import Card
from sourcier.core.found import Found
from sourcier.lang.interface import phrases
from sourcier.web.contexts.find import found_page
from sourcier.workflow.desk import Desk
from tests import factory
from tests.web.filled import HOSTILE, keep, pair
from tests.web.reading import read
from tests.web.visiting import client, token

_AS_JSON = {"accept": "application/json"}
_NEW = "Un tout autre récit inventé parle de brouettes vertes, de girouettes et de chats qui dorment au soleil d'avril."


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[TestClient]:
    pair(tmp_path / "a.db")
    with client(tmp_path / "a.db") as opened:
        yield opened


def _paste(browser: TestClient, text: str, **more: str) -> str:
    answer = browser.post("/find/paste", data={"token": token(browser), "text": text, **more})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def _ids(browser: TestClient) -> dict[str, str]:
    return {each["outlet"]: each["id"] for each in browser.get("/articles", headers=_AS_JSON).json()["items"]}


def test_a_text_is_found_where_it_stands(browser: TestClient) -> None:
    where = _paste(browser, f"Notre journal écrit : {factory.DISPATCH}")
    page = browser.get(where)
    seen = read(page.text)
    assert seen.words.count("shares most") == 1
    assert {f"/articles/{id_}" for id_ in _ids(browser).values()} <= set(seen.links)
    assert "Le port de Sainte-Aurore" in page.text
    row = browser.get(where, headers=_AS_JSON).json()
    assert row["schema"] == "0.1"
    assert row["best"] == _ids(browser)["Agence inventée"]
    assert row["passages"]
    assert 0.5 < row["shared"] <= 1


def test_letters_in_the_text_lead_to_what_it_is_shared_with(browser: TestClient) -> None:
    page = browser.get(_paste(browser, factory.DISPATCH)).text
    targets = set(re.findall(r'href="#(text-[^"]+)"', page))
    assert targets
    assert targets <= set(read(page).ids)


def test_a_text_that_stands_nowhere_has_phrases_to_look_for_elsewhere(browser: TestClient) -> None:
    page = browser.get(_paste(browser, _NEW))
    assert "No passage found elsewhere" in read(page.text).words
    assert "data-copy=" in page.text
    assert "2 texts" in page.text


def test_a_text_that_is_too_short_says_so_and_nothing_else(browser: TestClient) -> None:
    page = browser.get(_paste(browser, "Trois mots seulement"), headers={"accept-language": "fr"}).text
    assert "<h1>Texte trop court pour en juger</h1>" in page
    assert "8" in read(page).words
    assert "data-copy=" not in page


def test_what_side_by_side_would_say_stands_with_the_texts_that_share_most(browser: TestClient) -> None:
    given = factory.DISPATCH.replace("Douze", "Quarante").replace("(Agence inventée)", "")
    page = browser.get(_paste(browser, given, outlet="Gazette inventée"), headers={"accept-language": "fr"}).text
    assert re.search(r"Gazette inventée → Agence inventée.*«\s+Quarante\s+» → «\s+Douze\s+»", page)
    assert re.search(r"Agence inventée\s: \d+\s% aussi dans Gazette inventée", page)
    assert "on ignore lequel reprend l’autre" in page
    assert re.search(r'<a href="/stories/[^"]+">\s*Au plus 1 origine pour ces 2 textes', page)
    assert "mots identiques" in page
    assert "mots égaux" not in page


def test_a_known_direction_is_said_with_the_words_of_credit(browser: TestClient) -> None:
    given = f"{factory.DISPATCH} (avec Agence inventée)"
    page = browser.get(_paste(browser, given, outlet="Gazette inventée", published="2031-04-01")).text
    assert "Gazette inventée comes after Agence inventée" in page
    assert re.search(r'<q class="credit" dir="auto">[^<]*Agence inventée', page)


def test_a_text_without_a_name_is_called_this_text(browser: TestClient) -> None:
    page = browser.get(_paste(browser, factory.DISPATCH)).text
    assert "This text: 100% also stands in Agence inventée" in page
    assert "Le Phare inventé comes after this text." in page
    assert "pasted-" not in page.replace("/find/", "").partition("<h2>")[0]


def test_texts_that_are_too_long_are_not_compared_in_passing(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sourcier.web.pages.find._IN_PASSING", 10)
    page = browser.get(_paste(browser, factory.DISPATCH, outlet="Gazette inventée")).text
    assert "in Agence inventée" not in page
    assert "shares most" in page


def test_only_texts_that_a_mark_names_have_a_letter_and_the_others_are_folded() -> None:
    derived, source = factory.pair()
    (whole, *_) = factory.passages(derived, source)
    cards = {f"t{n}": replace(_card(source), id=f"t{n}") for n in range(9)}
    passages = tuple(replace(whole, source=id_, best=id_ == "t0") for id_ in cards)
    page = found_page("k", derived, replace(factory.found(), passages=passages, best="t0"), cards, phrases("en"))
    assert [each.letter for each in page.places] == ["A", "B", "C"]
    assert [(each.card.id, each.letter) for each in page.others] == [(f"t{n}", "") for n in range(3, 9)]


def test_looking_elsewhere_and_comparing_two_have_addresses_of_their_own(browser: TestClient) -> None:
    one, two = (browser.get(f"/find{query}").text for query in ("", "?two=1"))
    for page in (one, two):
        assert {"/find", "/find?two=1"} <= set(read(page).links)
    assert 'name="other"' not in one
    assert re.search(r'<textarea id="other"[^>]* required', two)
    assert two.index('name="other"') < two.index("<details>", two.index("<form method"))


def test_a_pasted_text_is_not_kept(browser: TestClient, tmp_path: Path) -> None:
    _paste(browser, _NEW)
    assert len(_ids(browser)) == 2
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"girouettes" not in kept


def test_it_stands_beside_an_article(browser: TestClient) -> None:
    where, other = _paste(browser, factory.DISPATCH), _ids(browser)["Le Phare inventé"]
    page = browser.get(f"{where}/beside/{other}")
    assert page.status_code == 200
    assert where in read(page.text).links
    assert browser.get(f"{where}/beside/{other}", headers=_AS_JSON).json()["schema"] == "0.1"
    saved = browser.get(f"{where}/beside/{other}/dossier.html")
    assert "attachment" in saved.headers["content-disposition"]
    assert "<script" not in saved.text
    assert "Sainte-Aurore" in saved.text


def test_two_pasted_texts_stand_beside_each_other(browser: TestClient) -> None:
    where = _paste(browser, factory.DISPATCH, other=factory.REPRINT)
    assert re.fullmatch(r"/find/[\w-]+/beside/[\w-]+", where)
    page = browser.get(where)
    assert page.status_code == 200
    assert "/find" in read(page.text).links
    assert browser.get(where.partition("/beside/")[0]).status_code == 404


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"text": ""}, ""),
        ({"text": "   \n"}, ""),
        ({"text": _NEW, "other": _NEW}, "the same, word for word"),
        ({"text": _NEW, "published": "hier"}, "hier"),
        ({"text": _NEW, "published": "2031-02-30"}, "2031-02-30"),
    ],
)
def test_what_cannot_be_looked_for_is_said(browser: TestClient, form: dict[str, str], words: str) -> None:
    answer = browser.post("/find/paste", data={**form, "token": token(browser)})
    assert answer.status_code == 400
    assert words in answer.text
    assert "Traceback" not in answer.text


def test_it_is_forgotten_when_told(browser: TestClient) -> None:
    where, other = _paste(browser, factory.DISPATCH), _ids(browser)["Le Phare inventé"]
    answer = browser.post(f"{where}/forget", data={"token": token(browser)})
    assert answer.headers["location"] == "/find"
    for address in (where, f"{where}/beside/{other}", f"{where}/beside/{other}/dossier.html"):
        assert browser.get(address).status_code == 404


def test_it_is_kept_when_told_with_what_is_known_of_it(browser: TestClient) -> None:
    where = _paste(
        browser, _NEW, outlet="Gazette inventée", published="1er avril 2031", url="https://gazette.example/a"
    )
    moved = browser.post(f"{where}/keep", data={"token": token(browser)}).headers["location"]
    end = time.monotonic() + 60
    while (row := browser.get(moved, headers=_AS_JSON).json())["state"] not in {"done", "failed"}:
        assert time.monotonic() < end
        time.sleep(0.05)
    assert (row["state"], row["new"], row["problem_count"]) == ("done", 1, 0)
    (kept,) = browser.get("/articles?outlet=Gazette+inventée", headers=_AS_JSON).json()["items"]
    assert (kept["published"], kept["url"]) == ("2031-04-01", "https://gazette.example/a")


def test_a_hostile_text_stays_words(browser: TestClient) -> None:
    given = HOSTILE.replace("\ud800", "").replace("\x00", "")
    where = _paste(browser, f"{given} {factory.DISPATCH} {given}", outlet=given)
    other = _ids(browser)["Agence inventée"]
    for address in (where, f"{where}/beside/{other}", f"{where}/beside/{other}/dossier.html"):
        page = browser.get(address)
        assert page.status_code == 200
        assert "<script>alert" not in page.text
    assert read(browser.get(where).text).inline == []
    nowhere = browser.get(_paste(browser, f"{given} {_NEW}"))
    assert read(nowhere.text).inline == []


def _card(source: Article) -> Card:
    return Card(
        source.id, source.title, source.outlet, source.url, source.byline, source.published, source.language,
        source.complete, source.path, len(source.text), "", "2031-03-04T00:00:00+00:00",
    )  # fmt: skip


def test_texts_that_are_later_are_marked_as_well(tmp_path: Path) -> None:
    derived, source = factory.pair()
    keep(tmp_path / "a.db", [derived])
    with Desk(tmp_path / "a.db") as desk:
        found = desk.seek(source)
        page = found_page("k", source, found, desk.cards({each.source for each in found.passages}), phrases("en"))
    assert [each.letter for each in page.places] == ["A"]
    assert page.text.count("<mark") > 0
    assert page.places[0].best


def test_a_text_removed_since_is_left_out() -> None:
    derived, _ = factory.pair()
    found: Found = factory.found()
    page = found_page("k", derived, found, {}, phrases("en"))
    assert page.places == ()
    assert "<mark" not in page.text
