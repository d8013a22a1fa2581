"""Where a text names a medium: by the register, by a word of its name (« Radio », « Presse »), after « l'agence »."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sourcier.core.span import Span
from sourcier.lineage.naming.known import written
from sourcier.lineage.naming.phrases import LOWER, UPPER, either, phrases
from sourcier.lineage.naming.register import agency, entries

_PART = rf"{UPPER}[\w’'-]*\w|{UPPER}|\d+[\w’'-]*"
_JOIN = r"(?:(?:de\sla|de\sl['’]|de|du|des|d['’]|of\sthe|of|&)\s*)"
NAME = rf"(?:{_PART})(?:[ \u00a0]{_JOIN}?(?:{_PART})){{0,4}}"
DOMAIN = r"(?:[a-z0-9-]+\.){1,3}(?:com|net|org|info|media|news|africa|fr|[a-z]{2})\b(?!\.\w)"
_QUOTE = r"[«\"“„]?\s*"
_JOINED = frozenset({"-", "_", "@", "#", ".", "/"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A name as the text has it, and what speaks for its being a medium's: `registered`, or its own words.

    `acronym` is True for a registered short name that means other things too, and so needs more beside it.
    """

    name: str
    span: Span
    registered: bool
    acronym: bool = False


@cache
def _headed() -> re.Pattern[str]:
    between = rf"(?:\s+(?!{either('not_press', 'of', 'according', 'reports')}(?!\w)){LOWER}[\w’'-]*){{0,3}}"
    return re.compile(rf"{either('media')}(?!\w){between}\s*,?\s+{_QUOTE}(?P<name>{NAME}|{DOMAIN})")


@cache
def _no_medium() -> frozenset[str]:
    return frozenset(phrases("not_media"))


def hits(
    text: str, heads: Sequence[int] = (), wanted: re.Pattern[str] | None = None, *, named: bool = True
) -> Iterator[Hit]:
    """Yield the media that `text` names, in no set order.

    `heads` are the places of head nouns; `wanted` is a pattern of one more name; `named` is False where it is known
    that nothing is written as in the register or with a word of a medium's name.
    """
    seen: list[Span] = []
    for match in written().finditer(text) if named else ():
        before = text[match.start() - 1 : match.start()]
        if (seen and match.start() < seen[-1].end) or before.isalnum() or before in _JOINED:
            continue
        hit = _known(match) if entries(match[0]) else _named(text, match)
        seen.append(hit.span)
        yield hit
    for place in heads:
        found = _headed().match(text, place)
        if found and not _among(seen, Span(*found.span())):
            yield from _after_head(found)
    if wanted:
        for match in wanted.finditer(text):
            yield Hit(agency(match[0]) or match[0], Span(*match.span()), registered=False)


def _among(seen: list[Span], span: Span) -> bool:
    place = bisect_left(seen, span)
    return any(span.overlaps(other) for other in seen[max(0, place - 1) : place + 2])


def _after_head(match: re.Match[str]) -> Iterator[Hit]:
    start = match.start() if match[0][0].isupper() else match.start("name")
    name = match.string[start : match.end()]
    if name.split()[0].lower() not in _no_medium() and not name.isdigit():
        yield Hit(agency(name) or name, Span(start, start + len(name)), bool(entries(name)))


def _known(match: re.Match[str]) -> Hit:
    written = match[0]
    found = entries(written)
    short = any(entry.homograph for entry in found) and written.isupper() and " " not in written
    return Hit(agency(written) or written, Span(*match.span()), registered=True, acronym=short)


_BEFORE = re.compile(rf"(?:(?:{_PART})[ \u00a0]{_JOIN}?){{0,4}}$")
_AFTER = re.compile(rf"(?:[ \u00a0]{_JOIN}?(?:{_PART})){{0,4}}")


def _named(text: str, match: re.Match[str]) -> Hit:
    left = text[max(0, match.start() - 60) : match.start()]
    before = _BEFORE.search(left)
    start = match.start() - len(before[0]) if before else match.start()
    start += _cue_length(text[start : match.start()])
    after = _AFTER.match(text, match.end())
    span = Span(start, after.end() if after else match.end())
    name = span.of(text)
    known = agency(name) or agency(name.split()[0])  # « BBC Radio 5 Live » is the BBC's
    return Hit(known or name, span, bool(known))


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(rf"(?:{either('according', 'with', 'by', 'label', 'cited', 'of')}(?:\s+|(?<=['’])))+")


def _cue_length(before: str) -> int:
    found = _cue().match(before)
    return found.end() if found else 0
