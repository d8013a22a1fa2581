"""How much room words take in a picture: estimated wide, for nobody knows the visitor's fonts."""

from unicodedata import combining, east_asian_width

_SHARE = 0.54  # of its size is how wide a letter is, in wide fonts
_BOLD = 0.6
_CAPITAL, _FULL = 1.25, 2.0  # letters' room


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide a text is, in the unit of `size`, its font's."""
    return _letters(text) * size * (_BOLD if bold else _SHARE)


def cut(text: str, most: int) -> str:
    """Return a text of at most so many letters, the end left out with a sign where it is longer."""
    if _letters(text) <= most:
        return text
    kept = text
    while _letters(kept) > most - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def lines(text: str, most: int) -> list[str]:
    """Return a text in lines of at most so many letters, broken at spaces; a word that is longer is cut."""
    found: list[str] = []
    for word in text.split(" "):
        if found and _letters(f"{found[-1]} {word}") <= most:
            found[-1] += f" {word}"
        else:
            found.append(cut(word, most))
    return found


def _letters(text: str) -> float:
    """Return the number of letters, those that take more room counted for more."""
    return sum(_room(each) for each in text)


def _room(letter: str) -> float:
    if combining(letter):
        return 0
    if east_asian_width(letter) in "WF":
        return _FULL
    return _CAPITAL if letter.isupper() else 1
