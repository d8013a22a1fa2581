"""What is said of two texts that somebody chose to compare."""

from dataclasses import replace

import pytest

from sourcier.core.comparison import Comparison
from sourcier.core.edit import Edit
from sourcier.core.family import Headline, Shares
from sourcier.core.passage import PassageKind
from sourcier.core.span import Span
from sourcier.export import sentences, summary
from sourcier.lang.interface import phrases
from tests import factory

EN = phrases("en")


def pair(*equal: int, kind: PassageKind = "reuse") -> Comparison:
    whole = factory.comparison()
    passages = [replace(whole.passages[0], equal=n, kind=kind) for n in equal]
    return replace(whole, passages=tuple(passages))


def test_short_stretches_are_some_words_in_common() -> None:
    told = summary.told(pair(12, 8), EN)
    assert told[0].startswith("Some words in common, in 2 places, fewer than 20 words each")
    assert not any("%" in line or "passage" in line for line in told)


def test_beside_a_passage_they_are_counted_apart() -> None:
    told = summary.told(pair(40, 8), EN)
    assert ": 68% also stands in" in told[0]
    assert "Besides, some words in common (fewer than 20) in 1 place." in told


def test_nothing_is_said_of_nothing_only() -> None:
    assert summary.nothing(pair(), EN) == "These two texts share no passage."
    assert summary.nothing(pair(30, kind="quotation"), EN) == "All that these two texts have in common: quotation."


def test_that_the_shares_are_of_two_texts_alone_is_said() -> None:
    for equal in ((40,), (8,), ()):
        assert EN.say("compare.alone") in summary.told(pair(*equal), EN)


def test_added_is_said_only_where_the_direction_is_known() -> None:
    blocks = factory.comparison().blocks
    assert sentences.blocks(blocks, "source_first", EN) == ["1 paragraph added"]
    assert sentences.blocks(blocks, "unknown", EN) == ["1 paragraph only here"]
    assert sentences.blocks(blocks, "derived_first", EN) == ["1 paragraph only here"]
    assert sentences.units(blocks, EN) == "1 paragraph"


def test_a_unit_that_stands_in_the_other_text_is_in_neither_alone() -> None:
    whole = factory.comparison()
    (added,) = whole.blocks
    assert summary.apart(whole) == [added]
    there = replace(whole.source, text=f"{whole.source.text}\n\n{added.derived.of(whole.derived.text)}")
    assert summary.apart(replace(whole, source=there)) == []


def test_two_texts_of_one_outlet_owe_no_credit() -> None:
    whole = factory.comparison()
    (first, *_) = summary.told(replace(whole, source=replace(whole.source, outlet=whole.derived.outlet)), EN)
    assert "credit" not in first


@pytest.mark.parametrize(("shared", "listed"), [(0.19, False), (0.2, True)])
def test_the_rest_is_listed_where_much_is_shared(shared: float, listed: bool) -> None:
    assert summary.is_mostly_shared(replace(pair(40), shares=Shares(shared, 0.0, 1 - shared))) is listed


def test_another_headline_is_one_edit_of_the_whole() -> None:
    edit = Edit("headline", "substitute", "wording", 0.3, Span(0, 4), Span(0, 3))
    assert summary.is_other(Headline("Nuit", "Bal", (edit,)))
    assert not summary.is_other(Headline("Nuit", "Bal noir", (edit,)))
