"""Texts written without capitals (transcripts): there a word that the language has not may be a name."""

from functools import cached_property

from sourcier.reading.names.words import Words

_SENTENCES = 3  # fewer tell nothing
_CAPITALS = 0.25  # share of sentences that begin with a capital, below which capitals are not written


class Lowered(Words):
    """The words of a text in small letters: a word that is none of the language counts as capitalised."""

    @cached_property
    def _names(self) -> list[bool]:
        return [form[:1].isalpha() and (form[:1].isupper() or not self.known(at)) for at, form in enumerate(self.forms)]

    def capitalised(self, token: int) -> bool:
        """Tell whether a token may be (a part of) a name."""
        return 0 <= token < len(self._names) and self._names[token]


def as_written(words: Words) -> Words:
    """Return the words, as those of a text in small letters where they are."""
    starts = [words.forms[at] for at in words.sentence_starts if words.forms[at][:1].isalpha()]
    if len(starts) < _SENTENCES or sum(form[0].isupper() for form in starts) >= _CAPITALS * len(starts):
        return words
    return Lowered(words.analysis, words.taken)


def is_lowered(words: Words) -> bool:
    """Tell whether capitals are not written in a text."""
    return isinstance(words, Lowered)
