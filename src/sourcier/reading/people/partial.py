"""Later mentions that give a part of a name that the text has in full: « El Haddad » after « Mohamed al-Haddad »."""

from collections.abc import Iterable, Iterator

from sourcier.reading.people import shape
from sourcier.reading.people.pieces import Run
from sourcier.reading.people.marked import FUNCTION
from sourcier.reading.people.runs import Namer
from sourcier.reading.people.variants import Variants, is_part

_SHORTEST = 3  # letters of a word that stands for a whole name
WEIGHT = 0.8


class Partial:
    """The names that one text has in full."""

    def __init__(self, namer: Namer, variants: Variants, full: Iterable[Run]) -> None:
        """Take the runs that are surely names."""
        self._namer, self._words, self._variants = namer, namer.words, variants
        self._wholes: dict[str, list[tuple[str, ...]]] = {}
        self._lowered: set[str] = set()
        for run in full:
            parts = variants.parts(namer.words.written(run.first, run.stop))
            if not namer.shape(run.first) & shape.CAPITAL:
                self._lowered.update(parts)
            for part in parts:
                self._wholes.setdefault(part, []).append(parts)

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
        """Tell whether a run of several words ends with somebody's name (« Brittney Griner » where « Mme Griner » is)."""
        parts = self._variants.parts(self._words.written(run.first, run.stop))
        wholes = self._wholes.get(parts[-1], ())
        return len(parts) > 1 and any(len(whole) == 1 or whole[-1] == parts[-1] for whole in wholes)

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
        if marks & shape.WORD and self._words.upos(at) in FUNCTION:
            return False
        if (
            not marks & (shape.LETTERS | shape.INITIAL)
            or not marks & shape.CAPITAL
            and marks & (shape.WORD | shape.INSIDE)
        ):
            return False
        if marks & shape.INITIAL:
            return bool(self._namer.shape(at + 1) & shape.CAPITAL)
        parts = self._variants.parts(self._words.forms[at])
        if not parts or parts[0] not in self._wholes or len(self._words.forms[at]) < _SHORTEST:
            return False
        return bool(marks & shape.CAPITAL) or parts[0] in self._lowered

    def _is_known(self, first: int, stop: int) -> bool:
        parts = self._variants.parts(self._words.written(first, stop))
        near = next((self._wholes[part] for part in parts if part in self._wholes), [])
        return any(is_part(parts, whole) for whole in near)

    def _first(self, at: int) -> int:
        """With the article before it (« El Haddad », « al - Haddad »)."""
        for first in (at - 1, at - 2):
            marks = self._namer.shape(first)
            if self._words.at(first) in self._namer.lexis.sets["phrases.article"]:
                break
            opens = marks & shape.BOND or (marks & shape.OPENING and marks & shape.CAPITAL)
            if opens and (first == at - 1 or self._words.at(at - 1) == "-"):
                return first
            if first == at - 1 and self._words.at(at - 1) != "-":
                break
        return at

    def _weight(self, run: Run) -> float:
        words, sets = self._words, self._namer.lexis.sets
        marks, before = self._namer.shape(run.first), words.at(run.first - 1)
        weight = WEIGHT
        if run.stop - run.first == 1:
            if before in sets["other.places_before"]:
                weight -= 0.3 if before in sets["other.locative"] else 0.15
            elif before in sets["phrases.of"] and self._namer.gazetteer.named(words.forms[run.first]):
                weight -= 0.2
            if marks & shape.WORD and run.first in words.sentence_starts:
                weight -= 0.2
            if not marks & shape.CAPITAL:
                weight -= 0.2
        elif before in sets["other.locative"]:
            weight -= 0.3
        if before in sets["phrases.former"]:
            weight -= 0.4
        if (
            before in sets["phrases.article"]
            or before in {"les", "du", "des", "au", "aux"}
            or before in sets["other.named_after"]
        ):
            weight -= 0.4
        return weight
