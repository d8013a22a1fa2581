"""The screen of `parse`: a table a sentence."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from sourcier.cli.screen.listing import Listing
from sourcier.cli.screen.style import safe
from sourcier.export.names import article_label
from sourcier.lang.interface import Phrases

if TYPE_CHECKING:
    from sourcier.workflow.parsing import Parsed

_HEADINGS = ("parse.token", "parse.lemma", "parse.upos", "parse.head", "parse.relation", "parse.feats")


def screen(found: "Parsed", phrases: Phrases) -> Iterator[RenderableType]:
    """Yield what to print."""
    analysis = found.analysis
    heading = Text(safe(article_label(found.article, phrases)), style="bold")
    heading.append(f"  {safe(analysis.producer)}", style="not bold dim")
    yield heading
    yield Text()
    for sentence in analysis.sentences:
        yield Text(safe(" ".join(analysis.span(sentence).of(analysis.text).split())))
        yield _table(found, sentence.first, sentence.stop, phrases)


def _table(found: "Parsed", first: int, stop: int, phrases: Phrases) -> Listing:
    table = Listing("", *(phrases.say(key) for key in _HEADINGS))
    for at in range(first, stop):
        token = found.analysis.tokens[at]
        head = "–" if token.head == at else f"{token.head - first + 1} {_form(found, token.head)}"
        cells = (token.lemma, token.upos, head, token.relation, token.feats.replace("|", " "))
        table.add_row(str(at - first + 1), _form(found, at), *map(safe, cells))
    return table


def _form(found: "Parsed", at: int) -> str:
    return safe(" ".join(found.analysis.form(at).split()))
