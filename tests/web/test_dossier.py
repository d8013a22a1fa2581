"""The first page: how much there is, what is shared, from how many texts at most, and what deserves a look."""

from pathlib import Path

import pytest

from sourcier.core.totals import Totals
from sourcier.web.contexts.dossier import Dossier, dossier
from sourcier.web.imported import Import
from sourcier.workflow.desk import Desk
from tests import factory
from tests.web.filled import keep, pair
from tests.web.reading import read
from tests.web.visiting import client


def _totals(**given: int) -> Totals:
    counts = {"articles": 0, "dated": 0, "outlets": 0, "families": 0, "tied": 0, "origins_max": 0, "problems": 0}
    return Totals(**{**counts, **given}, start=None, end=None, found=None, stale=False)


def test_what_is_shared_is_counted_apart_from_what_stands_alone() -> None:
    seen = Dossier(_totals(articles=16, tied=10, origins_max=10), (), ())
    assert (seen.alone, seen.origins) == (6, 4)


def test_the_families_and_the_imports_under_way_are_shown(tmp_path: Path) -> None:
    pair(tmp_path / "a.db")
    imports = (Import("one", "files", "a.txt", state="done"), Import("two", "files", "b.txt", state="running"))
    with Desk(tmp_path / "a.db") as desk:
        seen = dossier(desk, imports)
    assert [each.articles for each in seen.look] == [2]
    assert [each.key for each in seen.running] == ["two"]


def test_an_empty_ledger_says_what_to_do(tmp_path: Path) -> None:
    with client(tmp_path / "a.db") as browser:
        page = read(browser.get("/").text)
    assert "Which texts share which words?" in page.words
    assert {"/example/", "/find"} <= set(page.links)
    assert {"/imports/files", "/imports/address"} <= {form.action for form in page.forms}


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ["2 articles share passages with another, in 1 story.",
                "1 origin at most for these articles, not counting what each adds.",
                "1 article shares none.", "3 articles of 2 outlets"]),
        ("fr", ["2 articles partagent des passages avec un autre, dans 1 famille.", "1 article n’en partage aucun.",
                "1 origine au plus pour ces articles, sans compter ce que chacun ajoute.", "3 articles de 2 médias"]),
    ],
)  # fmt: skip
def test_the_numbers_are_sentences(tmp_path: Path, language: str, sentences: list[str]) -> None:
    keep(tmp_path / "a.db", [*factory.pair(), factory.article("c.txt", "Une autre affaire, inventée elle aussi.")])
    with client(tmp_path / "a.db") as browser:
        words = read(browser.get("/", headers={"accept-language": language}).text).words
    for sentence in sentences:
        assert sentence in words


def test_where_nothing_is_shared_no_number_is_shown(tmp_path: Path) -> None:
    keep(tmp_path / "a.db", [factory.article("c.txt", "Une autre affaire, inventée elle aussi.")])
    with client(tmp_path / "a.db") as browser:
        page = browser.get("/").text
    assert "No article shares a passage with another one here." in page
    assert 'class="figures"' not in page


def test_old_lineage_is_said_only_where_it_is_old(tmp_path: Path) -> None:
    pair(tmp_path / "a.db")
    with client(tmp_path / "a.db") as browser:
        assert "/imports/refresh" not in browser.get("/").text
        with Desk(tmp_path / "a.db") as desk:
            desk.correct(factory.pair()[0].id, "outlet", "Un autre")
        assert "/imports/refresh" in browser.get("/").text


def test_as_json(tmp_path: Path) -> None:
    pair(tmp_path / "a.db")
    with client(tmp_path / "a.db") as browser:
        row = browser.get("/", headers={"accept": "application/json"}).json()
    assert row["schema"] == "0.1"
    assert (row["totals"]["articles"], row["totals"]["tied"]) == (2, 2)
    assert [each["articles"] for each in row["look"]] == [2]
