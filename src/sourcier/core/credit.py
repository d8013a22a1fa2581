"""What a text says of where it was taken from."""

from dataclasses import dataclass
from typing import Literal

from sourcier.core.span import Span

CreditScope = Literal["text", "paragraph", "sentence"]
CreditStatus = Literal["full", "partial", "none_found", "other_named"]


@dataclass(frozen=True, slots=True)
class CreditMention:
    """Words that name a source: `name` is canonical, `span` the words that show it, `scope` what they can cover.

    `form` says how it is named: signature, prose, label (« Source : »), link, or byline. `covers` is the stretch of
    text that the mention speaks for (the whole text, its paragraph or its sentence).
    """

    name: str
    span: Span
    scope: CreditScope
    covers: Span
    form: str


@dataclass(frozen=True, slots=True)
class Credit:
    """The credit that one text gives another: `covers` are indices of the edge's passages, in order of position."""

    status: CreditStatus
    names: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    covers: tuple[int, ...] = ()
