"""Pages are drawn so that nothing from an article becomes HTML, and nothing unknown is printed."""

import re
from datetime import timedelta
from html import unescape
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, UndefinedError

from sourcier.core.moment import Moment
from sourcier.export.html import Html
from sourcier.web import render
from sourcier.web.visit import Shown
from tests import factory
from tests.web.filled import HOSTILE, keep
from tests.web.reading import read
from tests.web.test_visit import visit
from tests.web.visiting import client, token

_TEXT = f"Le port de Sainte-Aurore a repris ses activités lundi, a annoncé la capitainerie. {HOSTILE} Et puis rien."
_PAGES = (
    "/", "/articles", "/articles?q=capitainerie", "/typed?q=capitainerie", "/articles/{one}", "/articles/{two}",
    "/articles/{one}/beside/{two}", "/articles/{one}/beside/{two}/dossier.html", "/stories", "/stories/{story}",
    "/outlets", "/outlets/weeks", "/changes", "/imports",
)  # fmt: skip


@pytest.fixture
def drawn() -> Environment:
    return render._environment()


def _drawn(environment: Environment, source: str, **values: object) -> str:
    return environment.from_string(source).render(**values)


def test_text_is_escaped_in_content_and_attributes(drawn: Environment) -> None:
    assert _drawn(drawn, '<a title="{{ x }}">{{ x }}</a>', x="<b>\"'&") == (
        '<a title="&lt;b&gt;&quot;&#x27;&amp;">&lt;b&gt;&quot;&#x27;&amp;</a>'
    )


def test_our_own_html_is_left_as_it_is(drawn: Environment) -> None:
    assert _drawn(drawn, "{{ x }}", x=Html("<b>&amp;</b>")) == "<b>&amp;</b>"


def test_characters_that_html_cannot_hold_are_marked(drawn: Environment) -> None:
    assert _drawn(drawn, "{{ x }}", x="a\x00b\x0bc\ud800d\x85e") == "a\ufffdb\ufffdc\ufffdd\ufffde"


@pytest.mark.parametrize("source", ["{{ x }}", '<a title="{{ x }}">', "{{ x or None }}"])
def test_what_is_unknown_is_not_printed(drawn: Environment, source: str) -> None:
    with pytest.raises(ValueError, match="unknown"):
        _drawn(drawn, source, x=None)


def test_a_name_that_is_not_there_is_an_error(drawn: Environment) -> None:
    with pytest.raises(UndefinedError):
        _drawn(drawn, "{{ nothing }}")


def test_moments_are_said_as_precisely_as_they_are_known() -> None:
    here = visit()
    assert render._date(Moment("2031-03"), here) == "March 2031"
    assert render._date(None, here) == "date unknown"
    assert render._day("2031-03-04T10:00:00Z", here) == "4 March 2031"
    assert render._delay(None, here) == "–"
    assert render._delay(timedelta(hours=2), here) == "2 h"


def test_a_page_is_drawn_in_the_language_of_the_visit() -> None:
    page = render.draw(Shown("problem.html", {"message": "<x>", "hint": None}), visit())
    assert '<html lang="en">' in page
    assert "<h1>&lt;x&gt;</h1>" in page


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Two articles that share a sentence, hostile in every field."""
    path = tmp_path / "hostile.db"
    made = [
        factory.article(
            f"{name}{HOSTILE}", text, title=f"{HOSTILE} {name}", outlet=f"{HOSTILE} {name}", byline=HOSTILE,
            url="javascript:alert(1)", published=day, path=f"{name}{HOSTILE}.txt", language="fr",
        )
        for name, text, day in (("un", f"{_TEXT} (avec deux)", "2031-03-04"), ("deux", _TEXT, "2031-03-03"))
    ]  # fmt: skip
    keep(path, made)
    return path


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_hostile_article_stays_words_on_every_page(hostile: Path, language: str) -> None:
    with client(hostile) as browser:
        browser.headers["accept-language"] = language
        as_json = {"accept": "application/json"}
        one, two = (each["id"] for each in browser.get("/articles", headers=as_json).json()["items"])
        story = browser.get("/stories", headers=as_json).json()["items"][0]["family"]
        for each in _PAGES:
            answer = browser.get(each.format(one=one, two=two, story=story))
            assert answer.status_code == 200, each
            assert "<script>alert" not in answer.text, each
            assert "javascript:" not in "".join(read(answer.text).links), each
            if not each.endswith("dossier.html"):
                assert read(answer.text).inline == [], each
            assert not any(ord(letter) < 9 for letter in answer.text), each
        assert "&lt;script&gt;" in browser.get(f"/articles/{one}").text


def test_hostile_words_in_the_address_and_in_forms_stay_words(tmp_path: Path) -> None:
    with client(tmp_path / "a.db") as browser:
        given = {"token": token(browser), "name": HOSTILE.replace("\ud800", ""), "text": "x"}
        for answer in (
            browser.get("/articles", params={"q": given["name"], "outlet": given["name"]}),
            browser.get("/articles", params={"from": given["name"]}),
            browser.get("/outlets/edit", params={"name": given["name"]}),
            browser.get("/find/" + "%3Cscript%3Ealert(1)%3C%2Fscript%3E"),
            browser.post("/outlets/register", data={**given, "kind": "<script>alert(1)</script>"}),
        ):
            assert "<script>alert" not in answer.text
            assert read(answer.text).inline == []


def test_a_rare_phrase_is_copied_between_one_pair_of_quotation_marks() -> None:
    context = SimpleNamespace(rare=('« eau », "a dit" l’élu',), article=factory.article())
    page = render.draw(Shown("rare.html", context), visit())
    copied = re.search(r'data-copy="([^"]*)"', page)
    assert copied
    assert unescape(copied[1]).count('"') == 2
