"""Results as notebooks show them: the text with its passages marked by letter, line and colour."""

from collections.abc import Mapping, Sequence
from importlib.resources import files

from sourcier.core.article import Article
from sourcier.core.comparison import Comparison
from sourcier.core.family import Searched
from sourcier.core.found import Found
from sourcier.core.passage import Passage
from sourcier.core.span import Span
from sourcier.export import sentences
from sourcier.export.html import Html, element, joined
from sourcier.export.marked_text import marked_text
from sourcier.export.names import article_name
from sourcier.export.stretches import disjoint
from sourcier.lang.interface import Phrases, phrases

_TEXTS = 20
_LANGUAGE = "en"  # a notebook does not say which language its reader wants


def traced(articles: Mapping[str, Article], passages: Sequence[Passage], scope: Searched) -> str:
    """Return each text that shares a passage, folded under its name; the first twenty of them."""
    say = phrases(_LANGUAGE)
    by_text: dict[str, list[Passage]] = {}
    for each in passages:
        by_text.setdefault(each.derived, []).append(each)
    shared = [id_ for id_, found in by_text.items() if any(each.kind == "reuse" for each in found)]
    parts = [_folded(articles[id_], by_text[id_], articles, say) for id_ in shared[:_TEXTS]]
    summary = say.say("trace.read", n=len(articles)) + say.say("trace.sharing", n=len(shared))
    notes = [summary] if parts else [say.say("header.nothing", searched=sentences.searched(scope, say))]
    return _page(*(element("p", note) for note in notes), *parts, _unseen(say))


def compared(pair: Comparison) -> str:
    """Return the derived text with what it shares with the other."""
    say = phrases(_LANGUAGE)
    articles = {pair.derived.id: pair.derived, pair.source.id: pair.source}
    return _page(_text(pair.derived, pair.passages, articles, say), _unseen(say))


def found(result: Found, article: Article, articles: Mapping[str, Article]) -> str:
    """Return the text looked for with what stands elsewhere, or the phrases to search the Web for."""
    say = phrases(_LANGUAGE)
    if result.passages:
        return _page(_text(article, result.passages, articles, say), _unseen(say))
    rare = [element("li", sentences.shortened(span.of(article.text), 200)) for span in result.rare_phrases]
    nowhere = say.say("find.nowhere", searched=sentences.searched(result.searched, say))
    return _page(element("p", nowhere), element("p", say.say("find.rare")), element("ul", *rare), _unseen(say))


def _folded(article: Article, passages: Sequence[Passage], articles: Mapping[str, Article], say: Phrases) -> Html:
    name = element("summary", article_name(article, say))
    return element("details", name, _text(article, passages, articles, say))


def _text(article: Article, passages: Sequence[Passage], articles: Mapping[str, Article], say: Phrases) -> Html:
    shown = disjoint(passages)
    sources = list(dict.fromkeys(each.source for each in shown if each.kind == "reuse"))
    legend = [
        element("li", element("b", sentences.letter(index)), " ", article_name(articles[source], say))
        for index, source in enumerate(sources)
    ]
    marks = [_mark(each, sources, say) for each in shown]
    edits = [edit.derived for each in shown if each.kind == "reuse" for edit in each.edits]
    numbered = [(span, number) for number, span in enumerate(edits, 1)]
    words = marked_text(article.text, Span(0, len(article.text)), marks, numbered)
    return joined([element("ul", *legend), element("div", words, lang=article.language, dir="auto")])


def _mark(each: Passage, sources: Sequence[str], say: Phrases) -> tuple[Span, str, int]:
    if each.kind != "reuse":
        return each.derived_span, say.say(f"kind.{each.kind}"), -1
    index = sources.index(each.source)
    return each.derived_span, sentences.letter(index), index


def _page(*content: Html) -> str:
    style = files("sourcier.export").joinpath("notebook.css").read_text("utf-8")
    return element("div", element("style", Html(style)), *content, class_="sourcier")


def _unseen(say: Phrases) -> Html:
    return element("p", say.say("trace.unseen"), class_="note")
