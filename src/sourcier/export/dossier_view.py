"""What the sections of a dossier are made from."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from sourcier.core.article import Article
from sourcier.core.comparison import Comparison
from sourcier.core.edit import Edit
from sourcier.core.passage import Passage
from sourcier.core.span import Span
from sourcier.export import sentences
from sourcier.export.html import Html, element
from sourcier.export.names import article_name
from sourcier.export.stretches import disjoint
from sourcier.lang.interface import Phrases

Side = Literal["derived", "source"]
_CITED = 200
"""Code points of a stretch outside the passages that is cited unless whole texts are asked for."""


@dataclass(frozen=True)
class View:
    """A comparison with its passages and edits numbered in the order of the derived text."""

    pair: Comparison
    phrases: Phrases
    full: bool

    @cached_property
    def passages(self) -> list[Passage]:
        """The shared passages, which do not overlap in the derived text."""
        return disjoint(each for each in self.pair.passages if each.kind == "reuse")

    @cached_property
    def edits(self) -> list[tuple[int, Edit]]:
        """Each edit with its number."""
        return list(enumerate((edit for passage in self.passages for edit in passage.edits), 1))

    @cached_property
    def numbers(self) -> dict[Edit, int]:
        """The number of each edit."""
        return {edit: number for number, edit in self.edits}

    @cached_property
    def passage_of(self) -> dict[Edit, Passage]:
        """The passage that each edit lies in."""
        return {edit: passage for passage in self.passages for edit in passage.edits}

    @property
    def weighed(self) -> list[tuple[int, Edit]]:
        """The edits, the heaviest first."""
        return [(self.numbers[edit], edit) for edit in sentences.heaviest(edit for _, edit in self.edits)]

    def say(self, key: str, **values: object) -> str:
        """Return a phrase of the dossier."""
        return self.phrases.say(f"dossier.{key}", **values)

    def direction(self) -> str:
        """Return which of the two comes from the other, as far as that is known."""
        return self.say(f"direction_{self.pair.direction}")

    @property
    def roles(self) -> dict[str, str]:
        """What a sentence calls the two texts."""
        return {"derived": self.say("role_derived"), "source": self.say("in_source")}

    @property
    def derives(self) -> bool:
        """Whether the derived text is known to come from the other, so that what it alone has was added."""
        return self.pair.direction == "source_first"

    def block(self, kind: str) -> str:
        """Return what befell a unit; where no direction is known, which text alone has it."""
        only = {} if self.derives else {"inserted": "only_derived", "dropped": "only_source"}
        return self.say(only.get(kind, f"block_{kind}"))

    def edit_kind(self, kind: str) -> str:
        """Return what an edit does; where no direction is known, which text alone has its words."""
        only = {} if self.derives else {"insert": "only_derived", "delete": "only_source"}
        return self.say(only.get(kind, f"kind_{kind}"))

    def article(self, side: Side) -> Article:
        """Return one of the two."""
        return self.pair.derived if side == "derived" else self.pair.source

    def name(self, side: Side) -> str:
        """Return what a reader calls it."""
        return article_name(self.article(side), self.phrases)

    def label(self, side: Side) -> str:
        """Return its role with its name."""
        return f"{self.say(f'role_{side}')} – {self.name(side)}"

    def words(self, side: Side, content: str, name: str = "span", class_: str | None = None) -> Html:
        """Return words of one of the texts, in its language and direction."""
        return element(name, content, lang=self.article(side).language, dir="auto", class_=class_)

    def cited(self, side: Side, span: Span) -> Html:
        """Return a stretch outside the passages: its beginning and end, or all of it with whole texts."""
        text = span.of(self.article(side).text)
        return self.words(side, " ".join(text.split()) if self.full else sentences.shortened(text, _CITED))

    def position(self, side: Side, span: Span) -> str:
        """Return offsets as they are printed; the source is A wherever the two stand, and stands first."""
        return f"{'A' if side == 'source' else 'B'} {span.start}–{span.end}"
