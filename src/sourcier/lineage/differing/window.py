"""The words around and inside one passage, as plain lists: faster than arrays, one word at a time."""

from dataclasses import dataclass

from sourcier.core.article import Article
from sourcier.lineage.differing.lexicon import Known, Lexicon
from sourcier.lineage.differing.word import Word
from sourcier.lineage.words import Words

AROUND = 3  # words of context on each side


@dataclass(slots=True)
class Window:
    """One side of a passage; words are counted from `first`, which is a number of the article's words."""

    text: str
    known: Known
    first: int
    starts: list[int]
    ends: list[int]

    def words(self, start: int, end: int) -> list[Word]:
        """Return what is known of the words start..end, as far as the window reaches."""
        text, known = self.text, self.known
        low = max(start, 0)
        return [known[text[a:b]] for a, b in zip(self.starts[low:end], self.ends[low:end], strict=True)]

    def separator(self, word: int) -> str:
        """Return what stands between a word and the one before it; at the edge of the text, to that edge."""
        start = self.ends[word - 1] if word > 0 else 0
        return self.text[start : self.starts[word] if word < len(self.starts) else len(self.text)]


def window(article: Article, words: Words, start: int, end: int, lexicon: Lexicon) -> Window:
    """Return the words start..end of an article with a little context."""
    first = max(start - AROUND, 0)
    kept = slice(first, end + AROUND)
    return Window(article.text, lexicon.known, first, words.starts[kept].tolist(), words.ends[kept].tolist())
