"""A person's name taken apart."""

from dataclasses import dataclass
from functools import lru_cache

from sourcier.reading.entities.references import name_key
from sourcier.reading.entities.transliteration import Word, transliteration, word

MOST_WORDS = 8  # a longer « name » is a list or a slip of the reader
_WHOLE = 2  # words written out
_KEPT = 1 << 17


@dataclass(frozen=True, slots=True)
class Name:
    """The words of a name without particles and honorifics, in their order.

    `glued` is the whole by its consonants, particles and all, for names that are written apart or together.
    `generation` is what tells a son from his father (« fils »), None where nothing does. `spelling` is its words by
    their sound, in any order; `skeletons` those by their consonants. `single` where one word at most is written out;
    `frequent` where many bear each of its words, so that many bear it.
    """

    key: str
    words: tuple[Word, ...]
    glued: str
    generation: str | None
    spelling: str
    skeletons: frozenset[str]
    single: bool
    frequent: bool


@lru_cache(_KEPT)
def named(name: str, code: str) -> Name:
    """Return a person's name taken apart."""
    key = name_key(name)
    rules = transliteration(code)
    parts = _before(key.split(), rules.otherwise if rules else frozenset())[:MOST_WORDS]
    kept = parts if rules is None else _less(_less(parts, rules.particles, 1), rules.honorifics, 2)
    told = next((part for part in kept[1:] if rules and part in rules.generations), None)
    words = tuple(word(part, code) for part in kept if part != told)
    full = [one for one in words if not one.initial]
    return Name(
        key,
        words,
        word("".join(parts), code).skeleton,
        told,
        " ".join(sorted(one.spelling for one in words)),
        frozenset(one.skeleton for one in full),
        len(full) < _WHOLE,
        all(one.frequent for one in full),
    )


def _before(parts: list[str], otherwise: frozenset[str]) -> list[str]:
    """The words before « dit », where two are."""
    stop = next((at for at, part in enumerate(parts) if part in otherwise and at >= _WHOLE), None)
    return parts[:stop]


def _less(parts: list[str], out: frozenset[str], least: int) -> list[str]:
    kept = [part for part in parts if part not in out]
    return kept if sum(len(part) > 1 for part in kept) >= least else parts
