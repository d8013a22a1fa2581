"""Names that a generic noun in small letters leads or explains: « l'ONG Amal », « Onicor, l'office importateur »."""

from collections.abc import Iterator

from sourcier.reading.names.candidate import Candidate
from sourcier.reading.organisations.extent import adjectives
from sourcier.reading.organisations.view import View

_LED, _QUOTED, _APPOSED, _EXPLAINED = 0.9, 0.88, 0.75, 0.6
_OPENING, _CLOSING = frozenset('«"“'), frozenset('»"”')
_LONGEST = 8  # tokens
_SHORTEST = 4  # letters
_SHORT = 3  # letters


def led(view: View) -> Iterator[Candidate]:
    """Yield the names after a generic noun."""
    for at in view.beginnings["leads"]:
        if _small_lettered(view, at):
            found = view.table.leads.at(view.parts, at, view.stops[at])
            if found:
                yield from _after(view, at, found[0])
                yield from _explained(view, at, found[0])


def apposed(view: View) -> Iterator[Candidate]:
    """Yield the names that such a noun explains after a comma."""
    for noun in view.beginnings["apposed"]:
        at = noun - 2
        if view.within("apposed.bare", noun) and view.words.forms[noun - 1] == ",":
            at = noun - 1
        if at > 0 and view.words.forms[at] == "," and (at == noun - 1 or view.within("articles.bare", at + 1)):
            found = view.table.apposed.at(view.parts, noun, view.stops[at])
            first = at
            while first > 0 and _within_name(view, first - 1) and not _opening(view, first - 1):
                first -= 1
            if first > 0 and view.known.at(view.parts, first - 1, at):
                first -= 1  # « La Nation, quotidien d'État »
            if found and first < at and view.words.upos(at - 1) in {"PROPN", "NOUN", "X"}:
                yield Candidate(first, at, "organisation", _APPOSED, "apposition", (noun, found[0]))


def _after(view: View, lead: int, at: int) -> Iterator[Candidate]:
    stop = view.stops[lead]
    named = adjectives(view, at) if at < stop and not view.capital(at) else at
    kept = view.within("lead_kept.nouns", lead) or (view.lowered and view.within("lead_kept.lowered", lead))
    if named < stop and view.words.forms[named] in _OPENING:
        closing = next((i for i in range(named + 1, min(named + _LONGEST, stop)) if view.words.forms[i] in _CLOSING), 0)
        if closing > named + 1 and view.capital(named + 1):
            yield Candidate(named + 1, closing, "organisation", _QUOTED, "lead", (lead, at))
        return
    end = run(view, named, stop)
    if end == named + 1 and (view.within("never.words", named) or _loose(view, lead, named)):
        return
    if end is None and view.lowered and named == at and _strange(view, at, stop):
        end = at + 1
    if end is not None:
        yield Candidate(lead if kept else named, end, "organisation", _LED, "lead", (lead, at))


def _explained(view: View, lead: int, at: int) -> Iterator[Candidate]:
    """« sa société, Agro Plus, »: the name between signs."""
    if at + 1 < view.stops[lead] and view.words.forms[at] == "," and (view.definite(lead) or _owned(view, lead)):
        stop = run(view, at + 1, view.stops[lead])
        if stop and stop < len(view) and not view.folded(stop):
            yield Candidate(at + 1, stop, "organisation", _EXPLAINED, "lead", (lead, at))


def _owned(view: View, lead: int) -> bool:
    return "Poss=Yes" in view.words.analysis.tokens[lead - 1].feats if lead else False


def run(view: View, at: int, limit: int) -> int | None:
    """Return where a run of capitals stops, small words within it too (« Umoja wa Wamama »); None without one."""
    stop = at
    while stop < limit:
        if _within_name(view, stop):
            stop += 1
        elif stop > at and stop + 1 < limit and _small(view, stop) and _within_name(view, stop + 1):
            stop += 2
        else:
            break
    return stop if stop > at else None


def _within_name(view: View, at: int) -> bool:
    form = view.words.forms[at]
    written = view.proper(at) or (form[0].isdigit() and form[-1].isupper())
    return len(form) > 1 and written and view.words.free(at, at + 1)


def _opening(view: View, at: int) -> bool:
    """Whether a word has its capital from the sentence alone."""
    return view.opens(at) and view.words.known(at)


def _small_lettered(view: View, at: int) -> bool:
    """Whether a noun has no capital of its own: but for « ONG », which always has."""
    return not view.capital(at) or view.opens(at) or (view.shouted(at) and len(view.words.forms[at]) <= _SHORTEST)


def _small(view: View, at: int) -> bool:
    """Whether a token binds two capitals: a hyphen, « de », or a short word that is not the language's."""
    if not view.folded(at):
        return view.words.touches(at) and view.words.touches(at + 1) and view.words.forms[at] not in _CLOSING
    if view.within("articles.and", at):
        return False
    if view.within("articles.of", at):
        return not view.shouted(at - 1) or view.words.forms[at - 1] in view.table.runs
    return len(view.words.forms[at]) <= _SHORT and not view.words.known(at)


def _strange(view: View, at: int, limit: int) -> bool:
    return at < limit and bool(view.folded(at)) and not view.words.known(at)


def _loose(view: View, lead: int, named: int) -> bool:
    """Whether a word only happens to follow an indefinite noun (« une banque Trois hommes »)."""
    return view.indefinite(lead) and view.words.known(named)
