"""What a number written in figures is worth."""

import re

_PLAIN = re.compile(r"[+-]?\d+")
_THOUSANDS = re.compile(r"\d{1,3}(?:[ .\u00a0\u2009\u202f]\d{3})+(?:,\d+)?")  # 2 000, 60.000, 1 234,5
_DECIMAL = re.compile(r"[+-]?\d+[.,]\d+")  # 1,5 and 1.5; neither 12/03 nor 3-1
_HYPHENATED = re.compile(r"(\d{1,3})-(\d{1,3})")  # 30-60 minutes
_COMMA_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")  # 10,000 as some agencies write it
_SPACES = re.compile(r"[ .\u00a0\u2009\u202f]")
_DIGITS = frozenset("0123456789")
_SIGNS = frozenset("+-")


def in_figures(form: str) -> bool:
    """Tell whether a form begins as a number in figures does; nothing does not."""
    return form[:1] in _DIGITS or (form[:1] in _SIGNS and form[1:2] in _DIGITS)


def figure(form: str, *, whole: bool) -> float | None:
    """Return a number's value, None for what is another thing (12/03, 3-1, 2e); `whole`: it counts things.

    A comma before three digits parts thousands where things are counted, else decimals.
    """
    if _PLAIN.fullmatch(form):
        return float(form)
    if _THOUSANDS.fullmatch(form):
        return float(_SPACES.sub("", form).replace(",", "."))
    if whole and _COMMA_THOUSANDS.fullmatch(form):
        return float(form.replace(",", ""))
    if _DECIMAL.fullmatch(form):
        return float(form.replace(",", "."))
    return None


def hyphenated(form: str) -> tuple[int, int] | None:
    """Return the ends of a range with a hyphen, None where the second is not the larger (a score, a season)."""
    match = _HYPHENATED.fullmatch(form)
    ends = (int(match[1]), int(match[2])) if match else (0, 0)
    return ends if ends[0] < ends[1] else None
