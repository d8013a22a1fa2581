"""One difference with the words around it, as the rules of the categories see it."""

from dataclasses import dataclass

from sourcier.core.edit import Category
from sourcier.lineage.differing.lexicon import Lexicon
from sourcier.lineage.differing.settle import phrases, settled
from sourcier.lineage.differing.word import CAPITAL, PHRASE, Word

Fit = tuple[Category, str | None]
"""A category and the word, as written, that decided it."""


@dataclass(slots=True)
class Around:
    """What stands around a change: up to three words before (nearest last) and after (nearest first).

    `starts` tells whether a sentence starts there; `lead` and `trail` are the separators next to it.
    """

    before: list[Word]
    after: list[Word]
    starts: bool
    lead: str
    trail: str


@dataclass(slots=True)
class Change:
    """What stood in the source and stands in the derived text; one of the two may be empty.

    `source_marks`, `derived_marks` and `before_marks` are the words' marks as their neighbours settle them.
    """

    source: list[Word]
    derived: list[Word]
    around: Around
    source_marks: list[int]
    derived_marks: list[int]
    before_marks: list[int]

    @property
    def next_mark(self) -> int:
        """Return the marks of the word after the change, 0 where there is none."""
        return self.around.after[0].marks if self.around.after else 0

    def having(self, wanted: int) -> tuple[list[Word], list[Word]]:
        """Return the words of the derived text and of the source that have any of these marks."""
        return (
            [word for word, mark in zip(self.derived, self.derived_marks, strict=True) if mark & wanted],
            [word for word, mark in zip(self.source, self.source_marks, strict=True) if mark & wanted],
        )

    def differs(self, wanted: int) -> str | None:
        """Return the first word of a kind, as written, that one side has and the other has not in any ending."""
        ours, theirs = self.having(wanted)
        for side, other in ((ours, theirs), (theirs, ours)):
            for word in side:
                if not any(word.like(known) for known in other):
                    return word.written
        return None

    def follows(self, wanted: int) -> bool:
        """Tell whether one of the two words before has a mark."""
        return any(mark & wanted for mark in self.before_marks[-2:])

    def named(self) -> bool:
        """Tell whether both sides hold a name."""
        ours, theirs = self.having(CAPITAL)
        return bool(ours and theirs)


def change(lexicon: Lexicon, source: list[Word], derived: list[Word], around: Around) -> Change:
    """Return a change with its words' marks settled by what stands around them."""
    before, after, starts = around.before, around.after, around.starts
    before_marks = [word.marks for word in before]
    if any(mark & PHRASE for mark in before_marks):
        phrases(lexicon, before, before_marks, [], derived or source)
    return Change(
        source,
        derived,
        around,
        settled(lexicon, source, before, after, starts),
        settled(lexicon, derived, before, after, starts),
        before_marks,
    )
