"""A ledger as Python programs and commands use it."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from sourcier.core.article import Article
from sourcier.core.entity import DecisionKind, EntityKind
from sourcier.core.errors import InputError, LedgerBusy, LedgerError, UnknownArticle
from sourcier.core.facts import Facts
from sourcier.core.hit import Hit
from sourcier.core.named_entity import Explained, Profile
from sourcier.core.page import Page
from sourcier.core.problem import Problem
from sourcier.core.progress import Progress
from sourcier.core.version import Revision
from sourcier.export.edge_list import edge_list
from sourcier.store import ledger as store
from sourcier.workflow import entity_decisions, entity_finding, refreshing, removing
from sourcier.workflow import ledger as filling
from sourcier.workflow.alone import AT_ONCE
from sourcier.workflow.corpus import Corpus
from sourcier.workflow.fact_finding import facts_of, read_all, read_each, read_one
from sourcier.workflow.health import Health, health
from sourcier.workflow.options import ReadOptions
from sourcier.workflow.places import places_for
from sourcier.workflow.producing import of_ledger
from sourcier.workflow.read import Read
from sourcier.workflow.repairing import Repair, repair
from sourcier.workflow.sampling import Drawing, sample
from sourcier.workflow.searchable import Searchable
from sourcier.workflow.shown import FoundIn, found_in
from sourcier.workflow.sought import sought
from sourcier.workflow.stages import LINEAGE
from sourcier.workflow.traced import Trace, trace_corpus, with_texts
from sourcier.workflow.versions import revisions
from sourcier.workflow.waiting import is_much

_TICK = 1_000  # ties between two notes of progress


class Ledger:
    """The ledger in the file `path`, made when missing; use it in a `with`, or close it.

    Raises LedgerError where the file cannot be used. An id may be given by its beginning.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._store = store.Ledger(self.path)
        self._searchable: Searchable | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._store)

    def close(self) -> None:
        """Close the file."""
        if self._searchable:
            self._searchable.close()
        self._store.close()

    def add(self, paths: str | Path | Sequence[str | Path], options: ReadOptions | None = None) -> filling.Added:
        """Read files or folders into the ledger, and find what that changes; says how many were new or known."""
        given = [paths] if isinstance(paths, str | Path) else paths
        return filling.add(self.path, [str(path) for path in given], options or ReadOptions(), None)

    def articles(self) -> Iterator[Article]:
        """Yield the articles, corrections applied."""
        return self._store.articles()

    def article(self, id_: str) -> Article:
        """Return one article by its id, the beginning of one, or its file; UnknownArticle where none has it."""
        return self._store.article(self._key(id_))

    def corpus(self) -> Corpus:
        """Return all articles as one value."""
        return Corpus(tuple(self._store.articles()), ())

    def trace(self, progress: Progress | None = None) -> Trace:
        """Return what was found over the whole ledger, without what was denied; found anew where it is stale.

        While another program writes, it is what was found so far: the step `behind` is told then.
        """
        try:
            self._renew(progress)
        except LedgerError:  # it cannot be written to: what can be read is still traced
            return self._traced(progress)
        saved = self._store.lineage()
        if saved is None:
            return self._traced(progress)
        return with_texts(self.corpus(), saved, of_ledger(self._store), self._store.denials())

    def edge_list(self, progress: Progress | None = None) -> Iterator[bytes]:
        """Yield the lines of `sourcier trace --edges`, row by row; what is stale is found anew as in `trace`."""
        self._renew(progress)
        total = self._store.tie_count()
        for done, line in enumerate(edge_list(self._store.ties(), of_ledger(self._store))):
            if progress and done % _TICK == 0:
                progress("ties", done, total)
            yield line

    def sample(self, rows: int = 200, seed: int = 1, progress: Progress | None = None) -> Drawing:
        """Draw pairs of articles to be coded blind, those found and those not: with the same seed the same ones.

        What is stale is found anew as in `trace`.
        """
        self._renew(progress)
        return sample(self._store, rows, seed, progress)

    def seek(self, article: Article, progress: Progress | None = None) -> FoundIn:
        """Find where else a text stands; it is not kept. What shares no eight words in a row with it may be missed."""
        self._searchable = self._searchable or Searchable(self._store, progress)
        found, compared = sought(article, self._searchable)
        articles = {each.id: each for each in compared}
        return found_in(found, article, articles, self._searchable.producer)

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Return articles that hold all the words, accents and case apart, the best first."""
        return self._store.search(words, limit)

    def set(self, id_: str, field: str, value: str | None, author: str | None = None) -> Article:
        """Correct what is known of an article; None makes it unknown. Later readings and analyses keep it."""
        return self._store.correct(self._key(id_), field, value, author)

    def versions(self, id_: str) -> list[Revision]:
        """Return the texts that an article's page had, in order of time, with what changed; none where it had one."""
        key = self._store.article(self._key(id_)).id
        return list(revisions(self._store.versions(key), key, self._store.article))

    def settle(self, progress: Progress | None = None) -> bool:
        """Find anew what corrections touch, and tell whether nothing is left to be done.

        False, nothing done, where another program writes, or where it would take long: `refresh` does it then.
        """
        if is_much(self._store):
            return False
        try:
            refreshing.refresh(self._store, progress, AT_ONCE)
        except LedgerBusy:
            return False
        return not self._store.unfinished(LINEAGE.version)

    def refresh(
        self, progress: Progress | None = None, *, reindex: bool = False, parameters: Mapping[str, int] | None = None
    ) -> refreshing.Refreshed:
        """Bring lineage up to date, and facts where any were asked for; `reindex` builds the index anew.

        `parameters` are `k` and `window`: so many words make a fingerprint, one of so many in a row is kept. Other ones
        than before have all articles compared anew. Waits where another program writes, LedgerBusy after an hour.
        """
        counted = refreshing.Counted(progress)
        if reindex or parameters:
            refreshing.reindex(self._store, parameters or {}, counted)
        else:
            refreshing.refresh(self._store, counted)
        if self._store.was_read():  # who never asked for facts does not wait for them
            entity_finding.bring_up_to_date(self._store, counted)
        return counted.of(self._store)

    def facts(self, id_: str) -> Facts:
        """Return who, which bodies, where, when and how many an article tells; read now where it is not known.

        Raises InputError where nothing reads its language.
        """
        found = facts_of(self._store, self._key(id_))
        if isinstance(found, Problem):
            raise InputError(found.message, found.hint)
        return found

    def read(self, progress: Progress | None = None) -> Iterator[Read]:
        """Yield each article with who, which bodies, where, when and how many it tells."""
        return read_each(self._store, progress)

    def read_one(self, id_: str) -> Read:
        """Return one article with what it tells, or why nothing reads it."""
        return read_one(self._store, self._key(id_))

    def read_all(self, progress: Progress | None = None) -> int:
        """Find the facts of each article of which they are not known, or stale, and return how many were read."""
        return read_all(self._store, progress)

    def entities(self, name: str = "", kind: EntityKind | None = None, limit: int = 50) -> Page[Profile]:
        """Return persons, organisations and places over all articles, the most named first.

        `name` stands in one of their names, accents and case apart. What is not known yet is found first.
        """
        self.resolve()
        return self._store.entities(name, kind, limit)

    def entity(self, name: str, kind: EntityKind | None = None) -> Explained:
        """Return one by its id, or a name that no other has, with the articles that name it and why it is held one.

        Raises InputError where none or several (of a kind) are called so.
        """
        self.resolve()
        return self._store.entity(name, kind)

    def merge(self, one: str, other: str, author: str | None = None) -> Profile:
        """Hold two entities to be one, whatever is analysed anew, and return it."""
        self.resolve()
        return self._store.entity(entity_decisions.merge(self._store, one, other, author)).profile

    def split(self, entity: str, articles: Sequence[str], author: str | None = None) -> Profile:
        """Hold those whom some articles name to be another entity, and return this."""
        self.resolve()
        keys = [self._key(each) for each in articles]
        return self._store.entity(entity_decisions.split(self._store, entity, keys, author)).profile

    def rename(self, entity: str, name: str, author: str | None = None) -> Profile:
        """Call an entity otherwise, and return it."""
        self.resolve()
        return self._store.entity(entity_decisions.rename(self._store, entity, name, author)).profile

    def undo_decision(self, entity: str | None = None) -> list[DecisionKind]:
        """Take back the last merge, split or rename, of one entity if given, and return what it was."""
        self.resolve()
        return entity_decisions.undo(self._store, entity)

    def resolve(self, progress: Progress | None = None) -> bool:
        """Find what articles name, and who is one over all of them, where it is not known yet.

        Another program may write meanwhile, or the ledger only be read: then it is what was found so far, and False.
        """
        try:
            entity_finding.bring_up_to_date(self._store, progress, AT_ONCE)
        except LedgerError:
            if progress:
                progress("behind", 0, None)
            return False
        return True

    def remove(self, id_: str) -> str:
        """Delete an article so that no byte of it stays in the file or the index beside it, and return its id.

        Raises LedgerHeld where another program has the file open: the article is removed then, and `finish_removal`
        drops its last bytes.
        """
        return self.remove_all([self._key(id_)])[0]

    def last_of(self, address: str) -> str:
        """Return the id of the last version of a page, by its address; UnknownArticle for none or several pages."""
        found = self._store.of_page(address)
        versions = [each.article.id for each in self._store.versions(found[0])]
        return versions[-1] if set(found) <= set(versions) else self._store.article(address).id

    def texts_of(self, id_: str) -> list[str]:
        """Return the ids of all texts at an address, or of all versions of an article's page."""
        return self._store.of_page(id_ if "://" in id_ else self._key(id_))

    def remove_all(self, ids: Sequence[str], progress: Progress | None = None) -> list[str]:
        """Delete several articles, all or none, as `remove` does one, and return their ids."""
        return removing.remove(self._store, ids, progress)

    def finish_removal(self) -> bool:
        """Drop what a removal had to leave in the file, and tell whether nothing is left."""
        try:
            removing.finish(self._store, patience=AT_ONCE)
        except LedgerError:  # held by another program still, or only to be read: `check` says so
            return False
        return True

    def problems(self) -> list[Problem]:
        """Return what could not be read into the ledger, until it is read again without trouble."""
        return self._store.problems()

    def check(self) -> list[Problem]:
        """Return what is wrong with the file and the index beside it; nothing when they are sound."""
        return list(self.health().faults)

    def health(self, progress: Progress | None = None) -> Health:
        """Return what is wrong, and what is still to be done."""
        return health(self._store, progress)

    def repair(self, before: Health, progress: Progress | None = None) -> Repair:
        """Make anew from the articles what is wrong, as far as it can be; says what was mended and what is left."""
        return repair(self._store, before, progress)

    def _renew(self, progress: Progress | None) -> None:
        if not self._store.stale(LINEAGE.version):
            return
        try:
            refreshing.refresh(self._store, progress, AT_ONCE)
        except LedgerBusy:  # reading waits for nobody
            if progress:
                progress("behind", 0, None)

    def _traced(self, progress: Progress | None) -> Trace:
        return trace_corpus(self.corpus(), progress=progress, denials=self._store.denials())

    def _key(self, id_: str) -> str:
        """Return an id as it is given, or the place in the ledger of a file as the user names it."""
        try:
            return self._store.article(id_).id
        except UnknownArticle:
            if not Path(id_).is_file():
                raise
            return places_for(self.path)(id_)
