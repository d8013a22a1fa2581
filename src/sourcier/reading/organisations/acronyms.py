"""Acronyms that nothing else explains."""

import re
from collections.abc import Iterator

from sourcier.reading.names.candidate import Candidate
from sourcier.reading.organisations.brackets import things
from sourcier.reading.organisations.view import View

_CAPITALS = re.compile(r"(?=.*[A-ZÉ].*[A-ZÉ0-9])[A-ZÉ][A-ZÉ0-9]{2,7}(?:-[A-ZÉ][A-ZÉ0-9]{1,6})?")
_NO_BODY = re.compile(r"[IVXLC]+|R[NDP][A-Z]*\d+|(?:COP|CAN|CHAN)-?\d*|CO\d|PM\d+|[A-Z]\d{2,}[A-Z]?")  # XIV, RN1, COP26
_NAMES = frozenset(("PROPN", "X"))
_DEFINITE, _ACTING, _BARE = 0.75, 0.6, 0.5
_ACTS = frozenset(("nsubj", "nsubj:pass", "obl:agent"))
_BESIDE = frozenset("/,")
_LEAST = 3  # letters
_PRONOUNCED = 4  # letters; longer words in capitals may be words


def acronyms(view: View) -> Iterator[Candidate]:
    """Yield words in capitals that stand as names of bodies do."""
    explained = things(view)
    for at in view.capitals:
        form = view.words.forms[at]
        if len(form) >= _LEAST and form.isupper() and form not in explained and _body(view, at, form):
            weight = standing(view, at)
            if weight:
                yield Candidate(at, at + 1, "organisation", weight, "acronym")


def _body(view: View, at: int, form: str) -> bool:
    """Whether a word in capitals is neither a thing's acronym, nor a word, nor a surname, nor part of a headline."""
    if not _CAPITALS.fullmatch(form) or _NO_BODY.fullmatch(form) or view.within("never.acronyms", at):
        return False
    if len(form) > _PRONOUNCED and (view.words.known(at) or view.gazetteer.named(form)):
        return False
    return not view.headline(at) and not _surname(view, at)


def standing(view: View, at: int) -> float:
    """Return how sure an acronym is a body's, by what stands before it: « de » alone is before things too."""
    if view.within("never.defining", at + 1):
        return 0.0
    if view.within("articles.all", at - 1):
        return _DEFINITE
    if view.words.analysis.tokens[at].relation in _ACTS:
        return _ACTING
    beside = view.words.forms[at - 1] in _BESIDE if at else True
    return _BARE if beside or view.within("articles.before", at - 1) else 0.0


def _surname(view: View, at: int) -> bool:
    """Whether a word in capitals stands by a name, as surnames do (« Ibrahim DIALLO », « IBRAHIM DIALLO »)."""
    return any(
        view.capital(near) and view.words.upos(near) in _NAMES and not view.opens(near) and view.folded(near) != ""
        for near in (at - 1, at + 1)
    )
