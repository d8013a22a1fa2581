"""The sentences above a text: how much of it stands where, with what credit, and how much stands nowhere."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sourcier.core.credit import Credit
from sourcier.core.family import Edge
from sourcier.core.passage import Direction
from sourcier.export import sentences
from sourcier.export.names import Named, article_name, facts, one_outlet
from sourcier.export.ties import Held, Ties
from sourcier.lang.interface import Phrases

SHOWN = 3
"""Texts named on either side."""

LARGE = 0.2
"""The share of a text from which a source is named above it, whatever else is."""

_CREDITED = ("full", "partial")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence on another text: `source` tells that the text above may come from it, `share` how much of it, 0..1."""

    sentence: str
    share: float
    source: bool = True


def heading(ties: Ties, articles: Mapping[str, Named], phrases: Phrases) -> list[str]:
    """Return the sentences; that no passage stands elsewhere is said only of a text on no side of any passage.

    Of other versions of its page nothing is told.
    """
    told = [each.sentence for each in on_ties(ties, articles, phrases)]
    told += incomplete(ties, articles, phrases)
    if (later := len(ties.beyond().later)) > SHOWN:
        told.append(phrases.say("header.more_later", n=later - SHOWN))
    return told + rest(ties, phrases)


def on_ties(ties: Ties, articles: Mapping[str, Named], phrases: Phrases) -> list[Told]:
    """Return what is said of each text named: known directions before unknown ones, then the largest share first."""
    edges, later = named(ties)
    known = _known(ties)
    found = [(edge.direction, Told(_of_source(edge, ties, known, articles, phrases), edge.shared)) for edge in edges]
    found += [(each.direction, Told(_held_by(each, articles[each.id], phrases), each.share, False)) for each in later]
    return [told for _, told in sorted(found, key=lambda pair: (_is_open(pair[0]), -pair[1].share))]


def named(ties: Ties) -> tuple[list[Edge], list[Held]]:
    """Return the texts that are named on either side, known directions first, then the largest share."""
    ties = ties.beyond()
    edges = sorted(ties.edges, key=lambda edge: (_is_open(edge.direction), -edge.shared))
    later = sorted(ties.later, key=lambda held: (not held.tied, _is_open(held.direction), -held.share))
    return edges[:SHOWN], later[:SHOWN]


def incomplete(ties: Ties, articles: Mapping[str, Named], phrases: Phrases) -> list[str]:
    """Return which sources are known to be cut."""
    sources = [articles[edge.source] for edge in named(ties)[0]]
    return [phrases.say("header.cut", source=article_name(each, phrases)) for each in sources if not each.complete]


def rest(ties: Ties, phrases: Phrases) -> list[str]:
    """Return how much stands nowhere else, as far as was searched."""
    where = sentences.searched(ties.searched, phrases)
    others = ties.beyond()
    if not others.edges and not others.later:
        if ties.others and ties.versions:
            return [phrases.say("pages.versions.others", n=ties.others)]
        if ties.edges or ties.later:
            return [phrases.say("pages.versions.nothing", searched=where)]
        return [phrases.say("header.nothing", searched=where)]
    if not ties.unmatched:
        return []
    return [phrases.say("header.rest", share=phrases.percent(ties.unmatched), searched=where)]


def _is_open(direction: Direction) -> bool:
    return direction == "unknown"


def _known(ties: Ties) -> frozenset[str]:
    """Return the names under which sources that are here are credited: no reader is to take them for missing ones."""
    given = (each.credit for each in ties.edges if each.direction == "source_first")
    return frozenset(name for credit in given if credit.status in _CREDITED for name in credit.names)


def _of_source(edge: Edge, ties: Ties, known: frozenset[str], articles: Mapping[str, Named], phrases: Phrases) -> str:
    told = _stands_in(replace(edge, credit=_without(edge.credit, known)), articles, phrases)
    above = ties.chains.get(edge.source, ()) if edge.direction == "source_first" else ()
    return " ".join([told, *_second_hand(articles[edge.source], [articles[id_] for id_ in above], phrases)])


def _without(credit: Credit, known: frozenset[str]) -> Credit:
    """Return a credit to others without those that are known sources of the text: they are told of by themselves."""
    if credit.status != "other_named" or known.isdisjoint(credit.names):
        return credit
    names = tuple(name for name in credit.names if name not in known)
    return replace(credit, names=names) if names else Credit("none_found")


def _second_hand(source: Named, above: list[Named], phrases: Phrases) -> Iterator[str]:
    if above:
        steps = phrases.say("header.chain_next").join(_short(each, phrases) for each in above)
        yield phrases.say("header.chain", name=_short(source, phrases), sources=steps)


def _short(article: Named, phrases: Phrases) -> str:
    return facts(article, phrases) or article_name(article, phrases)


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
    share, name = phrases.percent(held.share), article_name(text, phrases)
    if held.direction == "unknown" and not held.tied:
        return phrases.say("header.plain", share=share, source=name)
    return phrases.say(f"held.{held.direction}", share=share, name=name)
