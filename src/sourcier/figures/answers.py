"""The questions of a sheet and the answers that people type, in every language of the interface."""

import unicodedata
from functools import cache
from typing import Literal, get_args

from sourcier.lang.interface import phrases
from sourcier.lang.load import CODES

Question = Literal["shares", "who", "credit"]
QUESTIONS: tuple[Question, ...] = get_args(Question)
UNSURE = "unsure"
BLANK = ""

ANSWERS: dict[Question, tuple[str, ...]] = {
    "shares": ("yes", "no", UNSURE),
    "who": ("a", "b", "third", UNSURE),
    "credit": ("yes", "partial", "no", "another", UNSURE),
}


def answer(question: Question, typed: str) -> str | None:
    """Return the answer that was typed, blank where none was, None where it is not one of the question's."""
    key = _key(typed)
    return BLANK if not key else _known(question).get(key)


@cache
def _known(question: Question) -> dict[str, str]:
    found = {}
    for code in CODES:
        for name in ANSWERS[question]:
            for spelling in str(phrases(code).entries[f"answer.{name}"]).split("|"):
                found[_key(spelling)] = name
    return found


def _key(typed: str) -> str:
    """Fold case, accents and full stops: a spreadsheet and a tired hand write « Oui » and « OUI. »."""
    plain = unicodedata.normalize("NFKD", typed.casefold())
    return "".join(each for each in plain if each.isalnum() or each == "?")[:20]
