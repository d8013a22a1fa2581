"""The first real pair of texts, where ../shared is there; no text of it stands here."""

from pathlib import Path

import pytest

import sourcier

SEED = Path(__file__).parents[2] / "shared" / "seed"
pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason="there is no ../shared/seed")


def test_the_eight_paragraphs_the_verb_and_the_credit() -> None:
    found = sourcier.trace(SEED)
    derived, source = found.articles["tamtaminfo.txt"], found.articles["dispatch.txt"]
    passages = [passage for passage in found if passage.kind == "reuse"]
    paragraphs = source.text.strip().split("\n\n")[1:]
    assert len(paragraphs) == 8
    for paragraph in paragraphs:
        start = source.text.index(paragraph)
        held = sum(
            max(0, min(p.source_span.end, start + len(paragraph)) - max(p.source_span.start, start)) for p in passages
        )
        assert held >= 0.98 * len(paragraph)
    edits = sorted((edit for passage in passages for edit in passage.edits), key=lambda edit: -edit.weight)
    assert edits[0].category == "verb"
    assert "joindre" in edits[0].derived.of(derived.text)
    (family,) = found.families
    (edge,) = family.edges
    assert (edge.credit.status, len(edge.credit.covers), len(edge.passages)) == ("partial", 1, 8)
    assert (edge.direction, family.origin, family.absent_origin) == ("source_first", "dispatch.txt", None)
    put_in = [block.derived.of(derived.text) for block in edge.blocks if block.kind == "inserted"]
    assert sum(len(words) > 60 for words in put_in) >= 7
    assert not source.complete
