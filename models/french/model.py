"""The network as it is trained; `sourcier.engines.french.network` runs the same in NumPy."""

from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import leaky_relu

from models.french.config import Config
from models.french.recurrence import Layer
from models.french.vocabulary import UNKNOWN, Vocabulary
from sourcier.engines.french.features import BITS, BUCKETS
from sourcier.engines.french.forms import SLOPE
from sourcier.engines.french.recurrence import Packing


class Forms(NamedTuple):
    """The distinct forms of a batch: rows of the tables, n-grams laid end to end, bits."""

    words: Tensor
    grams: Tensor
    offsets: Tensor
    weights: Tensor
    bits: Tensor


class Batch(NamedTuple):
    """Sentences side by side: `index` names the distinct form of each place (sentence × place), longest first."""

    forms: Forms
    index: Tensor
    lengths: Tensor
    mask: Tensor
    bank: Tensor
    tags: Tensor
    rules: Tensor
    heads: Tensor
    relations: Tensor


class Scores(NamedTuple):
    """What the heads say: arcs are (sentence, place, head), head 0 the root, head n the place n - 1."""

    tags: Tensor
    rules: Tensor
    arcs: Tensor
    dependents: Tensor
    governors: Tensor


class Network(nn.Module):
    """Form vectors, two recurrent layers, and one head each for tags, lemma rules, arcs and relations."""

    def __init__(self, config: Config, vocabulary: Vocabulary, banks: int) -> None:
        """Make a network of random weights."""
        super().__init__()
        self.config = config
        self.word = nn.Embedding(len(vocabulary.words), config.word)
        self.gram = nn.EmbeddingBag(BUCKETS, config.gram, mode="sum")
        nn.init.normal_(self.word.weight, std=0.3)
        nn.init.normal_(self.gram.weight, std=0.3)
        self.lexical = nn.Linear(BITS, config.lexical)
        self.bank = nn.Embedding(banks, config.bank)
        width = config.word + config.gram + config.lexical
        self.width = width
        self.first = Layer(width + config.bank, config.first)
        self.second = Layer(2 * config.first, config.second)
        out = 2 * config.second
        self.dependent = nn.Linear(out, config.arc)
        self.governor = nn.Linear(out, config.arc)
        self.label_dependent = nn.Linear(out, config.label)
        self.label_governor = nn.Linear(out, config.label)
        self.tagger = nn.Linear(out, config.tag)
        self.root = nn.Parameter(torch.zeros(out))
        self.tag = nn.Linear(config.tag, len(vocabulary.tags))
        self.rule = nn.Linear(config.tag + width, len(vocabulary.rules))
        self.arc = nn.Parameter(torch.zeros(config.arc + 1, config.arc))
        nn.init.xavier_uniform_(self.arc)
        self.relation = nn.Linear(3 * config.label, len(vocabulary.relations))
        self.register_buffer("hiding", _hiding(config, vocabulary))

    def form_vectors(self, forms: Forms) -> Tensor:
        """Return a vector for each form: a pure function of the form, but for dropout."""
        words = forms.words
        if self.training:
            words = words.masked_fill(torch.rand(words.shape) < self.hiding[words], UNKNOWN)
        grams = self.gram(forms.grams, forms.offsets, per_sample_weights=forms.weights)
        return torch.cat([self.word(words), grams, leaky_relu(self.lexical(forms.bits), SLOPE)], dim=1)

    def forward(self, batch: Batch) -> Scores:
        """Return the scores of every head but that of relations, which `related` gives for given heads."""
        places = self._drop(self.form_vectors(batch.forms)[batch.index])
        hidden = self._drop(self._recurrent(places, batch))
        rooted = torch.cat([self.root.expand(len(hidden), 1, -1), hidden], dim=1)
        dependent = self._head(self.dependent, hidden)
        governor = self._head(self.governor, rooted)
        ones = torch.ones_like(dependent[:, :, :1])
        arcs = torch.cat([dependent, ones], dim=2) @ self.arc @ governor.transpose(1, 2)
        blocked = torch.cat([torch.ones_like(batch.mask[:, :1]), batch.mask], dim=1)
        arcs = arcs.masked_fill(~blocked[:, None, :], -1e9)
        tagger = self._head(self.tagger, hidden)
        return Scores(
            self.tag(tagger),
            self.rule(torch.cat([tagger, places], dim=2)),
            arcs,
            self._head(self.label_dependent, hidden),
            self._head(self.label_governor, rooted),
        )

    def all(self, batch: Batch, heads: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return the scores of tags, lemma rules, arcs, and of relations where `heads` are the heads."""
        scores = self(batch)
        return scores.tags, scores.rules, scores.arcs, self.related(scores, heads)

    def related(self, scores: Scores, heads: Tensor) -> Tensor:
        """Return the scores of relations where `heads` are the heads."""
        governors = scores.governors.gather(1, heads[:, :, None].expand(-1, -1, scores.governors.shape[2]))
        both = torch.cat([scores.dependents * governors, scores.dependents, governors], dim=2)
        return self.relation(both)

    def _head(self, linear: nn.Linear, hidden: Tensor) -> Tensor:
        return self._drop(leaky_relu(linear(hidden), SLOPE))

    def _drop(self, values: Tensor) -> Tensor:
        """Dropout with one mask for all places of a sentence."""
        if not self.training or not self.config.dropout:
            return values
        keep = 1 - self.config.dropout
        return values * (torch.rand(len(values), 1, values.shape[2]) < keep).float().div_(keep)

    def _recurrent(self, places: Tensor, batch: Batch) -> Tensor:
        """Both layers over (sentence, place), step by step inside."""
        count, width = batch.index.shape
        packing = Packing(batch.lengths.tolist())
        sentence = torch.from_numpy(np.concatenate([np.arange(active) for active in packing.active]))
        flat = sentence * width + torch.from_numpy(np.repeat(np.arange(width), packing.active))
        values = torch.cat([places.flatten(0, 1)[flat], self.bank(batch.bank)[sentence]], dim=1)
        inner = self.first(values, packing)
        inner = inner * self._drop(torch.ones(count, 1, inner.shape[1]))[sentence, 0]
        outer = self.second(inner, packing)
        return torch.zeros(count * width, outer.shape[1]).index_copy(0, flat, outer).view(count, width, -1)


def _hiding(config: Config, vocabulary: Vocabulary) -> Tensor:
    counts = torch.tensor(vocabulary.counts, dtype=torch.float32)
    return config.unknown * 0.3 + config.unknown * 6 / (6 + counts)
