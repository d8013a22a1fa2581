"""The words, tags, relations and lemma rules that the network has a row or a column for."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from eval.conllu import Word
from sourcier.engines.french import lemmas

UNKNOWN = 0  # the row of words in no table
_RARE_WORD, _RARE_RULE = 2, 3


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names by index; `counts` are those of `words` in training."""

    words: tuple[str, ...]
    counts: tuple[int, ...]
    tags: tuple[str, ...]
    relations: tuple[str, ...]
    rules: tuple[str, ...]

    def save(self, path: Path) -> None:
        """Write the names to `path` as JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "Vocabulary":
        """Read what `save` wrote."""
        return cls(**{name: tuple(values) for name, values in json.loads(path.read_text(encoding="utf-8")).items()})


def tag(word: Word) -> str:
    """Return part of speech and features as one name, layered features left out."""
    return f"{word.upos}|" + "|".join(one for one in word.feats.split("|") if one and "[" not in one)


def gathered(sentences: Sequence[Sequence[Word]], key: "Iterable[str]") -> Vocabulary:
    """Return the vocabulary of `sentences`; `key` yields the word of each form, in order."""
    words = Counter(key)
    rules = Counter(lemmas.rule(word.form, word.lemma) for sentence in sentences for word in sentence if word.lemma)
    tags = Counter(tag(word) for sentence in sentences for word in sentence)
    relations = Counter(word.relation for sentence in sentences for word in sentence)
    kept = [word for word, count in words.most_common() if count >= _RARE_WORD]
    return Vocabulary(
        words=("", *kept),
        counts=(0, *(words[word] for word in kept)),
        tags=tuple(name for name, count in tags.most_common() if count >= 2),
        relations=tuple(name for name, count in relations.most_common() if count >= 2),
        rules=("=|0|", *(name for name, count in rules.most_common() if count >= _RARE_RULE and name != "=|0|")),
    )
