"""« ne … pas » is one difference, though its two words stand apart: how differences are counted for people."""

from collections.abc import Sequence

from sourcier.core.edit import Edit
from sourcier.core.span import Span

_FIRSTS = frozenset({"n", "ne"})
_REACH = 60  # code points between the two words: a verb with its pronouns and its auxiliary
_ENDS = frozenset(".;:!?\n")  # of a clause


def counted(edits: Sequence[Edit], derived: str, source: str) -> list[Edit]:
    """Return the edits of a passage without each « ne » whose « pas » is an edit of its own a few words on.

    `derived` and `source` are the whole texts. The edits are in order of position.
    """
    negations = [edit for edit in edits if edit.category == "negation"]
    halves = {
        id(one) for place, one in enumerate(negations) if _completed(one, negations[place + 1 :], derived, source)
    }
    return [edit for edit in edits if id(edit) not in halves]


def _completed(one: Edit, others: Sequence[Edit], derived: str, source: str) -> bool:
    return any(
        _is_pair(one.derived, other.derived, derived) or _is_pair(one.source, other.source, source)
        for other in others[:1]
    )


def _is_pair(first: Span, second: Span, text: str) -> bool:
    between = text[first.end : second.start]
    return (
        _bare(first.of(text)) in _FIRSTS
        and bool(len(second))
        and _bare(second.of(text)) not in _FIRSTS
        and first.end <= second.start <= first.end + _REACH
        and _ENDS.isdisjoint(between)
    )


def _bare(words: str) -> str:
    return words.strip(" '’\u00a0").lower()
