"""What the layers below say in English, said in the language of the interface."""

import re
from functools import cache

from sourcier.lang.interface import Phrases, phrases

_ENGLISH = "en"
_PREFIXES = ("message.", "system.", "pages.messages.")
_BETWEEN = ": "
_FIELD = re.compile(r"\{(\w+)\}")


def in_language(text: str, language: Phrases) -> str:
    """Return a message in the language of the catalogue; one that it does not know stays as it is.

    A message may follow the name of what it is about: « FILE: MESSAGE ».
    """
    if language.code == _ENGLISH:
        return text
    for key, pattern in _patterns():
        if match := pattern.fullmatch(text):
            return language.say(
                key, **{name: in_language(words, language) for name, words in match.groupdict().items()}
            )
    about, between, rest = text.partition(_BETWEEN)
    return f"{about}{between}{in_language(rest, language)}" if between else text


def sort_of(text: str) -> str:
    """Return what messages have in common that differ only in what they are about; the text where it is not known."""
    for key, pattern in _patterns():
        if pattern.fullmatch(text):
            return key
    about, between, rest = text.partition(_BETWEEN)
    return f"{about}{between}{sort_of(rest)}" if between else text


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the English messages as patterns, those with more words of their own first."""
    entries = phrases(_ENGLISH).entries
    messages = {key: str(entry) for key, entry in entries.items() if key.startswith(_PREFIXES)}
    ordered = sorted(messages.items(), key=lambda item: -len(_FIELD.sub("", item[1])))
    return tuple((key, re.compile(_pattern(message), re.DOTALL)) for key, message in ordered)


def _pattern(message: str) -> str:
    parts = _FIELD.split(message)  # words, name, words, name, …
    return "".join(f"(?P<{part}>.+?)" if index % 2 else re.escape(part) for index, part in enumerate(parts))
