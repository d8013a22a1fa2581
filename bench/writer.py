"""Writes articles on a story: sentences with the story's names and numbers, quotations, paragraphs, titles."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, count

from bench.draft import Draft, Paragraph
from bench.sentences import Sentences, ended
from bench.vocabulary import Vocabulary

NO_BREAK = "\u00a0"
SAID = ("a déclaré", "a indiqué", "a affirmé", "a expliqué", "a souligné", "selon", "a précisé", "a ajouté")
MEAN_WORDS, SPREAD = 330, 0.62  # of the log-normal length of an article
BRIEFS = 0.15  # share of articles that are one or two paragraphs


@dataclass(frozen=True, slots=True)
class Story:
    """What articles on one story have in common without sharing a sentence."""

    names: tuple[str, ...]
    numbers: tuple[str, ...]


class Writer:
    """Every word it writes gets an origin of its own."""

    def __init__(self, sentences: Sentences, vocabulary: Vocabulary, rng: random.Random) -> None:
        self.rng = rng
        self._sentences = sentences
        self._vocabulary = vocabulary
        self._origins = count()

    def story(self) -> Story:
        names = tuple(f"{self._name()} {self._name()}" for _ in range(self.rng.randint(3, 6)))
        numbers = tuple(f"{self.rng.randint(2, 999)} {self.content_word()}" for _ in range(self.rng.randint(3, 6)))
        return Story(names, numbers)

    def fresh(self, forms: Iterable[str]) -> Paragraph:
        return tuple(zip(self._origins, forms, strict=False))  # one more origin goes unused

    def sentence(self, story: Story) -> list[str]:
        words = list(self._sentences.sentence())
        roll = self.rng.random()
        if roll < 0.35:
            words[2:2] = self.rng.choice(story.names).split()
        if 0.25 < roll < 0.45:
            words[-1:-1] = self.rng.choice(story.numbers).split()
        if roll > 0.88:
            return self._quoted(words, story)
        return words

    def _quoted(self, words: list[str], story: Story) -> list[str]:
        speaker = [*self.rng.choice(SAID).split(), *self.rng.choice(story.names).split()]
        said = [f"«{NO_BREAK}{words[0]}", *words[1:-1], f"{words[-1].rstrip('.')}{NO_BREAK}»,"]
        return [*said, *speaker[:-1], speaker[-1] + "."]

    def paragraph(self, story: Story) -> Paragraph:
        sentences = self.rng.choices((1, 2, 3, 4), (25, 40, 25, 10))[0]
        return self.fresh(chain.from_iterable([self.sentence(story) for _ in range(sentences)]))

    def article(self, story: Story, kind: str) -> Draft:
        wanted = MEAN_WORDS * self.rng.lognormvariate(0, SPREAD)
        if self.rng.random() < BRIEFS:
            wanted = self.rng.uniform(40, 100)
        paragraphs = [self.paragraph(story)]
        length = len(paragraphs[0])
        while length < wanted:
            paragraphs.append(self.paragraph(story))
            length += len(paragraphs[-1])
        return Draft(self.title(story), tuple(paragraphs), kind)

    def title(self, story: Story) -> str:
        words = self._sentences.sentence()[: self.rng.randint(5, 10)]
        return f"{self.rng.choice(story.names)} : {' '.join(words).rstrip('.,')}"

    def footer(self) -> list[str]:
        """Write standing text of 8 to 36 words, without the set phrases that articles use."""
        count = max(8, min(36, int(self.rng.lognormvariate(2.95, 0.45))))
        return ended([self._vocabulary.word() for _ in range(count)])

    def replacement(self, form: str) -> str:
        """Another word in its place, with the same punctuation and capital."""
        core = form.strip(f"«»{NO_BREAK}.,:")
        new = self.content_word()
        while new.lower() == core.lower():
            new = self.content_word()
        return form.replace(core, new.capitalize() if core[:1].isupper() else new, 1) if core else form

    def content_word(self) -> str:
        return self._vocabulary.content_word(self.rng)

    def _name(self) -> str:
        return self._vocabulary.name(self.rng)
