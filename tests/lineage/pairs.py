"""Two sentences aligned without the matcher, for tests of what comes after it."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from sourcier.core.article import Article
from sourcier.core.edit import Edit
from sourcier.lineage.edits import edits
from sourcier.lineage.words import words


def compare(source: str, derived: str, language: str | None = "fr") -> tuple[Edit, ...]:
    """Return the edits between two texts, both framed by a word of their own; spans count the two characters before."""
    ours, theirs = (Article("", f"0\n{text}\n0", language=language) for text in (derived, source))
    our_words, their_words = words(ours.text), words(theirs.text)
    a, b = our_words.hashes.tolist(), their_words.hashes.tolist()
    matcher = SequenceMatcher(None, a[1:-1], b[1:-1], autojunk=False)
    inner = [(i + 1, j + 1, n) for i, j, n in matcher.get_matching_blocks() if n]
    return edits(ours, theirs, our_words, their_words, [(0, 0, 1), *inner, (len(a) - 1, len(b) - 1, 1)])


def applied(
    found: Iterable[Edit], derived: Article, source: Article, start: tuple[int, int], end: tuple[int, int]
) -> str:
    """Return the source's stretch with the edits made; `start` and `end` are offsets in derived and source."""
    made = ""
    at, begin = start[1], start[0]
    for edit in found:
        assert at <= edit.source.start
        made += source.text[at : edit.source.start]
        assert begin + len(made) == edit.derived.start
        made += edit.derived.of(derived.text)
        at = edit.source.end
    assert at <= end[1]
    return made + source.text[at : end[1]]
