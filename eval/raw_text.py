"""Gold sentences as raw text: what an engine gets to read, and where the gold tokens stand in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from eval.conllu import Word
from sourcier.core.span import Span

_TOGETHER = 10  # sentences


@dataclass(frozen=True, slots=True)
class Gold:
    """Sentences joined to one text; `spans` and `heads` (indices into `words`) are of the text, not of a sentence.

    `starts` are the first words of the sentences.
    """

    text: str
    words: tuple[Word, ...]
    spans: tuple[Span, ...]
    heads: tuple[int, ...]
    starts: tuple[int, ...]


def groups(sentences: Iterable[tuple[Word, ...]]) -> Iterator[Gold]:
    """Yield the text of each ten sentences in a row, joined as `space_after` says."""
    rest = iter(sentences)
    while group := list(islice(rest, _TOGETHER)):
        yield joined(group)


def joined(sentences: Iterable[tuple[Word, ...]]) -> Gold:
    """Return the text of some sentences."""
    text = ""
    words: list[Word] = []
    spans: list[Span] = []
    heads: list[int] = []
    starts: list[int] = []
    for sentence in sentences:
        starts.append(len(words))
        heads += [starts[-1] + word.head for word in sentence]
        for word in sentence:
            spans.append(Span(len(text), len(text) + len(word.form)))
            text += word.form + " " * word.space_after
        words += sentence
    return Gold(text, tuple(words), tuple(spans), tuple(heads), tuple(starts))


def names_lowered(sentence: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the sentence with its proper names in lower case, as hurried copy has them."""
    return tuple(replace(word, form=word.form.lower()) if word.upos == "PROPN" else word for word in sentence)
