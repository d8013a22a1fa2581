"""Manners of the press that treebanks lack or have seldom, each as a change of one sentence."""

import random
from collections.abc import Callable
from dataclasses import replace

from eval.conllu import Word

Sentence = tuple[Word, ...]

_SHORT = 22  # tokens of the longest sentence that becomes a headline
_ENDS = frozenset({".", "?", "!", "..."})
_SAYINGS = (
    "a -t-il dit .",
    "a -t-elle déclaré .",
    "dit -il .",
    "s' interroge le ministre .",
    "lance -t-elle à la foule .",
    "demande un habitant de la ville .",
    "ont crié les manifestants .",
    "a déclaré mardi le porte-parole du gouvernement .",
    "explique -t-on de source policière .",
)
_SYLLABLES = (
    "ba",
    "bra",
    "chi",
    "dja",
    "gou",
    "hin",
    "jin",
    "ka",
    "lan",
    "lé",
    "ming",
    "mo",
    "ni",
    "ou",
    "ping",
    "ta",
    "thu",
    "xi",
    "yo",
    "zé",
)


def in_manners(sentence: Sentence, chance: random.Random) -> Sentence:
    """Return the sentence in some of the manners, most often in none."""
    for share, manner in _MANNERS:
        if chance.random() < share and len(sentence) > 1:
            sentence = manner(sentence, chance)
    return sentence


def mark(form: str, *, space_after: bool = True) -> Word:
    """Return a token that is in no treebank."""
    return Word(form, form, "PUNCT", "", 0, "punct", space_after)


def capitals(sentence: Sentence) -> Sentence:
    """Return the sentence in capitals."""
    return tuple(replace(word, form=word.form.upper()) for word in sentence)


def _renamed(sentence: Sentence, chance: random.Random) -> Sentence:
    """Names in no lexicon, so that a capital within a sentence says little."""
    return tuple(replace(word, form=_name(chance)) if word.upos == "PROPN" else word for word in sentence)


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.choice([1, 2, 2, 3]))).capitalize()


def _raised(sentence: Sentence, chance: random.Random) -> Sentence:
    """A noun or an adjective with a capital: « le Président », « son site Web »."""
    nouns = [place for place, word in enumerate(sentence) if place and word.upos in {"NOUN", "ADJ"}]
    changed = list(sentence)
    for place in chance.sample(nouns, min(1, len(nouns))):
        changed[place] = replace(changed[place], form=changed[place].form[:1].upper() + changed[place].form[1:])
    return tuple(changed)


def _dashed(sentence: Sentence, chance: random.Random) -> Sentence:
    """One comma, or two, as dashes with spaces."""
    commas = [place for place, word in enumerate(sentence) if word.form == "," and 0 < place < len(sentence) - 1]
    start = chance.randrange(max(1, len(commas)))
    changed = list(sentence)
    for place in commas[start : start + chance.choice([1, 2, 2])]:
        changed[place - 1] = replace(changed[place - 1], space_after=True)
        changed[place] = mark(chance.choice("--–—"))
    return tuple(changed)


def _said(sentence: Sentence, chance: random.Random) -> Sentence:
    """« Sentence ! » a-t-il dit: a mark that ends a sentence, and does not end this one."""
    if sentence[-1].form not in _ENDS:
        return sentence
    sign = chance.choice([",", "?", "!", "...", "…"]) if sentence[-1].form == "." else sentence[-1].form
    inner = [*sentence[:-2], replace(sentence[-2], space_after=chance.random() < 1 / 2)]
    closing = [mark("»"), mark(sign)] if sign == "," else [mark(sign), mark("»")]
    comma = [mark(",")] if sign == "..." and chance.random() < 1 / 3 else []
    saying = [mark(form) for form in chance.choice(_SAYINGS).split()]
    return (mark("«"), *inner, *closing, *comma, *saying)


def _headline(sentence: Sentence, _: random.Random) -> Sentence:
    """A short sentence without its full stop."""
    if len(sentence) > _SHORT or sentence[-1].form != ".":
        return sentence
    return (*sentence[:-2], replace(sentence[-2], space_after=True))


def _shouted(sentence: Sentence, _: random.Random) -> Sentence:
    return capitals(sentence) if len(sentence) <= _SHORT // 2 else sentence


def _listed(sentence: Sentence, chance: random.Random) -> Sentence:
    """A point of a list: « - », « • »."""
    body = sentence[1:] if sentence[0].form in {"-", "--"} else sentence
    return (mark(chance.choice("--•–")), *body)


def _numbered(sentence: Sentence, chance: random.Random) -> Sentence:
    """A point of a list: « 3. »."""
    return (mark(str(chance.randint(1, 12)), space_after=False), mark(chance.choice(".....)-")), *sentence)


def _glued(sentence: Sentence, _: random.Random) -> Sentence:
    """No space after the full stop."""
    return (*sentence[:-1], replace(sentence[-1], space_after=False)) if sentence[-1].form in _ENDS else sentence


_MANNERS: tuple[tuple[float, Callable[[Sentence, random.Random], Sentence]], ...] = (
    (0.25, _renamed),
    (0.15, _raised),
    (0.08, _dashed),
    (0.05, _said),
    (0.06, _headline),
    (0.01, _shouted),
    (0.03, _listed),
    (0.015, _numbered),
    (0.03, _glued),
)
