"""The French engine: tokens and sentences by rules and a small network, the rest by a network of our own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from threading import Lock

from threadpoolctl import ThreadpoolController

from sourcier.core.span import Span
from sourcier.engines.french import lemmas
from sourcier.engines.french.boundaries import boundaries
from sourcier.engines.french.features import plain
from sourcier.engines.french.network import Network, Reading
from sourcier.engines.french.revising import features, with_subjects, without_passives
from sourcier.engines.french.tokens import tokens
from sourcier.engines.french.weights import weights
from sourcier.engines.pieces import pieces
from sourcier.lang.fr.lexicon import lexicon
from sourcier.text.analysis import Analysis, Sentence, Token

_NAME, _VERSION, _LANGUAGE = "french", "1", "fr"
_LONGEST_PIECE = 100_000  # code points read at once
_LONGEST_SENTENCE = 300  # tokens; the tree of a longer one would take the square of its length
_PORTION = 20_000  # tokens read at once
_KEPT_LEMMAS = 20_000
_ONE_AT_A_TIME = Lock()
_CUTS = (frozenset(";:"), frozenset(","))  # where a sentence that is too long is cut, best first


@dataclass(frozen=True, slots=True)
class _Read:
    """A sentence: where its tokens stand, their forms as the network has them, and what the network says of them."""

    spans: Sequence[Span]
    forms: Sequence[str]
    reading: Reading


class French:
    """Reads French offline, from the package; made cheaply, it opens its weights when first asked to read."""

    name = _NAME
    version = _VERSION
    language = _LANGUAGE

    def analyse(self, text: str) -> Analysis:
        """Return tokens, sentences, lemmas, features and trees of `text`, of any length and of any characters.

        Its matrices are multiplied on one thread: they are too small to gain from more. Threads that ask at once wait
        for one another: what is kept of forms and the number of threads are shared.
        """
        with _ONE_AT_A_TIME, _threads().limit(limits=1, user_api="blas"):
            return self._analysed(text)

    def _analysed(self, text: str) -> Analysis:
        found: list[Token] = []
        parts: list[Sentence] = []
        for spans in _portions(_sentences(text)):
            forms = [[plain(text[span.start : span.end]) for span in sentence] for sentence in spans]
            for each in map(_Read, spans, forms, self._model.read(forms)):
                parts.append(Sentence(len(found), len(found) + len(each.spans)))
                found += self._tokens(each, text, len(found))
        return Analysis(text, self.language, f"{self.name} {self.version}", tuple(found), tuple(parts))

    def _tokens(self, sentence: _Read, text: str, first: int) -> Iterator[Token]:
        reading, forms = sentence.reading, sentence.forms
        tags = [self._model.tags[tag] for tag in reading.tags.tolist()]
        rules = [self._model.rules[rule] for rule in reading.rules.tolist()]
        heads = reading.heads.tolist()
        relations = [self._model.relations[relation] for relation in reading.relations.tolist()]
        feats = [_features(form, *tag) for form, tag in zip(forms, tags, strict=True)]
        if "aux:pass" in relations:
            verbs = [
                lexicon().features(form) if upos == "VERB" else 0 for form, (upos, _) in zip(forms, tags, strict=True)
            ]
            relations, feats = without_passives(heads, relations, feats, verbs)
        relations = with_subjects(heads, relations, feats)
        for at, (span, form) in enumerate(zip(sentence.spans, forms, strict=True)):
            upos = tags[at][0]
            lemma = span.of(text) if upos == "PUNCT" else _lemma(form, upos, feats[at], rules[at])
            head = first + (at if heads[at] < 0 else heads[at])
            yield Token(span.start, span.end, lemma, upos, feats[at], head, relations[at])

    @cached_property
    def _model(self) -> Network:
        return Network(weights())


def _sentences(text: str) -> Iterator[list[Span]]:
    """The tokens of each sentence; none crosses a paragraph, none is longer than the network reads."""
    for piece in pieces(text, _LONGEST_PIECE):
        found = tokens(text, piece)
        starts = boundaries(text, found)
        for start, stop in zip(starts, [*starts[1:], len(found)], strict=True):
            yield from _cut(text, found[start:stop])


def _portions(sentences: Iterator[list[Span]]) -> Iterator[list[list[Span]]]:
    """Sentences to be read together: many, since those of like length are read side by side, but not a whole book."""
    portion: list[list[Span]] = []
    size = 0
    for sentence in sentences:
        portion.append(sentence)
        size += len(sentence)
        if size > _PORTION:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


def _cut(text: str, sentence: list[Span]) -> Iterator[list[Span]]:
    while len(sentence) > _LONGEST_SENTENCE:
        at = _cut_place(text, sentence)
        yield sentence[:at]
        sentence = sentence[at:]
    yield sentence


def _cut_place(text: str, sentence: list[Span]) -> int:
    for marks in _CUTS:
        for at in range(_LONGEST_SENTENCE, _LONGEST_SENTENCE // 2, -1):
            if sentence[at - 1].of(text) in marks:
                return at
    return _LONGEST_SENTENCE


@lru_cache(_KEPT_LEMMAS)
def _lemma(form: str, upos: str, feats: str, rule: str) -> str:
    guess = lemmas.applied(form, rule)
    if upos == "PROPN":
        return lemmas.name(guess, lexicon())
    return lemmas.chosen(upos, feats, guess, lexicon().readings(form))


@lru_cache(_KEPT_LEMMAS)
def _features(form: str, upos: str, feats: str) -> str:
    return features(upos, feats, lexicon().readings(form))


@lru_cache(1)
def _threads() -> ThreadpoolController:
    return ThreadpoolController()
