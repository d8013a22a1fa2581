"""Which stretches are evidence: long ones are; short ones need a second signal, or must be more than a set phrase."""

import math
import re

import numpy as np
from numpy.typing import NDArray

from sourcier.core.span import Span
from sourcier.lineage.arrays import BREAK, Mask
from sourcier.lineage.quotes import may_quote, share_quoted
from sourcier.lineage.stretches import Stretches
from sourcier.lineage.texts import Texts
from sourcier.lineage.words import Wording

_SHORT = 16  # equal words; in fewer, texts that lie many days apart meet by chance, even between quotation marks;
_SHORT_UNDATED = 12  # and in fewer than this, texts of which nobody knows how far they lie apart
_DAYS = 10  # beyond them a sentence in common that names and counts nothing is likely a legal notice or a formula
_LONG = 20  # equal words that speak for themselves, but for names
_MEDIUM = 16  # do so where they are whole sentences on both sides
_LEAST_OF_SENTENCE = 10
_LONGEST_NAME = 36  # official names and titles can be this long
_WHOLE = 0.75  # of a sentence
_ALL = 0.9
_QUOTED = 0.8  # of a stretch
_COMMON = 0.5  # of a stretch
_NEARLY_ALL = 0.8  # of a text


def accepted(table: Stretches, wording: Wording, common: Mask, texts: Texts, announced: Mask) -> Mask:
    """Tell for each stretch whether it is evidence that one text holds words of the other.

    `announced` are the stretches that both texts present as standing text; `common` words are part of set phrases,
    which is known of the texts that were compared with earlier ones.
    """
    pairs = table.derived.astype(np.int64) * len(texts.articles) + table.source
    _, pair = np.unique(pairs, return_inverse=True)
    days = np.array([day if day >= 0 else math.nan for day in texts.times.days()])
    apart = np.abs(days[table.derived] - days[table.source])
    whole, part = _coverage(table, wording)
    sentences = ((table.equal >= _LONG) & (part >= _ALL)) | ((table.equal >= _MEDIUM) & (whole >= _WHOLE))
    sure = ~table.standing & ((table.equal >= _LONGEST_NAME) | (sentences & ~(apart > _DAYS)))
    seconded = np.bincount(pair[sure], minlength=int(pair.max(initial=0)) + 1) > 0
    sure |= ~table.standing & (_share_of_text(table, wording) >= _NEARLY_ALL)
    in_accepted_pair = seconded[pair] & ~table.standing & (table.similarity() >= _WHOLE)
    result = sure | (in_accepted_pair & ~_repeats(table, pair, sure)) | table.standing
    result &= ~(table.standing & (table.equal < _SHORT_UNDATED) & ~_opens_sentence(table, wording))
    result |= announced
    doubtful = ~result & ~table.standing & (_common_share(table, wording, common) < _COMMON)
    for row in np.flatnonzero(doubtful).tolist():
        result[row] = _is_evidence(table, row, (float(whole[row]), float(part[row]), float(apart[row])), texts)
    return np.asarray(result)


def _share_of_text(table: Stretches, wording: Wording) -> NDArray[np.float64]:
    """How much of the shorter text a stretch fills: one sentence is much where somebody gives nothing else."""
    sizes = wording.sizes()
    derived = np.ptp(table.words, axis=1) / np.maximum(sizes[table.derived], 1)
    source = np.ptp(table.source_words, axis=1) / np.maximum(sizes[table.source], 1)
    return np.asarray(np.maximum(derived, source))


def distinct(table: Stretches, articles: int) -> NDArray[np.bool_]:
    """Tell which stretches are no mere repeats of a phrase that the pair shares elsewhere, where all else is kept."""
    pairs = table.derived.astype(np.int64) * articles + table.source
    _, pair = np.unique(pairs, return_inverse=True)
    return ~_repeats(table, pair, table.equal >= _LONG)


def _repeats(table: Stretches, pair: NDArray[np.intp], sure: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell for each stretch whether its words of the source are, for the most part, in a sure stretch of the pair too.

    Then the text uses a phrase again that it shares elsewhere, and the short stretch is no passage of its own.
    """
    result = np.zeros(len(table), np.bool_)
    short = np.flatnonzero(~sure & ~table.standing)
    of_pair: dict[int, list[tuple[int, int]]] = {}
    wanted = set(pair[short].tolist())
    for row in np.flatnonzero(sure).tolist():
        if int(pair[row]) in wanted:
            of_pair.setdefault(int(pair[row]), []).append(tuple(table.source_words[row].tolist()))
    for row in short.tolist():
        low, high = table.source_words[row].tolist()
        inside = sum(max(0, min(high, end) - max(low, start)) for start, end in of_pair.get(int(pair[row]), ()))
        result[row] = 2 * inside > high - low
    return result


def _opens_sentence(table: Stretches, wording: Wording) -> NDArray[np.bool_]:
    """Tell for each stretch whether a sentence or line begins with it in both texts: standing text does."""
    derived = wording.words.marks[wording.bounds[table.derived] + table.words[:, 0]]
    source = wording.words.marks[wording.bounds[table.source] + table.source_words[:, 0]]
    return np.asarray((derived & source & BREAK) > 0)


def _common_share(table: Stretches, wording: Wording, common: Mask) -> NDArray[np.float64]:
    """The part of a stretch that is made of set phrases, in the text that comes later in the order of comparison."""
    sums = np.concatenate((np.zeros(1, np.int32), np.cumsum(common, dtype=np.int32)))
    words = np.where((table.derived > table.source)[:, None], table.words, table.source_words)
    start = wording.bounds[np.maximum(table.derived, table.source)]
    inside = sums[start + words[:, 1]] - sums[start + words[:, 0]]
    return np.asarray(inside / np.maximum(np.ptp(words, axis=1), 1))


def _coverage(table: Stretches, wording: Wording) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The part of its sentences that a stretch fills: on the side where it fills less, and where it fills more."""
    breaks = np.flatnonzero(wording.words.marks & BREAK)
    sides = []
    for texts, words in ((table.derived, table.words), (table.source, table.source_words)):
        start = wording.bounds[texts] + words[:, 0]
        end = wording.bounds[texts] + words[:, 1]
        first = breaks[np.searchsorted(breaks, start, side="right") - 1] if len(start) else start
        following = np.searchsorted(breaks, end - 1, side="right")
        limit = wording.bounds[texts + 1]
        last = (
            np.where(following < len(breaks), breaks[np.minimum(following, len(breaks) - 1)], limit)
            if len(start)
            else end
        )
        sides.append((end - start) / np.maximum(np.minimum(last, limit) - first, 1))
    return np.minimum(*sides), np.maximum(*sides)


def _is_evidence(table: Stretches, row: int, facts: tuple[float, float, float], texts: Texts) -> bool:
    """Judge one stretch that is all that a pair shares: `facts` are its parts of sentences, and the days between."""
    text, source = int(table.derived[row]), int(table.source[row])
    span, source_span = Span(*table.chars[row].tolist()), Span(*table.source_chars[row].tolist())
    whole, part, apart = facts
    equal = int(table.equal[row])
    least = _SHORT_UNDATED if math.isnan(apart) else _SHORT if apart > _DAYS else 0
    quoting = _is_quoted(texts, text, span), _is_quoted(texts, source, source_span)
    if all(quoting) or (any(quoting) and not apart > _DAYS):
        return equal >= least
    if equal < least:
        return False
    if apart > _DAYS:
        return whole >= _ALL and _tells_something(span.of(texts.articles[text].text))
    if whole >= _ALL and equal >= _SHORT_UNDATED:
        return True
    if _is_name(span.of(texts.articles[text].text)) and _is_name(source_span.of(texts.articles[source].text)):
        return equal >= _LONG and part >= _ALL
    return equal >= _LONG or whole >= _WHOLE or (part >= _WHOLE and equal >= least + _LEAST_OF_SENTENCE)


def _tells_something(words: str) -> bool:
    """Tell whether a sentence names or counts something, as no legal notice or formula does."""
    return any(word[0].isupper() or word[0].isdigit() for word in re.findall(r"\w+", words)[1:])


def _is_quoted(texts: Texts, text: int, span: Span) -> bool:
    may = may_quote(texts.articles[text].text, span.start, span.end)
    return may and share_quoted(span, texts.quotes(text)) >= _QUOTED


def _is_name(words: str) -> bool:
    """Tell whether most of the long words are capitalised, as in an official name or title."""
    long = [word for word in re.findall(r"\w+", words) if len(word) > 3]
    return bool(long) and not words.isupper() and sum(not word.islower() for word in long) >= 0.4 * len(long)
