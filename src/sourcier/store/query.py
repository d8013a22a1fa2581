"""What a person types into a search box, as a query that SQLite's full-text search accepts."""

import re

_PART = re.compile(r'"([^"]*)"?|«([^»]*)»?|“([^”]*)”?|(\S+)')
_LIGATURES = (("œ", "oe"), ("æ", "ae"))
_SHORTEST_BEGINNING = 3
_ALPHABETS = "\u2e80"  # from here on scripts without spaces, whose sentences the full-text table takes for words


def query(words: str, *, unfinished: bool = False) -> str | None:
    """Return the query, None when there is no letter or digit to look for.

    A stretch in quotation marks is looked for as it stands; each other word is the beginning of a word, and all must
    be there. Words that are `unfinished` may end in one that is too short yet to be a beginning, and is left out.
    """
    matches = list(_PART.finditer(words.replace("\0", " ")))
    if unfinished and len(matches) > 1 and _too_short(matches[-1]):
        matches.pop()
    return " AND ".join(part for part in map(_part, matches) if part) or None


def _too_short(match: re.Match[str]) -> bool:
    text = match[4]
    return text is not None and match.end() == len(match.string) and not _is_beginning(text)


def _is_beginning(loose: str) -> bool:
    letters = sum(character.isalnum() for character in loose)
    return letters >= _SHORTEST_BEGINNING or loose.endswith("*") or loose > _ALPHABETS


def _part(match: re.Match[str]) -> str | None:
    loose = match[4]
    text = loose if loose is not None else match[1] or match[2] or match[3] or ""
    if not any(character.isalnum() for character in text):
        return None
    return phrase(text, beginning=loose is not None and _is_beginning(loose))


def phrase(text: str, *, beginning: bool = False) -> str:
    """Return the query for words as they stand in a row; with `beginning` the last may go on."""
    spellings = (_quoted(spelling) + ("*" if beginning else "") for spelling in _spellings(text))
    return f"({' OR '.join(spellings)})"


def _spellings(text: str) -> list[str]:
    """Return the text with œ and with oe, which the full-text table takes for different words."""
    found = {text}
    for joined, apart in _LIGATURES:
        lower = text.casefold()
        found |= (
            {lower.replace(joined, apart), lower.replace(apart, joined)} if joined in lower or apart in lower else set()
        )
    return sorted(found)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', " ") + '"'
