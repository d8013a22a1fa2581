"""Acronyms beside a name without a bracket: « l'Agence du fleuve, l'Adf », « la Sodekari, Société du karité »."""

from sourcier.reading.gazetteer.spelling import key
from sourcier.reading.organisations.initials import LEAST, SHORT, capitals, covers, initials, letters
from sourcier.reading.organisations.view import View

_ASIDE = frozenset(",–—-")


def aside(view: View, first: int, stop: int) -> int | None:
    """Return where the acronym of a name stands that is right after or before it, None without one."""
    after = _aside(view, first, stop)
    return _ahead(view, first) if after is None else after


def _aside(view: View, first: int, stop: int) -> int | None:
    """Where an acronym stands after a name and a comma or a dash, all its letters initials (« , l'Anrac, »)."""
    if stop >= len(view) or view.words.forms[stop] not in _ASIDE:
        return None
    at = stop + 1 + view.within("articles.bare", stop + 1)
    if at + 1 >= len(view) or view.folded(at + 1) or not SHORT.fullmatch(view.words.forms[at]):
        return None
    wanted, given = letters(view.words.forms[at]), initials(view, first, stop)
    return at if len(wanted) > LEAST and given[:1] == wanted[0] and covers(given, wanted) else None


def _ahead(view: View, first: int) -> int | None:
    """Where an acronym in capitals stands before a name without article and a comma (« la Sokari, Société … »)."""
    if first < LEAST or view.words.forms[first - 1] != ",":
        return None
    form = view.words.forms[first - 2]
    fits = capitals(form) and SHORT.fullmatch(form) and key(form)[:1] == view.folded(first)[:1]
    return first - 2 if fits else None
