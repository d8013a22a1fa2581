"""A lemma for a form: what the lexicon says of it, else the rule that the network chose."""

from collections.abc import Sequence

from sourcier.engines.french.features import plain
from sourcier.lang.fr.lexicon import Lexicon, Reading

_SMALL = frozenset({"ADP", "DET", "CCONJ", "PRON"})  # words that stay small inside a name
_LONGEST_ACRONYM = 6  # letters


def rule(form: str, lemma: str) -> str:
    """Return how `lemma` is made of `form`: `CASE|cut|added`, cut counted in characters at the end."""
    form = plain(form)
    lowered = form.lower()
    case = "l" if _shared(lowered, lemma) > _shared(form, lemma) or lowered == lemma else "="
    base = lowered if case == "l" else form
    common = _shared(base, lemma)
    if common == 0 and len(base) > 1:
        return f"!||{lemma}"  # a lemma of its own: « au » → « à »
    return f"{case}|{len(base) - common}|{lemma[common:]}"


def applied(form: str, made: str) -> str:
    """Return the lemma that the rule `made` makes of `form`."""
    case, cut, added = made.split("|", 2)
    if case == "!":
        return added
    base = plain(form)
    base = base.lower() if case == "l" else base
    count = int(cut)
    return base[: len(base) - count] + added if count <= len(base) else base


def _shared(one: str, other: str) -> int:
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return count


def chosen(upos: str, feats: str, guess: str, readings: Sequence[Reading]) -> str:
    """Return the lemma: that of the reading that fits part of speech and features best, else `guess`."""
    if upos in {"PUNCT", "SYM", "X", "NUM"}:
        return guess
    alike = [reading for reading in readings if _kind(reading.upos) == _kind(upos)]
    if not alike or any(reading.lemma == guess for reading in alike):
        return guess
    wanted = set(feats.split("|"))
    return max(alike, key=lambda reading: len(wanted & set(reading.feats.split("|")))).lemma


def name(guess: str, lexicon: Lexicon) -> str:
    """Return the lemma of a proper name: one in small letters (« niamey », « onu ») as names are spelled."""
    if guess != guess.lower() or any(reading.upos in _SMALL for reading in lexicon.readings(guess)):
        return guess
    shouted, spelled = guess.upper(), "-".join(part[:1].upper() + part[1:] for part in guess.split("-"))
    is_acronym = lexicon.known(shouted) and not lexicon.known(spelled)
    return shouted if is_acronym and len(guess) <= _LONGEST_ACRONYM else spelled


def _kind(upos: str) -> str:
    return "VERB" if upos == "AUX" else upos
