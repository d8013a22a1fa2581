"""French words: their lemmas, parts of speech and features, from a file of 470,000 forms (see models/lexicon).

The file is mapped when first asked, not loaded. Numbers written in figures and punctuation are no words of it.
"""

import mmap
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import as_file, files
from pathlib import Path

from sourcier.lang.fr.morphology import FEATURES, NAME_IF_CAPITALISED, WAYS, Reading, bit, bits, only_conditional
from sourcier.lang.fr.paradigms import Paradigms

__all__ = ["FEATURES", "Lexicon", "Reading", "lexicon", "opened"]

AS_WRITTEN, LOWERED, RESPELLED, COMPOUND = WAYS
LONGEST = 40  # letters; no French word is longer, and what is longer is not searched for under other spellings
SHORTEST = (
    4  # letters; a shorter word in capitals that is one as it stands (« DES ») is not taken for another (« dès »)
)
KEPT = 4096  # answers kept for forms asked again
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ", "'"))
_ORDINAL = re.compile(r"(\d+|[IVXLC]+)(e|è|er|ère|ème|ième|nd|nde)", re.ASCII)

_ONLY_CONDITIONAL = bit("only conditional")
_VERBAL = bit("VERB") | bit("AUX")

Found = tuple[str, int]  # a word of the file and the number of its paradigm


class Lexicon:
    """A lexicon over a file that `models.lexicon.build` wrote; what it answers depends on the form alone."""

    def __init__(self, buffer: bytes | mmap.mmap) -> None:
        """Read from `buffer`: bytes or a mapped file; `ValueError` where it is no lexicon."""
        self._paradigms = Paradigms(buffer)
        self._number = self._paradigms.forms.number
        self._spellings = _spellings(self._paradigms.alphabet)
        self._bits_of: dict[int, int] = {}
        self._readings = lru_cache(KEPT)(self._read)
        self._features = lru_cache(KEPT)(self._described)

    def readings(self, form: str) -> tuple[Reading, ...]:
        """Return the readings of a form, empty where it is unknown.

        As written first, then lower-cased (« Pierre »); else with the accents that capitals have lost (« Etat »,
        « GENERAL »), else, after a prefix and a hyphen, those of the last part (« franco-libyen »). A form in capitals
        throughout may lack accents though it is a word without (« MARCHE »): it has both. An ordinal in figures
        (« 336e », « XXIe ») is read by its ending.
        """
        return self._readings(form)

    def known(self, form: str) -> bool:
        """Say whether the form is a word: « paris » is one (of « pari »), « onu » is not."""
        return bool(self._readings(form)) or self._number(_plain(form)) is not None

    def only_conditional(self, form: str) -> bool:
        """Say whether the form can be a verb, and as a verb a conditional only (« aurait », not « étions »)."""
        return only_conditional(self._readings(form))

    def features(self, form: str) -> int:
        """Return what the lexicon knows of the form as a set of bits, the first of FEATURES being bit 0.

        A form that is unknown, but a word with other capitals or accents (« onu », « etat »), has that word's bits
        together with the bit « respelled »; a lower-case form that would be a name says so by a bit of its own.
        """
        return self._features(form)

    def _read(self, form: str) -> tuple[Reading, ...]:
        form = _plain(form)
        _, found = self._found(form)
        if len(found) == 1:
            return tuple(self._paradigms[found[0][1]].of(found[0][0]))
        read = [one for word, number in found for one in self._paradigms[number].of(word)]
        return tuple(dict.fromkeys(read)) if read else tuple(self._composed(form))

    def _described(self, form: str) -> int:
        form = _plain(form)
        way, found = self._found(form)
        if not found:
            composed = tuple(self._composed(form))
            if composed:
                return bits(composed, ()) | bit(COMPOUND)
            way, found = RESPELLED, list(self._respelled(form, every=True))
            return self._together(found) | bit(way) if found else 0
        named = form[:1].islower() and self._is_name(form.capitalize())
        return self._together(found) | bit(way) | (bit(NAME_IF_CAPITALISED) if named else 0)

    def _together(self, found: Iterable[Found]) -> int:
        """All bits of the words; « only conditional » where all that are verbs have it."""
        held, every = 0, _ONLY_CONDITIONAL
        for word, number in found:
            of_word = self._bits_of.get(number)
            if of_word is None:
                paradigm = self._paradigms[number]
                of_word = self._bits_of[number] = bits(paradigm.of(word), paradigm.marks)
            held |= of_word
            if of_word & _VERBAL:
                every &= of_word
        return held & ~_ONLY_CONDITIONAL | (every if held & _VERBAL else 0)

    def _found(self, form: str) -> tuple[str, list[Found]]:
        """How the form was found first, and all words that it may stand for."""
        found, way = self._exact(form), AS_WRITTEN
        lower = form.lower()
        if lower == form:
            return way, found
        way = AS_WRITTEN if found else LOWERED
        shouted = form.isupper() and len(form) > 1
        if shouted:
            found += self._exact("-".join(part.capitalize() for part in form.split("-")))
        found += self._exact(lower)
        if (shouted and len(form) >= SHORTEST) or not found:
            way = way if found else RESPELLED
            found += (one for one in self._respelled(form, every=shouted) if one not in found)
        return way, found

    def _exact(self, form: str) -> list[Found]:
        number = self._number(form)
        return [] if number is None else [(form, number)]

    def _respelled(self, form: str, *, every: bool) -> Iterator[Found]:
        """Words spelled as the form but for capitals and accents, of its first letter or of every letter."""
        if len(form) > LONGEST:
            return iter(())
        spellings = [self._spellings.get(letter, letter) for letter in form]
        return self._paradigms.forms.matches(spellings if every else [*spellings[:1], *form[1:]])

    def _is_name(self, form: str) -> bool:
        number = self._number(form)
        return number is not None and any(upos == "PROPN" for _, _, upos, _ in self._paradigms[number].readings)

    def _composed(self, form: str) -> Iterator[Reading]:
        """Readings of what is in no list: an ordinal in figures; a noun or an adjective after a prefix and a hyphen."""
        if _ORDINAL.fullmatch(form):
            yield Reading(form, "ADJ", "Number=Sing|NumType=Ord")
        head, hyphen, last = form.lower().rpartition("-")
        prefix = self._number(head) if hyphen and head else None
        number = self._number(last)
        if prefix is not None and number is not None and "prefix" in self._paradigms[prefix].marks:
            for one in self._paradigms[number].of(last):
                if one.upos in {"ADJ", "NOUN"}:
                    yield Reading(f"{head}-{one.lemma}", one.upos, one.feats)


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of the package, opened when first asked."""
    with as_file(files(__package__).joinpath("lexicon.bin")) as path:
        return opened(path)


def opened(path: Path) -> Lexicon:
    """Return a lexicon over a file, mapped; `ValueError` where it is no lexicon."""
    with path.open("rb") as file:
        return Lexicon(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def _plain(form: str) -> str:
    return form if form.isascii() else unicodedata.normalize("NFC", form).translate(_APOSTROPHES)


def _bare(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[:1].lower()


def _spellings(alphabet: str) -> dict[str, str]:
    """For each letter all that differ from it by accent and capital alone, itself included."""
    alike: dict[str, str] = {}
    for letter in alphabet:
        alike[_bare(letter)] = alike.get(_bare(letter), "") + letter
    return {letter: alike[_bare(letter)] for letter in alphabet}
