"""What a bare number counts: « six morts selon l'armée, plus d'une dizaine selon les rescapés »."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sourcier.reading.numbers.draft import Draft
from sourcier.reading.numbers.nouns import phrase
from sourcier.reading.numbers.quantities import Quantities

_MEASURED = frozenset({"money", "measure", "duration"})
_MANY = 100_000
_FAR = 16  # tokens


@dataclass(slots=True)
class _Before:
    """The last numbers that were read, by kind: what a bare one may lean on."""

    any: Draft | None = None
    count: Draft | None = None
    share: Draft | None = None
    rank: Draft | None = None

    def saw(self, draft: Draft) -> None:
        if draft.what and draft.kind == "count":
            self.count = draft
        elif draft.what and draft.kind == "share":
            self.share = draft
        elif draft.what and draft.kind == "rank":
            self.rank = draft
        if draft.kind in _MEASURED or draft.kind == "count":
            self.any = draft


def filled(drafts: Sequence[Draft], table: Quantities) -> Iterator[Draft]:
    """Yield the drafts, bare ones with what the numbers beside them count."""
    before = _Before()
    for place, draft in enumerate(drafts):
        found = draft
        following = drafts[place + 1] if place + 1 < len(drafts) else None
        if draft.bare and following and _is_of(draft, following, table):
            found = replace(draft, what=following.what)
        elif draft.bare and following and _leads_to(draft, following, table):
            found = replace(draft, kind=following.kind, unit=following.unit, what=following.what, state=following.state)
        elif draft.bare:
            found = _FILLED.get(draft.kind, _counted)(draft, before, table)
        elif draft.head is not None and before.count and _others(draft, before.count, table):
            found = replace(draft, what=_noun(before.count), state=draft.words.written(draft.head, draft.head + 1))
        yield found
        before.saw(found)


def _is_of(draft: Draft, following: Draft, table: Quantities) -> bool:
    """« trois des cinq otages »."""
    joined = following.words is draft.words and following.start - draft.stop == 1
    return joined and table.within("alone.of_some", draft.words.form(draft.stop)) and draft.kind == "count"


def _others(draft: Draft, counted: Draft, table: Quantities) -> bool:
    """« une centaine d'autres blessées »: others of what was counted before."""
    head = draft.head or 0
    state_of_others = _is_fate(draft, table) and not _is_fate(counted, table)
    return state_of_others and table.within("alone.others", draft.words.form(head - 1))


def _is_fate(draft: Draft, table: Quantities) -> bool:
    """Whether the noun is a state itself: « blessés », « disparus »."""
    head = draft.head or 0
    return draft.words.participle(head) or table.within("states.nouns", draft.words.lemma(head))


def _noun(counted: Draft) -> str | None:
    return counted.words.written(counted.head, counted.head + 1) if counted.head is not None else counted.what


def _leads_to(draft: Draft, following: Draft, table: Quantities) -> bool:
    """« passe de 300 à 325 francs CFA »."""
    joined = following.words is draft.words and following.start - draft.stop == 1
    return joined and not following.bare and table.within("ranges.to", draft.words.form(draft.stop))


def _shared(draft: Draft, before: _Before, _: Quantities) -> Draft:
    """« un cinquième à Mohéli » after « deux cinquièmes de la cargaison »."""
    known = before.share.what if before.share and draft.unit is None and draft.what is None else draft.what
    return replace(draft, what=known)


def _ranked(draft: Draft, before: _Before, table: Quantities) -> Draft:
    """« La troisième » after « la première génération »."""
    follows = table.within("alone.ranked_after", draft.words.form(draft.start - 1))
    return replace(draft, what=before.rank.what if before.rank and follows and _near(before.rank, draft) else None)


def _paid(draft: Draft, before: _Before, table: Quantities) -> Draft:
    """« propose six milliards »; but « 21 millions de personnes, contre huit millions » counts persons."""
    last = before.any
    if last is None or not _near(last, draft):
        return draft
    if last.kind == "money":
        return replace(draft, unit=last.unit)
    alike = last.kind in {"count", "measure"} and last.value >= _MANY
    return _counted(replace(draft, kind="count"), before, table) if alike else draft


def _counted(draft: Draft, before: _Before, table: Quantities) -> Draft:
    last, counted = before.any, before.count
    if summed := _summed(draft, table):
        return replace(draft, what=summed)
    if last is not None and last.kind in _MEASURED and not _acts(draft) and _near(last, draft):
        return replace(draft, kind=last.kind, unit=last.unit, what=last.what if last.kind == "measure" else None)
    if counted is None:
        return draft
    if draft.state is None:
        return replace(draft, what=counted.what, state=counted.state)
    return replace(draft, what=_noun(counted))  # with its own state, not that of the noun before


def _summed(draft: Draft, table: Quantities) -> str | None:
    """« le nombre de déplacés est passé de 300 000 »: what the noun of the sum is of."""
    words = draft.words
    for at in range(draft.start - 1, max(-1, draft.start - _FAR), -1):
        if table.within("alone.sums", words.form(at)) and table.within("percent.of", words.form(at + 1)):
            noun = phrase(words, at + 2, table)
            return words.written(noun.first, noun.stop) if noun else None
    return None


def _acts(draft: Draft) -> bool:
    """Whether a verb follows, whose subject the number is: « deux sont soignés »."""
    return draft.stop < len(draft.words) and "VerbForm=Fin" in draft.words.tokens[draft.stop].feats


def _near(last: Draft, draft: Draft) -> bool:
    """Whether two numbers stand in one sentence or in two that follow each other."""
    return 0 <= draft.words.first - last.words.first <= len(last.words)


_FILLED = {"share": _shared, "rank": _ranked, "money": _paid}
