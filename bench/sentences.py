"""Where sentences come from: the invented vocabulary, or real ones from a folder or a `.jsonl`."""

import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Protocol

from bench.vocabulary import FUNCTION_WORDS, Vocabulary

SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-ÖØ-Þ«\"])")
SHORTEST, LONGEST = 6, 55  # words of a base sentence that is used


class Sentences(Protocol):
    """An endless source of sentences, each a list of words with their punctuation."""

    def sentence(self) -> list[str]: ...

    def report(self) -> dict[str, int]: ...


def ended(words: list[str]) -> list[str]:
    return [words[0][:1].upper() + words[0][1:], *words[1:-1], words[-1] + "."]


class InventedSentences:
    """Sentences of 6 to 50 words from the invented vocabulary."""

    def __init__(self, vocabulary: Vocabulary, rng: random.Random) -> None:
        self._vocabulary = vocabulary
        self._rng = rng
        self._made = 0

    def sentence(self) -> list[str]:
        wanted = max(6, min(50, int(self._rng.lognormvariate(2.95, 0.45))))
        words = self._vocabulary.running(wanted)
        for place in range(4, len(words) - 3, 5):
            if self._rng.random() < 0.4:
                words[place] += ","
        self._made += 1
        return ended(words)

    def report(self) -> dict[str, int]:
        return {"sentences": self._made}


def base_texts(path: Path) -> Iterator[str]:
    """Texts of a `.jsonl` (field `text`), or of every `.txt` and `.jsonl` below a folder."""
    if path.is_dir():
        for file in sorted([*path.rglob("*.txt"), *path.rglob("*.jsonl")]):
            yield from base_texts(file)
    elif path.suffix == ".jsonl":
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines if line.strip())
    else:
        yield path.read_text(encoding="utf-8", errors="replace")


class BaseSentences:
    """Each real sentence once; when they run out, the same with every content word replaced by one that ends alike.

    `part` (n, of) takes every of-th sentence from the n-th on, so that the parts of a corpus share none.
    """

    def __init__(self, path: Path, rng: random.Random, part: tuple[int, int] = (0, 1)) -> None:
        self._rng = rng
        parts = (sentence.split() for text in base_texts(path) for sentence in SENTENCE_END.split(text))
        unique = dict.fromkeys(tuple(words) for words in parts if SHORTEST <= len(words) <= LONGEST)
        self._fresh = [list(words) for words in unique]
        if not self._fresh:
            raise SystemExit(f"bench: no sentence of {SHORTEST} to {LONGEST} words in {path}")
        self._seen = list(self._fresh)
        self._alike: dict[tuple[str, bool], list[str]] = defaultdict(list)
        for word in chain.from_iterable(self._fresh):
            self._alike[self._ending(word)].append(word)
        self._fresh = self._fresh[part[0] :: part[1]]
        self._base = len(self._fresh)
        rng.shuffle(self._fresh)
        self._recombined = 0

    @staticmethod
    def _ending(word: str) -> tuple[str, bool]:
        return word[-2:].lower(), word[:1].isupper()

    def sentence(self) -> list[str]:
        if self._fresh:
            return list(self._fresh.pop())
        self._recombined += 1
        model = self._rng.choice(self._seen)
        return [w if w.lower() in FUNCTION_WORDS else self._rng.choice(self._alike[self._ending(w)]) for w in model]

    def report(self) -> dict[str, int]:
        used = self._base - len(self._fresh)
        return {"sentences": used + self._recombined, "base": used, "recombined": self._recombined}
