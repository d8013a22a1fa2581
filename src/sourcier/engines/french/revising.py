"""What the lexicon knows better than the network: features no form has so, passives that a verb cannot form."""

from collections.abc import Sequence

from sourcier.lang.fr.lexicon import FEATURES, Reading

_DECIDED = frozenset({"Mood", "Tense", "Person", "Number", "VerbForm"})  # what a verb's form tells by itself
_VERBAL = frozenset({"VERB", "AUX"})
_WITH_ETRE = 1 << FEATURES.index("conjugated with être")
_TRANSITIVE = 1 << FEATURES.index("transitive")
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


def active(bits: int) -> bool:
    """Tell from what the lexicon knows of a participle whether it takes « être » in the active and has no passive."""
    return bool(bits & _WITH_ETRE) and not bits & _TRANSITIVE


def without_passives(
    heads: Sequence[int], relations: Sequence[str], feats: Sequence[str], actives: Sequence[bool]
) -> tuple[list[str], list[str]]:
    """Return relations and features of a sentence, the verbs that are `actives` no longer read as passives."""
    changed = [
        _ACTIVE.get(relation, relation) if head >= 0 and actives[head] else relation
        for head, relation in zip(heads, relations, strict=True)
    ]
    told = [
        feat.replace("|Voice=Pass", "") if is_active else feat for feat, is_active in zip(feats, actives, strict=True)
    ]
    return changed, told


def _parts(feats: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in feats.split("|") if part)


def _agree(told: dict[str, str], reading: dict[str, str]) -> bool:
    return all(told[name] == value for name, value in reading.items() if name in _DECIDED and name in told)
