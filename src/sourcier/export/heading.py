"""The sentences above a text: how much of it stands where, with what credit, and how much stands nowhere."""

from collections.abc import Mapping

from sourcier.core.family import Edge
from sourcier.export import sentences
from sourcier.export.names import Named, article_name, one_outlet
from sourcier.export.ties import Held, Ties
from sourcier.lang.interface import Phrases

SHOWN = 3
"""Texts named on either side."""


def heading(ties: Ties, articles: Mapping[str, Named], phrases: Phrases) -> list[str]:
    """Return the sentences; that no passage stands elsewhere is said only of a text on no side of any passage."""
    edges, later = ties.edges, ties.later
    where = sentences.searched(ties.searched, phrases)
    if not edges and not later:
        return [phrases.say("header.nothing", searched=where)]
    sources = [articles[edge.source] for edge in edges[:SHOWN]]
    told = [_stands_in(edge, articles, phrases) for edge in edges[:SHOWN]]
    told += [phrases.say("header.cut", source=article_name(each, phrases)) for each in sources if not each.complete]
    told += [_held_by(held, articles[held.id], phrases) for held in later[:SHOWN]]
    if len(later) > SHOWN:
        told.append(phrases.say("header.more_later", n=len(later) - SHOWN))
    if ties.unmatched:
        told.append(phrases.say("header.rest", share=phrases.percent(ties.unmatched), searched=where))
    return told


def _stands_in(edge: Edge, articles: Mapping[str, Named], phrases: Phrases) -> str:
    source, share = articles[edge.source], phrases.percent(edge.shared)
    values = {"share": share, "source": article_name(source, phrases)}
    given = sentences.credit(edge.credit, len(edge.passages), phrases)
    alike = one_outlet(articles[edge.derived], source)
    if edge.direction == "derived_first":
        return phrases.say("held.source_first", share=share, name=values["source"])
    if edge.direction == "source_first":
        return phrases.say("header.plain", **values) if alike else phrases.say("header.whole", **values, credit=given)
    if alike or edge.credit.status == "none_found":
        return phrases.say("header.common", **values)
    if edge.credit.status == "other_named":
        return phrases.say("header.common_naming", **values, names=", ".join(edge.credit.names))
    return phrases.say("header.common_credited", **values, credit=given)


def _held_by(held: Held, text: Named, phrases: Phrases) -> str:
    share = phrases.percent(held.share)
    return phrases.say(f"held.{held.direction}", share=share, name=article_name(text, phrases))
