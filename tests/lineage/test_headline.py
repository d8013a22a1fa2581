"""Headlines are compared apart. Every headline is invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcier.core.article import Article
from sourcier.lineage.headline import headline


def test_a_verb_put_otherwise() -> None:
    found = headline(
        Article("d", "", title="Zorbanga : le maire quitte la ville", language="fr"),
        Article("s", "", title="Le maire rejoint la ville", language="fr"),
    )
    assert found is not None
    seen = [(e.unit, e.category, e.derived.of(found.derived), e.source.of(found.source)) for e in found.edits]
    assert ("headline", "verb", "quitte", "rejoint") in seen
    assert any(ours == "Zorbanga : " for _, _, ours, _ in seen)


def test_little_in_common_is_another_headline() -> None:
    ours, theirs = "Trois ans de fouilles pour retrouver une barque", "Le maire rejoint enfin une barque de Zorbanga"
    found = headline(Article("d", "", title=ours, language="fr"), Article("s", "", title=theirs, language="fr"))
    assert found is not None
    (edit,) = found.edits
    assert (edit.unit, edit.kind, edit.category) == ("headline", "substitute", "wording")
    assert (edit.derived.of(ours), edit.source.of(theirs)) == (ours, theirs)


@pytest.mark.parametrize(("ours", "theirs"), [("0:", "::"), ("0: a b c", "::a b c"), ("", "a"), ("a", ""), ("a", "a")])
def test_edits_stay_inside_the_headlines(ours: str, theirs: str) -> None:
    found = headline(Article("d", "", title=ours), Article("s", "", title=theirs))
    assert found is not None
    assert bool(found.edits) == (ours != theirs)
    for edit in found.edits:
        assert edit.derived.end <= len(ours)
        assert edit.source.end <= len(theirs)


def test_nothing_where_a_headline_is_unknown() -> None:
    assert headline(Article("d", "", title="Le pont"), Article("s", "")) is None


@settings(deadline=None)
@given(st.text(), st.text())
def test_edits_rebuild_the_headline(ours: str, theirs: str) -> None:
    found = headline(Article("d", "", title=ours), Article("s", "", title=theirs))
    assert found is not None
    made, at = "", 0
    for edit in found.edits:
        made += theirs[at : edit.source.start] + edit.derived.of(ours)
        at = edit.source.end
    assert made + theirs[at:] == ours
