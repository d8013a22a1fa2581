"""Blocks: what passages do not cover, and what changed places. Every text is invented."""

from hypothesis import given
from hypothesis import strategies as st

from sourcier.core.article import Article
from sourcier.core.span import Span
from sourcier.lineage.blocks import blocks


def pair(derived: str, source: str, shared: str, shared_source: str | None = None) -> tuple[Span, Span]:
    at, there = derived.index(shared), source.index(shared_source or shared)
    return Span(at, at + len(shared)), Span(there, there + len(shared_source or shared))


def seen(derived: str, source: str, *shared: str, title: Span | None = None) -> list[tuple[str, str, str, str]]:
    pairs = [pair(derived, source, text) for text in shared]
    found = blocks(Article("d", derived, title_span=title), Article("s", source), pairs)
    return [(block.unit, block.kind, block.derived.of(derived), block.source.of(source)) for block in found]


def test_whole_paragraphs_and_sentences_are_put_in_and_left_out() -> None:
    derived = "Le pont est fermé. Il pleut.\n\nUn bac circule."
    source = "La route est longue.\n\nLe pont est fermé. Le maire parle."
    assert seen(derived, source, "Le pont est fermé") == [
        ("paragraph", "dropped", "", "La route est longue."),
        ("sentence", "dropped", "", "Le maire parle."),
        ("sentence", "inserted", "Il pleut.", ""),
        ("paragraph", "inserted", "Un bac circule.", ""),
    ]


def test_words_beside_the_shared_part_of_a_sentence() -> None:
    derived = "C’est ainsi que le pont est fermé, selon une dépêche."
    source = "Hier, le pont est fermé."
    assert seen(derived, source, "le pont est fermé") == [
        ("words", "inserted", "C’est ainsi que", ""),
        ("words", "dropped", "", "Hier"),
        ("words", "inserted", "selon une dépêche", ""),
    ]


def test_words_between_two_passages_of_one_sentence() -> None:
    derived = "Le pont de bois, que le maire a vu, est fermé."
    assert seen(derived, "Le pont de bois est fermé.", "Le pont de bois", "est fermé") == [
        ("words", "inserted", "que le maire a vu", "")
    ]


def test_the_empty_side_stands_where_the_words_would_be() -> None:
    derived, source = "Le pont est fermé, dit-on. Il pleut.", "Le pont est fermé. Il neige."
    found = blocks(Article("d", derived), Article("s", source), [pair(derived, source, "Le pont est fermé")])
    assert [(block.derived, block.source) for block in found] == [
        (Span(17, 17), Span(19, 28)),
        (Span(19, 25), Span(17, 17)),
        (Span(27, 36), Span(17, 17)),
    ]


def test_the_fewest_passages_moved() -> None:
    derived, source = "Deux ici.\n\nTrois ici.\n\nUn ici.", "Un ici.\n\nDeux ici.\n\nTrois ici."
    assert seen(derived, source, "Deux ici", "Trois ici", "Un ici") == [("paragraph", "moved", "Un ici", "Un ici")]


def test_headlines_and_bare_marks_are_no_blocks() -> None:
    assert seen("Le pont\n\nIl est fermé.\n\n***", "Il est fermé.", "Il est fermé", title=Span(0, 7)) == []


def test_without_passages_all_is_inserted_and_dropped() -> None:
    assert seen("Un.", "Deux.") == [("paragraph", "dropped", "", "Deux."), ("paragraph", "inserted", "Un.", "")]


@given(st.text(), st.text(), st.lists(st.tuples(*[st.integers(0, 40)] * 4), max_size=5))
def test_any_spans_give_blocks_inside_the_texts(
    ours: str, theirs: str, numbers: list[tuple[int, int, int, int]]
) -> None:
    def inside(a: int, b: int, text: str) -> Span:
        low, high = sorted((min(a, len(text)), min(b, len(text))))
        return Span(low, high)

    pairs = [(inside(a, b, ours), inside(c, d, theirs)) for a, b, c, d in numbers]
    for block in blocks(Article("d", ours), Article("s", theirs), pairs):
        assert block.derived.end <= len(ours)
        assert block.source.end <= len(theirs)
        if block.kind == "inserted":
            assert len(block.derived) > 0 == len(block.source)
            assert not any(span.holds(block.derived) for span, _ in pairs)
