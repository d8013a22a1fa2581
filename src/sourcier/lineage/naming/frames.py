"""The words around a name that make it the source of what the sentence says."""

import re
from functools import cache

from sourcier.lineage.naming.phrases import determiner, either

REACH = 130  # code points before a name in which its frame must begin
_SMALL_WORD = r"[a-zà-öø-ÿœ'’-]+"
_QUOTE = r"[«\"“„]?\s*"
_INSIDE = r"(?:[^.!?\n]|(?<=\bM)\.|(?<=\bMM)\.|(?<=\bDr)\.|(?<=\bMr)\.|(?<=\bMs)\.|(?<=\bMrs)\.)"


@cache
def _possessor() -> str:
    """« un correspondant de l' », « une dépêche de l'agence panafricaine, », « le journal »: up to the name."""
    noun = either("dispatches", "documents", "staff", "media")
    return rf"(?:{_SMALL_WORD}\s+){{0,3}}?(?:[ldLD]['’])?{noun}\b(?:\s+{_SMALL_WORD}){{0,7}}\s*,?\s*"


@cache
def _between() -> str:
    return rf"(?:{_possessor()}|(?:{either('articles', 'of')}(?:\s+|(?<=['’])))?){_QUOTE}$"


@cache
def _cues() -> re.Pattern[str]:
    cue = (
        rf"{either('according')}|{either('cited')}|{either('air')}|{either('reports')}(?:\s+{either('adverbs')}){{0,3}}"
    )
    told = rf"{either('told')}\b{_INSIDE}{{0,80}}?(?<!\w){either('to')}"
    return re.compile(rf"(?<!\w)(?:{cue}|{told})(?:\s+|(?<=['’]))\s*{_between()}")


@cache
def _dispatch() -> re.Pattern[str]:
    token = rf"(?:\s+{_SMALL_WORD}){{1,7}}"
    return re.compile(rf"(?<!\w){determiner()}{either('dispatches')}\b{token}\s*,?\s*{_QUOTE}$")


@cache
def _vouched() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either('dispatches', 'staff', 'media')}\b(?:\s+{_SMALL_WORD}){{0,7}}\s*,?\s*{_QUOTE}$")


@cache
def _subject() -> re.Pattern[str]:
    return re.compile(rf"(?:\s*,[^,\n]{{0,50}},)?\s+(?:[ly]['’]\s*|y\s+)?{either('reports_after')}(?!\w)")


@cache
def _owned() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either('of', 'to', 'with')}(?:\s+|(?<=['’])){determiner()}{_QUOTE}$")


@cache
def _staff() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){determiner()}{either('dispatches', 'staff')}\b(?:\s+{_SMALL_WORD}){{1,7}}\s*$")


def opening(left: str) -> int | None:
    """Return where in `left`, the text before a name, the words that make it a source begin; None where none do."""
    found = _cues().search(left) or _dispatch().search(left)
    return found.start() if found else None


def is_dispatch(left: str) -> bool:
    """Tell whether the name is the one of a dispatch: « une dépêche de l'agence »."""
    return bool(_dispatch().search(left))


@cache
def _statement() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either('documents')}(?:\s+{_SMALL_WORD}){{1,4}}\s*$")


def own_statement(left: str) -> bool:
    """Tell whether the name is an agency's that speaks of itself: « un communiqué de l'AFP »."""
    return bool(_statement().search(left))


def vouched(left: str) -> bool:
    """Tell whether « agence », « correspondant », « dépêche » before a name shows that it is a medium's."""
    return bool(_vouched().search(left))


def speaks(text: str, end: int, left: str) -> int | None:
    """Return where the verb ends that has the name as its subject: « l'AFP rapporte que »; None where it has not."""
    found = _subject().match(text, end)
    if not found or (_owned().search(left) and not _staff().search(left)):
        return None
    return found.end()
