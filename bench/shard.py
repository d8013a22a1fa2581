"""Makes one shard of a corpus: whole stories, from a seed of their own, in a press that all shards have in common."""

import gc
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np
import orjson

from bench.derive import substituted
from bench.draft import printed
from bench.family import Families, Member
from bench.outlets import Press
from bench.plan import Plan
from bench.records import article_row, truth_row
from bench.sentences import BaseSentences, InventedSentences, Sentences
from bench.truth import Shared
from bench.vocabulary import Vocabulary
from bench.writer import Writer

IN_FAMILIES = 0.72  # share of documents that belong to a story with a dispatch; the others are unrelated
MEASURED_SHARDS, MEASURED_WORDS = 2, 1_000_000
REWORDED = 0.10  # share of words
STORIES_A_SHARD = 100_000  # more than a shard can hold: the numbers of its stories begin at a multiple of this


@dataclass(slots=True)
class Facts:
    """What a shard is like; `words` is running text that no story repeats, where it was wanted."""

    kinds: Counter[str] = field(default_factory=Counter)
    sentences: Counter[str] = field(default_factory=Counter)
    words: list[str] = field(default_factory=list)
    dispatch: str | None = None  # the one with many reprints


@lru_cache(maxsize=1)
def common(plan: Plan) -> tuple[Vocabulary, Press]:
    rng = random.Random(plan.seed)
    vocabulary = Vocabulary(rng)
    writer = Writer(InventedSentences(vocabulary, rng), vocabulary, rng)
    return vocabulary, Press(writer, plan.total, days=plan.days, least=2 * plan.reprints)


def groups(families: Families, documents: int, reprints: int = 0) -> Iterator[list[Member]]:
    """Stories until their share of the documents is reached, then unrelated articles."""
    left = documents
    unrelated = documents - int(documents * IN_FAMILIES)
    if reprints:
        family = families.reprinted(reprints)
        left -= len(family)
        yield family
    while left - unrelated >= 2:
        family = families.family(left - unrelated)
        left -= len(family)
        yield family
    for _ in range(left):
        yield [families.unrelated()]


class Shard:
    """One shard of a plan; its documents are numbered in an order that says nothing of their stories."""

    def __init__(self, plan: Plan, number: int) -> None:
        vocabulary, press = common(plan)
        self._plan = plan
        self._number = number
        self._rng = random.Random(f"{plan.seed} {number}")
        vocabulary = vocabulary.drawn_anew(self._rng)
        self._sentences: Sentences = (
            BaseSentences(plan.base, self._rng, part=(number, len(plan.bounds)))
            if plan.base
            else InventedSentences(vocabulary, self._rng)
        )
        self._writer = Writer(self._sentences, vocabulary, self._rng)
        self._families = Families(self._writer, press.written_by(self._writer))
        self._facts = Facts()
        self._dispatches: list[tuple[str, Member]] = []

    def write(self, folder: Path) -> Facts:
        """Write `N.rows`, in order of arrival, each row after its key and a tab; `N.truth`; and `N.probes`."""
        start, past = self._plan.bounds[self._number]
        numbers = np.random.default_rng(self._plan.seed).permutation(self._plan.total)[start:past].tolist()
        rows: list[bytes] = []
        reprints = self._plan.reprints if self._number == 0 else 0
        with (folder / f"{self._number}.truth").open("wb") as truth:
            for story, members in enumerate(groups(self._families, past - start, reprints)):
                taken = [numbers.pop() for _ in members]
                ids = [self._plan.identity(number) for number in taken]
                shared = Shared(members)
                for place, (number, member) in enumerate(zip(taken, members, strict=True)):
                    row = truth_row(shared, place, ids, self._number * STORIES_A_SHARD + story)
                    truth.write(orjson.dumps(row) + b"\n")
                    rows.append(self._arriving(number, member))
                self._note(story, ids, members)
        (folder / f"{self._number}.rows").write_bytes(b"".join(sorted(rows)))
        (folder / f"{self._number}.probes").write_bytes(b"".join(self._probes()))
        self._facts.sentences.update(self._sentences.report())
        return self._facts

    def _arriving(self, number: int, member: Member) -> bytes:
        identity = self._plan.identity(number)
        key = f"{member.when.isoformat()} {identity}" if self._plan.chronological else identity
        return key.encode() + b"\t" + orjson.dumps(article_row(member, identity, self._rng)) + b"\n"

    def _note(self, story: int, ids: Sequence[str], members: Sequence[Member]) -> None:
        facts = self._facts
        facts.kinds.update(member.draft.kind for member in members)
        if self._number == 0 and story == 0 and self._plan.reprints:
            facts.dispatch = ids[0]
        elif len(self._dispatches) < -(-self._plan.probes // len(self._plan.bounds)):
            self._dispatches.append((ids[0], members[0]))
        if self._number < MEASURED_SHARDS and len(facts.words) < MEASURED_WORDS:
            facts.words.extend(form for _, form in members[0].draft.words())

    def _probes(self) -> Iterator[bytes]:
        """Texts that the corpus does not hold: a story's first text printed again, reworded, and one of no story."""
        reword = substituted(REWORDED)
        for identity, member in self._dispatches:
            draft = reword(member.draft, self._writer, self._writer.story(), "")
            made = {
                "reprint": (member.printed.text, identity),
                "reworded": (printed(draft.paragraphs).text, identity),
                "unrelated": (self._families.unrelated().printed.text, None),
            }
            for kind, (text, source) in made.items():
                yield orjson.dumps({"kind": kind, "source": source, "text": text}) + b"\n"


def make_shard(plan: Plan, folder: Path, number: int) -> Facts:
    collected = gc.isenabled()
    gc.disable()  # millions of small tuples and no cycles: looking for some takes a third of the time
    try:
        return Shard(plan, number).write(folder)
    finally:
        if collected:
            gc.enable()
