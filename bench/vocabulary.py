"""A large invented vocabulary, Zipf-like, with a stock of set phrases that make n-grams come back as in real text."""

import random
from collections.abc import Iterator
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
BATCH = 1 << 16


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
        self._numbers = np.random.default_rng(rng.getrandbits(64))
        self.words = invented_words(rng, size)
        weights = (np.arange(size) + 3.7) ** -1.1
        self._cumulative: NDArray[np.float64] = np.cumsum(weights / weights.sum())
        self._plain = self._draw_words()
        self.phrases = [self._stock(rng, *shape) for shape in (MIDDLE[1:], LONG[1:])]

    def _draw_words(self) -> Iterator[str]:
        while True:
            ranks = np.searchsorted(self._cumulative[:-1], self._numbers.random(BATCH))
            yield from [self.words[rank] for rank in ranks.tolist()]

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

    def stream(self) -> Iterator[list[str]]:
        """Endless units of running text: mostly single words, now and then a set phrase (Zipf over the stock)."""
        shares = (MIDDLE[0], LONG[0])
        while True:
            dice = self._numbers.random(BATCH).tolist()
            for roll in dice:
                if roll >= sum(shares):
                    yield [next(self._plain)]
                    continue
                stock = self.phrases[0 if roll < shares[0] else 1]
                # The cube favours the first phrases: rank r comes up in proportion to r ** (-2 / 3).
                yield stock[int(len(stock) * self._numbers.random() ** 3)]

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
