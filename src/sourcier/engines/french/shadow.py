"""A text as the patterns of French read it, and the way back to the stored one.

Apostrophes of any kind become « ' », one for one; combining marks become a letter, so that they part no word; what
nobody sees (soft hyphens, joiners, zero-width spaces) is left out where it touches something that is seen.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from sourcier.core.span import Span

_APOSTROPHES = "’ʼ‘‛′´`＇"
_MARK = "ʰ"


@dataclass(frozen=True, slots=True)
class Shadow:
    """`text` as patterns read it; `places[i]` is where its character `i` stands in the stored text.

    `places` is None where nothing was left out: then `i` stands at `span.start + i`.
    """

    text: str
    span: Span
    places: Sequence[int] | None

    def spans(self, found: Sequence[tuple[int, int]]) -> list[Span]:
        """Return the stored text's spans of pieces of `text`, in order; what was left out goes with its neighbour."""
        if self.places is None:
            start = self.span.start
            return [Span(start + first, start + stop) for first, stop in found]
        spans: list[Span] = []
        for first, stop in found:
            start = self.places[first - 1] + 1 if first else self.span.start
            end = self.places[stop] if stop < len(self.places) else self.span.end
            spans.append(Span(max(start, spans[-1].end) if spans else start, end))
        return spans


def shadow(text: str, span: Span) -> Shadow:
    """Return a stretch of `text` as the patterns read it."""
    stretch = text[span.start : span.end]
    read = stretch.replace("`", "'") if stretch.isascii() else stretch.translate(_READ_AS)
    if len(read) == len(stretch):
        return Shadow(read, span, None)
    kept = _kept(stretch)
    read = "".join(_READ_AS[ord(stretch[place])] or stretch[place] for place in kept)
    return Shadow(read, span, [span.start + place for place in kept])


def plain(form: str) -> str:
    """Return a word as word lists have it: « ' » for any apostrophe, letters composed, nothing that nobody sees."""
    if form.isascii():
        return form.replace("`", "'")
    composed = unicodedata.normalize("NFC", form)
    return "".join("'" if c in _APOSTROPHES else c for c in composed if _READ_AS[ord(c)])


def _kept(stretch: str) -> list[int]:
    """Return the places of the seen characters, and of the first of each run of unseen ones that touches none."""
    kept: list[int] = []
    unseen: list[int] = []
    touches = False  # does the run of unseen characters follow a seen one?
    for place, character in enumerate(stretch):
        if not _READ_AS[ord(character)]:
            unseen.append(place)
            continue
        space = character.isspace()
        if unseen and space and not touches:
            kept.append(unseen[0])
        unseen = []
        kept.append(place)
        touches = not space
    return kept if touches else kept + unseen[:1]


class _ReadAs(dict[int, str]):
    """What each character is read as; learnt when first met, at most once for each character there is."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        category = unicodedata.category(character)
        if character in _APOSTROPHES:
            read = "'"
        elif category == "Cf" or 0xFE00 <= code <= 0xFE0F:  # variation selectors
            read = ""
        else:
            read = _MARK if category in {"Mn", "Mc", "Me"} else character
        self[code] = read
        return read


_READ_AS = _ReadAs()
