"""The expressions of one text in their order, and quick ways to those that stand near a place."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from sourcier.core.span import Span
from sourcier.reading.dates.parser import Expression


class Row:
    """Expressions that do not overlap; each question takes a search, however many there are."""

    def __init__(self, expressions: Iterable[Expression]) -> None:
        self._all = list(expressions)
        self._starts = [each.start for each in self._all]

    def meaning(self, kinds: frozenset[str]) -> "Row":
        """Return those whose meaning is one of these."""
        return Row(each for each in self._all if each.means in kinds)

    def after(self, place: int) -> Expression | None:
        """Return the first that begins after a place of the text."""
        at = bisect_right(self._starts, place)
        return self._all[at] if at < len(self._all) else None

    def beside(self, expression: Expression) -> Sequence[Expression]:
        """Return the ones next to an expression, before and after it."""
        before, after = bisect_left(self._starts, expression.start), bisect_right(self._starts, expression.start)
        return [*self._all[max(0, before - 1) : before], *self._all[after : after + 1]]

    def within(self, span: Span) -> Expression | None:
        """Return the first that stands wholly in a stretch of the text."""
        at = bisect_left(self._starts, span.start)
        return self._all[at] if at < len(self._all) and self._all[at].end <= span.end else None
