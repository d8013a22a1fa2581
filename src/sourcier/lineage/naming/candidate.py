"""A stretch that may name where a text was taken from."""

from dataclasses import dataclass, replace

from sourcier.core.credit import CreditMention, CreditScope
from sourcier.core.span import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention before the article's own outlet is dropped.

    `sure` is False where only the form speaks for a source, and the name could be anyone's: it counts where it is the
    name of an outlet that was asked for. `document` is True where the words name a dispatch or another document.
    """

    name: str
    span: Span
    scope: CreditScope
    covers: Span
    form: str
    sure: bool = True
    document: bool = False

    def mention(self) -> CreditMention:
        """Return the value that callers see."""
        return CreditMention(self.name, self.span, self.scope, self.covers, self.form)

    def over(self, scope: CreditScope, covers: Span) -> "Candidate":
        """Return the same words, speaking for another stretch."""
        return replace(self, scope=scope, covers=covers)
