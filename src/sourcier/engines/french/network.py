"""The network at work: forms of sentences in, tags, lemma rules, heads and relations out, in NumPy."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sourcier.engines.french.decoding import tree
from sourcier.engines.french.forms import Forms, rectified
from sourcier.engines.french.recurrence import Packing, read
from sourcier.engines.french.weights import Floats, Weights

AT_ONCE = 2048  # tokens read together: sentences of like length, so that few places are idle

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says of a sentence: numbers of names by token; a head of -1 is the root."""

    tags: Numbers
    rules: Numbers
    heads: Numbers
    relations: Numbers


class Network:
    """Reads sentences; one network serves all texts, and what it kept of forms never changes what it answers."""

    def __init__(self, weights: Weights) -> None:
        """Take the arrays of `weights`."""
        parts = [name.partition("|")[::2] for name in weights.names["tags"]]
        self.tags: tuple[tuple[str, str], ...] = tuple(parts)
        """Part of speech and features by number."""
        self.rules = weights.names["rules"]
        self.relations = weights.names["relations"]
        self._forms = Forms(weights)
        self._first = weights["first_own"]
        self._second_in, self._second_bias = weights["second_in"], weights["second_bias"]
        self._second = weights["second_own"]
        self._heads, self._heads_bias = weights["heads"], weights["heads_bias"]
        self._cuts = np.cumsum(weights.arrays["head_sizes"])[:-1].tolist()
        self._root = weights["root"]
        self._arc = weights["arc"]
        self._tag, self._tag_bias = weights["tag"], weights["tag_bias"]
        self._rule, self._rule_bias = weights["rule"], weights["rule_bias"]
        self._relation, self._relation_bias = weights["relation"], weights["relation_bias"]
        self._root_relation = weights.names["relations"].index("root")

    def read(self, sentences: Sequence[Sequence[str]]) -> list[Reading]:
        """Return what each sentence (its forms, at least one) reads as; none may be longer than `AT_ONCE`."""
        found: dict[int, Reading] = {}
        for group in _groups([len(one) for one in sentences]):
            readings = self._read([sentences[at] for at in group])
            found.update(zip(group, readings, strict=True))
        return [found[at] for at in range(len(sentences))]

    def _read(self, sentences: Sequence[Sequence[str]]) -> Iterator[Reading]:
        lengths = [len(one) for one in sentences]
        packing = Packing(lengths)
        rows = self._forms.rows([form for sentence in sentences for form in sentence])
        hidden = self._recurrent(rows, packing)[packing.back]
        outputs = hidden @ self._heads
        outputs += self._heads_bias
        outputs = rectified(outputs)
        dependents, governors, label_dependents, label_governors, tagger = np.split(outputs, self._cuts, axis=1)
        tags = (tagger @ self._tag + self._tag_bias).argmax(axis=1)
        rules = (tagger @ self._rule + self._forms.rules[rows] + self._rule_bias).argmax(axis=1)
        heads = self._trees(dependents, governors, lengths)
        relations = self._relations(label_dependents, label_governors, heads, lengths)
        start = 0
        for length in lengths:
            cut = slice(start, start + length)
            yield Reading(tags[cut], rules[cut], heads[cut], relations[cut])
            start += length

    def _recurrent(self, rows: Numbers, packing: Packing) -> Floats:
        """The second layer's outputs by place."""
        forms, turned = rows[packing.order], packing.turned
        gates: Floats = np.empty((2, len(rows), self._forms.gates.shape[2]), np.float32)
        gates[0] = self._forms.gates[0].take(forms, axis=0)
        gates[1] = self._forms.gates[1].take(forms[turned], axis=0)
        inner = _joined(read(gates, self._first, packing), turned)
        gates = np.empty((2, len(rows), self._second_bias.shape[1]), np.float32)
        np.matmul(inner, self._second_in[0], out=gates[0])
        np.matmul(inner[turned], self._second_in[1], out=gates[1])
        gates += self._second_bias[:, None]
        return _joined(read(gates, self._second, packing), turned)

    def _trees(self, dependents: Floats, governors: Floats, lengths: Sequence[int]) -> Numbers:
        """The heads of all sentences, one after another: -1 the root, else the token of the sentence."""
        size = dependents.shape[1]
        wanted = dependents @ self._arc[:size] + self._arc[size]
        root = self._root[: governors.shape[1]]
        heads = np.empty(len(dependents), np.int64)
        start = 0
        for length in lengths:
            stop = start + length
            scores = np.empty((length, length + 1), np.float32)
            scores[:, 0] = wanted[start:stop] @ root
            np.matmul(wanted[start:stop], governors[start:stop].T, out=scores[:, 1:])
            heads[start:stop] = tree(scores)
            start = stop
        heads -= 1
        return heads

    def _relations(self, dependents: Floats, governors: Floats, heads: Numbers, lengths: Sequence[int]) -> Numbers:
        starts = np.repeat(np.cumsum([0, *lengths[:-1]]), lengths)
        roots = heads < 0
        chosen = governors[np.where(roots, 0, heads + starts)]
        chosen[roots] = self._root[-governors.shape[1] :]
        both = np.concatenate([dependents * chosen, dependents, chosen], axis=1)
        scores = both @ self._relation + self._relation_bias
        scores[:, self._root_relation] = -np.inf
        relations: Numbers = scores.argmax(axis=1)
        relations[roots] = self._root_relation
        return relations


def _joined(sides: Floats, turned: Numbers) -> Floats:
    return np.concatenate([sides[0], sides[1][turned]], axis=1)


def _groups(lengths: Sequence[int]) -> Iterator[list[int]]:
    """The numbers of sentences of like length, in groups of at most `AT_ONCE` tokens."""
    group: list[int] = []
    size = 0
    for at in sorted(range(len(lengths)), key=lambda at: -lengths[at]):
        if group and size + lengths[at] > AT_ONCE:
            yield group
            group, size = [], 0
        group.append(at)
        size += lengths[at]
    if group:
        yield group
