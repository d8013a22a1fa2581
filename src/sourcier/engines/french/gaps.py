"""The gaps of a paragraph where a sentence may begin, and what is known around each, as numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from sourcier.core.span import Span
from sourcier.engines.french.pairs import between_dashes, inside
from sourcier.engines.french.signs import written
from sourcier.lang.fr.lexicon import FEATURES, Lexicon

BEFORE, AFTER = 6, 6  # tokens looked at on either side
FINAL = frozenset({".", "?", "!", "…"})  # what `sign` makes of all that ends a sentence
_AFTER_WHICH = FINAL | {":", ";", ")", "]", "»", '"'}
_NEVER = FINAL | {"»", ")", "]", ",", ";", ":"}
_LEXICAL = (
    *["ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "NOUN", "NUM", "PRON", "PROPN", "SCONJ", "VERB"],
    *(f"{upos} VerbForm={form}" for upos in ("VERB", "AUX") for form in ("Fin", "Inf", "Part")),
    *("DET Definite=Def", "DET Number=Plur", "NOUN Number=Sing", "NOUN Number=Plur", "ADJ NumType=Ord"),
    *("PRON Person=1", "PRON Person=2", "PRON Person=3", "PRON Emph=No", "PRON PronType=Rel", "PRON PronType=Dem"),
    *("VERB Fin Mood=Imp", "VERB Fin Person=3", "VERB Fin Tense=Pres"),
    *("given name", "surname", "proper name", "acronym", "title", "unit", "function word"),
    *("as written", "lower-cased", "respelled", "a name if capitalised"),
)
_PLACES = tuple(FEATURES.index(name) for name in _LEXICAL)
_FINITE = 1 << FEATURES.index("VERB VerbForm=Fin") | 1 << FEATURES.index("AUX VerbForm=Fin")
_NOMINAL = 1 << FEATURES.index("NOUN") | 1 << FEATURES.index("ADJ")
_SHAPES = 10
BITS = _SHAPES + len(_LEXICAL) + 1  # the last: white space before
CONTEXT = 19
_KEPT = 1 << 14  # forms whose bits are kept

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Gaps:
    """Possible first tokens of sentences (`places`), and for each the tokens around it and its context, as numbers.

    `ids` is gaps × tokens, `rows` (tokens + 1) × BITS, the last of no token, `context` gaps × CONTEXT;
    `certain` is true after a line end that some program wrote out.
    """

    places: Integers
    ids: Integers
    rows: Floats
    context: Floats
    certain: npt.NDArray[np.bool_]

    def bits(self, first: int, stop: int) -> Floats:
        """Return the bits around some of the gaps, gaps × (tokens × BITS)."""
        around = _around(self.places[first:stop], len(self.rows) - 1)
        return self.rows[around].reshape(len(around), -1)


def gaps(text: str, tokens: Sequence[Span], lexicon: Lexicon, vocabulary: Mapping[str, int]) -> Gaps:
    """Return the gaps between `tokens`; `vocabulary` gives ids ≥ 2 to small-letter forms: 0 is outside, 1 any other."""
    signs, spaced = written(text, tokens)
    places = [place for place in range(1, len(signs)) if _may_begin(signs, place)]
    numbers = {form: number for number, form in enumerate(dict.fromkeys(signs))}
    known = [_described(form, lexicon) for form in numbers]
    form_of = np.array([numbers[form] for form in signs], np.int64)
    rows = np.zeros((len(signs) + 1, BITS), np.float32)  # the last row: outside the paragraph
    rows[:-1, :-1] = np.array([bits for bits, _ in known], np.float32).reshape(-1, BITS - 1)[form_of]
    rows[:-1, -1] = spaced
    ids = np.append(np.array([vocabulary.get(form.lower(), 1) for form in numbers], np.int64)[form_of], 0)
    verbs = np.array([verb for _, verb in known], np.int64)[form_of]
    found = np.array(places, np.int64)
    certain = np.array([signs[place - 1].startswith("\\") for place in places], np.bool_)
    return Gaps(found, ids[_around(found, len(signs))], rows, _context(signs, spaced, verbs, places), certain)


def forms(text: str, tokens: Sequence[Span]) -> list[str]:
    """Return the small-letter forms that a vocabulary is made of."""
    return [form.lower() for form in written(text, tokens)[0]]


def _around(places: Integers, outside: int) -> Integers:
    around = places[:, None] + np.arange(-BEFORE, AFTER)
    return np.where((around < 0) | (around >= outside), outside, around)


def _may_begin(signs: Sequence[str], place: int) -> bool:
    form, before = signs[place], signs[place - 1]
    if form in _NEVER or before in {"(", "["} or before[-1] == "'" or (before == ":" and form == "«"):
        return False
    if before in _AFTER_WHICH or before[0] == "\\":
        return True
    if form[0].isdigit() or form in {"«", "("}:
        return not (before[-1].islower() or before[-1] in ",-%°")
    return not (form[0].islower() or form[0] in "'%/°")


@lru_cache(_KEPT)
def _described(form: str, lexicon: Lexicon) -> tuple[tuple[bool, ...], int]:
    """The bits of a form, and 0, 1 or 2: no finite verb, maybe, surely."""
    found = lexicon.features(form)
    first = form[0]
    shapes = [
        first.isupper(),
        len(form) > 1 and form.isupper(),
        first.islower(),
        first.isdigit(),
        form.isdigit(),
        len(form) == 1,
        "-" in form,
        form[-1] == "'",
        len(form) > 1 and form[-1] == ".",
        not form[-1].isalnum(),
    ]
    verb = 0 if not found & _FINITE else 1 if found & _NOMINAL else 2
    return (*shapes, *(bool(found >> place & 1) for place in _PLACES)), verb


def _context(signs: Sequence[str], spaced: Sequence[bool], verbs: Integers, places: Sequence[int]) -> Floats:
    """What the stretches before and after each gap, up to the next mark that may end a sentence, are like."""
    strong = [0, *(place for place in places if _ended(signs, place)), len(signs)]
    maybe, surely = np.append(0, np.cumsum(verbs > 0)), np.append(0, np.cumsum(verbs > 1))
    small = np.append(0, np.cumsum([form[0].islower() for form in signs]))
    quoted, bracketed, dashed = inside(signs, "«", "»"), inside(signs, "(", ")"), between_dashes(signs)
    context = np.zeros((len(places), CONTEXT), np.float32)
    after = 0
    for row, place in enumerate(places):
        while strong[after] <= place:
            after += 1
        left, right = strong[after - 1 - (strong[after - 1] == place)], strong[after]
        stretches = [
            measure
            for first, stop in ((left, place), (place, right))
            for measure in (
                np.log1p(stop - first) / 3,
                stop - first <= 3,
                maybe[stop] > maybe[first],
                surely[stop] > surely[first],
                surely[stop] - surely[first] > 1,
                (small[stop] - small[first]) / (stop - first),
            )
        ]
        context[row] = [
            *stretches,
            quoted[place],
            bracketed[place],
            dashed[place],
            _ended(signs, place),
            left == 0,
            right == len(signs),
            spaced[place],
        ]
    return context


def _ended(signs: Sequence[str], place: int) -> bool:
    """Tell whether a mark that may end a sentence stands before `place`, closing signs apart."""
    before = place - 1
    while before > max(0, place - 4) and signs[before] in {"»", ")", "]"}:
        before -= 1
    return signs[before] in FINAL
