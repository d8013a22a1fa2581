"""How the headlines of two articles differ: word by word, or as wholes where they have little in common."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import islice

from sourcier.core.article import Article
from sourcier.core.edit import Edit, EditKind
from sourcier.core.family import Headline
from sourcier.core.span import Span
from sourcier.lang.language import Language
from sourcier.lang.load import CODES
from sourcier.lineage.differing.weights import BASE
from sourcier.lineage.edits import edits
from sourcier.lineage.words import Words, words

_ALIKE = 0.5  # of the content words; of headlines that share fewer, differences word by word are a salad
_OPEN = "0\n{}"  # a word that both have, so that differences at the edges lie between equal words
_CLOSE = "{}\n0"
_PRIVATE = range(0xE000, 0xF8FF)  # characters without meaning: two that neither headline has mark its edges


def headline(derived: Article, source: Article) -> Headline | None:
    """Return the two headlines and their differences, None when either is unknown; spans refer to the headlines.

    Another headline altogether is one edit from its first character to its last.
    """
    ours, theirs = derived.title, source.title
    if ours is None or theirs is None:
        return None
    if ours == theirs:
        return Headline(ours, theirs, ())
    return Headline(ours, theirs, _word_by_word(derived, source) or (_whole(ours, theirs),))


def _word_by_word(derived: Article, source: Article) -> tuple[Edit, ...]:
    """The differences inside the headlines; none where the headlines are too unlike, or one reaches beyond an edge."""
    free = (mark for mark in map(chr, _PRIVATE) if mark not in f"{derived.title}{source.title}")
    edges = list(islice(free, 2))
    ours, theirs = _framed(derived, edges), _framed(source, edges)
    our_words, their_words = words(ours.text), words(theirs.text)
    runs = _runs(our_words, their_words)
    if _alike(our_words, their_words, runs) < _ALIKE:
        return ()
    found = edits(ours, theirs, our_words, their_words, runs)
    back = len(_OPEN.format("."))
    inside = all(
        back <= span.start and span.end <= len(text) - back
        for edit in found
        for span, text in ((edit.derived, ours.text), (edit.source, theirs.text))
    )
    return tuple(_unframed(edit, back) for edit in found) if inside else ()


def _whole(ours: str, theirs: str) -> Edit:
    kind: EditKind = "substitute" if ours and theirs else "insert" if ours else "delete"
    return Edit("headline", kind, "wording", BASE["wording"], Span(0, len(ours)), Span(0, len(theirs)))


def _alike(derived: Words, source: Words, runs: Sequence[tuple[int, int, int]]) -> float:
    """The part of the content words of both headlines that is equal and in one order, 1 where neither has any."""
    ours, theirs = derived.hashes.tolist(), source.hashes.tolist()
    idle = _stop_words()
    inner = runs[1:-1]
    equal = sum(word not in idle for i, _, n in inner for word in ours[i : i + n])
    total = sum(word not in idle for words in (ours, theirs) for word in words[1:-1])
    return 2 * equal / total if total else 1.0


@cache
def _stop_words() -> frozenset[int]:
    return frozenset(
        int(word) for code in CODES for entry in Language(code).words("stop_words") for word in words(entry).hashes
    )


def _framed(article: Article, edges: Sequence[str]) -> Article:
    text = f"{_OPEN.format(edges[0])}{article.title}{_CLOSE.format(edges[1])}"
    return Article(id="", text=text, language=article.language)


def _runs(derived: Words, source: Words) -> list[tuple[int, int, int]]:
    a, b = derived.hashes.tolist(), source.hashes.tolist()
    matcher = SequenceMatcher(None, a[1:-1], b[1:-1], autojunk=False)
    inner = [(i + 1, j + 1, n) for i, j, n in matcher.get_matching_blocks() if n]
    return [(0, 0, 1), *inner, (len(a) - 1, len(b) - 1, 1)]


def _unframed(edit: Edit, back: int) -> Edit:
    ours = Span(edit.derived.start - back, edit.derived.end - back)
    theirs = Span(edit.source.start - back, edit.source.end - back)
    return Edit("headline", edit.kind, edit.category, edit.weight, ours, theirs, edit.cue)
