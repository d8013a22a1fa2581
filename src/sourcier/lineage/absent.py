"""Texts that nobody has: an agency that is credited, or the common text that several articles must share."""

from collections.abc import Callable, Sequence
from functools import cache

from sourcier.core.credit import CreditMention
from sourcier.core.family import AbsentOrigin
from sourcier.lineage.analysis import Analysis
from sourcier.lineage.credit import agency
from sourcier.lineage.itself import alike, may_be_of
from sourcier.lineage.naming.outlets import names_outlet
from sourcier.lineage.words import words

_LEAST = 20  # words: that two texts share and a third lacks, or of a passage that a credited sentence touches
_FAIR = 0.2  # of a text's words; who shares less with its family, and names a source, says little of the family
_MANY = 60  # words, which are enough in a long text


def absent_origin(analysis: Analysis, texts: Sequence[int], heads: Sequence[int]) -> AbsentOrigin | None:
    """Return what the texts of a family must come from, if it is none of them.

    `heads` are the texts that were not, as far as is known, taken from another of the family.
    """
    return _credited(analysis, texts, heads) or _common(analysis, heads)


def _credited(analysis: Analysis, texts: Sequence[int], heads: Sequence[int]) -> AbsentOrigin | None:
    """The source that heads of the family credit, when no article of the family is that source's.

    A credit for the whole text counts; one for a sentence only where it names an agency and touches a passage.
    Where one head alone gives it, for the whole text, that text must share a fair part of itself.

    One text of unknown outlet that opens with the source's dateline, or that it alone signs, may be the source's own
    text: nothing is then said to be absent. Of two and more such heads, none of which is known to be taken from
    another, at most one is the text as it was sent, and which one is not known: the source is taken to be absent.
    So it is where one is signed « (AFP) » and another « avec AFP », both at the end.
    """
    found: dict[str, dict[int, str]] = {}
    sure: set[str] = set()
    for text in heads:
        for mention in analysis.compass.mentions(text):
            if _speaks_for(analysis, text, texts, mention) and not _may_be_there(analysis, texts, heads, mention):
                cited = mention.span.of(analysis.articles[text].text) or mention.name
                found.setdefault(mention.name, {}).setdefault(text, f"{analysis.articles[text].id}: « {cited} »")
                if mention.scope != "text" or len(found[mention.name]) > 1 or _shares_enough(analysis, text, texts):
                    sure.add(mention.name)
    for name, why in sorted(found.items(), key=lambda item: (-len(item[1]), item[0])):
        if name in sure:
            return AbsentOrigin(name, "; ".join(list(why.values())[:3]))
    return None


def _speaks_for(analysis: Analysis, text: int, texts: Sequence[int], mention: CreditMention) -> bool:
    if mention.form == "link":
        return False
    if mention.scope == "text":
        return True
    if agency(mention.name) is None:
        return False
    body = analysis.articles[text].text
    shared = (span for other in texts if other != text for span in analysis.compass.spans(text, other))
    return any(span.overlaps(mention.covers) and len(words(span.of(body))) >= _LEAST for span in shared)


def _shares_enough(analysis: Analysis, text: int, texts: Sequence[int]) -> bool:
    """Tell whether what a text has in common with its family is a fair part of it."""
    common = 0
    for other in texts:
        if other != text:
            common |= analysis.sharing.words(text, other).equal
    return common.bit_count() >= min(_MANY, _FAIR * int(analysis.sizes[text]))


def _may_be_there(analysis: Analysis, texts: Sequence[int], heads: Sequence[int], mention: CreditMention) -> bool:
    """Tell whether a text of the family is known to be of the source that is credited, or may be."""
    if any(names_outlet(mention.name, analysis.articles[text]) for text in texts):
        return True
    own = {text for text in texts if may_be_of(mention.name, analysis.articles[text])}
    if not own or len(own.intersection(heads)) > 1:
        return False
    others = [analysis.articles[text] for text in heads if text not in own]
    return not any(alike(mention.name, analysis.articles[text], other) for text in own for other in others)


def _common(analysis: Analysis, heads: Sequence[int]) -> AbsentOrigin | None:
    """A text that several heads share with one another in part, so that none of them can be the source of all."""
    if len(heads) < 3:
        return None
    found = []
    equal = cache(lambda one, two: analysis.sharing.words(one, two).equal)  # asked of each two for every root
    for root in heads:
        pair = _shared_without(analysis, root, [text for text in heads if text != root], equal)
        if pair is None:
            return None
        found.append((*pair, root))
    one, two, without = (analysis.articles[text].id for text in found[0])
    return AbsentOrigin(None, f"{one}, {two}: {_LEAST}+ words in common that are not in {without}")


def _shared_without(
    analysis: Analysis, root: int, others: Sequence[int], equal: Callable[[int, int], int]
) -> tuple[int, int] | None:
    for place, one in enumerate(others):
        from_root = analysis.sharing.words(one, root).span
        for two in others[place + 1 :]:
            if (equal(one, two) & ~from_root).bit_count() >= _LEAST:
                return one, two
    return None
