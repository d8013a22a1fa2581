"""The pieces that a French token may be, as one pattern; the order says which wins where several fit.

Every piece takes what it looks at or is bounded, so that reading takes time in proportion to the text.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from sourcier.lang.language import Language

_LETTER = r"[^\W\d_]"
_UPPER = "[A-ZÀ-ÖØ-ÞŒŠŽŸ]"
_LOWER = "[a-zß-öø-ÿœšž]"
_SPACE = "[ \u00a0\u2009\u202f]"
_SPEECH_SIGN = r"[\w\"'«“(\[]"


def pattern() -> re.Pattern[str]:
    """Return the pattern that `finditer` reads a text with."""
    table = Language("fr").table("tokens")
    clitic = _clitic(table["clitics"])
    pieces = {
        "plain": rf"{_LOWER}++(?=[\s,;!?»]|:(?!/)|$)",  # most words, quickly
        "address": _address(table["addresses"]["endings"]),
        "name": r"[@#]\w++",
        "escape": r'\\[nrt](?=["«“\\]|[A-ZÀ-Þ0-9])',  # a line end that some program wrote out
        "whole": rf"(?i:{_any(table['whole'])})(?![\w'-])",
        "initials": rf"{_UPPER}\.(?:-?{_UPPER}\.)++(?:{_UPPER}(?!\w))?",
        "abbreviation": _abbreviation(table["abbreviations"]),
        "initial": rf"(?<!\d)(?<!\d\s){_UPPER}\.(?=\s?{_UPPER})|(?<=[A-Z]\.\s){_UPPER}\.",
        "numero": r"[nN][°º](?!\w*[°º])",
        "degree": r"°[CF](?!\w)",
        "apostrophe_name": rf"[MNOT]'{_UPPER}{_LOWER}++(?:-{_LETTER}++)*+",
        "elision": rf"(?i:{_any(table['elisions'])})'(?=\s?{_SPEECH_SIGN})",
        "hour": r"(?<=\d)[hH](?=\d\d(?!\w)|/)",
        "number": _number(table["numbers"]),
        "clitic": clitic,
        "glued": _glued(table["starters"]),
        "version": rf"{_UPPER}{{1,4}}(?:\.\d++)++(?!\w)",
        "classes": r"[A-Z]{0,6}[IVX]{1,4}[abAB]?/[IVX]{1,4}[abAB]?(?!\w)|[A-Z](?:/[A-Z]){0,4}/\d++",
        "word": _word(clitic, table["brackets"]["endings"]),
        "dots": r"[.…]{2,}|…",
        "dash": r"--+",
        "cry": r"[!?]++",
        "quotes": r"<<|>>|\+/-|''",
        "ideograph": "[\u3040-\u30ff\u3400-\u9fff]",
        "pictures": "[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]++",
        "sign": r"\S",
    }
    return re.compile(r"(?=\S)(?:" + "|".join(f"(?:{piece})" for piece in pieces.values()) + ")")


def _any(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


def _address(endings: Iterable[str]) -> str:
    web = r"(?i:https?://|ftp://|www\.)[^\s<>\"«»“”]*[^\s<>\"«»“”.,;:!?…)\]']"
    mail = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
    site = rf"(?:[\w-]{{2,63}}\.){{1,4}}{_any(endings)}(?![\w'])(?:/[\w/%-]*+)?"
    return f"{web}|{mail}|{site}"


def _abbreviation(table: Mapping[str, Any]) -> str:
    names = rf"{_any(table['before_names'])}\.(?=\s?{_UPPER})"
    numbers = rf"{_any(table['before_numbers'])}\.(?=\s?(?:\d|[IVXL]+\b))|(?<=\d\s)pp?\."
    anywhere = rf"{_any(table['anywhere'])}\."
    within = rf"{_any(table['within'])}\.(?=\s*+[^\s{_UPPER[1:-1]}\"«»“”.…])"
    return f"{names}|{numbers}|{anywhere}|{within}"


def _number(table: Mapping[str, Any]) -> str:
    thousands = rf"\d{{1,3}}(?:{_SPACE}\d{{3}})++(?!\d)(?:,\d++)?(?!\w)"
    joined = rf"\d++(?:[.,:/-]\d++(?!{_SPACE}\d{{3}}(?!\d)))*+"
    hour = r"\d{1,2}(?=[hH](?:\d\d)?(?!\w))"
    unit = rf"\d++(?:[.,]\d++)*+(?={_any(table['units'])}(?!\w))"
    ordinal = rf"\d++{_any(table['ordinal_endings'])}(?![\w])"
    signed = rf"(?<![^\s(\[])[-+](?:{joined})(?![\w-])"
    return f"{signed}|{thousands}|{hour}|{ordinal}|{unit}|{joined}(?!{_LETTER}|-{_LETTER})"


def _clitic(table: Mapping[str, Any]) -> str:
    """Return the pattern of « -t-il », « -ce », « -moi »: after a hyphen and a word that may stand before it."""
    after_any = _any(table["after_any"])
    inverted, here = _any(table["after_t_or_d"]), _any([*table["after_any"], *table["after_s_or_z"], "que"])
    end = rf"(?![\w'])(?!-(?!{here}(?![\w'-]))\w)"
    bodies = [
        rf"-t[-']{inverted}",
        rf"(?<=\s)t-{inverted}",
        rf"(?<=[td])-{inverted}",
        rf"(?<=[ta])-{_any(table['after_t_or_a'])}",
        rf"(?<=[sz])-{_any(table['after_s_or_z'])}",
        rf"(?<=\w)-{after_any}",
        "(?<=-ce)-que",
    ]
    return rf"(?i:(?:{'|'.join(bodies)}){end})"


def _glued(table: Mapping[str, Any]) -> str:
    """Return the pattern of a word that the next sentence's first word is glued to (« entreLe »)."""
    always, elided = _any(table["after_any"]), _any(table["elided"])
    often = _any([*table["after_any"], *table["after_lower_case"]])
    lower = rf"{_LOWER}{{3,}}+(?={often}(?![\w'])|{elided}')"
    upper = rf"{_UPPER}{_LOWER}{{2,}}+(?={always}(?![\w'])|{elided}')"
    return f"{lower}|{upper}"


def _word(clitic: str, endings: Iterable[str]) -> str:
    joiner = rf"(?!{clitic})['·‧-]"
    return rf"\w++(?:{joiner}\w++)*+(?:\((?i:{_any(endings)})\)s?(?!\w))?"
