"""How the headlines of two articles differ, word by word."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from sourcier.core.article import Article
from sourcier.core.edit import Edit
from sourcier.core.family import Headline
from sourcier.core.span import Span
from sourcier.lineage.edits import edits
from sourcier.lineage.words import Words, words

_OPEN = "0\n{}"  # a word that both have, so that differences at the edges lie between equal words
_CLOSE = "{}\n0"
_PRIVATE = range(0xE000, 0xF8FF)  # characters without meaning: two that neither headline has mark its edges


def headline(derived: Article, source: Article) -> Headline | None:
    """Return the two headlines and their differences, None when either is unknown; spans refer to the headlines."""
    if derived.title is None or source.title is None:
        return None
    edges = [mark for mark in map(chr, _PRIVATE) if mark not in derived.title + source.title]
    ours, theirs = _framed(derived, edges), _framed(source, edges)
    our_words, their_words = words(ours.text), words(theirs.text)
    found = edits(ours, theirs, our_words, their_words, _runs(our_words, their_words))
    return Headline(derived.title, source.title, tuple(_unframed(edit) for edit in found))


def _framed(article: Article, edges: Sequence[str]) -> Article:
    text = f"{_OPEN.format(edges[0])}{article.title}{_CLOSE.format(edges[1])}"
    return Article(id="", text=text, language=article.language)


def _runs(derived: Words, source: Words) -> list[tuple[int, int, int]]:
    a, b = derived.hashes.tolist(), source.hashes.tolist()
    matcher = SequenceMatcher(None, a[1:-1], b[1:-1], autojunk=False)
    inner = [(i + 1, j + 1, n) for i, j, n in matcher.get_matching_blocks() if n]
    return [(0, 0, 1), *inner, (len(a) - 1, len(b) - 1, 1)]


def _unframed(edit: Edit) -> Edit:
    back = len(_OPEN.format("."))
    ours = Span(edit.derived.start - back, edit.derived.end - back)
    theirs = Span(edit.source.start - back, edit.source.end - back)
    return Edit("headline", edit.kind, edit.category, edit.weight, ours, theirs, edit.cue)
