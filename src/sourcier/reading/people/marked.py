"""A text with the marks of its tokens, as who seeks names reads it."""

from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.names.words import Words
from sourcier.reading.people import shape
from sourcier.reading.people.lexis import Lexis
from sourcier.text.analysis import Sentence

_HEADLINE = 5  # words of a line in capitals at least
_SHOUTED = 0.7  # of them in capitals throughout; « À » and « L' » have one letter
FUNCTION = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "ADV", "AUX"})  # parts of speech of small words


class Marked:
    """One text with what its language says and the world's places."""

    def __init__(self, words: Words, lexis: Lexis, gazetteer: Gazetteer) -> None:
        """Mark the tokens; what other readers hold has no marks."""
        self.words, self.lexis, self.gazetteer = words, lexis, gazetteer
        self.marks = [lexis.shape(form) for form in words.forms]
        for token in words.taken:
            self.marks[token] = 0
        self._length = len(self.marks)
        self._lowered = [False] * self._length
        for sentence in words.analysis.sentences:
            if self._is_levelled(sentence):
                self._lowered[sentence.first : sentence.stop] = [True] * (sentence.stop - sentence.first)

        self.is_levelled = any(self._lowered)

    def _is_levelled(self, sentence: Sentence) -> bool:
        """Whether a sentence has no capitals, or nothing else; where they show nothing, no mark tells of them."""
        span = slice(sentence.first, sentence.stop)
        marks = self.marks[span]
        if not any(each & shape.CAPITAL for each in marks):
            return True
        letters = [each for each in marks if each & shape.LETTERS]
        if len(letters) < _HEADLINE or not all(each & shape.CAPITAL for each in letters):
            return False
        if sum(bool(each & shape.CAPITALS) for each in letters) < _SHOUTED * len(letters):
            return False
        self.marks[span] = [each & ~(shape.CAPITAL | shape.CAPITALS) for each in marks]
        return True

    def shape(self, token: int) -> int:
        """Return the marks of a token, none beyond the ends of the text."""
        return self.marks[token] if 0 <= token < self._length else 0

    def lowered(self, token: int) -> bool:
        """Tell whether a token stands in a sentence without capitals (a transcript), where they show nothing."""
        return self.is_levelled and 0 <= token < self._length and self._lowered[token]

    def beginning(self, marks: int) -> list[int]:
        """Return the tokens with one of some marks, and all of the sentences without capitals."""
        both = zip(self.marks, self._lowered, strict=True)
        return [at for at, (each, lowered) in enumerate(both) if lowered or each & marks]

    def is_in(self, name: str, token: int) -> bool:
        """Tell whether a set of the language's table (« names.inside ») holds a token."""
        return self.words.at(token) in self.lexis.sets[name]

    def is_function(self, token: int) -> bool:
        """Tell whether a token is a small word of the language: an article, a pronoun, a preposition."""
        return bool(self.shape(token) & shape.WORD) and self.words.upos(token) in FUNCTION

    def is_place(self, first: int, stop: int) -> bool:
        """Tell whether some tokens together name a place."""
        found = self.gazetteer.longest(self.words.forms[first:stop])
        return bool(found and found.end == stop - first)

    def breaks(self, token: int) -> bool:
        """Tell whether nothing goes on at a token: a sentence begins there that a sign or a new line parts."""
        if token not in self.words.sentence_starts:
            return False
        tokens = self.words.analysis.tokens
        between = self.words.analysis.text[tokens[token - 1].end : tokens[token].start] if token else ""
        return self.words.upos(token - 1) == "PUNCT" or "\n" in between
