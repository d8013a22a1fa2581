"""Marked text for notebooks, and the cutting that all marked text is made by."""

from hypothesis import given
from hypothesis import strategies as st

from sourcier.core.span import Span
from sourcier.export import marked
from sourcier.export.stretches import disjoint, in_source, stretches
from tests import factory


def test_a_traced_text_is_marked_with_letters_and_numbered_edits() -> None:
    derived, source = factory.pair()
    page = marked.traced(
        {source.id: source, derived.id: derived}, factory.passages(derived, source), factory.searched()
    )
    assert '<mark class="p0"><sup>A</sup>Le port de Sainte-Aurore' in page
    assert "<em>Vingt<sup>1</sup></em>" in page
    assert "(Agence inventée, 3 March 2031)" in page
    assert "Not seen" in page


def test_a_find_shows_what_to_search_for() -> None:
    derived, source = factory.pair()
    page = marked.found(factory.found(nowhere=True), derived, {source.id: source})
    assert "<li>marchands du marché couvert disent</li>" in page


def test_nothing_shared_is_said() -> None:
    assert "No passage of this text" in marked.traced({}, (), factory.searched(0))


spans = st.lists(st.integers(0, 60), min_size=0, max_size=12, unique=True).map(
    lambda ends: [Span(a, b) for a, b in zip(sorted(ends)[::2], sorted(ends)[1::2], strict=False)]
)


@given(passages=spans, edits=spans, empty=st.sets(st.integers(0, 60), max_size=4))
def test_pieces_put_together_are_the_whole(passages: list[Span], edits: list[Span], empty: set[int]) -> None:
    text = "x" * 60
    inner = [Span(at, at) for at in empty if not any(span.start < at < span.end for span in edits)]
    pieces = list(stretches(Span(0, 60), passages, [*edits, *inner]))
    assert "".join(piece.span.of(text) for piece in pieces) == text
    assert [piece.span.start for piece in pieces] == sorted(piece.span.start for piece in pieces)
    for index, edit in enumerate([*edits, *inner]):
        over = [piece.span for piece in pieces if piece.edit == index]
        assert sum(map(len, over)) == len(edit)
        assert over
    for piece in pieces:
        if len(piece.span):
            assert piece.passage == next((n for n, each in enumerate(passages) if each.holds(piece.span)), None)


def test_of_overlapping_passages_the_better_and_longer_is_kept() -> None:
    derived, source = factory.pair()
    long = factory.passage(derived, source, "équipes vont")
    short = factory.passage(derived, source, "vont", best=False)
    other = factory.passage(derived, source, "la capitainerie")
    assert disjoint([short, long, other]) == [other, long]
    assert disjoint([short, long, other], in_source) == [other, long]
