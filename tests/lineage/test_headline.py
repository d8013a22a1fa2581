"""Headlines are compared apart. Every headline is invented."""

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
