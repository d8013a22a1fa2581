"""Sentences as the tensors that the network takes."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import torch

from eval.conllu import Word
from models.french import sayings
from models.french.config import Config
from models.french.model import Batch, Forms
from models.french.noise import noisy
from models.french.vocabulary import UNKNOWN, Vocabulary, tag
from sourcier.engines.french import lemmas
from sourcier.engines.french.features import Form, described, unpacked
from sourcier.lang.fr.lexicon import lexicon

LONGEST = 120  # sentences beyond are left out of training
NONE = -100  # no loss here


@cache
def form(text: str) -> Form:
    """Return the features of a form, kept."""
    return described(text, lexicon())


_rule = cache(lemmas.rule)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its targets by index; `bank` is the number of its treebank."""

    words: tuple[Word, ...]
    bank: int
    tags: tuple[int, ...]
    heads: tuple[int, ...]
    relations: tuple[int, ...]


class Encoder:
    """Turns sentences into examples and examples into batches."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Index the names of `vocabulary`."""
        self._words = {name: at for at, name in enumerate(vocabulary.words)}
        self._tags = {name: at for at, name in enumerate(vocabulary.tags)}
        self._rules = {name: at for at, name in enumerate(vocabulary.rules)}
        self._relations = {name: at for at, name in enumerate(vocabulary.relations)}

    def example(self, words: tuple[Word, ...], bank: int) -> Example:
        """Return `words` with its targets; what the vocabulary lacks has none."""
        return Example(
            words,
            bank,
            tuple(self._tags.get(tag(word), NONE) for word in words),
            tuple(0 if word.head == at else word.head + 1 for at, word in enumerate(words)),
            tuple(self._relations.get(word.relation, NONE) for word in words),
        )

    def batch(self, examples: Sequence[Example], written: Sequence[Sequence[str]] | None = None) -> Batch:
        """Return `examples` as one batch, in the order given; `written` are forms in place of theirs."""
        texts = written or [[word.form for word in example.words] for example in examples]
        order = sorted(range(len(examples)), key=lambda at: -len(examples[at].words))
        examples, texts = [examples[at] for at in order], [texts[at] for at in order]
        distinct = {text: at for at, text in enumerate(dict.fromkeys(one for row in texts for one in row))}
        lengths = [len(row) for row in texts]
        width = max(lengths)

        def padded(rows: Sequence[Sequence[int]], value: int) -> torch.Tensor:
            return torch.tensor([[*row, *[value] * (width - len(row))] for row in rows])

        return Batch(
            self._forms(list(distinct)),
            padded([[distinct[text] for text in row] for row in texts], 0),
            torch.tensor(lengths),
            padded([[1] * length for length in lengths], 0).bool(),
            torch.tensor([example.bank for example in examples]),
            padded([example.tags for example in examples], NONE),
            padded([self._lemma_rules(example.words, row) for example, row in zip(examples, texts, strict=True)], NONE),
            padded([example.heads for example in examples], NONE),
            padded([example.relations for example in examples], NONE),
        )

    def _lemma_rules(self, words: Sequence[Word], texts: Sequence[str]) -> list[int]:
        """The rules that lead from the forms as written to the lemmas."""
        return [
            self._rules.get(_rule(text, word.lemma), NONE) if word.lemma else NONE
            for text, word in zip(texts, words, strict=True)
        ]

    def _forms(self, texts: Sequence[str]) -> Forms:
        forms = [form(text) for text in texts]
        counts = [len(one.grams) for one in forms]
        return Forms(
            torch.tensor([self._words.get(one.word, UNKNOWN) for one in forms]),
            torch.tensor([gram for one in forms for gram in one.grams]),
            torch.tensor([0, *counts[:-1]]).cumsum(0),
            torch.cat([torch.full((count,), count**-0.5) for count in counts]),
            torch.from_numpy(unpacked([one.bits for one in forms])),
        )


class Rewriting:
    """Examples as they are shown in an epoch: some as quotations, some with a day named, some with noisy forms."""

    def __init__(self, examples: Sequence[Example], encoder: Encoder, config: Config, chance: random.Random) -> None:
        """Keep `examples`, whose subjects serve as speakers."""
        self._examples, self._encoder, self._config, self._chance = examples, encoder, config, chance
        self._speakers = sayings.subjects(example.words for example in examples)

    def epoch(self) -> Iterator[Batch]:
        """Yield all examples in batches of about `config.words` words, sentences of like length together."""
        chance = self._chance
        ordered = sorted(map(self._said, self._examples), key=lambda one: len(one.words) + chance.random() * 4)
        groups: list[list[Example]] = [[]]
        size = 0
        for example in ordered:
            if size + len(example.words) > self._config.words and groups[-1]:
                groups.append([])
                size = 0
            groups[-1].append(example)
            size += len(example.words)
        chance.shuffle(groups)
        for group in groups:
            yield self._encoder.batch(group, [self._written(one) for one in group])

    def _said(self, example: Example) -> Example:
        draw = self._chance.random()
        if draw < self._config.said:
            words = sayings.said(example.words, self._speakers, self._chance)
        elif draw < self._config.said + self._config.dated:
            words = sayings.dated(example.words, self._chance)
        else:
            return example
        return self._encoder.example(words, example.bank)

    def _written(self, example: Example) -> list[str]:
        if self._chance.random() < self._config.noise:
            return noisy(example.words, self._chance)
        return [word.form for word in example.words]
