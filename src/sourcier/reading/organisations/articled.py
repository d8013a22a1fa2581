"""Names that nothing knows, after an article: « la Bralirwa »; people have none, and places are in the gazetteer."""

from collections.abc import Iterator

from sourcier.lang.load import lexicon
from sourcier.reading.names.candidate import Candidate
from sourcier.reading.organisations.view import View

_ACTS, _STANDS = 0.65, 0.45
_MASCULINE = frozenset(("le", "les"))
_ARTICLES = frozenset(("la", "l"))
_LEAST = 4  # letters
_SUBJECT = frozenset(("nsubj", "nsubj:pass", "obl:agent"))


def articled(view: View) -> Iterator[Candidate]:
    """Yield the unknown names of a text that a singular article makes bodies."""
    for at in range(1, len(view)) if view.lowered else view.capitals:
        if view.folded(at - 1) in _MASCULINE and _says(view, at) and _unknown(view, at):
            yield Candidate(at, at + 1, "organisation", _STANDS, "article")
        if view.folded(at - 1) in _ARTICLES and _unknown(view, at):
            acts = view.words.analysis.tokens[at].relation in _SUBJECT
            if acts or (not view.lowered and view.folded(at - 1) == "la"):
                yield Candidate(at, at + 1, "organisation", _ACTS if acts else _STANDS, "article")


def _says(view: View, at: int) -> bool:
    """Whether a name is the subject of a verb of saying; in a text without capitals, of any."""
    token = view.words.analysis.tokens[at]
    return token.relation == "nsubj" and (view.lowered or view.words.lemma(token.head) in view.table.lemmas["inverted"])


def _unknown(view: View, at: int) -> bool:
    form = view.words.forms[at]
    if len(form) < _LEAST or not form.isalpha() or view.shouted(at) or view.within("never.words", at):
        return False
    if view.capital(at + 1) or _word(view, at) or view.people_of(at) or view.headline(at):
        return False
    return not view.gazetteer.named(form)


def _word(view: View, at: int) -> bool:
    """Whether the language has a word, which a text may begin with a capital that lacks its accent (« Etat »)."""
    if view.words.known(at):
        return True
    words = lexicon(view.words.analysis.language)
    form = view.words.forms[at].lower()
    return words is not None and form[0] == "e" and words.known("é" + form[1:])
