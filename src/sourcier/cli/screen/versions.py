"""The versions of a page: when each text stood there, and what changed from one to the next."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from sourcier.cli.screen.listing import Listing
from sourcier.cli.screen.style import safe
from sourcier.core.version import Revision
from sourcier.export import sentences, summary
from sourcier.export.version_rows import time, told
from sourcier.lang.interface import Phrases

_AROUND = 10  # versions that are listed where only a look is wanted
_CITED = 160  # code points of a block
_SIGNS = {"inserted": "+", "dropped": "−", "moved": "↕"}


def table(found: Sequence[Revision], asked: str, phrases: Phrases) -> Iterator[RenderableType]:
    """Yield the list of versions, those around the article `asked`."""
    place = next(at for at, each in enumerate(found) if each.version.article.id == asked)
    start = max(0, min(place - _AROUND // 2, len(found) - _AROUND))
    shown = found[start : start + _AROUND]
    yield Text(f"{phrases.say('pages.versions.title')} · {phrases.say('pages.versions.count', n=len(found))}", "bold")
    names = ("version", "time", "changed")
    listing = Listing("", *(phrases.say(f"pages.versions.column_{name}") for name in names))
    for each in shown:
        id_ = each.version.article.id
        called = f"{each.version.position} · {safe(id_)}"
        listing.add_row("→" if id_ == asked else "", called, time(each.version, phrases), told(each, phrases))
    yield listing
    if len(shown) < len(found):
        yield Text(phrases.say("pages.versions.more", n=len(found) - len(shown)), style="dim")
    if not all(each.ordered for each in found[1:]):
        yield Text(phrases.say("pages.versions.unordered"), style="dim")


def screen(found: Sequence[Revision], phrases: Phrases) -> Iterator[RenderableType]:
    """Yield every version with the words that changed since the one before, those of meaning first."""
    for each in found:
        position = phrases.say("pages.versions.position", n=each.version.position)
        yield Text(safe(f"{position} · {each.version.article.id} · {time(each.version, phrases)}"), style="bold")
        yield Text(f"  {told(each, phrases)}")
        yield from (Text(safe(f"  {line}")) for line in _changes(each, phrases))
        yield Text()


def _changes(each: Revision, phrases: Phrases) -> Iterator[str]:
    if each.pair is None:
        return
    here, there = each.pair.derived.text, each.pair.source.text
    for edit in each.edits:
        label = phrases.say(f"category.{edit.category}")
        yield phrases.say("quote.labelled", label=label, text=sentences.change(edit, here, there, phrases))
    headline = each.pair.headline
    if headline and headline.edits:
        yield phrases.say("quote.changed", source=headline.source, derived=headline.derived)
    for block in summary.apart(each.pair):
        text = block.source.of(there) if block.kind == "dropped" else block.derived.of(here)
        yield f"{_SIGNS[block.kind]} {sentences.shortened(text, _CITED)}"
