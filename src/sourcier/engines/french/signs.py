"""The tokens of a paragraph in one way of writing: one sign for all that do the same."""

from collections.abc import Sequence

from sourcier.core.span import Span
from sourcier.engines.french.shadow import plain

_OPENING, _CLOSING, _DASHES = ("“", "„", "‹", "<<"), ("”", "›", ">>"), ("–", "—", "―", "--")
_SIGNS = {sign: one for signs, one in ((_OPENING, "«"), (_CLOSING, "»"), (_DASHES, "-")) for sign in signs}
_LONGEST = 48  # characters; what is longer is no word that the lexicon has


def written(text: str, tokens: Sequence[Span]) -> tuple[list[str], list[bool]]:
    """Return the tokens' forms, « " » told apart into « and », and whether white space stands before each."""
    signs: list[str] = []
    spaced: list[bool] = []
    opened = False
    end = -1
    for token in tokens:
        form = plain(text[token.start : min(token.end, token.start + _LONGEST)])
        space = token.start != end
        form = _SIGNS.get(form, form)
        if form in {'"', "''"}:
            follows = token.end < len(text) and not text[token.end].isspace()
            opens = follows if space == follows else not opened
            form = "«" if opens else "»"
        if form in {"«", "»"}:
            opened = form == "«"
        elif form and form[0] in ".…" and not form.strip(".…"):
            form = "." if form == "." else "…"
        elif len(form) > 1 and form[0] in "?!":
            form = form[-1]
        signs.append(form or "_")
        spaced.append(space)
        end = token.end
    return signs, spaced
