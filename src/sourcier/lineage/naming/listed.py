"""The names in a list such as « AFP, Reuters et l'agence X »."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sourcier.core.address import host
from sourcier.core.span import Span
from sourcier.lineage.naming.hits import DOMAIN, hits
from sourcier.lineage.naming.phrases import alternatives, determiner, either, phrases
from sourcier.lineage.naming.register import agency_of_host, spelt
from sourcier.text.fold import fold

_BUREAU = 4  # words after an agency's name at most
_MAX_NAME = 70  # code points: longer is a sentence
_ACRONYM = re.compile(r"[A-ZÀ-ÖØ-Þ]{3,8}\d?")
_ADDRESS = re.compile(r"https?://\S+")
_DAY = r"(?:le\s+)?\d{1,2}(?:er)?[ \u00a0][^\W\d_]+\.?(?:[ \u00a0]\d{4})?"
_DATED = re.compile(rf"[\d\W]+|{_DAY}|[^\W\d_]+ \d{{1,2}}(?: \d{{4}})?")
_TITLED = re.compile(
    r"(?:L[ae]s?[ \u00a0]|L['’]|The[ ]|Agen(?:ce|cy|cia)[ ])[^\W\d_]"
)  # « Le Soleil »: a person's name has no article
_WORDS = re.compile(r"[^\W\d_]+")
_IS_DOMAIN = re.compile(DOMAIN)
_EDGES = ' \t\u00a0.,;:()[]«»"“”–—-|*_'


@dataclass(frozen=True, slots=True)
class Listed:
    """One name of a list; `sure` is False where nothing shows that it is a medium's, `acronym` where only capitals do.

    `registered` tells whether the register has it.
    """

    name: str
    span: Span
    sure: bool
    registered: bool = False
    acronym: bool = False


@cache
def _separator() -> re.Pattern[str]:
    joined = either("and", "with")
    return re.compile(
        rf"\s*[,/;&+|]\s*|\s+(?:{joined}|[–—-])(?:\s+|(?<=['’]))|\s+{either('by')}\s+(?={either('articles')})"
    )


@cache
def _head() -> re.Pattern[str]:
    noun = alternatives(phrases("media"), capitals=False)
    head = rf"{noun}(?:\s+(?!{either('of', 'not_press')}(?!\w))[a-zà-öø-ÿœ][\w’'-]*){{0,2}}\s*,?\s+(?:(?:de|d['’])\s*)?"
    return re.compile(rf"{determiner()}(?P<head>{head})?[«\"“]?\s*")


@cache
def _not_names() -> frozenset[str]:
    return frozenset(fold(phrase) for concept in ("own", "closing", "image") for phrase in phrases(concept))


def listed(text: str, start: int, end: int) -> Iterator[Listed]:
    """Yield the names between `start` and `end` of `text`."""
    for item in _items(text, start, end):
        first, last = _bare(text, *item)
        if 1 < last - first <= _MAX_NAME and (found := _listed(text, first, last)):
            yield found


def _bare(text: str, first: int, last: int) -> tuple[int, int]:
    while first < last and text[first] in _EDGES:
        first += 1
    while last > first and text[last - 1] in _EDGES:
        last -= 1
    return first, last


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _ADDRESS.finditer(text, start, end):
        yield match.start(), match.end()
        start = match.end()
    if spelt(text[start:end].strip(_EDGES)):
        yield start, end
        return
    for match in _separator().finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _listed(text: str, first: int, last: int) -> Listed | None:
    head = _head().match(text, first, last)
    bare = head.end() if head else first
    written, whole = text[bare:last], text[first:last]
    if not written or _DATED.fullmatch(whole) or fold(whole) in _not_names() or fold(written) in _not_names():
        return None
    if site := (host(whole) if whole.startswith("http") or _IS_DOMAIN.fullmatch(whole.lower()) else None):
        return Listed(agency_of_host(site) or site, Span(first, last), sure=True, registered=bool(agency_of_host(site)))
    for start in (first, bare):
        if known := spelt(text[start:last]):
            return Listed(known, Span(first, last), sure=True, registered=True)
    return _unregistered(text, Span(first, last), bare, bool(head and head["head"]))


@cache
def _nouns() -> frozenset[str]:
    concepts = ("media", "dispatches", "label", "staff", "of", "articles")
    return frozenset(word for concept in concepts for phrase in phrases(concept) for word in _WORDS.findall(phrase))


def _alone(before: str) -> bool:
    """Tell whether the words before a known name only lead to it: « dépêche de l' », « agency reports from »."""
    return all(word.lower() in _nouns() for word in _WORDS.findall(before))


def _ends(after: str) -> bool:
    """Tell whether the words after a known name are no sentence: nothing, a bureau (« AFP Niamey »)."""
    words = _WORDS.findall(after)
    return len(words) <= _BUREAU and all(not word.islower() or word in _nouns() or len(word) == 1 for word in words)


def _unregistered(text: str, span: Span, bare: int, headed: bool) -> Listed | None:
    written = text[bare : span.end]
    inside = list(hits(written))
    known = [hit for hit in inside if hit.registered]
    leading = (hit for hit in known if headed or _alone(written[: hit.span.start]))
    if hit := next((hit for hit in leading if _ends(written[hit.span.end :])), None):
        return Listed(hit.name, span, sure=True, registered=True)
    if not any(letter.isalnum() for letter in written):
        return None
    if written == written.lower() and written.isascii() | written.islower():
        return Listed(written, span, sure=headed)
    acronym = bool(_ACRONYM.fullmatch(written))
    return Listed(
        written,
        span,
        sure=headed or acronym or bool(_TITLED.match(written)) or any(not hit.registered for hit in inside),
        acronym=acronym and not headed,
    )
