"""The screen of `find`: where else a text stands, or what to search the Web for."""

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.text import Text

from sourcier.cli.screen.listing import Listing
from sourcier.cli.screen.style import safe
from sourcier.core.article import Article
from sourcier.core.found import Found
from sourcier.export import sentences
from sourcier.export.names import article_cell, article_label
from sourcier.lang.interface import Phrases
from sourcier.workflow.sought import LEAST, length


def screen(
    found: Found, article: Article, articles: Mapping[str, Article], phrases: Phrases
) -> Iterator[RenderableType]:
    """Yield what to print; `articles` are those searched, by id."""
    shared = [each for each in found.passages if each.kind == "reuse"]
    if not shared:
        yield from _nowhere(found, article, phrases)
        return
    yield Text(phrases.say("find.share", share=phrases.percent(found.shared)), style="bold")
    if found.best:
        yield Text(safe(phrases.say("find.best", name=article_label(articles[found.best], phrases))))
    table = Listing(*(phrases.say(f"find.{name}") for name in ("where", "passages", "first")))
    for source in dict.fromkeys([*([found.best] if found.best else []), *(each.source for each in shared)]):
        stretches = [each.derived_span for each in shared if each.source == source]
        if stretches:
            first = sentences.shortened(min(stretches).of(article.text), 120)
            table.add_row(safe(article_cell(articles[source], phrases)), str(len(stretches)), safe(first))
    yield table
    yield Text(phrases.say("trace.unseen"), style="dim")


def _nowhere(found: Found, article: Article, phrases: Phrases) -> Iterator[RenderableType]:
    words = length(article.text)
    if words < LEAST:
        yield Text(phrases.say("find.short_text", n=words, least=LEAST))
        return
    yield Text(phrases.say("find.nowhere", searched=sentences.searched(found.searched, phrases)))
    if found.rare_phrases:
        yield Text(phrases.say("find.rare"))
    for span in found.rare_phrases:
        yield Text(safe(f"  {phrases.say('quote.words', text=sentences.shortened(span.of(article.text), 200))}"))
    yield Text(phrases.say("trace.unseen"), style="dim")
