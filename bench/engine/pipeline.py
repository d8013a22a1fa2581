"""What a spaCy pipeline takes from this project: tokens, what the lexicon knows of a form, and documents to train on.

Runs where spaCy is installed; to import this registers it all. `spacy` is no dependency, hence imported as any value.
"""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from bench.engine.corpus import documents
from sourcier.core.span import Span
from sourcier.engines.french.tokens import tokens
from sourcier.lang.fr.lexicon import FEATURES, lexicon

_SEED = 1
_BYTES = (len(FEATURES) + 7) // 8


def words(text: str) -> tuple[list[str], list[bool]]:
    """Return our tokens of `text` and which a space follows; other white space is a token, since spaCy keeps all."""
    found: list[str] = []
    spaces: list[bool] = []
    at = 0
    for span in [*tokens(text, Span(0, len(text))), Span(len(text), len(text))]:
        gap = text[at : span.start]
        if found and gap.startswith(" "):
            spaces[-1] = True
            gap = gap[1:]
        found += [one for one in (gap, text[span.start : span.end]) if one]
        spaces += [False] * (len(found) - len(spaces))
        at = span.end
    return found, spaces


class _Nothing:
    """What spaCy would write beside a pipeline, and need not."""

    def to_disk(self, *_: object, **__: object) -> None:
        """Write nothing."""

    def from_disk(self, *_: object, **__: object) -> Any:
        """Read nothing."""
        return self

    def to_bytes(self, *_: object, **__: object) -> bytes:
        """Return no bytes."""
        return b""

    def from_bytes(self, *_: object, **__: object) -> Any:
        """Take no bytes."""
        return self


class Tokenizer(_Nothing):
    """Our tokens as a `Doc`."""

    def __init__(self, nlp: Any) -> None:
        self._vocab = nlp.vocab
        self._doc = import_module("spacy.tokens").Doc

    def __call__(self, text: str) -> Any:
        """Return the `Doc` of `text`."""
        found, spaces = words(text)
        return self._doc(self._vocab, words=found, spaces=spaces)


class Vectors(_Nothing):
    """The bits of the lexicon in the place of word vectors: spaCy asks for them by the numbers of forms."""

    name = "sourcier.lexicon"

    def __init__(self, vocab: Any) -> None:
        self.strings = vocab.strings
        self.shape = (0, 8 * _BYTES)
        self.vectors_length = self.shape[1]
        self.n_keys = 0
        self.mode = "default"
        self._rows: dict[int, bytes] = {}

    def __len__(self) -> int:
        return 0

    def __contains__(self, _: object) -> bool:
        return False

    def to_ops(self, _: object) -> None:
        """Stay where they are."""

    def get_batch(self, keys: Sequence[int]) -> npt.NDArray[np.float32]:
        """Return a row a key, bits as 0 and 1."""
        rows = b"".join([self._rows.get(key) or self._row(key) for key in keys])
        bits = np.frombuffer(rows, np.uint8).reshape(-1, _BYTES)
        return np.unpackbits(bits, axis=1, bitorder="little").astype(np.float32)

    def _row(self, key: int) -> bytes:
        row = self._rows[key] = lexicon().features(self.strings[key]).to_bytes(_BYTES, "little")
        return row


def _reader(files: list[str], rounds: int, noise: float) -> Callable[[Any], Iterator[Any]]:
    example, doc = import_module("spacy.training").Example, import_module("spacy.tokens").Doc

    def read(nlp: Any) -> Iterator[Any]:
        for one in documents([Path(file) for file in files], rounds, noise, _SEED):
            gold = doc(
                nlp.vocab, words=one.words, spaces=one.spaces, pos=one.pos, morphs=one.morphs, lemmas=one.lemmas,
                heads=one.heads, deps=one.deps,
            )  # fmt: skip
            yield example(nlp.make_doc(gold.text), gold)

    return read


def register() -> None:
    """Tell spaCy the names of the configuration; its own French is passed over: it takes seconds to import."""
    spacy = import_module("spacy")
    spacy.registry.languages.register("fr", func=type("French", (spacy.Language,), {"lang": "fr"}))
    spacy.registry.tokenizers.register("sourcier.tokens", func=lambda: Tokenizer)
    spacy.registry.vectors.register("sourcier.lexicon", func=lambda: Vectors)
    spacy.registry.readers.register("sourcier.treebanks", func=_reader)
