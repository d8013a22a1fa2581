"""Sources named inside sentences: « selon l'AFP », « d'après une dépêche de l'agence X », « a déclaré à Reuters »."""

import re
from collections.abc import Iterator, Sequence

from sourcier.core.span import Span
from sourcier.lineage.naming import frames
from sourcier.lineage.naming.candidate import Candidate
from sourcier.lineage.naming.hits import Hit, hits
from sourcier.lineage.naming.outlets import initials
from sourcier.lineage.naming.reach import sentence_at
from sourcier.lineage.naming.register import entries
from sourcier.text.fold import fold

_GLOSS_WORDS = 9
_WORDS = re.compile(r"[^\W_]+")
_GLOSS = re.compile(r"\s*[»”\"]?\s*\([^()\n]{2,30}\)")
_ENDS_BEFORE = ".!?…»”"
_ENDS_LINE = re.compile(r"\)[ .]*(?:\n|$)")
_ENDS_AFTER = re.compile(r"\)\s*[.;!?]")


def prose(text: str, heads: Sequence[int] = (), wanted: re.Pattern[str] | None = None) -> Iterator[Candidate]:
    """Yield the sources that sentences name; `heads` and `wanted` are as in `hits`."""
    for hit in hits(text, heads, wanted):
        span = _framed(text, hit)
        if span and not _means_other(text, hit):
            start = max(0, hit.span.start - frames.REACH)
            document = frames.is_dispatch(text[start : hit.span.start])
            covers = _sentence(text, span)
            yield Candidate(hit.name, span, "sentence", covers, "prose", document=document)


def _framed(text: str, hit: Hit) -> Span | None:
    start, end = hit.span.start, hit.span.end
    left = text[max(0, start - frames.REACH) : start].rpartition("\n\n")[2]
    if hit.acronym and not frames.vouched(left):
        return _bracketed(text, hit.span)
    opening = frames.opening(left)
    if opening is not None:
        gloss = _GLOSS.match(text, end)
        return Span(start - len(left) + opening, gloss.end() if gloss and hit.registered else end)
    spoken = frames.speaks(text, end, left)
    return Span(start, spoken) if spoken else _bracketed(text, hit.span) if hit.registered else None


def _bracketed(text: str, span: Span) -> Span | None:
    """« … à Niamey (AFP). Le … »: in brackets at the end of a sentence; the end of a paragraph is a signature's."""
    if text[span.start - 1 : span.start] != "(" or text[span.end : span.end + 1] != ")":
        return None
    if _ENDS_LINE.match(text, span.end):
        return None
    before = text[: span.start - 1].rstrip()[-1:]
    closes = _ENDS_AFTER.match(text, span.end) or (before and before in _ENDS_BEFORE)
    return Span(span.start - 1, span.end + 1) if closes else None


def _sentence(text: str, span: Span) -> Span:
    before = text[: span.start].rstrip()
    if text[span.start] == "(" and before[-1:] in _ENDS_BEFORE:
        return Span(sentence_at(text, len(before) - 1, len(before)).start, span.end)
    return sentence_at(text, span.start, span.end)


def _means_other(text: str, hit: Hit) -> bool:
    """Tell whether the text itself spells the short name out as something else: « armée nationale populaire (ANP) »."""
    written = hit.span.of(text)
    return hit.registered and written.isupper() and spelt_out(text, written)


def spelt_out(text: str, acronym: str) -> bool:
    """Tell whether `text` explains an acronym in brackets by words that are no outlet of the register."""
    place = text.find(f"({acronym})")
    while place >= 0:
        words = _WORDS.findall(text[max(0, place - 120) : place])[-_GLOSS_WORDS:]
        for first in range(len(words)):
            long = " ".join(words[first:])
            if initials(long) == fold(acronym) and words[first][:1].isupper() | (first > 0) and not entries(long):
                return not any(entries(" ".join(words[begin:])) for begin in range(len(words)))
        place = text.find(f"({acronym})", place + 1)
    return False
