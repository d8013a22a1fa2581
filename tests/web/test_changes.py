"""The list of what people changed."""

import json
import re
from pathlib import Path

from sourcier.core.change import Change
from sourcier.lang.interface import phrases
from sourcier.web.contexts.changes import changes, row
from sourcier.web.imports import Imports
from sourcier.web.pasted import Pasted
from sourcier.web.render import draw
from sourcier.web.site import Site
from sourcier.web.visit import Shown, Visit
from tests import factory
from tests.web import sheets

DERIVED, SOURCE = factory.pair()
CARDS = {each.id: sheets.card(each) for each in (DERIVED, SOURCE)}
TIME, LATER = "2031-03-05T08:00:00+00:00", "2031-03-06T08:00:00+00:00"


def corrected(field: str, old: str | None, new: str | None, undone: str | None = None) -> Change:
    return Change("correction", (DERIVED.id,), field, old, new, "A. D.", TIME, undone)


def drawn(made: list[Change], tmp_path: Path, *, stale: bool = False) -> str:
    ledger = tmp_path / "a.db"
    site = Site(ledger, "", Imports(ledger), Pasted())
    shown = Shown("changes.html", changes(made, CARDS, stale=stale))
    return draw(shown, Visit(site, phrases("en"), token="t0"))  # noqa: S106 - of no server


def test_of_a_field_corrected_twice_only_the_last_can_be_taken_back() -> None:
    made = [corrected("outlet", "B", "C"), corrected("outlet", "A", "B"), corrected("title", None, "T", LATER)]
    found = changes(made, CARDS)
    assert [each.holds for each in found.changes] == [True, False, False]
    assert found.count == 2


def test_each_change_says_who_when_and_what(tmp_path: Path) -> None:
    denial = Change("denial", (DERIVED.id, SOURCE.id), None, None, None, None, TIME)
    html = drawn([corrected("outlet", "Le Fare", "Le Phare"), denial], tmp_path)
    for words in ("A. D.", "5 March 2031, 08:00 UTC<", "Le Fare", "Le Phare", "is not taken from", "no name given"):
        assert words in html
    assert f'action="/articles/{DERIVED.id}/undo"' in html
    assert f'action="/articles/{DERIVED.id}/beside/{SOURCE.id}/allow"' in html
    assert html.count('name="token" value="t0"') == 2


def test_what_was_taken_back_stays_and_has_no_button(tmp_path: Path) -> None:
    html = drawn([corrected("outlet", "A", "B", LATER)], tmp_path)
    assert "taken back on 6 March 2031" in html
    assert "/undo" not in html


def test_how_many_hold_is_said_in_words(tmp_path: Path) -> None:
    assert "No correction holds." in drawn([corrected("outlet", "A", "B", LATER)], tmp_path)
    assert "1 correction holds." in drawn([corrected("outlet", "A", "B")], tmp_path)


def test_a_date_before_and_after_is_said_in_words(tmp_path: Path) -> None:
    html = drawn([corrected("published", "2031-03-04T10:30:00Z", "2031-03")], tmp_path)
    assert "4 March 2031, 10:30 UTC" in html
    assert re.search(r">\s*March 2031\s*<", html)


def test_what_is_old_is_said_below_the_list_so_that_its_buttons_stay_where_they_are(tmp_path: Path) -> None:
    html = drawn([corrected("outlet", "A", "B")], tmp_path, stale=True)
    assert html.index("/undo") < html.index("Found before the last change")


def test_an_article_that_is_gone_is_named_by_its_id(tmp_path: Path) -> None:
    gone = Change("denial", ("0123456789abcdef", SOURCE.id), None, None, None, None, TIME)
    html = drawn([gone], tmp_path)
    assert "<code>0123456789ab</code>" in html
    assert "/allow" not in html


def test_nothing_corrected_is_said(tmp_path: Path) -> None:
    assert "Nothing was corrected so far" in drawn([], tmp_path)


def test_values_cannot_be_markup(tmp_path: Path) -> None:
    assert "<script>x" not in drawn([corrected("title", None, "<script>x</script>")], tmp_path)


def test_the_row_holds_every_change() -> None:
    found = json.loads(row([corrected("outlet", None, "B", LATER)]))["changes"]
    assert found == [
        {
            "what": "correction", "articles": [DERIVED.id], "field": "outlet", "old": None, "new": "B",
            "author": "A. D.", "time": TIME, "undone": LATER,
        }
    ]  # fmt: skip
