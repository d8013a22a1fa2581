"""Which texts that stand at one address are versions of one page, and which only share the address.

A feed's address, a front page or a page that is written anew every day carries texts that have nothing in common but
it: they are never versions of one another.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sourcier.text.fold import alone, fold

_WORD = re.compile(r"\w+")
_PART = re.compile(r"[\s(\[/–-]*[(\[/–-]\s*\d{1,2}\s*[)\]–-]?\s*\Z")  # « /2 », « (2) »: an agency numbers its updates
_RUN = 4  # words
_LEAST = 8  # runs in common, whatever the length
_SHARED = 1 / 2  # of the runs of the shorter text
_SHARED_TITLED = 1 / 3  # where both have one title
_MOST_LONGER = 8  # times; a page of many stories holds each of them whole
_TITLE = 12  # letters of a title that says which story it is
_STORIES = 50  # of an address; one with more is a feed's, and whatever is alike there is no page's text
_BACK = 3  # versions that a text is compared with: one of them may have been cut


@dataclass(frozen=True, slots=True)
class PageText:
    """A text at an address; `outlet` and `title` as they were read. `runs` are its runs of words, by their hashes."""

    number: int
    outlet: str
    title: str
    runs: frozenset[int] = field(repr=False)


def page_text(number: int, text: str, title: str | None, outlet: str | None) -> PageText:
    """Return a text ready to be compared."""
    whose, words = fold(outlet or ""), _words(text)
    called = fold(_PART.sub("", title or ""))
    said = called if len(called) >= _TITLE and called not in whose else ""
    rows = [words[at:] for at in range(_RUN)] if len(words) >= _RUN else [words]
    return PageText(number, whose, said, frozenset(map(hash, zip(*rows, strict=False))))


def versions(texts: Iterable[PageText]) -> list[list[int]]:
    """Return the numbers of the texts that are versions of one page, page by page; `texts` come in order of time.

    A text goes on from the earlier one that it shares most with, if that is enough; one that stands alone is left out.
    At an address with more than fifty stories there are none.
    """
    pages: list[list[PageText]] = []
    for text in texts:
        best = max(pages, key=lambda page: _nearest(page, text), default=None)
        if best is not None and _nearest(best, text) > 0:
            best.append(text)
        else:
            pages.append([text])
        if len(pages) > _STORIES:
            return []
    return [[each.number for each in page] for page in pages if len(page) > 1]


def _nearest(page: Sequence[PageText], text: PageText) -> float:
    outlets = {each.outlet for each in page} - {""}
    if text.outlet and outlets and text.outlet not in outlets:
        return 0.0
    return max(_likeness(each, text) for each in page[-_BACK:])


def _likeness(one: PageText, other: PageText) -> float:
    """Return the share of the shorter text's runs that the longer one has; 0 where two texts are not one page's."""
    shorter, longer = sorted((len(one.runs), len(other.runs)))
    if not shorter:
        return 0.0
    common = len(one.runs & other.runs)
    share, titled = common / shorter, one.title and _alike(one.title, other.title)
    if titled:
        return share if share >= _SHARED_TITLED else 0.0
    return share if share >= _SHARED and common >= _LEAST and longer <= _MOST_LONGER * shorter else 0.0


def _alike(one: str, other: str) -> bool:
    """Tell whether two titles are one, or one of them only has a word in front or behind, as « update »."""
    return bool(other) and (one in other or other in one)


def _words(text: str) -> list[str]:
    words: list[str] = []
    for word in map(fold, _WORD.findall(text)):
        if word:
            words += word if alone(word[0]) else [word]
    return words
