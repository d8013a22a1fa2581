"""Treebanks as documents to train on: a few sentences in a row each, some of them as the press writes them."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from eval.conllu import Word, sentences
from eval.raw_text import joined
from models.french.noise import noisy

_LONGEST_GROUP = 8  # sentences
_LONGEST_SENTENCE = 120  # tokens; our own training leaves longer ones out, too
ROOT = "ROOT"  # spaCy's name of the relation


@dataclass(frozen=True, slots=True)
class Document:
    """What spaCy's `Doc` takes, a list a column; `heads` are indices into the document."""

    words: list[str]
    spaces: list[bool]
    pos: list[str]
    morphs: list[str]
    lemmas: list[str]
    heads: list[int]
    deps: list[str]


def documents(files: Sequence[Path], rounds: int, noise: float, seed: int) -> Iterator[Document]:
    """Yield all sentences of `files` `rounds` times, each time in other groups; a share `noise` is changed."""
    chance = random.Random(seed)
    banks = [[one for one in sentences(path) if len(one) <= _LONGEST_SENTENCE] for path in files]
    for _ in range(rounds):
        for bank in banks:
            rest = [_written(one, chance) if chance.random() < noise else one for one in bank]
            while rest:
                size = chance.randint(1, _LONGEST_GROUP)
                yield document(rest[:size])
                rest = rest[size:]


def document(group: Sequence[tuple[Word, ...]]) -> Document:
    """Return sentences in a row as one document."""
    gold = joined(group)
    return Document(
        words=[word.form for word in gold.words],
        spaces=[word.space_after for word in gold.words],
        pos=[word.upos for word in gold.words],
        morphs=["|".join(one for one in word.feats.split("|") if "[" not in one) for word in gold.words],
        lemmas=[word.lemma for word in gold.words],
        heads=list(gold.heads),
        deps=[ROOT if gold.heads[at] == at else word.relation for at, word in enumerate(gold.words)],
    )


def _written(sentence: tuple[Word, ...], chance: random.Random) -> tuple[Word, ...]:
    """The sentence in one of the manners of our own training; what is misspelt teaches nothing of its lemma."""
    return tuple(
        replace(word, form=form, lemma=word.lemma if form.lower() == word.form.lower() else "")
        for word, form in zip(sentence, noisy(sentence, chance), strict=True)
    )
