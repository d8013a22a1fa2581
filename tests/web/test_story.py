"""A story as sentences, picture and table; what was denied is listed and not drawn."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sourcier.core.card import Card
from sourcier.core.denial import Denial
from sourcier.core.family import AbsentOrigin, Edge
from sourcier.core.moment import Moment
from sourcier.core.outlet import Outlet
from sourcier.core.overview import Origins, Overview
from sourcier.lang.interface import phrases
from sourcier.web.contexts.story import ROWS, Links, StoryPage, story_page
from sourcier.web.contexts.story_picture import DRAWN, drawn
from sourcier.web.contexts.story_ties import roots, sides
from sourcier.workflow.desk import Desk
from sourcier.workflow.story import Story
from tests import factory
from tests.web import filled
from tests.web.visiting import client

LINKS = Links(
    lambda id_: f"/articles/{id_}",
    lambda id_, other: f"/{id_}/beside/{other}",
    lambda id_, other: f"/allow/{id_}/{other}",
)


def _card(id_: str, outlet: str | None = None, published: str | None = None, **more: object) -> Card:
    moment = Moment(published) if published else None
    values: dict[str, object] = {"title": f"Titre {id_}", "language": "fr", "complete": True, **more}
    return Card(
        id_, outlet=outlet, url=None, byline=None, published=moment, path=None, characters=9, hash="h",
        first_seen="2031-03-05T00:00:00Z", **values,
    )  # type: ignore[arg-type]  # fmt: skip


def _overview(**more: object) -> Overview:
    values: dict[str, object] = {
        "title": "Titre", "articles": 2, "outlets": 2, "start": "2031-03-03", "end": "2031-03-04",
        "origins": Origins(1, 1), "absent": None, "meaning": 2, "category": "verb", "weight": 0.9, "ties": 1,
        "uncredited": 0, **more,
    }  # fmt: skip
    return Overview("f1", **values)  # type: ignore[arg-type]


def _story(**more: object) -> Story:
    cards = {
        "depeche.txt": _card("depeche.txt", "Agence inventée", "2031-03-03T18:05:00Z"),
        "reprise.txt": _card("reprise.txt", "Le Phare inventé", "2031-03-04"),
    }
    values: dict[str, object] = {
        "family": factory.family(),
        "denied": (),
        "cards": cards,
        "overview": _overview(),
        **more,
    }
    return Story(origins=Origins(1, 1), **values)  # type: ignore[arg-type]


def _large(count: int) -> Story:
    family = factory.family()
    ids = [f"{number:03}" for number in range(count)]
    ties = [replace(family.edges[0], derived=id_, source=ids[0], shared=n / count) for n, id_ in enumerate(ids) if n]
    cards = {id_: _card(id_, f"Journal {id_}", f"2031-03-04T{n // 60:02}:{n % 60:02}Z") for n, id_ in enumerate(ids)}
    found = replace(family, articles=tuple(ids), origin=ids[0], edges=tuple(ties), shares={})
    return _story(family=found, cards=cards, overview=_overview(articles=count))


def _zoned(*published: str | None) -> Story:
    """Return a story of texts that appeared then, each tied to the first."""
    family = factory.family()
    cards = {str(n): _card(str(n), f"Journal {n}", time) for n, time in enumerate(published)}
    ties = [replace(family.edges[0], derived=id_, source="0") for id_ in cards if id_ != "0"]
    return _story(family=replace(family, articles=tuple(cards), origin="0", edges=tuple(ties), shares={}), cards=cards)


def _page(story: Story, code: str = "en", offset: int = 0) -> StoryPage:
    return story_page(story, phrases(code), LINKS, offset)


def _tie() -> Edge:
    return factory.family().edges[0]


def test_a_row_says_share_delay_direction_credit_and_reasons() -> None:
    (row,) = _page(_story()).ties
    assert (row.share, row.delay, row.direction, row.credit) == ("68%", "16 h 30 min", "taken up", "partial credit")
    assert row.reasons[0] == "credit: (avec Agence inventée)"
    assert row.beside == "/reprise.txt/beside/depeche.txt"


def test_no_credit_is_asked_for_where_no_direction_is_known() -> None:
    tie = replace(_tie(), direction="unknown", reasons=(), credit=replace(_tie().credit, status="none_found"))
    page = _page(_story(family=replace(factory.family(), edges=(tie,))))
    assert (page.ties[0].direction, page.ties[0].credit) == ("unknown", "")
    assert "direction unknown" in page.picture
    assert "url(#arrow)" not in page.picture


def test_a_tie_whose_source_came_later_is_told_from_the_earlier() -> None:
    (tie,) = sides([replace(_tie(), direction="derived_first", delay=-timedelta(hours=2))])
    assert (tie.derived, tie.source, tie.known) == ("depeche.txt", "reprise.txt", True)
    family = replace(factory.family(), edges=(tie.edge,))
    assert _page(_story(family=family)).ties[0].delay == "2 h"
    assert roots(family) == {"reprise.txt"}


def test_the_absent_text_is_named_without_ids_drawn_and_no_root() -> None:
    absent = AbsentOrigin("AFI", "reprise.txt: « (AFI) »")
    family = replace(factory.family(absent=absent), origin=None, edges=(), from_absent=("reprise.txt", "depeche.txt"))
    page = _page(_story(family=family, overview=_overview(absent=absent, ties=0)))
    assert page.roots == ()
    assert any("Le Phare inventé : « (AFI) »" in line for line in page.told)
    assert not any("reprise.txt" in line for line in page.told)
    kinds = [each.get("class") for each in ET.fromstring(page.picture).iter("circle")]  # noqa: S314 - our own
    assert kinds == ["node absent", "node text", "node text"]


def test_what_was_denied_is_listed_and_not_drawn() -> None:
    denial = Denial("reprise.txt", "depeche.txt", "A. D.", "2031-03-06T10:00:00Z")
    page = _page(_story(family=replace(factory.family(), edges=()), denied=((_tie(), denial),)))
    assert [(row.denial.author, row.allow) for row in page.denied] == [("A. D.", "/allow/reprise.txt/depeche.txt")]
    assert page.ties == ()
    assert 'class="tie ' not in page.picture


def test_a_large_story_draws_forty_texts_with_its_origin_and_pages_its_ties() -> None:
    story = _large(200)
    page = _page(story, offset=ROWS)
    assert page.drawn == DRAWN == len(drawn(story.family, story.cards))
    assert "000" in drawn(story.family, story.cards)
    assert "199" in drawn(story.family, story.cards)  # the largest share
    assert (len(page.ties), page.total) == (ROWS, 199)
    assert page.ties[0].derived.id == "051"
    assert page.picture.count("<circle") == DRAWN


def test_delays_are_drawn_from_two_on() -> None:
    assert _page(_story()).delays is None
    assert _page(_large(3)).delayed == 2
    assert "2" in re.findall(r'class="count" text-anchor="middle">(\d+)<', _page(_large(3)).delays or "")


def test_the_table_of_delays_says_what_the_picture_does() -> None:
    page = _page(_zoned("2031-03-04T10:00Z", "2031-03-04T10:20Z", "2031-03-04T10:25Z", "2031-03-09T10:00Z"))
    picture = ET.fromstring(page.delays or "")  # noqa: S314 - our own
    drawn = [int(each.text or 0) for each in picture.iter("text") if each.get("class") == "count"]
    named = [each.text for each in picture.iter("text") if each.get("class") == "tick"]
    assert [count for _, count in page.bands if count] == drawn
    assert [label for label, _ in page.bands] == named
    assert sum(count for _, count in page.bands) == page.delayed


def test_a_day_is_drawn_as_long_as_it_is() -> None:
    assert _page(_story()).picture.count('class="whisker"') == 1  # the one that is known to the day


_PRINTED = r'class="(?:name|small)[^"]*"[^>]*>(?:<title[^>]*>[^<]*</title>)?([^<]*)<'


def test_all_times_of_a_story_are_in_the_zone_that_most_of_its_texts_state() -> None:
    page = _page(_zoned("2031-03-04T10:00:00Z", "2031-03-04T23:30:00+01:00", "2031-03-05T01:00:00+01:00", "2031-03-05"))
    printed = re.findall(_PRINTED, page.picture)
    for time in ("4 March 2031, 11:00", "4 March 2031, 23:30", "5 March 2031, 01:00", "5 March 2031"):
        assert time in printed
    assert "UTC" not in "".join(printed)
    assert "Date stated by the article: 4 March 2031, 10:00 UTC<" in page.picture
    assert (page.zone, page.zoneless) == ("UTC+01:00", False)
    assert page.ties[0].source_time is not None
    assert (page.ties[0].source_time.text, page.ties[0].source_time.value) == (
        "4 March 2031, 11:00", "2031-03-04T10:00:00Z",
    )  # fmt: skip


def test_a_time_without_a_zone_stays_as_it_stands_and_the_page_says_so() -> None:
    page = _page(_zoned("2031-03-04T10:00:00-03:30", "2031-03-04T10:30"))
    assert "4 March 2031, 10:30" in re.findall(_PRINTED, page.picture)
    assert "without a zone: 4 March 2031, 10:30" in page.picture
    assert (page.zone, page.zoneless) == ("UTC-03:30", True)


@pytest.mark.parametrize(
    ("stated", "zone"),
    [
        (("2031-03-04", None), None),
        (("2031-03-04T10:00", None), "UTC"),
        (("2031-03-04T10:00Z", "2031-03-04T10:00+02:00"), "UTC"),
        (("9999-12-31T23:00Z", "2031-03-04T10:00+10:00", "2031-03-04T11:00+10:00"), "UTC+10:00"),
    ],
)
def test_the_zone_is_utc_where_none_is_stated_more_often(stated: tuple[str | None, ...], zone: str | None) -> None:
    assert _page(_zoned(*stated)).zone == zone


@pytest.mark.parametrize("code", ["en", "fr"])
def test_titles_that_are_markup_stay_words(code: str) -> None:
    cards = {id_: _card(id_, "<script>x</script>", title="<b>&") for id_ in ("depeche.txt", "reprise.txt")}
    picture = _page(_story(cards=cards), code).picture
    assert "<script>" not in picture
    assert ET.fromstring(picture).tag == "svg"  # noqa: S314 - our own


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[TestClient]:
    filled.pair(tmp_path / "a.db")
    with client(tmp_path / "a.db") as opened:
        yield opened


def test_the_page_and_its_json_say_the_same(browser: TestClient) -> None:
    item = browser.get("/stories", headers={"accept": "application/json"}).json()["items"][0]
    address = f"/stories/{item['family']}"
    row = browser.get(address, headers={"accept": "application/json"}).json()
    assert row["origins"] == item["origins"] == row["overview"]["origins"]
    assert {"edges", "shares", "searched", "articles"} <= row.keys()
    for code in ("en", "fr"):
        page = browser.get(f"{address}?lang={code}")
        assert page.status_code == 200
        assert phrases(code).percent(row["edges"][0]["shared"]) in page.text
        assert 'tabindex="0"' in page.text
        assert " style=" not in page.text


def test_what_was_denied_and_what_the_register_says_stand_on_the_page(tmp_path: Path) -> None:
    filled.pair(tmp_path / "a.db")
    with Desk(tmp_path / "a.db") as desk:
        (seen,) = desk.stories().items
        desk.register(Outlet("Agence inventée", kind="agency"))
    with client(tmp_path / "a.db") as browser:
        assert "agency" in browser.get(f"/stories/{seen.family}").text
    with Desk(tmp_path / "a.db") as desk:
        (tie,) = desk.story(seen.family).family.edges
        desk.deny(tie.derived, tie.source, "A. D.")
    with client(tmp_path / "a.db") as browser:
        row = browser.get(f"/stories/{seen.family}", headers={"accept": "application/json"}).json()
    assert row["edges"] == []
    assert [(each["derived"], each["source"], each["author"]) for each in row["denied"]] == [
        (tie.derived, tie.source, "A. D.")
    ]


def test_an_unknown_story_is_missing(browser: TestClient) -> None:
    assert browser.get("/stories/none").status_code == 404
