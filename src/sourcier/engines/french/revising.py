"""What the lexicon and the grammar know better than the network: features, passives and subjects that cannot be."""

from collections.abc import Sequence
from functools import lru_cache

from sourcier.lang.fr.lexicon import FEATURES, Reading

_KEPT = 2048  # sets of features; the network knows some three hundred
_DECIDED = frozenset({"Mood", "Tense", "Person", "Number", "VerbForm"})  # what a verb's form tells by itself
_VERBAL = frozenset({"VERB", "AUX"})
_WITH_ETRE = 1 << FEATURES.index("conjugated with être")
_TRANSITIVE = 1 << FEATURES.index("transitive")
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:caus", "csubj", "csubj:pass", "expl:subj"})
_ACTIVE = {"aux:pass": "aux:tense", "nsubj:pass": "nsubj", "csubj:pass": "csubj"}


def features(upos: str, feats: str, readings: Sequence[Reading]) -> str:
    """Return `feats`, for a verb whose form does not allow them with those of the reading that is nearest."""
    if upos not in _VERBAL:
        return feats
    told = _parts(feats)
    verbal = [_parts(reading.feats) for reading in readings if reading.upos in _VERBAL]
    if not verbal or any(_agree(told, reading) for reading in verbal):
        return feats
    nearest = max(verbal, key=lambda reading: len(told.items() & reading.items()))
    kept = {name: value for name, value in told.items() if name not in _DECIDED and nearest["VerbForm"] == "Part"}
    return "|".join(f"{name}={value}" for name, value in sorted((kept | nearest).items()))


def without_passives(
    heads: Sequence[int], relations: Sequence[str], feats: Sequence[str], bits: Sequence[int]
) -> tuple[list[str], list[str]]:
    """Return relations and features of a sentence; what takes « être » in the active is no longer read as a passive.

    `bits` are what the lexicon knows of the verbs, 0 for other words. « est tombé » is active, « a été monté » and
    « est monté par » are passives.
    """
    passive = {head for head, relation in zip(heads, relations, strict=True) if relation in {"aux:tense", "obl:agent"}}
    actives = [bool(each & _WITH_ETRE) and not (each & _TRANSITIVE and at in passive) for at, each in enumerate(bits)]
    changed = [
        _ACTIVE.get(relation, relation) if head >= 0 and actives[head] else relation
        for head, relation in zip(heads, relations, strict=True)
    ]
    told = [feat.replace("|Voice=Pass", "") if each else feat for feat, each in zip(feats, actives, strict=True)]
    return changed, told


def with_subjects(heads: Sequence[int], relations: Sequence[str], feats: Sequence[str]) -> list[str]:
    """Return the relations, the object after a finite verb that has no subject read as the subject that it is.

    In French no finite verb does without one, but for the imperative and for what shares it with another verb:
    « …, indique un communiqué », « …, dit Kaya ».
    """
    told = list(relations)
    pairs = list(zip(heads, relations, strict=True))
    finite = {at for at, each in enumerate(feats) if _is_finite(each)}
    finite |= {head for at, (head, relation) in enumerate(pairs) if at in finite and relation.startswith("aux")}
    lacking = finite - {head for head, relation in pairs if relation in _SUBJECTS}
    for at, (head, relation) in enumerate(pairs):
        if relation == "obj" and head < at and head in lacking and relations[head] != "conj":
            told[at] = "nsubj"
            lacking.discard(head)
    return told


@lru_cache(_KEPT)
def _is_finite(feats: str) -> bool:
    told = _parts(feats)
    return told.get("VerbForm") == "Fin" and told.get("Person") == "3" and told.get("Mood") != "Imp"


def _parts(feats: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in feats.split("|") if part)


def _agree(told: dict[str, str], reading: dict[str, str]) -> bool:
    return all(told[name] == value for name, value in reading.items() if name in _DECIDED and name in told)
