"""How far two names of people are one name: word by word, in any order."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from sourcier.reading.entities.census import Census
from sourcier.reading.entities.naming import Name
from sourcier.reading.entities.transliteration import Word

Level = Literal["same", "spelling", "slip", "initial", "part", "single", "different"]
Tie = Literal["same", "spelling", "sound", "slip", "initial"]

_WORTH: dict[Tie, float] = {"same": 1.0, "spelling": 0.95, "sound": 0.75, "slip": 0.7, "initial": 0.2}
_ORDER: tuple[Tie, ...] = ("same", "spelling", "sound", "slip", "initial")
_ALIKE = 60  # of 100: less alike than this, equal consonants are chance
_VERY_ALIKE = 90
_LEAST_SKELETON = 2  # letters
_ONE_SLIP, _TWO_SLIPS = 6, 10  # letters that a word must have
_SWAPPED = 5.0  # bits less where frequent names change places: Moussa Ibrahim is not Ibrahim Moussa
_MISSING = 1.25  # bits less for each word that one of them has alone
_MISSING_BESIDE_SLIPS = 2.0
_KEPT = 1 << 18


@dataclass(frozen=True, slots=True)
class Likeness:
    """`bits` is what the words shared say."""

    level: Level
    bits: float


def likeness(left: Name, right: Name, census: Census) -> Likeness:
    """Return how far two names are one."""
    if left.generation != right.generation:
        return Likeness("different", 0.0)
    if left.glued == right.glued and left.key.replace(" ", "") == right.key.replace(" ", ""):
        return Likeness("single" if left.single and right.single else "same", _sum(left.words, census))
    pairs, loose = aligned(left.words, right.words)
    if not pairs or all(loose):
        return _whole(left, right, census)
    return Likeness(_level(left, right, pairs, loose), _bits(pairs, loose, census))


def _whole(left: Name, right: Name, census: Census) -> Likeness:
    """Names that are alike but for where they are cut: « Abdel Moumen », « Abdulmumin »."""
    if len(left.words) == len(right.words):
        return Likeness("different", 0.0)
    alike = fuzz.ratio(left.key.replace(" ", ""), right.key.replace(" ", ""))
    if left.glued == right.glued and alike >= _ALIKE and not (left.single or right.single):
        worth = _WORTH["spelling" if alike >= _VERY_ALIKE else "sound"]
        return Likeness("slip", min(_sum(left.words, census), _sum(right.words, census)) * worth)
    return Likeness("different", 0.0)


Pairs = tuple[tuple[Word, Word, Tie, bool], ...]  # two words, how they are tied, and whether they stand at one place


def aligned(left: Sequence[Word], right: Sequence[Word]) -> tuple[Pairs, tuple[int, int]]:
    """Pair the words of two names, the surest first; return the pairs and how many words either has alone."""
    ties = sorted(
        (_ORDER.index(tie), abs(i - j), i, j)
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if (tie := tied(one, other))
    )
    used: dict[int, int] = {}
    pairs: list[tuple[Word, Word, Tie, int, int]] = []
    for order, _, i, j in ties:
        if i not in used and j not in used.values():
            used[i] = j
            pairs.append((left[i], right[j], _ORDER[order], i, j))
    rising = all(used[a] < used[b] for a in used for b in used if a < b)
    return (
        tuple((one, other, tie, rising) for one, other, tie, _, _ in pairs),
        (len(left) - len(pairs), len(right) - len(pairs)),
    )


@lru_cache(_KEPT)
def tied(one: Word, other: Word) -> Tie | None:
    """Return how two words are one, None where they are not."""
    if one.initial or other.initial:
        if one.initial and other.initial:
            return "same" if one.folded == other.folded else None
        begins = {one.folded[0], one.spelling[0].lower()} & {other.folded[0], other.spelling[0].lower()}
        return "initial" if begins else None
    if one.spelling == other.spelling:
        return "same" if one.folded == other.folded else "spelling"
    if one.known and other.known:
        return None
    if one.skeleton == other.skeleton and len(one.skeleton) >= _LEAST_SKELETON:
        return "sound" if fuzz.ratio(one.spelling, other.spelling) >= _ALIKE else None
    return "slip" if _slipped(one.folded, other.folded) else None


def _slipped(one: str, other: str) -> bool:
    """One letter wrong, twice in a long word, but not at its end: « Ibrahima » is another than « Ibrahim »."""
    shorter = min(len(one), len(other))
    if shorter < _ONE_SLIP or one[0] != other[0] or one[-1] != other[-1]:
        return False
    most = 2 if shorter >= _TWO_SLIPS else 1
    return OSA.distance(one, other, score_cutoff=most) <= most


def _level(left: Name, right: Name, pairs: Pairs, loose: tuple[int, int]) -> Level:
    full = [tie for _, _, tie, _ in pairs if tie != "initial"]
    if not full:
        return "different"
    if left.single and right.single and not any(loose) and len(pairs) == 1:
        return "single"
    level: Level = "same"
    if len(full) < len(pairs):
        level = "initial"
    elif len(full) == 1 and any(loose):
        level = "single"
    elif any(loose):
        level = "part"
    elif any(tie in {"sound", "slip"} for tie in full):
        level = "slip"
    elif any(tie == "spelling" for tie in full):
        level = "spelling"
    return level


def _bits(pairs: Pairs, loose: tuple[int, int], census: Census) -> float:
    bits = sum(min(census.bits(one), census.bits(other)) * _WORTH[tie] for one, other, tie, _ in pairs)
    swapped = len(pairs) > 1 and not pairs[0][3]
    if swapped:
        bits -= _SWAPPED if all(one.frequent for one, *_ in pairs) else _MISSING
    sure = all(tie in {"same", "spelling"} for _, _, tie, _ in pairs)
    return bits - (_MISSING if sure else _MISSING_BESIDE_SLIPS) * sum(loose)


def _sum(words: Sequence[Word], census: Census) -> float:
    return sum(census.bits(word) for word in words if not word.initial)
