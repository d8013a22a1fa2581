"""How an acronym shortens a name: by its initials, or some of them."""

import re

from sourcier.reading.gazetteer.spelling import key
from sourcier.reading.organisations.view import View

LEAST = 2  # letters; an acronym has more
SHORT = re.compile(r"[A-ZÉÈ0-9][\wÀ-ÿ]{1,9}(?:-[A-ZÉ]\w{1,6})?")
"""What an acronym looks like."""


def capitals(form: str) -> bool:
    """Tell whether a word, up to a hyphen, has more capitals than its first, as few but acronyms have."""
    return sum(map(str.isupper, form.partition("-")[0])) > 1


def letters(form: str) -> str:
    """Return the letters of an acronym."""
    return "".join(sign for sign in key(form) if sign.isalpha())


def initials(view: View, first: int, stop: int) -> str:
    """Return the first letters of tokens `first` up to `stop`."""
    return "".join(word[0] for at in range(first, stop) for word in view.parts[at] if word)


def covers(initials: str, letters: str) -> bool:
    """Tell whether letters stand in order among initials."""
    at = 0
    for letter in letters:
        at = initials.find(letter, at) + 1
        if not at:
            return False
    return True
