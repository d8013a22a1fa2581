"""A large invented vocabulary, Zipf-like, with a stock of set phrases that make n-grams come back as in real text."""

import random
from collections.abc import Iterator
from copy import copy
from itertools import islice

import numpy as np
from numpy.typing import NDArray


def listed(words: str) -> list[str]:
    """Split a list written as running text, each word once unless it is to be drawn more often."""
    return words.split()


FUNCTION_WORDS = listed(
    "de la le les et des à en du un une que dans pour qui par sur au plus est a ont son se avec ce il selon mais aux "
    "ne pas été sa cette leur sont elle dont entre après ces comme ou sans ils deux où leurs sous fait tout depuis "
    "lors contre ainsi même ses très avant aussi afin vers alors encore pendant chez face"
)
ONSETS = listed("b bl br c ch cl cr d d dr f fl fr g gl gr j l l m m n n p p pl pr qu r r s s t t tr v")
VOWELS = listed("a e i o u é ou an on in eu oi ai ar or er al")
ENDINGS = listed(
    "er é ée és e es ent tion tions ment ments eur eurs ique iques age ité ités ant ante al ale ois ien ienne ir it "
    "ait aient ure isme iste eux euse if ive able oire ance ences o a i u"
)

# Tuned so that about 2.6 % of 5-grams and 0.8 % of 8-grams come back within a million words, as in news text.
MIDDLE = (0.0050, 5, 7, 3_000)  # share of draws, shortest, longest, how many phrases
LONG = (0.0060, 8, 10, 3_000)
LONGEST_IN_PHRASES = 6  # letters: what comes back in real text is mostly small words
BATCH, DRAWS = 1 << 16, 1 << 22


def invented_words(rng: random.Random, count: int) -> list[str]:
    """Make different words: the function words, then words of syllables, the shorter ones rather first."""
    words = dict.fromkeys(FUNCTION_WORDS)
    while len(words) < count:
        syllables = rng.choices((0, 1, 2), (6, 54, 40))[0]
        stem = "".join(rng.choice(ONSETS) + rng.choice(VOWELS) for _ in range(syllables))
        words[stem + rng.choice(ONSETS) + rng.choice(ENDINGS)] = None
    invented = list(words)[len(FUNCTION_WORDS) :]
    invented.sort(key=lambda word: len(word) + rng.uniform(0, 7))  # frequent words are shorter
    return [*FUNCTION_WORDS, *invented]


class Vocabulary:
    """Words by falling frequency (rank r: proportional to (r + 2.7) ** -1.1), function words first."""

    def __init__(self, rng: random.Random, size: int = 80_000) -> None:
        self.words = invented_words(rng, size)
        weights = (np.arange(size) + 3.7) ** -1.1
        cumulative = np.cumsum(weights / weights.sum())
        # The word of each of four million equal shares of the draws: a search for each of 400 million words is slow.
        self._ranks: NDArray[np.int32] = np.searchsorted(cumulative[:-1], np.arange(0.5, DRAWS) / DRAWS).astype(
            np.int32
        )
        self._begin(rng)
        self.phrases = [self._stock(rng, *shape) for shape in (MIDDLE[1:], LONG[1:])]

    def drawn_anew(self, rng: random.Random) -> "Vocabulary":
        """Give the same words and phrases, drawn in an order of its own."""
        other = copy(self)
        other._begin(rng)
        return other

    def _begin(self, rng: random.Random) -> None:
        self._numbers = np.random.default_rng(rng.getrandbits(64))
        self._plain = self._draw_words()
        self._text: list[str] = []
        self._unfinished = b""  # 1 for a word whose set phrase goes on
        self._here = 0

    def _draw_words(self) -> Iterator[str]:
        while True:
            yield from self._batch()

    def _batch(self) -> list[str]:
        ranks = self._ranks[self._numbers.integers(DRAWS, size=BATCH)]
        return list(map(self.words.__getitem__, ranks.tolist()))

    def _stock(self, rng: random.Random, shortest: int, longest: int, count: int) -> list[list[str]]:
        """Set phrases; a third of them are long official names, with capitals."""
        stock = []
        for _ in range(count):
            short = (word for word in self._plain if len(word) <= LONGEST_IN_PHRASES)
            phrase = list(islice(short, rng.randint(shortest, longest)))
            if rng.random() < 1 / 3:
                phrase = [word if len(word) < 4 else word.capitalize() for word in phrase]
            stock.append(phrase)
        return stock

    def running(self, wanted: int) -> list[str]:
        """Give the next words of running text: as many as wanted, and the rest of a set phrase begun there."""
        if self._here + wanted + LONG[2] > len(self._text):
            self._refill()
        past = self._here + wanted
        while self._unfinished[past - 1]:
            past += 1
        words = self._text[self._here : past]
        self._here = past
        return words

    def _refill(self) -> None:
        """Draw mostly single words, now and then a set phrase (Zipf over the stock)."""
        dice, plain = self._numbers.random(BATCH), self._batch()
        text: list[str] = []
        unfinished = bytearray()
        last = 0
        for place in np.flatnonzero(dice < MIDDLE[0] + LONG[0]).tolist():
            stock = self.phrases[0 if dice[place] < MIDDLE[0] else 1]
            # The cube favours the first phrases: rank r comes up in proportion to r ** (-2 / 3).
            phrase = stock[int(len(stock) * self._numbers.random() ** 3)]
            text += plain[last:place]
            text += phrase
            unfinished += bytes(place - last) + b"\1" * (len(phrase) - 1) + b"\0"
            last = place + 1
        text += plain[last:]
        self._text, self._unfinished, self._here = text, bytes(unfinished) + bytes(BATCH - last), 0

    def word(self) -> str:
        """Draw any word by its frequency."""
        return next(self._plain)

    def content_word(self, rng: random.Random) -> str:
        """Draw a word that is no function word."""
        rank = int(len(self.words) ** rng.uniform(0.4, 1.0)) - 1
        return self.words[max(rank, len(FUNCTION_WORDS))]

    def name(self, rng: random.Random) -> str:
        """Draw a rare word with a capital, as people and places have."""
        return self.words[rng.randrange(len(self.words) // 10, len(self.words))].capitalize()
