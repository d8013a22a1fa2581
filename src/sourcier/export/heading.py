"""The sentences above a text: how much of it stands where, with what credit, and how much stands nowhere."""

from collections.abc import Mapping

from sourcier.core.article import Article
from sourcier.core.family import Edge
from sourcier.export import sentences
from sourcier.export.names import article_name
from sourcier.export.ties import Held, Ties
from sourcier.lang.interface import Phrases

_SHOWN = 3  # texts on either side


def heading(ties: Ties, articles: Mapping[str, Article], phrases: Phrases) -> list[str]:
    """Return the sentences; that no passage stands elsewhere is said only of a text on no side of any passage."""
    edges, later = ties.edges, ties.later
    where = sentences.searched(ties.searched, phrases)
    if not edges and not later:
        return [phrases.say("header.nothing", searched=where)]
    sources = [articles[edge.source] for edge in edges[:_SHOWN]]
    told = [_stands_in(edge, source, phrases) for edge, source in zip(edges, sources, strict=False)]
    told += [phrases.say("header.cut", source=article_name(each, phrases)) for each in sources if not each.complete]
    told += [_held_by(held, articles[held.id], phrases) for held in later[:_SHOWN]]
    if len(later) > _SHOWN:
        told.append(phrases.say("header.more_later", n=len(later) - _SHOWN))
    if ties.unmatched:
        told.append(phrases.say("header.rest", share=phrases.percent(ties.unmatched), searched=where))
    return told


def _stands_in(edge: Edge, source: Article, phrases: Phrases) -> str:
    given = sentences.credit(edge.credit, len(edge.passages), phrases)
    share = phrases.percent(edge.shared)
    return phrases.say("header.whole", share=share, source=article_name(source, phrases), credit=given)


def _held_by(held: Held, text: Article, phrases: Phrases) -> str:
    share = phrases.percent(held.share)
    return phrases.say(f"held.{held.direction}", share=share, name=article_name(text, phrases))
