"""What is known of a written word: the lists it stands in, and what its letters show."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from sourcier.lang.conjugation import Forms, conjugate
from sourcier.lang.language import Language
from sourcier.lang.load import language
from sourcier.lineage.differing.similar import likeness
from sourcier.lineage.differing.word import (
    ACTOR,
    CAPITAL,
    CONDITIONAL,
    DEMONYM,
    DIGIT,
    FUTURE,
    GERUND,
    IN_PLACE,
    INFINITIVE,
    LISTED,
    LISTS,
    MODAL,
    NEGATION,
    NO_LEMMAS,
    NUMBER,
    PHRASE,
    PLACE_NOUN,
    REPORTING,
    STOP,
    TITLE,
    UNKNOWN,
    VERB,
    WEAK_REPORTING,
    Word,
)
from sourcier.text.fold import fold

_VERB_LISTS = ("modal_verbs", "negation_verbs", "place_verbs", "reporting_verbs", "verbs", "weak_reporting_verbs")
_VERB_MARKS = {"modal_verbs": MODAL, "negation_verbs": NEGATION, "place_verbs": IN_PLACE, "reporting_verbs": REPORTING,
               "weak_reporting_verbs": WEAK_REPORTING}  # fmt: skip
_KEPT = 1 << 17  # words; a corpus of any size stays in bounded memory


class Known(dict[str, Word]):
    """Words by how they are written; one that is not there yet is looked up and kept."""

    def __init__(self, look: Callable[[str], Word]) -> None:
        super().__init__()
        self._look = look

    def __missing__(self, written: str) -> Word:
        if len(self) > _KEPT:
            self.clear()
        self[written] = word = self._look(written)
        return word


class Lexicon:
    """The words of one language, or of an unknown one (None), where only letters and digits speak.

    `phrases` gives the marks of two words that stand together, by their folded forms.
    """

    def __init__(self, of: Language | None) -> None:
        self.known = Known(self._look)
        self.phrases: dict[str, dict[str, int]] = {}
        self.negative_prefixes: tuple[str, ...] = ()
        self._in_phrases: set[str] = set()
        self._marks: dict[str, int] = {}
        self._bare: dict[str, int] = {}
        self._forms: Mapping[str, Forms] = {}
        self._bare_forms: dict[str, str] = {}
        self._verb_marks: dict[str, int] = {}
        self._values: Mapping[str, int] = {}
        self._conditional: tuple[str, ...] = ()
        self._infinitive_shows = False
        self._gerund_ending: tuple[str, ...] = ()
        self._agreement = ""
        self._auxiliaries: frozenset[str] = frozenset()
        self._actor_endings: tuple[str, ...] = ()
        self._variants: Sequence[Sequence[str]] = ()
        self._synonyms: set[tuple[str, str]] = set()
        if of:
            self._load(of)

    def synonyms(self, one: Word, other: Word) -> bool:
        """Tell whether two nouns name the same people or body."""
        return (one.folded, other.folded) in self._synonyms

    def inflected(self, one: Word, other: Word) -> bool:
        """Tell whether two words are one in another gender or number; another tense is another verb."""
        if one.folded.rstrip(self._agreement) != other.folded.rstrip(self._agreement):
            return not (one.marks | other.marks) & LISTED and likeness(one.folded, other.folded) == "ending"
        return bool(one.lemmas & other.lemmas) or not (one.marks | other.marks) & VERB

    def variants(self, one: Word, other: Word) -> bool:
        """Tell whether two words are one in two spellings that are both in use."""
        a, b = one.folded, other.folded
        for old, new in self._variants:
            a, b = a.replace(old, new), b.replace(old, new)
        return a == b

    def _load(self, of: Language) -> None:
        for place, concept in enumerate(LISTS):
            for entry in of.words(concept):
                self._enter(entry, 1 << place)
        self._forms = conjugate(of.code, _VERB_LISTS)
        for form in self._forms:
            if not form.isascii():
                self._bare_forms.setdefault(_unaccented(form), form)
        for concept, mark in _VERB_MARKS.items():
            for infinitive in of.words(concept):
                self._verb_marks[infinitive] = self._verb_marks.get(infinitive, 0) | mark
        self._values = of.table("numbers")["values"]
        self._gerund_ending = (of.table("conjugation")["gerund_ending"],)
        for one, other in of.table("synonyms")["pairs"]:
            self._synonyms |= {(fold(one), fold(other)), (fold(other), fold(one))}
        self._conditional = tuple(of.table("conjugation")["unknown_conditional"])
        self._agreement = of.table("conjugation")["agreement"]
        self._auxiliaries = of.words("auxiliaries")
        self._actor_endings = tuple(of.words("actor_endings"))
        self._variants = of.table("spelling")["variants"]
        self._infinitive_shows = of.table("conjugation")["infinitive_shows"]
        self.negative_prefixes = tuple(sorted(of.words("negative_prefixes")))

    def _enter(self, entry: str, mark: int) -> None:
        parts = "".join(letter if letter.isalnum() else " " for letter in entry).split()
        if len(parts) == 1:
            self._marks[parts[0]] = self._marks.get(parts[0], 0) | mark
            bare = fold(parts[0])
            self._bare[bare] = self._bare.get(bare, 0) | mark
        elif parts:
            self._in_phrases |= {fold(parts[0]), fold(parts[1])}
            seconds = self.phrases.setdefault(fold(parts[0]), {})
            second = fold(parts[1])
            seconds[second] = seconds.get(second, 0) | mark

    def _look(self, written: str) -> Word:
        lower = written.lower()
        folded = fold(written) or lower
        marks, lemmas = self._listed(lower, folded), NO_LEMMAS
        forms = self._forms.get(lower)
        if not forms and not marks and lower.isascii():
            forms = self._forms.get(self._bare_forms.get(lower, ""))  # written without its accents
        if forms and (not marks & STOP or forms.lemmas & self._auxiliaries):
            lemmas = forms.lemmas
            marks |= VERB | (CONDITIONAL if forms.conditional else 0) | (FUTURE if forms.future else 0)
            if lower.endswith(self._gerund_ending):
                marks |= GERUND
            if self._infinitive_shows and lower in lemmas:
                marks |= INFINITIVE
            for lemma in lemmas:
                marks |= self._verb_marks.get(lemma, 0)
        elif not marks and self._conditional and lower.endswith(self._conditional):
            marks = VERB | CONDITIONAL
            lemmas = frozenset((lower.rpartition("rai")[0],))
        if not marks:
            marks = ACTOR if self._actor_endings and lower.endswith(self._actor_endings) else UNKNOWN
        if folded in self._in_phrases:
            marks |= PHRASE
        return Word(written, folded, marks | _shown(written), lemmas, self._value(lower))

    def _listed(self, lower: str, folded: str) -> int:
        marks = self._marks.get(lower, 0)
        if not marks and lower.isascii() and lower not in self._forms:
            marks = self._bare.get(folded, 0)  # written without its accents
        if not marks and len(lower) > 3 and lower[-1] in "sx":
            marks = self._marks.get(lower[:-1], 0) & (DEMONYM | TITLE | ACTOR | PLACE_NOUN | MODAL)
        return marks

    def _value(self, lower: str) -> str | None:
        if lower[:1].isdecimal():
            digits = "".join(letter for letter in lower if letter.isdecimal())
            return digits.lstrip("0") or "0"
        value = self._values.get(lower)
        return None if value is None else str(value)


def _shown(written: str) -> int:
    """Return the marks that the letters show in any language."""
    if written[:1].isdecimal():  # not a raised figure, which is no number
        return DIGIT | NUMBER
    return CAPITAL if written[:1].isupper() else 0


def _unaccented(form: str) -> str:
    """Fold a form of a verb, faster than a text is folded: there are tens of thousands."""
    return unicodedata.normalize("NFD", form.replace("œ", "oe")).encode("ascii", "ignore").decode()


@cache
def lexicon(code: str | None) -> Lexicon:
    """Return the lexicon of a language by ISO 639-1 code; one without word lists is as an unknown one."""
    of = language(code)
    return _empty() if of is None else Lexicon(of)


@cache
def _empty() -> Lexicon:
    return Lexicon(None)
