"""What a person types into a search box, as a query that SQLite's full-text search accepts."""

import re

_PART = re.compile(r'"([^"]*)"?|«([^»]*)»?|“([^”]*)”?|(\S+)')
_LIGATURES = (("œ", "oe"), ("æ", "ae"))
_SHORTEST_BEGINNING = 3
_ALPHABETS = "\u2e80"  # from here on scripts without spaces, whose sentences the full-text table takes for words


def query(words: str) -> str | None:
    """Return the query, None when there is no letter or digit to look for.

    A stretch in quotation marks is looked for as it stands; each other word is the beginning of a word, and all must
    be there.
    """
    parts = (_part(match) for match in _PART.finditer(words.replace("\0", " ")))
    return " AND ".join(part for part in parts if part) or None


def _part(match: re.Match[str]) -> str | None:
    loose = match[4]
    text = loose if loose is not None else match[1] or match[2] or match[3] or ""
    letters = sum(character.isalnum() for character in text)
    if not letters:
        return None
    beginning = loose is not None and (letters >= _SHORTEST_BEGINNING or loose.endswith("*") or loose > _ALPHABETS)
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
