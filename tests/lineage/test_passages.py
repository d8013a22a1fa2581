"""Properties that hold for any articles."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from sourcier.core.article import Article
from sourcier.core.edit import Edit
from sourcier.core.moment import Moment
from sourcier.core.span import Span
from sourcier.lineage.analysis import analyse
from sourcier.lineage.families import families
from sourcier.lineage.passages import passages
from tests.lineage.texts import paragraphs

_OUTLETS = ("Agence inventée", "Le Courrier inventé", None)
_DATES = ("2024-05-01T06:00:00Z", "2024-05-01", "2024-05-02T09:30:00Z", None)


@st.composite
def corpora(draw: st.DrawFn) -> list[Article]:
    """Some articles that take paragraphs and sentences from one another, with words changed."""
    rng = random.Random(draw(st.integers(0, 10_000)))
    stock = [part for seed in range(3) for part in paragraphs(seed)]
    articles = []
    for number in range(draw(st.integers(2, 6))):
        words = " \n\n ".join(rng.sample(stock, rng.randint(1, 5))).split(" ")
        kept = [rng.choice(("autre", "Chose", word, word, word)) if rng.random() < 0.1 else word for word in words]
        when = rng.choice(_DATES)
        articles.append(
            Article(f"a{number}", " ".join(kept), outlet=rng.choice(_OUTLETS), published=Moment(when) if when else None)
        )
    return articles


def _rebuilt(source: str, span: Span, edits: tuple[Edit, ...], derived: str) -> str:
    result, at = "", span.start
    for edit in edits:
        result += source[at : edit.source.start] + edit.derived.of(derived)
        at = edit.source.end
    return result + source[at : span.end]


@settings(max_examples=60, deadline=None)
@given(corpora())
def test_spans_and_edits_hold(articles: list[Article]) -> None:
    texts = {article.id: article.text for article in articles}
    for passage in passages(analyse(articles)):
        derived, source = texts[passage.derived], texts[passage.source]
        assert 0 <= passage.derived_span.start < passage.derived_span.end <= len(derived)
        assert 0 <= passage.source_span.start < passage.source_span.end <= len(source)
        assert 0 < passage.similarity <= 1
        assert 0 <= passage.score <= 1
        if passage.best:
            built = _rebuilt(source, passage.source_span, passage.edits, derived)
            assert built == passage.derived_span.of(derived)


@settings(max_examples=40, deadline=None)
@given(corpora(), st.randoms(use_true_random=False))
def test_another_order_gives_the_same(articles: list[Article], rng: random.Random) -> None:
    shuffled = list(articles)
    rng.shuffle(shuffled)
    one, other = analyse(articles), analyse(shuffled)
    assert passages(one) == passages(other)
    assert families(one) == families(other)


@settings(max_examples=40, deadline=None)
@given(corpora())
def test_each_stretch_has_one_best_source_and_scores_of_one(articles: list[Article]) -> None:
    found = [passage for passage in passages(analyse(articles)) if passage.kind == "reuse"]
    for passage in found:
        rivals = [p for p in found if p.derived == passage.derived and p.derived_span.overlaps(passage.derived_span)]
        assert any(rival.best for rival in rivals)
    for derived in {passage.derived for passage in found}:
        best = [passage for passage in found if passage.derived == derived and passage.best]
        scores = sum(passage.score for passage in found if passage.derived == derived)
        assert abs(scores - len(best)) < 0.01 * len(found) + 0.01


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(max_size=200), max_size=5))
def test_no_text_crashes_it(bodies: list[str]) -> None:
    analysis = analyse([Article(str(n), body) for n, body in enumerate(bodies)])
    assert len(passages(analysis)) >= 0
    assert len(families(analysis)) >= 0
