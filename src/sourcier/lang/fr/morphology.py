"""How the lexicon describes French words: readings as Universal Dependencies (Sequoia) has them, and marks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MARKS = (
    "transitive",
    "intransitive",
    "transitive by a preposition",
    "pronominal",
    "always pronominal",
    "impersonal",
    "conjugated with être",
    "given name",
    "surname",
    "proper name",
    "capitalised noun",
    "acronym",
    "title",
    "unit",
    "prefix",
    "function word",
    "locution",
)

# How a form was found: as written; lower-cased; with other capitals or accents than it has; by its last part.
WAYS = ("as written", "lower-cased", "respelled", "compound")

NAME_IF_CAPITALISED = "a name if capitalised"

_UPOS = (
    "ADJ",
    "ADP",
    "ADV",
    "AUX",
    "CCONJ",
    "DET",
    "INTJ",
    "NOUN",
    "NUM",
    "PRON",
    "PROPN",
    "SCONJ",
    "SYM",
    "VERB",
    "X",
)
_NOMINAL = ["Gender=Masc", "Gender=Fem", "Number=Sing", "Number=Plur"]
_TENSES = ["Tense=Pres", "Tense=Imp", "Tense=Past", "Tense=Fut"]
_FINITE = ["Mood=Ind", "Mood=Sub", "Mood=Cnd", "Mood=Imp", *_TENSES, "Person=1", "Person=2", "Person=3", *_NOMINAL[2:]]
_OF_CLASS = {
    "NOUN": _NOMINAL,
    "ADJ": [*_NOMINAL, "NumType=Ord"],
    "PROPN": _NOMINAL[:2],
    "DET": [*_NOMINAL, "Definite=Def", "Definite=Ind", "Poss=Yes", "PronType=Dem", "PronType=Int", "PronType=Neg"],
    "PRON": [
        *_NOMINAL,
        *("Person=1", "Person=2", "Person=3", "Emph=No", "Emph=Yes", "Reflex=Yes"),
        *("PronType=Prs", "PronType=Rel", "PronType=Int", "PronType=Dem", "PronType=Ind", "PronType=Neg"),
    ],
    "ADV": ["Polarity=Neg", "PronType=Int"],
    "VERB Fin": _FINITE,
    "VERB Part": ["Tense=Past", "Tense=Pres", *_NOMINAL],
    "AUX Fin": ["Mood=Ind", "Mood=Sub", "Mood=Cnd", "Mood=Imp"],
}
_VERBAL = [f"{upos} VerbForm={form}" for upos in ("VERB", "AUX") for form in ("Fin", "Inf", "Part")]
_INDEFINITE = [f"{upos} without {name}" for upos in ("NOUN", "ADJ") for name in ("Gender", "Number")]

FEATURES: tuple[str, ...] = (
    *_UPOS,
    *_VERBAL,
    *(f"{kind} {feat}" for kind, feats in _OF_CLASS.items() for feat in feats),
    *_INDEFINITE,
    "AUX être",
    "AUX avoir",
    "only conditional",
    NAME_IF_CAPITALISED,
    *MARKS,
    *WAYS,
)

_BITS = {name: 1 << place for place, name in enumerate(FEATURES)}


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a form; `feats` is UD's string as Sequoia writes it, empty for none."""

    lemma: str
    upos: str
    feats: str


def only_conditional(readings: Iterable[Reading]) -> bool:
    """Say whether there are verbal readings, and all of them conditional; readings that are no verb do not matter."""
    verbal = [reading.feats for reading in readings if reading.upos in {"VERB", "AUX"}]
    return bool(verbal) and all("Mood=Cnd" in feats for feats in verbal)


def bit(name: str) -> int:
    """Return the bit of a feature, 0 for a name that is none."""
    return _BITS.get(name, 0)


def bits(readings: Sequence[Reading], marks: Iterable[str]) -> int:
    """Return what holds of a form as a set of bits over FEATURES: all its readings together."""
    names = {*marks}
    for reading in readings:
        names.update(_names(reading))
    if only_conditional(readings):
        names.add("only conditional")
    return sum(bit(name) for name in names)


def _names(reading: Reading) -> Iterable[str]:
    upos, feats = reading.upos, reading.feats.split("|")
    yield upos
    kind = next((feat.removeprefix("VerbForm=") for feat in feats if feat.startswith("VerbForm=")), "")
    for feat in feats:
        yield f"{upos} {feat}"
        yield f"{upos} {kind} {feat}"
    for name in ("Gender", "Number"):
        if f"{name}=" not in reading.feats:
            yield f"{upos} without {name}"
    if upos == "AUX":
        yield f"AUX {reading.lemma}"
