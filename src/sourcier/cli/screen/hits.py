"""The screen of `search`: articles with the words looked for."""

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.text import Text

from sourcier.cli.screen.style import CHANGE_STYLE, safe
from sourcier.core.hit import Hit
from sourcier.lang.interface import Phrases


def screen(hits: Iterable[Hit], phrases: Phrases) -> Iterator[RenderableType]:
    """Yield what to print."""
    for each in hits:
        heading = Text(safe(each.article), style="bold")
        for fact in (each.outlet, phrases.date(each.published) if each.published else None):
            if fact:
                heading.append(f"  {safe(fact)}", style="not bold dim")
        yield heading
        if each.title:
            yield Text(safe(f"  {each.title}"))
        yield _snippet(each)


def _snippet(each: Hit) -> Text:
    shown = Text("  ")
    at = each.snippet_span.start
    for span in each.spans:
        if each.snippet_span.holds(span) and span.start >= at:
            shown.append(safe(each.snippet[at - each.snippet_span.start : span.start - each.snippet_span.start]))
            shown.append(safe(each.snippet[span.start - each.snippet_span.start :][: len(span)]), style=CHANGE_STYLE)
            at = span.end
    shown.append(safe(each.snippet[at - each.snippet_span.start :]))
    return Text(" ").join(shown.split("\n"))
