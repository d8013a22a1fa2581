"""A text as HTML with its passages and edits marked: by label and shape, and by colour besides."""

from collections.abc import Sequence

from sourcier.core.span import Span
from sourcier.export.html import Html, element, joined
from sourcier.export.stretches import Stretch, stretches

_COLOURS = 4


def marked_text(
    text: str,
    whole: Span,
    passages: Sequence[tuple[Span, str, int]],
    edits: Sequence[tuple[Span, int]],
) -> Html:
    """Return `whole` of the text; passages come with a label and a colour number, edits with their number.

    Passages must not overlap one another, nor edits.
    """
    pieces: list[Html] = []
    inside: list[Html] = []
    opened: int | None = None
    for stretch in stretches(whole, [span for span, *_ in passages], [span for span, _ in edits]):
        if stretch.passage != opened:
            pieces.append(_passage(opened, inside, passages))
            inside, opened = [], stretch.passage
        inside.append(_piece(text, stretch, edits))
    pieces.append(_passage(opened, inside, passages))
    return joined(pieces)


def _passage(index: int | None, inside: Sequence[Html], passages: Sequence[tuple[Span, str, int]]) -> Html:
    if index is None:
        return joined(inside)
    _, label, colour = passages[index]
    return element("mark", element("sup", label), *inside, class_=f"p{colour % _COLOURS}" if colour >= 0 else "aside")


def _piece(text: str, stretch: Stretch, edits: Sequence[tuple[Span, int]]) -> Html:
    words = broken(stretch.span.of(text))
    if stretch.edit is None:
        return words
    number = element("sup", str(edits[stretch.edit][1]))
    return element("em", words or "∅", number)


def broken(text: str) -> Html:
    """Return text with its line ends as breaks."""
    lines = text.split("\n")
    return joined(part for index, line in enumerate(lines) for part in ((element("br"), line) if index else (line,)))
