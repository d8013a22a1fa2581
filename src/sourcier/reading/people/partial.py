"""Later mentions that give a part of a name that the text has in full: « El Haddad » after « Mohamed al-Haddad »."""

from collections.abc import Iterable, Iterator

from sourcier.reading.people import shape
from sourcier.reading.people.run import Run
from sourcier.reading.people.runs import Namer
from sourcier.reading.people.variants import Variants, is_part

_SHORTEST = 3  # letters of a word that stands for a whole name
_PAIR = 2  # words
WEIGHT = 0.8
_FORMER, _ARTICLE, _LOCATIVE = 0.4, 0.4, 0.3  # what stands before takes off so much
_PLACED, _PLACE, _COMMON, _BEGINNING = 0.15, 0.2, 0.2, 0.45


class Partial:
    """The names that one text has in full."""

    def __init__(self, namer: Namer, variants: Variants, full: Iterable[Run]) -> None:
        """Take the runs that are surely names."""
        self._namer, self._words, self._variants = namer, namer.words, variants
        self._wholes: dict[str, set[tuple[str, ...]]] = {}
        self._lowered: set[str] = set()
        for run in full:
            parts = variants.parts(namer.words.written(run.first, run.stop))
            if not namer.shape(run.first) & shape.CAPITAL:
                self._lowered.update(parts)
            for part in parts:
                self._wholes.setdefault(part, set()).add(parts)

    def mentions(self) -> Iterator[tuple[Run, float]]:
        """Yield what names somebody in part, with its weight."""
        if not self._wholes:
            return
        stop = 0
        beginning = shape.CAPITAL | shape.INITIAL | (shape.LETTERS if self._lowered else 0)
        for at, marks in enumerate(self._namer.marks):
            if at >= stop and marks & beginning and (ends := self._stop(at)) > at:
                stop = ends
                run = Run(self._first(at), stop)
                yield run, self._weight(run)

    def fuller(self, run: Run) -> bool:
        """Tell whether a run ends with somebody's name (« Brittney G. » where « Mme G. » is), or begins like one."""
        parts = self._variants.parts(self._words.written(run.first, run.stop))
        if len(parts) < _PAIR:
            return False
        ends = any(len(whole) == 1 or whole[-1] == parts[-1] for whole in self._wholes.get(parts[-1], ()))
        begins = len(parts) > _PAIR and any(whole[:_PAIR] == parts[:_PAIR] for whole in self._wholes.get(parts[0], ()))
        return ends or begins

    def _stop(self, first: int) -> int:
        """Where a part of a name ends that begins with a token."""
        if not self._fits(first):
            return first
        at = first + 1
        while at < len(self._words) and not self._namer.breaks(at):
            ahead = at
            while self._namer.shape(ahead) & shape.INSIDE and ahead - at < 2:
                ahead += 1
            if not self._fits(ahead) or not self._is_known(first, ahead + 1):
                break
            at = ahead + 1
        return at if self._is_known(first, at) else first

    def _fits(self, at: int) -> bool:
        marks = self._namer.shape(at)
        if marks & shape.INITIAL:
            return bool(self._namer.shape(at + 1) & shape.CAPITAL)
        small = not marks & shape.CAPITAL
        common = shape.INSIDE if self._namer.lowered(at) else shape.WORD | shape.INSIDE
        if not marks & shape.LETTERS or self._namer.is_function(at) or (small and marks & common):
            return False
        parts = self._variants.parts(self._words.forms[at])
        if not parts or parts[0] not in self._wholes or len(self._words.forms[at]) < _SHORTEST:
            return False
        return not small or parts[0] in self._lowered

    def _is_known(self, first: int, stop: int) -> bool:
        parts = self._variants.parts(self._words.written(first, stop))
        near = next((self._wholes[part] for part in parts if part in self._wholes), set())
        return any(is_part(parts, whole) for whole in near)

    def _first(self, at: int) -> int:
        """With the article before it (« El Haddad », « al - Haddad »)."""
        cut = self._words.at(at - 1) == "-" and self._words.touches(at - 1)
        first = at - 2 if cut else at - 1
        marks = self._namer.shape(first)
        opens = marks & shape.BOND or (marks & shape.OPENING and marks & shape.CAPITAL)
        return first if opens and not self._namer.is_in("phrases.article", first) else at

    def _weight(self, run: Run) -> float:
        text, before = self._namer, run.first - 1
        against = (
            (text.is_in("phrases.former", before), _FORMER),
            (text.is_in("phrases.article", before) or text.is_in("phrases.contracted", before), _ARTICLE),
            (text.is_in("other.named_after", before), _ARTICLE),
            (text.is_in("other.locative", before), _LOCATIVE),
        )
        return WEIGHT - sum(less for holds, less in against if holds) - (self._alone(run) if run.alone else 0.0)

    def _alone(self, run: Run) -> float:
        """What speaks against one word alone."""
        text, before = self._namer, run.first - 1
        marks, start = text.shape(run.first), run.first in self._words.sentence_starts
        located = text.is_in("other.places_before", before) and not text.is_in("other.locative", before)
        place = text.is_in("phrases.of", before) and bool(text.gazetteer.named(self._words.forms[run.first]))
        against = (
            (located, _PLACED),
            (place, _PLACE),
            (bool(marks & shape.WORD) and start, _COMMON if self._words.upos(run.first) == "PROPN" else _BEGINNING),
            (not marks & shape.CAPITAL, _COMMON),
        )
        return sum(less for holds, less in against if holds)
