"""Checks that the marks of a case fit its texts, so that a slip of the marker is never counted against a rule."""

import re
import unicodedata
from difflib import SequenceMatcher
from itertools import combinations

from eval.cases.forms import Article, ArticleSet, Pair

# A run of more equal words that no mark covers would leave the truth of a set incomplete.
LONGEST_UNMARKED = 7
# Counterparts may differ by a few words; under this share of equal words they are not one stretch.
LEAST_EQUAL = 0.7
LEAST_SHARING = {"boilerplate": 4}


class CaseError(ValueError):
    """A case whose marks do not fit its texts."""


def need(condition: bool, where: str, what: str) -> None:
    """Raise CaseError unless the condition holds; `where` is the id of the case."""
    if not condition:
        raise CaseError(f"{where}: {what}")


def check_pair(pair: Pair) -> None:
    """Require that each edit's words lie in order in both texts and cut no word, and that nothing else differs."""
    at_source = at_derived = 0
    for edit in pair.edits:
        need(edit.source.start >= at_source and edit.derived.start >= at_derived, pair.id, "edits out of order")
        between = pair.source[at_source : edit.source.start], pair.derived[at_derived : edit.derived.start]
        need(words(between[0]) == words(between[1]), pair.id, f"unmarked difference: {between}")
        for text, span in ((pair.source, edit.source), (pair.derived, edit.derived)):
            need(text[span.start : span.end] == span.text, pair.id, f"not in the text: {span}")
            need(not span.text or not (_cut(text, span.start) or _cut(text, span.end)), pair.id, f"cuts a word: {span}")
        need(edit.source.text != edit.derived.text, pair.id, f"an edit that changes nothing: {edit}")
        at_source, at_derived = edit.source.end, edit.derived.end
    need(words(pair.source[at_source:]) == words(pair.derived[at_derived:]), pair.id, "unmarked difference at the end")
    need("  " not in pair.source + pair.derived, pair.id, "two spaces in a row")
    for text in (pair.source, pair.derived):
        need(text == text.strip() and " ." not in text, pair.id, f"a stray space: {text}")


def check_set(whole: ArticleSet) -> None:
    """Require that counterparts say the same and that no long run of equal words stands outside the marks."""
    for key in {stretch.key for article in whole.articles for stretch in article.stretches}:
        same = [s for article in whole.articles for s in article.stretches if s.key == key]
        need(len(same) >= LEAST_SHARING.get(same[0].kind, 2), whole.id, f"{key} stands in too few articles")
        for left, right in combinations(same, 2):
            ratio = SequenceMatcher(None, words(left.span.text), words(right.span.text), autojunk=False).ratio()
            need(ratio >= LEAST_EQUAL, whole.id, f"{key}: counterparts differ too much ({ratio:.2f})")
    for left_article, right_article in combinations(whole.articles, 2):
        for one in _unmarked(left_article):
            for other in _unmarked(right_article):
                run = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
                found = " ".join(one[run.a : run.a + run.size])
                need(run.size <= LONGEST_UNMARKED, whole.id, f"unmarked shared words: {found}")


def words(text: str) -> list[str]:
    """Split a text into words, case and accents folded."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
    return re.findall(r"\w+", bare)


def _cut(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _unmarked(article: Article) -> list[list[str]]:
    cuts = [0, *(edge for s in article.stretches for edge in (s.span.start, s.span.end)), len(article.text)]
    return [words(article.text[start:end]) for start, end in zip(cuts[::2], cuts[1::2], strict=True)]
