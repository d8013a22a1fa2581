"""Copies of a sentence as the press and its readers write: names in small letters, slips, accents left out."""

import random
import unicodedata
from collections.abc import Callable, Sequence

from eval.conllu import Word

_LETTERS = "abcdefghijklmnopqrstuvwxyzéèà"


def noisy(words: Sequence[Word], chance: random.Random) -> list[str]:
    """Return the forms of `words`, changed in one of several manners."""
    kinds: tuple[tuple[Callable[[Sequence[Word], random.Random], list[str]], float], ...] = (
        (_small_names, 0.35),
        (_small, 0.15),
        (_slips, 0.2),
        (_bare, 0.15),
        (_capitals, 0.05),
        (_titled, 0.1),
    )
    return chance.choices([kind for kind, _ in kinds], [weight for _, weight in kinds])[0](words, chance)


def small_names(words: Sequence[Word]) -> list[str]:
    """Return the forms with the proper names in small letters."""
    return [word.form.lower() if word.upos == "PROPN" else word.form for word in words]


def _small_names(words: Sequence[Word], _: random.Random) -> list[str]:
    return small_names(words)


def _small(words: Sequence[Word], _: random.Random) -> list[str]:
    return [word.form.lower() for word in words]


def _capitals(words: Sequence[Word], _: random.Random) -> list[str]:
    return [word.form.upper() for word in words]


def _titled(words: Sequence[Word], _: random.Random) -> list[str]:
    """A headline: every longer word begins with a capital."""
    return [word.form[:1].upper() + word.form[1:] if len(word.form) > 3 else word.form for word in words]


def _bare(words: Sequence[Word], chance: random.Random) -> list[str]:
    """Accents left out, everywhere or on capitals alone."""
    every = chance.random() < 0.5
    return [_without_accents(word.form) if every or chance.random() < 0.3 else word.form for word in words]


def _without_accents(form: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFD", form) if not unicodedata.combining(one))


def _slips(words: Sequence[Word], chance: random.Random) -> list[str]:
    return [_slip(word.form, chance) if len(word.form) > 3 and chance.random() < 0.1 else word.form for word in words]


def _slip(form: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(form) - 1)
    return chance.choice(
        (
            form[:at] + form[at + 1 :],
            form[:at] + form[at] + form[at:],
            form[:at] + form[at + 1] + form[at] + form[at + 2 :],
            form[:at] + chance.choice(_LETTERS) + form[at + 1 :],
        )
    )
