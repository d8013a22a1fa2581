"""What a bare number counts: « six morts selon l'armée, plus d'une dizaine selon les rescapés »."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sourcier.reading.numbers.draft import Draft
from sourcier.reading.numbers.leaning import acts, leads_to, near, noun_of, others_of, part_of, summed
from sourcier.reading.numbers.quantities import Quantities

_MEASURED = frozenset({"money", "measure", "duration"})
_MANY = 100_000


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
        if draft.bare and following and part_of(draft, following, table):
            found = replace(draft, what=following.what)
        elif draft.bare and following and leads_to(draft, following, table):
            found = replace(draft, kind=following.kind, unit=following.unit, what=following.what, state=following.state)
        elif draft.bare:
            found = _FILLED.get(draft.kind, _counted)(draft, before, table)
        elif draft.head is not None and before.count and others_of(draft, before.count, table):
            found = replace(draft, what=noun_of(before.count), state=draft.words.written(draft.head, draft.head + 1))
        yield found
        before.saw(found)


def _shared(draft: Draft, before: _Before, _: Quantities) -> Draft:
    """« un cinquième à Mohéli » after « deux cinquièmes de la cargaison »."""
    known = before.share.what if before.share and draft.unit is None and draft.what is None else draft.what
    return replace(draft, what=known)


def _ranked(draft: Draft, before: _Before, table: Quantities) -> Draft:
    """« La troisième » after « la première génération »."""
    follows = table.within("alone.ranked_after", draft.words.form(draft.start - 1))
    return replace(draft, what=before.rank.what if before.rank and follows and near(before.rank, draft) else None)


def _paid(draft: Draft, before: _Before, table: Quantities) -> Draft:
    """« propose six milliards »; but « 21 millions de personnes, contre huit millions » counts persons."""
    last = before.any
    if last is None or not near(last, draft):
        return draft
    if last.kind == "money":
        return replace(draft, unit=last.unit)
    alike = last.kind in {"count", "measure"} and last.value >= _MANY
    return _counted(replace(draft, kind="count"), before, table) if alike else draft


def _counted(draft: Draft, before: _Before, table: Quantities) -> Draft:
    last, counted = before.any, before.count
    if known := summed(draft, table):
        return replace(draft, what=known)
    if last is not None and last.kind in _MEASURED and not acts(draft) and near(last, draft):
        return replace(draft, kind=last.kind, unit=last.unit, what=last.what if last.kind == "measure" else None)
    if counted is None:
        return draft
    if draft.state is None:
        return replace(draft, what=counted.what, state=counted.state)
    return replace(draft, what=noun_of(counted))  # with its own state, not that of the noun before


_FILLED = {"share": _shared, "rank": _ranked, "money": _paid}
