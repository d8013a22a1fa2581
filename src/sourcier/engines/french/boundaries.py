"""Where sentences begin in one paragraph, by a small network over the gaps where one may."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np

from sourcier.core.span import Span
from sourcier.engines.french.gaps import Floats, Gaps, gaps
from sourcier.lang.fr.lexicon import lexicon

_AT_ONCE = 2048  # gaps; bounds the memory that a long paragraph takes


def boundaries(text: str, tokens: Sequence[Span]) -> list[int]:
    """Return the indices of the tokens of a paragraph that begin a sentence, in order, from 0."""
    if not tokens:
        return []
    network = _network()
    found = gaps(text, tokens, lexicon(), network.vocabulary)
    likely = (network.scores(found) > 0) | found.certain
    return [0, *(int(place) for place in found.places[likely])]


@dataclass(frozen=True, slots=True)
class _Network:
    """Several networks of one hidden layer, whose scores are added."""

    vocabulary: dict[str, int]
    words: Floats
    hidden: Floats
    hidden_bias: Floats
    out: Floats
    out_bias: Floats

    def scores(self, found: Gaps) -> Floats:
        """Return a number for each gap: above 0 where a sentence rather begins."""
        parts = [self._scores(found, first) for first in range(0, len(found.places), _AT_ONCE)]
        return np.concatenate(parts) if parts else np.zeros(0, np.float32)

    def _scores(self, found: Gaps, first: int) -> Floats:
        stop = min(first + _AT_ONCE, len(found.places))
        ids, bits, context = found.ids[first:stop], found.bits(first, stop), found.context[first:stop]
        total = np.zeros(stop - first, np.float32)
        for place, words in enumerate(self.words):
            inputs = np.concatenate([words[ids].reshape(stop - first, -1), bits, context], axis=1)
            hidden = np.maximum(inputs @ self.hidden[place] + self.hidden_bias[place], 0)
            total += hidden @ self.out[place] + self.out_bias[place]
        return total


@cache
def _network() -> _Network:
    with as_file(files(__package__).joinpath("weights", "boundaries.npz")) as path, np.load(path) as stored:
        words = str(stored["vocabulary"]).split("\n")
        arrays = {name: stored[name].astype(np.float32) for name in stored.files if name != "vocabulary"}
    return _Network({form: place for place, form in enumerate(words, 2)}, **arrays)
