"""The language of a text or paragraph, from its function words, word endings, letters and script.

Each word gives its points to the languages that use it, divided among them; the language with the most points is
named where it has enough, clearly more than the next, and enough for the number of words: a list of names, or a
language that is not known here, leaves it open.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from sourcier.lang.detection import Script, signs

_SAMPLE = 4_000  # code points from the top: more changes nothing
_OPENING = 600  # code points, of which one language is clear enough in most articles
_CLEAR = 2.0
_WORD = re.compile(r"[^\W\d_]+")
_LAST_LATIN = "\u02af"  # with the letters of Hausa, Bambara and others
_LATIN_ADDITIONAL = ("\u1e00", "\u1eff")
_LEAST = 1.2  # points
_LEAD = 1.3  # times the points of the next language
_DENSITY = 0.12  # points a word
_LONG = 40  # code points of a token: a text without spaces is not worth remembering
_ENDINGS = (5, 4, 3)  # lengths, the longest first
_ENDING_POINTS = 0.4
_LETTER_POINTS = 0.4
_TOO_MANY = 9  # languages that share a sign, above which it says nothing
_FOREIGN = 0.02  # share of letters that the script's language does not write
_KANA = 0.05  # share among Han and kana: Chinese has none

_Points = tuple[tuple[str, float], ...]


def identify(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of most of `text`, None when unsure."""
    sample = text[:_SAMPLE]
    if len(sample) > _OPENING and (code := _identified(sample[:_OPENING], _CLEAR)):
        return code
    return _identified(sample, 1.0)


def _identified(sample: str, clear: float) -> str | None:
    """Return the language where the points are `clear` times those that are needed, the lead too."""
    if not sample.isascii():
        sample = unicodedata.normalize("NFC", sample)
    # Splitting at white space alone is fast; what a token holds is worked out once a token.
    tokens = Counter(sample.lower().split())
    latin = 0
    scores: defaultdict[str, float] = defaultdict(float)
    foreign = []
    for token, times in tokens.items():
        points = _points(token) if len(token) < _LONG else _worked_out(token)
        if points is None:
            foreign.append(token)
            continue
        latin += times * len(token)
        for code, value in points:
            scores[code] += value * times
    if sum(tokens[token] * len(token) for token in foreign) > latin:
        return _by_script((token, tokens[token]) for token in foreign)
    return _best(scores, tokens, clear)


def _best(scores: Mapping[str, float], tokens: Counter[str], clear: float) -> str | None:
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked:
        return None
    (code, points), following = ranked[0], ranked[1][1] if len(ranked) > 1 else 0.0
    sure = points >= clear * _LEAST and points >= clear * _LEAD * following and points >= _DENSITY * tokens.total()
    return code if sure and _several(code, tokens) else None


def _several(code: str, tokens: Iterable[str]) -> bool:
    """Tell whether two different words at least speak for a language: a name said twice is no evidence."""
    speaking: set[str] = set()
    for token in tokens:
        speaking.update(word for word in _WORD.findall(token) if any(code == named for named, _ in _word_points(word)))
        if len(speaking) >= 2:
            return True
    return False


def _by_script(words: Iterable[tuple[str, int]]) -> str | None:
    letters: Counter[str] = Counter()
    for word, times in words:
        for letter in word:
            letters[letter] += times
    counts: Counter[str] = Counter()
    for letter, times in letters.items():
        counts[_script_of(ord(letter))] += times
    name, most = max(sorted(counts.items()), key=lambda item: item[1])
    if counts["kana"] > _KANA * (counts["kana"] + counts["han"]):
        name, most = "kana", counts["kana"] + counts["han"]
    script = next((script for script in signs().scripts if script.name == name), None)
    if script is None or 2 * most <= counts.total() or _foreign(script, letters) > _FOREIGN * most:
        return None
    return script.language


def _foreign(script: Script, letters: Mapping[str, int]) -> int:
    return sum(times for letter, times in letters.items() if letter in script.others)


@cache
def _script_of(code: int) -> str:
    for script in signs().scripts:
        if any(low <= code <= high for low, high in script.ranges):
            return script.name
    return ""


@cache
def _words() -> dict[str, _Points]:
    return _shared(signs().words, 1.0)


@cache
def _endings() -> dict[str, _Points]:
    return _shared(signs().endings, _ENDING_POINTS)


@cache
def _letters() -> dict[str, _Points]:
    return _shared(signs().letters, _LETTER_POINTS)


def _worked_out(token: str) -> _Points | None:
    """Return the points of a token's words, None where it is mostly not of the Latin script."""
    words = _WORD.findall(token)
    foreign = sum(len(word) for word in words if not _latin(word))
    if foreign * 2 > sum(map(len, words)):
        return None
    return tuple(point for word in words if _latin(word) for point in _word_points(word))


_points = lru_cache(maxsize=1 << 16)(_worked_out)


def _latin(word: str) -> bool:
    return word[0] <= _LAST_LATIN or _LATIN_ADDITIONAL[0] <= word[0] <= _LATIN_ADDITIONAL[1]


def _word_points(word: str) -> _Points:
    """Return what a word says: as a function word, else by its last letters and its accents."""
    known = _words().get(word)
    if known is not None:
        return known
    ending = next((points for n in _ENDINGS if n + 2 < len(word) and (points := _endings().get(word[-n:]))), ())
    return (*ending, *(point for letter in word if letter > "\x7f" for point in _letters().get(letter, ())))


def _shared(entries: Mapping[str, frozenset[str]], points: float) -> dict[str, _Points]:
    """Return for each entry its languages, which share its points."""
    languages: defaultdict[str, list[str]] = defaultdict(list)
    for code in sorted(entries):
        for entry in entries[code]:
            languages[entry].append(code)
    return {
        entry: tuple((code, points / len(codes)) for code in codes) if len(codes) <= _TOO_MANY else ()
        for entry, codes in languages.items()
    }
