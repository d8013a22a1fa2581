"""How far the name of a body goes after its head noun."""

from sourcier.reading.organisations.view import View

_NOUNS = frozenset(("NOUN", "PROPN", "X"))
_LONGEST = 24  # tokens


def complements(view: View, first: int, at: int, *, free: bool) -> int:
    """Return where the complements that begin at token `at` stop; `first` is the head noun.

    `free` lets them open with « pour », « contre », « à » as well, as in names with a capital.
    """
    stop = adjectives(view, at)
    limit = min(view.stops[first], first + _LONGEST)
    while stop < limit:
        formula = view.table.formulas.at(view.parts, stop, limit)
        further = (
            (adjectives(view, formula[0]) if formula else None)
            or _of(view, stop, limit)
            or _and(view, first, stop, limit)
            or _listed(view, first, stop, limit)
        )
        if not further and free:
            further = _opened(view, first, stop, limit) or name(view, stop, limit)
        if not further:
            break
        stop = further
    return stop


def adjectives(view: View, at: int) -> int:
    """Return where the adjectives that begin at token `at` stop."""
    while at < len(view) and view.words.free(at, at + 1) and _adjective(view, at):
        at += 1
    return at


def name(view: View, at: int, limit: int) -> int | None:
    """Return where a run of capitals stops that begins at token `at`, None where there is none."""
    stop = at
    while stop < limit and (_named(view, stop) or (stop > at and _bound(view, stop))):
        stop += 1
    return stop if stop > at else None


def _adjective(view: View, at: int) -> bool:
    if view.within("complements.outside", at):
        return False
    official = view.within("complements.official", at) or view.within("complements.participles", at)
    return official or view.words.upos(at) == "ADJ" or view.people_of(at)


def _named(view: View, at: int) -> bool:
    return view.proper(at) and view.words.free(at, at + 1) and view.words.upos(at) not in {"VERB", "AUX", "PUNCT"}


def _bound(view: View, at: int) -> bool:
    """Whether a hyphen or an apostrophe binds two capitals (« Al » « - » « Qaïda »)."""
    return not view.folded(at) and view.words.touches(at) and view.capital(at + 1) and view.words.touches(at + 1)


def _phrase(view: View, at: int, limit: int) -> int | None:
    """Where a noun stops that begins at token `at`, with its article, adjectives and name."""
    if view.within("articles.bare", at):
        at += 1
    if (
        at < limit
        and view.words.upos(at) == "ADJ"
        and not view.words.forms[at][0].isdigit()
        and at + 1 < limit
        and view.words.upos(at + 1) in _NOUNS
    ):
        at += 1
    if at >= limit or not view.words.free(at, at + 1) or not view.folded(at) or not _noun(view, at):
        return None
    stop = adjectives(view, at + 1)
    named = name(view, stop, limit)
    return min(adjectives(view, named) if named else stop, limit)


def _noun(view: View, at: int) -> bool:
    if view.within("complements.not_for", at):
        return False
    if (view.within("complements.outside", at) and not view.capital(at)) or view.words.forms[at][0].isdigit():
        return False
    return view.words.upos(at) in _NOUNS or view.capital(at) or view.within("complements.participles", at)


def _of(view: View, at: int, limit: int) -> int | None:
    """« de la santé »; an engine may leave « D'ELECTRICITE » one token."""
    if view.within("articles.of", at):
        return _phrase(view, at + 1, limit)
    glued = len(view.parts[at]) > 1 and view.parts[at][0] in view.table.words["articles.of"]
    return adjectives(view, at + 1) if glued and view.words.free(at, at + 1) else None


def _and(view: View, first: int, at: int, limit: int) -> int | None:
    """« et de l'hygiène », « et aux musulmans », « et développement »."""
    if not view.within("articles.and", at):
        return None
    if view.within("articles.of", at + 1) and _one_of(view, first, at):
        return _phrase(view, at + 2, limit)
    aimed = view.within("articles.bare", at - 2) and view.within("articles.for", at - 3)
    if aimed and view.within("articles.bare", at + 1) and not view.capital(at + 2):
        return _phrase(view, at + 1, limit)
    if view.within("articles.at", at + 1) and _one_of(view, first, at, "articles.at"):
        return _phrase(view, at + 2, limit)
    if view.capital(first) and view.words.upos(at - 1) == view.words.upos(at + 1) == "ADJ":
        return adjectives(view, at + 1)
    bare = view.capital(first) and not view.within("articles.all", at + 1) and _bare_before(view, at)
    return _phrase(view, at + 1, limit) if bare and not view.capital(at + 1) else None


def _one_of(view: View, first: int, at: int, opener: str = "articles.of") -> bool:
    return any(view.within(opener, each) for each in range(first + 1, at))


def _bare_before(view: View, at: int) -> bool:
    """Whether the noun before « et » has no article (« de gestion et développement »)."""
    return view.words.upos(at - 1) in _NOUNS and view.folded(at - 2) in {"de", "d", "des"}


def _listed(view: View, first: int, at: int, limit: int) -> int | None:
    """« , de la Sécurité publique » of a ministry: a comma, then the same preposition and a capital."""
    if at + 1 >= limit or view.words.forms[at] != "," or not view.within("articles.of", at + 1):
        return None
    noun = at + 2 + view.within("articles.bare", at + 2)
    listed = view.capital(noun) or view.lowered
    return _phrase(view, at + 2, limit) if listed and _one_of(view, first, at) else None


def _opened(view: View, first: int, at: int, limit: int) -> int | None:
    """« pour le développement », « contre la faim », « à l'islam », « sur la sécurité », « en Libye »."""
    before = " ".join(view.parts[at - 1])
    if view.within("articles.for", at):
        return _phrase(view, at + 1, limit)
    for opener in ("against", "on"):
        if view.within(f"articles.{opener}", at):
            asked = {before, view.folded(first)} & view.table.words[f"complements.{opener}"]
            return _phrase(view, at + 1, limit) if asked else None
    if view.within("articles.at", at) and view.within("complements.to", at - 1):
        return _phrase(view, at + 1, limit)
    if view.within("articles.in", at) and view.within("complements.abroad", first):
        return name(view, at + 1, limit)
    return None
