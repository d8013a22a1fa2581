"""Training of the French network: `python -m models.french.train --treebanks DIR --out FOLDER`."""

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from eval.conllu import Word, sentences
from models.french.batches import LONGEST, NONE, Encoder, Example, Rewriting, form
from models.french.config import DEV, TREEBANKS, Config
from models.french.model import Batch, Network
from models.french.noise import small_names
from models.french.score import scored
from models.french.vocabulary import Vocabulary, gathered

Sentences = list[tuple[Word, ...]]


@dataclass(frozen=True, slots=True)
class Training:
    """What all stages of a training share; `network` changes as they run."""

    config: Config
    vocabulary: Vocabulary
    encoder: Encoder
    network: Network
    dev: Sentences
    out: Path
    chance: random.Random
    teacher: Network | None

    def stage(self, examples: Sequence[Example], epochs: int, rate: float) -> None:
        """Train on `examples`, only the weights kept; end with their averages, written to `out` after every epoch."""
        averaged = torch.optim.swa_utils.AveragedModel(
            self.network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(self.config.averaging)
        )
        optimizer = torch.optim.Adam(
            self.network.parameters(), lr=rate, betas=(0.9, 0.95), weight_decay=self.config.decay, fused=True
        )
        steps = sum(len(example.words) for example in examples) // self.config.words * epochs
        schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps))
        rewriting = Rewriting(examples, self.encoder, self.config, self.chance)
        for number in range(1, epochs + 1):
            started = time.monotonic()
            self.network.train()
            total = torch.zeros(4)
            for batch in rewriting.epoch():
                total += self._learn(batch, optimizer)
                schedule.step()
                averaged.update_parameters(self.network)
            torch.save(averaged.module.state_dict(), self.out / "weights.pt")
            line = f"{number:3} {time.monotonic() - started:5.0f} s  loss {total.sum() * epochs / max(1, steps):.3f}"
            self._report(line, averaged.module, last=number == epochs)
        if epochs:
            self.network.load_state_dict(averaged.module.state_dict())

    def _learn(self, batch: Batch, optimizer: torch.optim.Optimizer) -> Tensor:
        losses = _losses(self.network, batch, self.config, self.teacher)
        optimizer.zero_grad(set_to_none=True)
        losses.sum().backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), self.config.clip)
        optimizer.step()
        return losses.detach()

    def _report(self, line: str, network: Network, *, last: bool) -> None:
        line += f"  dev {scored(network, self.encoder, self.vocabulary, self.dev)}"
        if last:
            line += f"  small names {scored(network, self.encoder, self.vocabulary, self.dev, small_names)}"
        print(line, flush=True)


def trained(config: Config, treebanks: Path, out: Path, start: Path | None, taught: Path | None) -> None:
    """Train on all treebanks, twice, then on the first alone; `start` stands in for the first round."""
    torch.manual_seed(config.seed)
    chance = random.Random(config.seed)  # noqa: S311 - of noise and order, no secret
    banks = [list(sentences(treebanks / f"{name}.conllu")) for name in TREEBANKS]
    before = start or taught
    vocabulary = Vocabulary.load(before / "vocabulary.json") if before else gathered(_joined(banks), _keys(banks))
    out.mkdir(parents=True, exist_ok=True)
    vocabulary.save(out / "vocabulary.json")
    config.save(out / "config.json")
    encoder = Encoder(vocabulary)
    network = Network(config, vocabulary, len(banks))
    dev = list(sentences(treebanks / f"{DEV}.conllu"))
    teacher = _teacher(taught, vocabulary, len(banks)) if taught else None
    training = Training(config, vocabulary, encoder, network, dev, out, chance, teacher)
    examples = [
        encoder.example(one, number) for number, bank in enumerate(banks) for one in bank if len(one) <= LONGEST
    ]
    if start:
        network.load_state_dict(torch.load(start / "weights.pt", weights_only=True))
    else:
        training.stage(examples, config.epochs, config.rate)
        torch.save(network.state_dict(), out / "first.pt")
    training.stage(examples, config.again, config.again_rate)
    training.stage([one for one in examples if one.bank == 0], config.finish, config.finish_rate)


def _teacher(folder: Path, vocabulary: Vocabulary, banks: int) -> Network:
    network = Network(Config.load(folder / "config.json"), vocabulary, banks)
    network.load_state_dict(torch.load(folder / "weights.pt", weights_only=True))
    return network.eval()


def _joined(banks: Sequence[Sentences]) -> Sentences:
    return [one for bank in banks for one in bank]


def _keys(banks: Sequence[Sentences]) -> Iterator[str]:
    return (form(word.form).word for one in _joined(banks) for word in one)


def _rate(step: int, steps: int) -> float:
    """A short rise, then a straight line down to a hundredth."""
    return min(1.0, (step + 1) / 100) * max(0.01, 1 - step / max(1, steps))


def _losses(network: Network, batch: Batch, config: Config, teacher: Network | None) -> Tensor:
    """The losses of tags, rules, arcs and relations, each a mean; with a teacher, mostly against what it says."""
    heads = batch.heads.clamp(min=0)
    smoothing = 0.0 if teacher else config.smoothing
    found = network.all(batch, heads)
    targets = (batch.tags, batch.rules, batch.heads, batch.relations)
    losses = [
        cross_entropy(one.flatten(0, 1), target.flatten(), ignore_index=NONE, label_smoothing=smoothing * soft)
        for one, target, soft in zip(found, targets, (1, 0, 0, 1), strict=True)
    ]
    if teacher:
        with torch.no_grad():
            shown = teacher.all(batch, heads)
        places = batch.mask.flatten()
        taught = [
            _taught(one.flatten(0, 1)[places], best.flatten(0, 1)[places])
            for one, best in zip(found, shown, strict=True)
        ]
        losses = [
            (1 - config.taught) * loss + config.taught * lesson for loss, lesson in zip(losses, taught, strict=True)
        ]
    return torch.stack([weight * loss for weight, loss in zip((1, 0.3, 1, 1), losses, strict=True)])


def _taught(scores: Tensor, shown: Tensor) -> Tensor:
    """The mean cross entropy against the teacher's distribution."""
    return cross_entropy(scores, shown.softmax(dim=1))


def main() -> int:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebanks", type=Path, required=True, help="folder of the .conllu files")
    parser.add_argument("--out", type=Path, required=True, help="folder for the checkpoint")
    parser.add_argument("--start", type=Path, help="folder of a checkpoint to go on from, in place of the first stage")
    parser.add_argument("--teacher", type=Path, help="folder of a trained, larger network to learn from")
    parser.add_argument("--threads", type=int, default=1)
    for field in fields(Config):
        parser.add_argument(f"--{field.name}", type=type(field.default), default=field.default)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    config = replace(Config(), **{field.name: getattr(given, field.name) for field in fields(Config)})
    print(config, flush=True)
    trained(config, given.treebanks, given.out, given.start, given.teacher)
    return 0


if __name__ == "__main__":
    sys.exit(main())
