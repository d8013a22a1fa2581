"""An article as it was read."""

from dataclasses import dataclass, field

from sourcier.core.moment import Moment
from sourcier.core.span import Span


@dataclass(frozen=True, slots=True)
class Article:
    """One text with what is known of its publication; None is unknown.

    `text` is the stored text that all offsets refer to; `title_span` is where the title stands in it, if it does.
    `language` is ISO 639-1. `complete` is False when the text is known to be cut. `links` are the addresses that the
    page names as its canonical one, its source, or in its text. `locations` are the paths it was read from, the first
    of which is `path`. `raw` is the page or record as it came, kept by the ledger.
    """

    id: str
    text: str
    title: str | None = None
    title_span: Span | None = None
    outlet: str | None = None
    url: str | None = None
    byline: str | None = None
    published: Moment | None = None
    captured: Moment | None = None
    language: str | None = None
    complete: bool = True
    links: tuple[str, ...] = ()
    path: str | None = None
    locations: tuple[str, ...] = ()
    raw: bytes | None = field(default=None, repr=False, compare=False)
