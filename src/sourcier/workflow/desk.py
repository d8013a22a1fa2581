"""A ledger as the pages use it: one short visit at a time, with names, corrections and denials applied."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sourcier.core.article import Article
from sourcier.core.card import Card
from sourcier.core.change import Change
from sourcier.core.correction import Correction
from sourcier.core.denial import Denial
from sourcier.core.errors import LedgerBusy, LedgerHeld
from sourcier.core.facts import Facts
from sourcier.core.family import Edge, Family
from sourcier.core.found import Found
from sourcier.core.hit import Hit
from sourcier.core.outlet import Outlet
from sourcier.core.overview import Overview
from sourcier.core.page import Page
from sourcier.core.problem import Problem
from sourcier.core.selection import Order, Selection
from sourcier.core.sharing import Sharing
from sourcier.core.span import Span
from sourcier.core.totals import Totals
from sourcier.core.version import Place, Revision
from sourcier.core.week import WeekRow
from sourcier.store import ledger as store
from sourcier.workflow import denied
from sourcier.workflow.entity_desk import EntityDesk
from sourcier.workflow.overviews import Differences, overview
from sourcier.workflow.stages import LINEAGE
from sourcier.workflow.story import Story
from sourcier.workflow.waiting import is_much

if TYPE_CHECKING:
    from sourcier.core.producer import Producer
    from sourcier.workflow.sheet import Sheet
    from sourcier.workflow.shown import Compared

EVERY = Selection()
_PATIENCE = 2.0  # seconds
MOST = 300
"""Articles of a family that a page shows."""


class Desk(EntityDesk):
    """The ledger in the file `path`, made when missing unless `create` is false; use it in a `with`, one per request.

    Ids may be given by their beginning where one article is asked for. Raises LedgerError where the file cannot be
    used, UnknownArticle and UnknownFamily. Nothing here reads the whole ledger.
    """

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self._store = store.Ledger(path, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    def totals(self) -> Totals:
        """Return how much the ledger holds, and whether lineage is to be found anew."""
        return self._store.totals(LINEAGE.version)

    def stale(self) -> bool:
        """Tell whether lineage is to be found anew, as `totals` does, without counting anything."""
        return self._store.stale(LINEAGE.version)

    def unfinished(self) -> bool:
        """Tell whether anything is to be done: lineage to be found anew, or the index to be brought up to date."""
        return self._store.unfinished(LINEAGE.version)

    def much_to_do(self) -> bool:
        """Tell whether that takes longer than about a minute."""
        return is_much(self._store)

    def producer(self) -> "Producer":
        """Return what found the lineage at hand."""
        from sourcier.workflow.producing import of_ledger  # noqa: PLC0415 - brings in the stages

        return of_ledger(self._store)

    def search_producer(self) -> "Producer":
        """Return what `seek` looks by."""
        from sourcier.workflow.producing import of_search  # noqa: PLC0415 - brings in the stages

        return of_search(self._store)

    def stories(
        self, selection: Selection = EVERY, order: Order = "look", limit: int = 50, offset: int = 0
    ) -> Page[Overview]:
        """Return families at a glance."""
        return self._store.overviews(selection, order, limit, offset)

    def articles(self, selection: Selection = EVERY, limit: int = 50, offset: int = 0) -> Page[Card]:
        """Return articles, the newest publication first, the undated last."""
        return self._store.listing(selection, limit, offset)

    def search(self, words: str, limit: int = 20, *, prefix: bool = False) -> list[Hit]:
        """Return articles that hold all the words, the best first; with `prefix` the last may be a beginning."""
        return self._store.search(words, limit, prefix=prefix)

    def hits(self, words: str, ids: Iterable[str]) -> list[Hit]:
        """Return where the words looked for stand in a few articles that `articles` found by them."""
        return self._store.hits(words, ids)

    def card(self, id_: str) -> Card:
        """Return what is known of an article."""
        return self._store.card(id_)

    def cards(self, ids: Iterable[str]) -> dict[str, Card]:
        """Return what is known of articles, by id; an id that no article has is left out."""
        return self._store.cards(ids)

    def sharing(self, ids: Iterable[str]) -> dict[str, Sharing]:
        """Return for articles of a list, by id, the tie that says most; an article without ties is left out."""
        return self._store.sharing(ids)

    def texts(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the stored texts of articles, by id: ask only for those that are shown."""
        return self._store.texts(ids)

    def article(self, id_: str) -> "Sheet":
        """Return an article with all that hangs together with it."""
        from sourcier.workflow.sheet import named, sheet  # noqa: PLC0415 - brings in the stages

        with self._store.at_once():
            around = self._store.around(id_)
            key = around.article.id
            overview = self._store.overview(around.family) if around.family else None
            cards = self._store.cards(named(around))
            said = self._store.corrections(key), self._store.denials(key)
            versions = frozenset(self._store.of_page(key)) - {key}
        made = sheet(around, cards, overview, *said)
        ties = made.ties.of_page(versions, (*made.passages, *made.later_passages))
        return replace(made, ties=ties)

    def versions(self, id_: str) -> list[Revision]:
        """Return the texts that an article's page had, in order of time, with what changed; none where it had one."""
        from sourcier.workflow.versions import revisions  # noqa: PLC0415 - brings in the stages

        with self._store.at_once():
            found = self._store.versions(id_)
            return list(revisions(found, self._store.card(id_).id, self._store.article)) if found else []

    def facts(self, article: Article) -> Facts | Problem:
        """Return what the readers find in an article of the ledger, or why nothing reads it."""
        from sourcier.workflow.fact_finding import facts_of  # noqa: PLC0415 - brings in the readers

        return facts_of(self._store, article.id)

    def version_places(self, ids: Iterable[str]) -> dict[str, Place]:
        """Return for articles of a list whose page had several texts, by id, which of them each is."""
        return self._store.version_places(ids)

    def of_one_page(self, a: str, b: str) -> bool:
        """Tell whether two articles are versions of one page."""
        return bool(self._store.version_groups((a, b)))

    def rare_phrases(self, article: Article, others: int) -> tuple[Span, ...]:
        """Return phrases of an article to search for elsewhere, rare among the `others` (their number)."""
        from sourcier.workflow.rare import rare_phrases  # noqa: PLC0415 - brings in the languages

        return rare_phrases(article, self._store, others)

    def story(self, id_: str) -> Story:
        """Return a family with the cards of its articles."""
        with self._store.at_once():
            found = self._store.family(id_, MOST)
            denials = self._denials(found)
            cards = self._store.cards(found.articles)
            seen = self._store.overview(id_) or self._first_overview(id_)
        family = denied.family(found, denials.keys())
        lost = ((edge, denials.get(denied.pair(edge.derived, edge.source))) for edge in found.edges)
        cut = seen.articles > len(family.articles)
        return Story(family, tuple((edge, by) for edge, by in lost if by), cards, seen, seen.origins, cut)

    def pair(self, a: str, b: str) -> "Compared":
        """Compare two articles now; a pair that was denied has no direction.

        Of two versions of one page the later one is the derived text. Raises InputError for one article beside itself,
        and for two that are too long to be compared while one waits.
        """
        from sourcier.workflow.beside import beside  # noqa: PLC0415 - brings in the stages
        from sourcier.workflow.versions import compared  # noqa: PLC0415 - the same

        one, other = self._store.article(a), self._store.article(b)
        places = self._store.version_places((one.id, other.id)) if self.of_one_page(one.id, other.id) else {}
        if places:
            return compared(*sorted((one, other), key=lambda each: places[each.id].position))
        return beside(one, other, denied.pairs(self._store.denials(one.id)))

    def beside(self, article: Article, other: Article | str) -> "Compared":
        """Compare an article that is not in the ledger with one of the ledger, by its id, or with another one."""
        from sourcier.workflow.beside import beside  # noqa: PLC0415 - brings in the stages

        return beside(article, self._store.article(other) if isinstance(other, str) else other, frozenset())

    def glance(self, families: Iterable[str]) -> list[Overview]:
        """Return families at a glance, those that are known."""
        found = (self._store.overview(each) for each in dict.fromkeys(families))
        return [each for each in found if each]

    def tie(self, derived: str, source: str) -> Edge | None:
        """Return what the lineage says of two articles, None where it does not tie them."""
        return next((each for each in self._store.around(derived).edges if each.source == source), None)

    def seek(self, article: Article) -> Found:
        """Find where else an article stands that is not in the ledger, which keeps nothing of it; see `seek` there."""
        from sourcier.workflow.sought import seek  # noqa: PLC0415 - brings in the stages

        return seek(article, self._store)

    def denial(self, a: str, b: str) -> Denial | None:
        """Return the word that denies the tie of two articles, None where none holds."""
        said = self._store.denials(a)
        return next((each for each in said if each.undone is None and b in (each.derived, each.source)), None)

    def outlets(self) -> list[Outlet]:
        """Return the outlets that were registered, by name."""
        return self._store.outlets()

    def registered(self) -> dict[str, Outlet]:
        """Return the outlets that were registered, by name."""
        return {each.name: each for each in self.outlets()}

    def outlet(self, name: str) -> Outlet | None:
        """Return a registered outlet, None where none has this name."""
        return self._store.outlet(name)

    def outlet_names(self, prefix: str = "", limit: int = 200) -> list[tuple[str, int]]:
        """Return the names of outlets in use with their number of articles."""
        return self._store.outlet_names(prefix, limit)

    def register(self, outlet: Outlet, was: str | None = None) -> Outlet:
        """Keep an outlet, in place of the one called `was`, and return it as it is kept; its articles get its name."""
        return self._store.register(outlet, was)

    def unregister(self, name: str) -> None:
        """Forget an outlet; its articles have the names again that they came with."""
        self._store.unregister(name)

    def weeks(
        self, start: str | None = None, end: str | None = None, since: str | None = None, *, reference: bool = False
    ) -> list[WeekRow]:
        """Return outlet by outlet what it shares with earlier texts of others, as the store's `weeks` says.

        With `reference` only ties to texts of reference are counted.
        """
        return self._store.weeks(start, end, since, reference)

    def week_texts(
        self, start: str | None = None, end: str | None = None, since: str | None = None, *, reference: bool = False
    ) -> int:
        """Return how many articles the rows of `weeks` count together."""
        return self._store.week_texts(start, end, since, reference)

    def newest_week(self, since: str | None = None, *, reference: bool = False) -> str | None:
        """Return the day of the latest article that `weeks` counts, None where the newest articles hold none."""
        return self._store.newest_week(since, reference)

    def outlet_counts(self, names: Iterable[str]) -> dict[str, int]:
        """Return for each of these outlets that has articles how many."""
        return self._store.outlet_counts(names)

    def unregistered(self, prefix: str = "", limit: int = 100, offset: int = 0) -> Page[tuple[str, int]]:
        """Return a part of the names in use that the register lacks and that begin so, with their numbers."""
        return self._store.unregistered(prefix, limit, offset)

    def correct(self, id_: str, field: str, value: str | None, author: str | None = None) -> Article:
        """Set a field by hand, None for unknown; later readings and analyses keep it, and lineage is stale then."""
        return self._store.correct(id_, field, value, author)

    def undo(self, id_: str, field: str) -> Article:
        """Take back the last correction of a field."""
        return self._store.undo(id_, field)

    def corrections(self, id_: str) -> list[Correction]:
        """Return the corrections of an article in order of time, those taken back with them."""
        return self._store.corrections(id_)

    def deny(self, derived: str, source: str, author: str | None = None) -> Denial:
        """Keep that one article was not taken from another; no later analysis claims it again."""
        denial = self._store.deny(derived, source, author)
        self._renew(denial)
        return denial

    def allow(self, derived: str, source: str) -> Denial:
        """Take a denial back; raises InputError where there is none."""
        denial = self._store.allow(derived, source)
        self._renew(denial)
        return denial

    def changes(self) -> list[Change]:
        """Return what people corrected and denied, the newest first."""
        return self._store.changed()

    def problems(self) -> list[Problem]:
        """Return what could not be read, until it is read again without trouble."""
        return self._store.problems()

    def remove(self, id_: str) -> str:
        """Delete an article so that no byte of it stays, and return its id; what it touched is found anew.

        Raises LedgerHeld where bytes of it stay for now: another program has the file open, or adds to it, and what
        the index beside the ledger holds of the article goes when that is done.
        """
        from sourcier.workflow.removing import remove  # noqa: PLC0415 - brings in the stages

        id_ = self._store.article(id_).id
        try:
            return remove(self._store, (id_,), patience=_PATIENCE)[0]
        except LedgerHeld:
            raise
        except LedgerBusy as busy:  # nobody is to wait for this: the text goes at once
            self._store.remove(id_)
            raise LedgerHeld(busy.message, busy.hint) from busy

    def _denials(self, family: Family) -> dict[denied.Pair, Denial]:
        """Return the denials that hold inside a family, by their pair."""
        members = set(family.articles)
        every = (each for each in self._store.denials() if each.undone is None)
        return {
            denied.pair(each.derived, each.source): each for each in every if {each.derived, each.source} <= members
        }

    def _renew(self, denial: Denial) -> None:
        """Work the overviews out again of the families that two articles are in."""
        cards = self._store.cards((denial.derived, denial.source)).values()
        for id_ in {each.family for each in cards if each.family}:
            found, before = self._store.family(id_), self._store.overview(id_)
            differ = Differences(before.meaning, before.category, before.weight, before.contrast) if before else None
            self._store.save_overview(self._overview(found, self._store.cards(found.articles), differ or Differences()))

    def _first_overview(self, id_: str) -> Overview:
        found = self._store.family(id_)
        return self._overview(found, self._store.cards(found.articles), Differences())

    def _overview(self, found: Family, cards: Mapping[str, Card], differ: Differences) -> Overview:
        denials = self._denials(found).keys()
        shared = {denied.pair(*each) for each in self._store.shared(found.id)}
        pages = self._store.version_groups(found.articles)
        return overview(denied.family(found, denials), cards, shared - denials, differ, pages)
