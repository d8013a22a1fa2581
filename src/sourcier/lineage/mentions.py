"""Every explicit credit in an article."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise

from sourcier.core.article import Article
from sourcier.core.credit import CreditMention
from sourcier.core.span import Span
from sourcier.lineage.naming.addresses import byline, links
from sourcier.lineage.naming.candidate import Candidate
from sourcier.lineage.naming.cues import cues
from sourcier.lineage.naming.datelines import datelines
from sourcier.lineage.naming.labels import about_text, labels, published_first
from sourcier.lineage.naming.outlets import own
from sourcier.lineage.naming.prose import means_other, prose
from sourcier.lineage.naming.reach import paragraph_at
from sourcier.lineage.naming.rows import Lines, Row
from sourcier.lineage.naming.signatures import signatures

_DIGEST_GAP = 200  # code points of text between two signatures that make each one's own item


def mentions(article: Article) -> tuple[CreditMention, ...]:
    """Return the credits that `article` gives others, in order of position; those to its own outlet are left out.

    `name` is canonical for agencies and broadcasters of the register, else as written. A mention in the byline field
    or an address that the text does not show has the empty span 0..0.
    """
    return tuple(found.mention() for found in candidates(article) if found.sure)


def candidates(article: Article, wanted: re.Pattern[str] | None = None) -> list[Candidate]:
    """Return all that may credit another outlet; `wanted` is a pattern of one more name to look for in sentences."""
    text = article.text
    lines = Lines(article)
    seen = cues(text)
    signed = _items(text, [*datelines(text, lines), *signatures(text, lines)])
    in_lines = [found for _, found in (*labels(text, lines), *published_first(text, lines, seen.first))]
    beside = [*byline(article), *links(article)]
    said = (about_text(text, lines, one) for one in prose(article, seen, wanted))
    found = [*signed, *in_lines, *said, *beside]
    return _once(candidate for candidate in found if not own(candidate.name, article))


def _items(text: str, signed: list[tuple[Row, Candidate]]) -> Iterator[Candidate]:
    """Yield the candidates of signatures; where one stands inside the text, as in a digest, each signs its own item."""
    if not signed:
        return
    others = {name for name in {found.name for _, found in signed} if means_other(text, name)}
    signed = [(row, found) for row, found in signed if found.name not in others]
    places = sorted({row.span.start for row, _ in signed})
    far_apart = any(later - earlier > _DIGEST_GAP for earlier, later in pairwise(places))
    opening = {row.span.start for row, found in signed if _opens(row, found)}
    closes_inside = any(not row.top and not row.end for row, found in signed if not _opens(row, found))
    ends = sorted((row.span.start, found.span.end) for row, found in signed)
    for row, found in signed:
        if far_apart and _opens(row, found) and len(opening) > 1:
            yield found.over("paragraph", paragraph_at(text, row.span.start, row.span.end))
        elif far_apart and closes_inside and not row.top:
            yield found.over("paragraph", Span(_previous(ends, row.span.start), found.span.end))
        else:
            yield found


def _opens(row: Row, found: Candidate) -> bool:
    """Tell whether text follows the words on their line, as after a dateline."""
    return found.span.start == row.span.start and found.span.end < row.span.end


def _previous(ends: list[tuple[int, int]], start: int) -> int:
    place = bisect_left(ends, (start, 0))
    return ends[place - 1][1] if place else 0


_MANY = 50  # mentions of the whole text, which stand first, among which a byline is looked for
_ORDER = {"text": 0, "paragraph": 1, "sentence": 2}


def _once(found: Iterable[Candidate]) -> list[Candidate]:
    """Keep one candidate of a name and place: the one that speaks for most, the surer, the longer words."""
    best: list[Candidate] = []
    kept: dict[str, list[Span]] = {}
    for one in sorted(found, key=_rank):
        spans = kept.setdefault(one.name, [])
        place = bisect_left(spans, one.span)
        if any(one.span.overlaps(span) for span in spans[max(0, place - 1) : place + 1]):
            continue
        if not len(one.span) and any(other.name == one.name and other.scope == "text" for other in best[:_MANY]):
            continue
        spans.insert(place, one.span)
        best.append(one)
    return sorted(best, key=lambda one: (one.span, one.name))


def _rank(one: Candidate) -> tuple[int, bool, bool, int]:
    return _ORDER[one.scope], not one.sure, not len(one.span), -len(one.span)
