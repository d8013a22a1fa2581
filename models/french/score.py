"""Scores of a network over gold tokens, as `eval/engine.py` counts them: no punctuation in UAS and LAS, full labels."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import torch

from eval.conllu import Word
from models.french.batches import Encoder
from models.french.model import Network
from models.french.vocabulary import Vocabulary, tag
from sourcier.engines.french import lemmas
from sourcier.engines.french.decoding import tree
from sourcier.lang.fr.lexicon import lexicon

Written = Callable[[Sequence[Word]], list[str]]


class Scores(NamedTuple):
    """Shares in percent."""

    upos: float
    tag: float
    lemma: float
    uas: float
    las: float

    def __str__(self) -> str:
        """One line for a log."""
        return " ".join(f"{name} {value:.2f}" for name, value in self._asdict().items())


@torch.no_grad()
def scored(
    network: Network,
    encoder: Encoder,
    vocabulary: Vocabulary,
    sentences: Sequence[tuple[Word, ...]],
    written: Written = lambda words: [word.form for word in words],
) -> Scores:
    """Return the scores of `network` on `sentences`, their forms as `written` gives them."""
    network.eval()
    ordered = sorted(sentences, key=len, reverse=True)
    right = dict.fromkeys(Scores._fields, 0)
    words = parsed = 0
    for start in range(0, len(ordered), 32):
        group = ordered[start : start + 32]
        texts = [written(one) for one in group]
        batch = encoder.batch([encoder.example(one, 0) for one in group], texts)
        scores = network(batch)
        heads = _heads(scores.arcs, [len(one) for one in group])
        related = network.related(scores, heads).argmax(2)
        tags, rules = scores.tags.argmax(2), scores.rules.argmax(2)
        for row, one in enumerate(group):
            for at, word in enumerate(one):
                upos, _, feats = vocabulary.tags[tags[row, at]].partition("|")
                form = texts[row][at]
                guess = lemmas.applied(form, vocabulary.rules[rules[row, at]])
                lemma = lemmas.chosen(upos, feats, guess, lexicon().readings(form))
                words += 1
                right["upos"] += upos == word.upos
                right["tag"] += f"{upos}|{feats}" == tag(word)
                right["lemma"] += lemma == word.lemma
                if word.upos == "PUNCT":
                    continue
                parsed += 1
                attached = int(heads[row, at]) == (0 if word.head == at else word.head + 1)
                right["uas"] += attached
                right["las"] += attached and vocabulary.relations[related[row, at]] == word.relation
    return Scores(
        *(100 * right[name] / words for name in ("upos", "tag", "lemma")),
        *(100 * right[name] / parsed for name in ("uas", "las")),
    )


def _heads(arcs: torch.Tensor, lengths: Sequence[int]) -> torch.Tensor:
    heads = torch.zeros(arcs.shape[:2], dtype=torch.long)
    for row, length in enumerate(lengths):
        found = tree(arcs[row, :length, : length + 1].numpy())
        heads[row, :length] = torch.from_numpy(found)
    return heads
