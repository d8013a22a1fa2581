"""The page on the method says what is done, what is not seen, and what stands in the ledger."""

from pathlib import Path

import pytest

from sourcier.lang.interface import phrases
from sourcier.version import __version__
from sourcier.web.contexts.method import method
from sourcier.workflow.desk import Desk
from sourcier.workflow.stages import LINEAGE
from tests.web.filled import pair
from tests.web.reading import read
from tests.web.visiting import client


@pytest.mark.parametrize("code", ["en", "fr"])
def test_steps_and_limits_are_lines(tmp_path: Path, code: str) -> None:
    pair(tmp_path / "a.db")
    with Desk(tmp_path / "a.db") as desk:
        seen = method(desk, tmp_path / "a.db", phrases(code))
    assert (seen.ledger, seen.lineage, seen.totals.articles) == ("a.db", LINEAGE.version, 2)
    assert len(seen.steps) == 6
    assert len(seen.unseen) >= 4
    assert all(line.strip() for line in (*seen.steps, *seen.unseen))


def test_the_page_shows_them_and_not_where_the_ledger_lies(tmp_path: Path) -> None:
    pair(tmp_path / "a.db")
    with client(tmp_path / "a.db") as browser:
        answer = browser.get("/method").text
        row = browser.get("/method", headers={"accept": "application/json"}).json()
    page = read(answer)
    for line in (*phrases("en").say("dossier.unseen_list").split("\n"), __version__, "a.db", "3 March 2031"):
        assert line in page.words
    assert str(tmp_path) not in answer
    assert (row["schema"], row["version"], row["totals"]["articles"]) == ("0.1", __version__, 2)
    assert len(row["unseen"]) >= 4


def test_a_ledger_that_was_never_searched_says_so(tmp_path: Path) -> None:
    with client(tmp_path / "a.db") as browser:
        assert "not yet" in browser.get("/method").text
