"""The sentences above a comparison of two texts, and what can be said of it at all."""

from collections.abc import Mapping

from sourcier.core.comparison import FEW, Comparison
from sourcier.core.family import Block, Headline
from sourcier.core.passage import Passage
from sourcier.core.span import Span
from sourcier.export import sentences
from sourcier.export.names import article_name, one_outlet
from sourcier.lang.interface import Phrases

_MOSTLY = 0.2  # of texts that share less, nearly all is in one of them only, and is counted rather than listed


def told(pair: Comparison, phrases: Phrases, names: Mapping[str, str] | None = None) -> list[str]:
    """Return how much the two share, with what credit, in which direction and by what signs.

    `names` are what the sentences call `derived` and `source`; by their headlines unless given.
    """
    if not is_long(pair):
        return [nothing(pair, phrases), phrases.say("compare.alone")]
    if names is None:
        names = {"derived": article_name(pair.derived, phrases), "source": article_name(pair.source, phrases)}
    lines = [shared(pair, names, phrases), phrases.say(f"direction_sentence.{pair.direction}", **names)]
    if pair.reasons:
        named = " · ".join(sentences.reasons(pair.reasons, phrases, pair.direction))
        lines.append(phrases.say("compare.reasons", reasons=named))
    if not pair.source.complete:
        lines.append(phrases.say("header.cut", source=names["source"]))
    return [*lines, *besides(pair, phrases), phrases.say("compare.alone")]


def shared(pair: Comparison, names: Mapping[str, str], phrases: Phrases) -> str:
    """Return how much is shared, with a word on credit only where one may be owed or is found."""
    values = {**names, "share": phrases.percent(pair.shares.shared)}
    given = sentences.credit(pair.credit, len(pair.stretches), phrases)
    alike = one_outlet(pair.derived, pair.source)
    if pair.direction == "source_first" and not alike:
        return phrases.say("compare.whole", **values, credit=given)
    if pair.direction != "unknown":
        return phrases.say("compare.plain", **values)
    if alike or pair.credit.status == "none_found":
        return phrases.say("compare.common", **values)
    if pair.credit.status == "other_named":
        return phrases.say("compare.common_naming", **values, names=", ".join(pair.credit.names))
    return phrases.say("compare.common_credited", **values, credit=given)


def apart(pair: Comparison) -> list[Block]:
    """Return the units that one text alone has, or that moved: none that stands word for word in the other text too."""
    here, there = _line(pair.derived.text), _line(pair.source.text)
    other = {"inserted": there, "dropped": here}
    return [each for each in pair.blocks if each.kind == "moved" or _words(each, pair) not in other[each.kind]]


def _words(block: Block, pair: Comparison) -> str:
    return _line(block.source.of(pair.source.text) if block.kind == "dropped" else block.derived.of(pair.derived.text))


def _line(text: str) -> str:
    return f" {' '.join(text.split())} "


def nothing(pair: Comparison, phrases: Phrases) -> str:
    """Return what two texts without a passage of twenty words have in common all the same."""
    few = [each for each in pair.passages if each.kind == "reuse"]
    if few:
        return phrases.say("compare.few", n=len(few), least=FEW)
    kinds = dict.fromkeys(phrases.say(f"kind.{each.kind}") for each in pair.passages)
    return phrases.say("compare.only_aside", kinds=", ".join(kinds)) if kinds else phrases.say("compare.nothing")


def besides(pair: Comparison, phrases: Phrases) -> list[str]:
    """Return how many short passages there are beside the long ones, if any."""
    short = sum(is_few(each) for each in pair.passages)
    return [phrases.say("compare.few_besides", n=short, least=FEW)] if short else []


def is_long(pair: Comparison) -> bool:
    """Tell whether any passage is more than some words in common."""
    return any(each.kind == "reuse" and not is_few(each) for each in pair.passages)


def is_few(passage: Passage) -> bool:
    """Tell whether a passage is no more than some words in common."""
    return passage.kind == "reuse" and passage.equal < FEW


def is_mostly_shared(pair: Comparison) -> bool:
    """Tell whether so much is shared that the rest can be listed."""
    return pair.shares.shared + pair.shares.reworded >= _MOSTLY


def is_other(headline: Headline) -> bool:
    """Tell whether one headline stands in for the other as a whole."""
    whole = Span(0, len(headline.derived)), Span(0, len(headline.source))
    return [(edit.derived, edit.source) for edit in headline.edits] == [whole]


def kind(passage: Passage, phrases: Phrases) -> str:
    """Return what a passage is, where it is not simply shared."""
    if is_few(passage):
        return phrases.say("compare.few_words")
    return "" if passage.kind == "reuse" else phrases.say(f"kind.{passage.kind}")
