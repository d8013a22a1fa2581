"""When something is: words of a text, and what they mean on the calendar."""

from dataclasses import dataclass
from typing import Literal

from sourcier.core.span import Span

Precision = Literal["time", "day", "month", "season", "year", "interval", "vague"]
Anchor = Literal["publication", "text", "absolute"]


@dataclass(frozen=True, slots=True)
class Date:
    """An expression of time: `value` is EDTF (ISO 8601-2), None where the text and its publication do not tell.

    `anchor` says what it leans on: its own words (absolute), the day of publication, or another date of the text.
    Words that were taken from an earlier text lean on the day that this one came out: `anchored_on` is its id, None
    where it is the article's own. `shifted_from` is the value by the article's own day, None where that is the same,
    or not known.
    """

    span: Span
    value: str | None
    precision: Precision
    anchor: Anchor
    producer: str
    anchored_on: str | None = None
    shifted_from: str | None = None
