"""What of an article stands in other texts, on either side of the passages."""

import pytest

from sourcier.core.family import Searched
from sourcier.core.passage import Passage
from sourcier.core.span import Span
from sourcier.workflow import elsewhere
from tests import factory

TEXT = "un deux trois quatre cinq six sept huit neuf dix"
ARTICLE = factory.article("x", TEXT)


def held(words: str, by: str = "y", kind: str = "reuse", equal: int = 99) -> Passage:
    at = TEXT.index(words)
    span = Span(at, at + len(words))
    return Passage(kind, by, "x", Span(0, 9), span, 1.0, 1.0, True, "unknown", equal)  # type: ignore[arg-type]


def test_later_texts_by_share_the_largest_first() -> None:
    passages = [held("un deux", "y"), held("trois quatre cinq", "z"), held("six", "y", "quotation")]
    later = elsewhere.later(ARTICLE, (), passages)
    assert [(each.id, each.share) for each in later] == [("z", 0.3), ("y", 0.2)]


def test_words_that_differ_do_not_count_as_shared() -> None:
    assert elsewhere.later(ARTICLE, (), [held("un deux trois", equal=2)])[0].share == 0.2


def test_unmatched_is_what_no_side_covers_outside_standing_text() -> None:
    own = factory.passage(ARTICLE, factory.article("w", TEXT), "neuf dix")
    passages = [held("un deux"), held("deux trois", "z"), held("quatre cinq", "z", "boilerplate")]
    assert elsewhere.unmatched(ARTICLE, [own], passages) == pytest.approx(3 / 8)


def test_shares_of_an_article_in_no_family() -> None:
    shares = elsewhere.shares(ARTICLE, (), [held("un deux trois", equal=2), held("six", kind="quotation")])
    assert (shares.shared, shares.reworded, shares.unmatched) == pytest.approx((0.2, 0.1, 0.7))
    nowhere = elsewhere.shares(ARTICLE, (), ())
    assert (nowhere.shared, nowhere.reworded, nowhere.unmatched) == (0, 0, 1)


def test_an_article_is_not_searched_for_itself() -> None:
    one, two, three = (factory.article(str(n), published=f"2031-03-0{n}") for n in (1, 2, 3))
    scope = Searched(3, "2031-03-01", "2031-03-03")
    assert elsewhere.searched_beside(scope, (one, two, three), one) == Searched(2, "2031-03-02", "2031-03-03")
    assert elsewhere.searched_beside(scope, (one, two, three), two) == Searched(2, "2031-03-01", "2031-03-03")
