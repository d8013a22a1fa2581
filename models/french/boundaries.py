"""Train what says where sentences begin: `python -m models.french.boundaries --treebanks DIR --out FILE`.

Needs PyTorch. The treebanks are Sequoia, GSD and FQB of Universal Dependencies, in CoNLL-U
(https://universaldependencies.org); Sequoia's development part only measures.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn

from eval.conllu import sentences
from eval.raw_text import Gold, groups, joined
from models.french.config import DEV, TREEBANKS
from models.french.headlines import regrouped
from models.french.manners import Sentence
from sourcier.engines.french import gaps as looking
from sourcier.lang.fr.lexicon import lexicon

SEEDS, EPOCHS, BATCH, RATE, DECAY = 2, 20, 128, 1.5e-3, 1e-2
WIDTH, HIDDEN = 16, 80
RARE = 4  # forms met less often have no row of their own
AROUND = looking.BEFORE + looking.AFTER


@dataclass(frozen=True)
class Seen:
    """Gaps as tensors: ids, bits, context, and 1 where a sentence begins."""

    ids: torch.Tensor
    bits: torch.Tensor
    context: torch.Tensor
    begins: torch.Tensor


class Network(nn.Module):
    """A window of tokens and the context of the gap in its middle → how likely a sentence begins there."""

    def __init__(self, words: int) -> None:
        super().__init__()
        self.words = nn.Embedding(words, WIDTH, padding_idx=0)
        self.hidden = nn.Linear(AROUND * (WIDTH + looking.BITS) + looking.CONTEXT, HIDDEN)
        self.out = nn.Linear(HIDDEN, 1)
        self.drop = nn.Dropout(0.4)
        nn.init.normal_(self.words.weight, std=0.1)

    def forward(self, ids: torch.Tensor, bits: torch.Tensor, context: torch.Tensor) -> torch.Tensor:
        if self.training:
            ids = torch.where(torch.rand(ids.shape) < 0.12, torch.ones_like(ids), ids)
            bits = bits * (torch.rand(bits.shape) > 0.08)
        inputs = torch.cat([self.words(ids).flatten(1), bits, context], 1)
        return self.out(self.drop(torch.relu(self.hidden(inputs)))).squeeze(1)


def seen(texts: Iterable[Gold], vocabulary: dict[str, int]) -> Seen:
    """Return the gaps of some texts."""
    parts: list[tuple[np.ndarray, ...]] = []
    for text in texts:
        found = looking.gaps(text.text, text.spans, lexicon(), vocabulary)
        begins = np.isin(found.places, np.array(text.starts, np.int64)).astype(np.float32)
        parts.append((found.ids, found.bits(0, len(found.places)), found.context, begins))
    return Seen(*(torch.from_numpy(np.concatenate(part)) for part in zip(*parts, strict=True)))


def trained(treebanks: Sequence[list[Sentence]], vocabulary: dict[str, int]) -> list[Network]:
    """Return networks that saw the same texts from different seeds, each averaged over the last half of its steps."""
    chance = random.Random(SEEDS)  # noqa: S311  # no secret hangs on it
    torch.manual_seed(SEEDS)
    networks = [Network(len(vocabulary) + 2) for _ in range(SEEDS)]
    means = [torch.optim.swa_utils.AveragedModel(network) for network in networks]
    adams = [torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY) for network in networks]
    for epoch in range(EPOCHS):
        data = seen((joined(group) for bank in treebanks for group in regrouped(bank, chance)), vocabulary)
        for network, mean, adam in zip(networks, means, adams, strict=True):
            adam.param_groups[0]["lr"] = RATE * (1 - epoch / EPOCHS)
            for batch in torch.randperm(len(data.ids)).split(BATCH):
                _step(network, adam, data, batch)
                if epoch >= EPOCHS // 2:
                    mean.update_parameters(network)
        print(f"epoch {epoch + 1}", flush=True)
    return [mean.module.eval() for mean in means]


def _step(network: Network, adam: torch.optim.Optimizer, data: Seen, batch: torch.Tensor) -> None:
    guess = network(data.ids[batch], data.bits[batch], data.context[batch])
    loss = nn.functional.binary_cross_entropy_with_logits(guess, data.begins[batch])
    adam.zero_grad()
    loss.backward()
    adam.step()


def main() -> None:
    """Train, say how well it does on the development part, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    torch.set_num_threads(1)
    banks = [list(sentences(asked.treebanks / f"{name}.conllu")) for name in TREEBANKS]
    counts = Counter(form for bank in banks for text in groups(bank) for form in looking.forms(text.text, text.spans))
    words = sorted(form for form, count in counts.items() if count >= RARE)
    vocabulary = {form: place for place, form in enumerate(words, 2)}
    networks = trained(banks, vocabulary)
    weights = {
        "words": np.stack([network.words.weight.detach().numpy() for network in networks]),
        "hidden": np.stack([network.hidden.weight.detach().numpy().T for network in networks]),
        "hidden_bias": np.stack([network.hidden.bias.detach().numpy() for network in networks]),
        "out": np.stack([network.out.weight.detach().numpy()[0] for network in networks]),
        "out_bias": np.stack([network.out.bias.detach().numpy()[0] for network in networks]),
    }
    halved = {name: array.astype(np.float16) for name, array in weights.items()}
    with asked.out.open("wb") as file:
        np.savez_compressed(file, vocabulary=np.array("\n".join(words)), **halved)
    held = list(groups(sentences(asked.treebanks / f"{DEV}.conllu")))
    data = seen(held, vocabulary)
    with torch.no_grad():
        guess = sum(network(data.ids, data.bits, data.context) for network in networks) / len(networks)
    right, found, there = (
        int(x) for x in (((guess > 0) & (data.begins > 0)).sum(), (guess > 0).sum(), data.begins.sum())
    )
    print(f"{DEV}: begins {right} right, {found} found, {there} there, F {200 * right / (found + there):.2f}")


if __name__ == "__main__":
    main()
