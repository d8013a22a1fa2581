"""What each form brings to the network: computed once, kept while there is room."""

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from sourcier.engines.french.features import described, unpacked
from sourcier.engines.french.weights import Floats, Weights
from sourcier.lang.fr.lexicon import lexicon

ROOM = 16_384  # forms kept at once, about 3.5 kB each
_AT_ONCE = 1024
SLOPE = 0.1  # of what is below zero

Rows = npt.NDArray[np.int64]
Values = TypeVar("Values", Floats, npt.NDArray[np.float64])


class Forms:
    """The gates of the first layer and the scores of lemma rules for each form: pure functions of the form."""

    def __init__(self, weights: Weights) -> None:
        """Take the tables of `weights`; the treebank's vector, the same for all forms, joins the bias."""
        self._words = {word: at for at, word in enumerate(weights.names["words"])}
        self._word, self._gram = weights.arrays["word"], weights.arrays["gram"]
        self._gram_scale = weights["gram_scale"]
        self._lexical, self._lexical_bias = weights["lexical"], weights["lexical_bias"]
        self._gates, self._gates_bias = weights["first_in"], weights["first_bias"]
        self._rules = weights["rule_form"]
        self._known = {form: at for at, form in enumerate(weights.names["forms"])}
        self._known_vectors = weights.arrays["form_vectors"]
        self._kept: dict[str, int] = {}
        self.gates = np.empty((2, ROOM, self._gates_bias.shape[-1]), np.float16)
        self.rules = np.empty((ROOM, self._rules.shape[1]), np.float16)

    def rows(self, forms: Sequence[str]) -> Rows:
        """Return where in `gates` and `rules` each of `forms` stands; holds until the next call."""
        new = [form for form in dict.fromkeys(forms) if form not in self._kept]
        if len(self._kept) + len(new) > ROOM:
            self._kept.clear()
            new = list(dict.fromkeys(forms))
            if len(new) > ROOM:
                raise ValueError(f"{len(new)} distinct forms at once, and there is room for {ROOM}")
        for start in range(0, len(new), _AT_ONCE):
            self._add(new[start : start + _AT_ONCE])
        return np.fromiter(map(self._kept.__getitem__, forms), np.int64, len(forms))

    def _add(self, forms: Sequence[str]) -> None:
        first = len(self._kept)
        vectors = self._vectors(forms)
        for side in (0, 1):
            self.gates[side, first : first + len(forms)] = vectors @ self._gates[side] + self._gates_bias[side]
        self.rules[first : first + len(forms)] = vectors @ self._rules
        self._kept.update((form, first + at) for at, form in enumerate(forms))

    def _vectors(self, forms: Sequence[str]) -> Floats:
        """The vectors of frequent forms are stored; those of the others are made."""
        ready = np.array([self._known.get(form, -1) for form in forms])
        vectors: Floats = self._known_vectors[ready].astype(np.float32)
        new = np.flatnonzero(ready < 0).tolist()
        if new:
            vectors[new] = self.made([forms[at] for at in new])
        return vectors

    def made(self, forms: Sequence[str]) -> Floats:
        """Return the vectors of `forms`, one a row, from their features."""
        told = [described(form, lexicon()) for form in forms]
        counts = np.array([len(one.grams) for one in told])
        grams = self._gram[[gram for one in told for gram in one.grams]].astype(np.float32)
        summed = np.add.reduceat(grams, np.concatenate(([0], counts[:-1].cumsum())), axis=0)
        summed *= (self._gram_scale / np.sqrt(counts, dtype=np.float32))[:, None]
        words = self._word[[self._words.get(one.word, 0) for one in told]].astype(np.float32)
        lexical = unpacked([one.bits for one in told]) @ self._lexical + self._lexical_bias
        return np.concatenate([words, summed, rectified(lexical)], axis=1)


def rectified(values: Values) -> Values:
    """Return what is above zero as it is, and a part of what is below."""
    found: Values = np.maximum(values, SLOPE * values)
    return found
