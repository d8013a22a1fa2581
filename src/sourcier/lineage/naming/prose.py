"""Sources named inside sentences: « selon l'AFP », « d'après une dépêche de l'agence X », « a déclaré à Reuters »."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from sourcier.core.article import Article
from sourcier.core.span import Span
from sourcier.lineage.naming import frames
from sourcier.lineage.naming.candidate import Candidate
from sourcier.lineage.naming.cues import Cues
from sourcier.lineage.naming.hits import Hit, hits
from sourcier.lineage.naming.outlets import initials, own
from sourcier.lineage.naming.phrases import either
from sourcier.lineage.naming.reach import sentence_at
from sourcier.lineage.naming.register import entries
from sourcier.text.fold import fold

_GLOSS_WORDS = 9
_OFTEN = 400  # times that a text names one medium, or spells one out, that are looked at: no article has as many
_WORDS = re.compile(r"[^\W_]+")
_GLOSS = re.compile(r"\s*[»”\"]?\s*\([^()\n]{2,30}\)")
_ENDS_BEFORE = ".!?…»”"
_ENDS_LINE = re.compile(r"\)[ .]*(?:\n|$)")
_ENDS_AFTER = re.compile(r"\)\s*[.;!?]")


def prose(article: Article, cues: Cues, wanted: re.Pattern[str] | None = None) -> Iterator[Candidate]:
    """Yield the sources that sentences name; `wanted` is as in `hits`."""
    text = article.text
    others: dict[str, bool] = {}
    times: Counter[tuple[str, bool]] = Counter()
    for hit in hits(text, cues.heads, wanted, named=cues.named):
        times[hit.name, hit.registered] += 1
        if times[hit.name, hit.registered] > _OFTEN:
            continue
        span = None if own(hit.name, article) else _framed(text, hit)
        if span and not _quoted(text, span.start) and not _other(text, hit, others):
            start = max(0, hit.span.start - frames.REACH)
            document = frames.is_dispatch(text[start : hit.span.start])
            covers = _sentence(text, span)
            yield Candidate(hit.name, span, "sentence", covers, "prose", document=document)


def _framed(text: str, hit: Hit) -> Span | None:
    start, end = hit.span.start, hit.span.end
    left = text[max(0, start - frames.REACH) : start].rpartition("\n\n")[2]
    if hit.registered and frames.own_statement(left):
        return None
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
    before = text[: span.start - 1].rstrip()[-1:]
    if _ENDS_LINE.match(text, span.end) and (before in _ENDS_BEFORE or not _ENDS_AFTER.match(text, span.end)):
        return None
    closes = _ENDS_AFTER.match(text, span.end) or (before and before in _ENDS_BEFORE)
    return Span(span.start - 1, span.end + 1) if closes else None


def _sentence(text: str, span: Span) -> Span:
    before = text[: span.start].rstrip()
    if text[span.start] == "(" and before[-1:] in _ENDS_BEFORE:
        return Span(sentence_at(text, len(before) - 1, len(before)).start, span.end)
    return sentence_at(text, span.start, span.end)


_BALANCED = 600  # code points of a paragraph within which straight quotation marks can be trusted to come in pairs
_QUOTES = (("«", "»"), ("“", "”"))


def _quoted(text: str, place: int) -> bool:
    """Tell whether somebody else is speaking there: the credit is then the speaker's, and not the text's."""
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    if (
        place - start < _BALANCED
        and text.count('"', start, place) % 2
        and text.find('"', place, len(text) if end < 0 else end) >= 0
    ):
        return True
    return any(
        (opened := text.rfind(left, start, place)) >= 0
        and text.find(right, opened, place) < 0
        and text.find(right, place) >= 0
        for left, right in _QUOTES
    )


def _other(text: str, hit: Hit, known: dict[str, bool]) -> bool:
    written = hit.span.of(text)
    if written not in known:
        known[written] = hit.registered and means_other(text, written)
    return known[written]


@cache
def _other_body(acronym: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either('other_bodies')}\s+(?:[\w’'-]+\s+){{0,4}}?\(?{re.escape(acronym)}(?!\w)")


def means_other(text: str, name: str) -> bool:
    """Tell whether the text shows a short name to be something else: « la banque AIB », « armée populaire (ANP) »."""
    if not (name.isupper() and name.isalnum()):
        return False
    return bool(_other_body(name).search(text)) or _body_spelt(text, name) or _spelt_out(text, name)


def _body_spelt(text: str, acronym: str) -> bool:
    """Tell whether a body's long name has these initials: « l'armée nationale populaire »."""
    for match in _bodies().finditer(text):
        words = _WORDS.findall(text[match.start() : match.start() + 120])[:_GLOSS_WORDS]
        if any(initials(" ".join(words[:last])) == fold(acronym) for last in range(3, len(words) + 1)):
            return True
    return False


@cache
def _bodies() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either('other_bodies')}(?=\s)")


def _spelt_out(text: str, acronym: str) -> bool:
    place = text.find(f"({acronym})")
    for _ in range(_OFTEN):
        if place < 0:
            break
        words = _WORDS.findall(text[max(0, place - 120) : place])[-_GLOSS_WORDS:]
        for first in range(len(words)):
            long = " ".join(words[first:])
            if initials(long) == fold(acronym) and words[first][:1].isupper() | (first > 0) and not entries(long):
                return not any(entries(" ".join(words[begin:])) for begin in range(len(words)))
        place = text.find(f"({acronym})", place + 1)
    return False
