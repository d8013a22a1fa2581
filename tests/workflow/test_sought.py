from collections.abc import Iterator
from dataclasses import replace

import pytest

from sourcier.core.article import Article
from sourcier.core.found import Found
from sourcier.core.passage import Passage
from sourcier.lineage.find import find
from sourcier.store.ledger import Ledger
from sourcier.workflow.sought import LEAST, length, seek
from tests import factory
from tests.lineage.texts import paragraphs, text

_FOOTER = "Toute copie de cette page inventée demande un accord écrit de la maison du port."


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger(None) as opened:
        yield opened


def _fill(ledger: Ledger, articles: list[Article]) -> list[Article]:
    list(ledger.add(articles))
    return list(ledger.articles())


def _pasted(body: str) -> Article:
    return Article("pasted", body)


def _many() -> list[Article]:
    """Sixty articles; every third takes a paragraph from the one before it, and all have a footer."""
    made = []
    for n in range(60):
        body = paragraphs(n)
        if n % 3 == 2:
            body[1] = paragraphs(n - 1)[2]
        day = f"2031-{1 + n // 20:02}-{1 + n % 20:02}"
        made.append(
            factory.article(str(n), "\n\n".join([*body, _FOOTER]), path=str(n), published=day, outlet=f"O{n % 4}")
        )
    return made


def test_the_same_as_among_all_articles(ledger: Ledger) -> None:
    articles = _fill(ledger, _many())
    for asked in [*articles[::5], *(_pasted(each.text) for each in articles[::7])]:
        sought, found = seek(asked, ledger), find(replace(asked, language="fr"), articles)
        assert (sought.best, sought.shared, sought.rare_phrases) == (found.best, found.shared, found.rare_phrases)
        assert _but_for_standing_text(sought) == _but_for_standing_text(found)


def _but_for_standing_text(found: Found) -> list[Passage]:
    """Which of the many other texts with a footer it is shown with is not asked: a text that is sought comes last."""
    return [each for each in found.passages if each.kind != "boilerplate"]


@pytest.mark.parametrize("shared", [False, True])
def test_a_text_that_repeats_a_phrase_that_nobody_else_has(ledger: Ledger, shared: bool) -> None:
    articles = _fill(ledger, _many())
    refrain = "Le refrain inventé du port revient encore une fois ce soir. " * 6
    asked = _pasted(refrain + (articles[4].text if shared else ""))
    sought, found = seek(asked, ledger), find(replace(asked, language="fr"), articles)
    assert (sought.best, sought.shared) == (found.best, found.shared)
    assert (sought.best is not None) == shared


def test_a_part_that_stands_elsewhere(ledger: Ledger) -> None:
    articles = _fill(ledger, _many())
    passage = paragraphs(31)[0]
    found = seek(_pasted(f"{text(901)}\n\n{passage}\n\n{text(902)}"), ledger)
    assert {each.source for each in found.passages} == {articles[31].id} == {found.best}
    assert (found.searched.articles, found.searched.dated) == (60, 60)
    assert (found.searched.start, found.searched.end) == ("2031-01-01", "2031-03-20")
    assert found.rare_phrases == ()


def test_standing_text_is_known_as_such(ledger: Ledger) -> None:
    _fill(ledger, _many())
    found = seek(_pasted(f"{text(901)}\n\n{_FOOTER}"), ledger)
    assert {each.kind for each in found.passages} == {"boilerplate"}
    assert (found.best, found.shared) == (None, 0.0)


def test_nowhere_says_among_what_and_gives_rare_phrases(ledger: Ledger) -> None:
    _fill(ledger, _many())
    common, rare = (
        paragraphs(901, 2),
        "Une montgolfière violette survola Port-Chimère vers minuit avec trois perroquets.",
    )
    body = " ".join([*common, rare])
    found = seek(_pasted(body), ledger)
    assert (found.passages, found.best, found.searched.articles) == ((), None, 60)
    assert any("Port-Chimère" in span.of(body) for span in found.rare_phrases)


def test_nothing_is_kept_and_its_id_is_left_out(ledger: Ledger) -> None:
    (one, *_) = _fill(ledger, [factory.article("a", text(1), path="a"), factory.article("b", text(2), path="b")])
    before = ledger.changes()
    assert seek(one, ledger).searched.articles == 1
    assert seek(one, ledger).best is None
    assert seek(_pasted(one.text), ledger).best == one.id
    assert (ledger.changes(), len(ledger)) == (before, 2)


@pytest.mark.parametrize(
    "body", ["", "   ", "Le port", "« … »", "\0", "x" * 30_000, "🙂 " * 500, "\ud800 le port est ouvert"]
)
def test_odd_texts(ledger: Ledger, body: str) -> None:
    assert seek(_pasted(body), ledger).passages == ()
    _fill(ledger, _many()[:5])
    assert seek(_pasted(body), ledger).passages == ()


def test_an_empty_ledger(ledger: Ledger) -> None:
    found = seek(_pasted(text(1)), ledger)
    assert (found.searched.articles, found.searched.start, found.passages) == (0, None, ())
    assert found.rare_phrases


def test_the_length_of_a_text_is_counted_in_words_as_they_are_compared() -> None:
    assert length("l’armée, 3 ans") == 4
    assert length("这是一篇没有空格的文章它讲的是一座虚构的城市") >= LEAST
