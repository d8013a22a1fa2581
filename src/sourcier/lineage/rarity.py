"""Phrases of a text that are rare enough to be searched for elsewhere."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from sourcier.core.article import Article
from sourcier.core.span import Span
from sourcier.lang.load import language
from sourcier.lineage.quotes import quoted, share_quoted

_WORDS = 8
_PHRASES = 3
_TRIED = 6  # phrases whose words are looked up, where that costs something
_LATEST = 200  # texts whose words count as common
_BREAK = re.compile(r"[.!?…]\s|\n")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def words_of(text: str) -> set[str]:
    """Return the words of a text, in small letters."""
    return {word.lower() for word in _WORD.findall(text)}


def words_used(articles: Sequence[Article]) -> set[str]:
    """Return the words that the last of the articles use."""
    return {word for article in articles[-_LATEST:] for word in words_of(article.text)}


def rare_phrases(article: Article, used: Collection[str]) -> tuple[Span, ...]:
    """Return up to three stretches of about eight words from different parts of the text, in order of position.

    Names, numbers, long words and quoted words make a stretch rare; the words that others use make it common.
    """
    return _rarest(article, used, _PHRASES)


def candidates(article: Article) -> tuple[Span, ...]:
    """Return some more such stretches, those that are rare if no word is common, in order of position."""
    return _rarest(article, (), _TRIED)


def telling(article: Article, phrases: Iterable[Span]) -> set[str]:
    """Return the words, in small letters, that make these stretches rare unless others use them."""
    common = _common(article)
    return {word for each in phrases for word in words_of(each.of(article.text)) if _score(word, common, ())}


def rarest(article: Article, phrases: Iterable[Span], used: Collection[str]) -> tuple[Span, ...]:
    """Return the up to three rarest of these stretches, in order of position."""
    common = _common(article)

    def score(phrase: Span) -> float:
        return sum(_score(word, common, used) for word in _WORD.findall(phrase.of(article.text)))

    ranked = sorted(phrases, key=lambda phrase: (-score(phrase), phrase.start))
    return tuple(sorted(ranked[:_PHRASES], key=lambda phrase: phrase.start))


def _common(article: Article) -> frozenset[str]:
    known = language(article.language)
    return known.words("stop_words") if known else frozenset[str]()


def _rarest(article: Article, used: Collection[str], most: int) -> tuple[Span, ...]:
    words = [Span(*match.span()) for match in _WORD.finditer(article.text)]
    common = _common(article)
    quotes = quoted(article.text)
    score = cache(lambda word: _score(word, common, used))
    scores = [score(word.of(article.text)) for word in words]
    starts = _inside_sentences(article.text, words)
    ranked = sorted(starts, key=lambda at: (-sum(scores[at : at + _WORDS]) - _in_quotes(words[at], quotes), at))
    chosen: list[int] = []
    distance = max(_WORDS, len(words) // (2 * most))
    for at in ranked:
        if len(chosen) < most and all(abs(at - other) >= distance for other in chosen):
            chosen.append(at)
    return tuple(Span(words[at].start, words[min(at + _WORDS, len(words)) - 1].end) for at in sorted(chosen))


def _score(word: str, common: frozenset[str], used: Collection[str]) -> float:
    lower = word.lower()
    if lower in common or len(word) <= 2:
        return 0.0
    is_name = word[0].isupper() or any(character.isdigit() for character in word)
    return min(len(word), 10) / 10 + is_name + (lower not in used)


def _in_quotes(word: Span, quotes: Sequence[Span]) -> float:
    return 1.0 if quotes and share_quoted(word, quotes) > 0 else 0.0


def _inside_sentences(text: str, words: Sequence[Span]) -> list[int]:
    """Return the words from which on no sentence ends within a stretch."""
    breaks = [match.start() for match in _BREAK.finditer(text)]
    after = [bisect_left(breaks, word.start) for word in words]  # breaks stand between words, never in one
    last = len(words) - 1
    starts = range(max(1, len(words) - _WORDS + 1)) if words else ()
    return [at for at in starts if after[at] == after[min(at + _WORDS - 1, last)]]
