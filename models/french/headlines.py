"""Sentences of a treebank together as the press has them: with headings, long quotations, in its manners."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.french.manners import Sentence, capitals, in_manners, mark

_TOGETHER = 10  # sentences, as the measure joins them
_NEAR = 60  # sentences of a treebank that may stand together, so that they are of one kind
_WHOLE, _HEADING, _CAPITALS, _QUOTED = 0.15, 0.1, 0.05, 0.06  # shares
_DEEP = 6  # steps down the tree
_BARE = 0.6  # headings without determiner
_LONGEST = 10  # tokens of a heading
_NO_START = frozenset({"ADP", "CCONJ", "SCONJ", "PUNCT"})
_NO_END = frozenset({"ADP", "DET", "PUNCT"})


def regrouped(sentences: Sequence[Sentence], chance: random.Random) -> Iterator[list[Sentence]]:
    """Yield each sentence about once, in groups of neighbours in new order, some written as the press would."""
    for start in range(0, len(sentences), _TOGETHER):
        near = sentences[max(0, start - _NEAR // 2) : start + _NEAR // 2]
        group = chance.sample(near, min(_TOGETHER, len(near)))
        if chance.random() < _WHOLE:
            yield list(group)
            continue
        headings = [heading for one in group if chance.random() < _HEADING and (heading := _heading(one, chance))]
        changed = [in_manners(one, chance) for one in group]
        for heading in headings:
            changed.insert(chance.randrange(len(changed) + 1), heading)
        yield _quoted(changed, chance)


def _heading(sentence: Sentence, chance: random.Random) -> Sentence:
    """A group of words around a noun, as headings are: « Pose de la première pierre »; empty where there is none."""
    nouns = [place for place, word in enumerate(sentence) if word.upos == "NOUN" and word.head != place]
    if not nouns:
        return ()
    noun = chance.choice(nouns)
    under = {noun}
    for _ in range(_DEEP):
        under |= {place for place, word in enumerate(sentence) if word.head in under}
    first, last = min(under), max(under)
    whole = len(under) == last - first + 1
    if chance.random() < _BARE or sentence[first].upos in _NO_START:
        first = noun
    inside = sentence[first : last + 1]
    if not whole or len(inside) > _LONGEST or inside[-1].upos in _NO_END:
        return ()
    begun = replace(inside[0], form=inside[0].form[:1].upper() + inside[0].form[1:])
    heading = (begun, *inside[1:])
    if chance.random() < _CAPITALS:
        heading = capitals(heading)
    return (*heading[:-1], replace(heading[-1], space_after=True))


def _quoted(group: list[Sentence], chance: random.Random) -> list[Sentence]:
    """Put some runs of sentences between quotation marks."""
    place = 0
    while place < len(group):
        run = group[place : place + chance.choice([1, 2, 3])]
        bare = not any(word.form in {"«", "»", '"'} for sentence in run for word in sentence)
        if bare and chance.random() < _QUOTED * len(run):
            last = place + len(run) - 1
            group[place] = (mark("«"), *group[place])
            group[last] = (*group[last], mark("»"))
        place += len(run)
    return group
