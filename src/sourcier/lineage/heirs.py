"""Which articles of a family come from the text that nobody has."""

from collections.abc import Iterator, Sequence

from sourcier.core.family import AbsentOrigin
from sourcier.core.span import Span
from sourcier.lineage.analysis import Analysis

_LEAST = 20  # equal words of a passage; fewer say nothing of where the other text is from


def heirs(analysis: Analysis, texts: Sequence[int], origin: AbsentOrigin) -> tuple[int, ...]:
    """Return the texts that come from an absent origin, in their order.

    Where it is credited: those that name it, and those that share a passage which such a credit speaks for. Where it
    is not, all of them.
    """
    if origin.name is None:
        return tuple(texts)
    found: set[int] = set()
    for text in texts:
        covers = [
            each.covers for each in analysis.compass.mentions(text) if each.name == origin.name and each.form != "link"
        ]
        if covers:
            found.add(text)
            found.update(_sharing(analysis, text, covers))
    return tuple(text for text in texts if text in found)


def _sharing(analysis: Analysis, text: int, covers: Sequence[Span]) -> Iterator[int]:
    """Yield the texts that share a stretch of `text` which one of the spans touches."""
    table, rows_of = analysis.table, analysis.sharing.rows_of
    for other in analysis.sharing.partners.get(text, {}):
        here = [(row, table.chars[row]) for row in rows_of.get((text, other), [])]
        here += [(row, table.source_chars[row]) for row in rows_of.get((other, text), [])]
        if any(table.equal[row] >= _LEAST and _touches(Span(*chars.tolist()), covers) for row, chars in here):
            yield other


def _touches(span: Span, covers: Sequence[Span]) -> bool:
    return any(span.overlaps(each) for each in covers)
