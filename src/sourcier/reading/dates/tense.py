"""Whether the verb beside an expression speaks of the past or of what is to come."""

from bisect import bisect_right
from collections.abc import Mapping
from operator import attrgetter

from sourcier.core.span import Span
from sourcier.reading.dates.context import Lean
from sourcier.text.analysis import Analysis, Token

_START = attrgetter("start")
_VERBAL = frozenset({"VERB", "AUX"})
_HIGHEST = 6  # heads climbed
_AROUND = 8  # tokens either side of a verb where its helpers stand
_NEAR = 25  # tokens looked through where the tree tells nothing


class Tenses:
    """Answers for the expressions of one text."""

    def __init__(self, analysis: Analysis, words: Mapping[str, frozenset[str]]) -> None:
        self._analysis = analysis
        self._words = words
        self._before = ""  # the word before the expression
        self._firsts = [sentence.first for sentence in analysis.sentences]

    def of(self, span: Span) -> Lean:
        """Return where the verb that a span of the text depends on lies in time, None where none tells."""
        tokens = self._analysis.tokens
        first = max(0, bisect_right(tokens, span.start, key=_START) - 1)
        inside = [at for at in range(first, min(len(tokens), first + _NEAR)) if tokens[at].start < span.end]
        if not inside or tokens[first].end <= span.start:
            return None
        self._before = self._form(first - 1) if first else ""
        if self._before in self._words["towards"]:
            return "future"
        return self._climbed(inside) or self._nearest(inside)

    def _climbed(self, inside: list[int]) -> Lean:
        """What the heads tell, from the expression upwards."""
        tokens = self._analysis.tokens
        at = next((token for token in inside if tokens[token].head not in inside), inside[0])
        for _ in range(_HIGHEST):
            head = tokens[at].head
            if head == at or head in inside:
                return None
            at = head
            found = self._told(at)
            if found:
                return found
        return None

    def _nearest(self, inside: list[int]) -> Lean:
        """What the nearest verb of the sentence tells, the one before it first."""
        number = bisect_right(self._firsts, inside[0]) - 1
        sentence = self._analysis.sentences[number]
        places = [at for at in range(sentence.first, sentence.stop) if self._is_verb(at)]
        for at in sorted(places, key=lambda at: min(abs(at - inside[0]), abs(at - inside[-1]))):
            if abs(at - inside[0]) > _NEAR:
                break
            found = self._told(at)
            if found:
                return found
        return None

    def _is_verb(self, at: int) -> bool:
        """Whether a token is a verb, and no helper of one."""
        tokens = self._analysis.tokens
        token = tokens[at]
        return token.upos == "VERB" or (token.upos == "AUX" and tokens[token.head].upos not in _VERBAL - {"AUX"})

    def _told(self, at: int) -> Lean:
        """What one word and its helpers tell of their time."""
        token = self._analysis.tokens[at]
        if token.lemma in self._words["to_come"] and (token.upos == "ADJ" or "VerbForm=Part" in token.feats):
            return self._to_come(at)
        return self._verb(at) if token.upos in _VERBAL else None

    def _to_come(self, at: int) -> Lean:
        """« attendu lundi », « reporté à mardi »: to come; « a reporté mardi sa visite »: past."""
        if any(helper.lemma in self._words["active"] for helper in self._helpers(at)):
            return "future" if self._before in self._words["to_do"] else "past"
        return "present"

    def _verb(self, at: int) -> Lean:
        token = self._analysis.tokens[at]
        feats = "|".join(each.feats for each in (token, *self._helpers(at)))
        if "Tense=Fut" in feats or self._form(at).endswith(tuple(self._words["future_endings"])):
            return "future"
        if "VerbForm=Inf" in token.feats:
            return self._infinitive(at, feats)
        if "Tense=Past" in feats or "Tense=Imp" in feats:
            return "past"
        if "Mood=Cnd" in feats:
            return "future"
        return "present" if "Tense=Pres" in feats and "VerbForm=Fin" in feats else None

    def _infinitive(self, at: int, feats: str) -> Lean:
        """« va se réunir », « doit voter », « pour débattre »: to come; « après avoir voté »: past."""
        if "Tense=Past" in feats or self._after(at):
            return "past"
        tokens = self._analysis.tokens
        head = tokens[tokens[at].head]
        if head.lemma in self._words["future_helpers"]:
            return "past" if "Tense=Past" in head.feats else "future"
        before = {self._form(other) for other in range(max(0, at - 2), at)}
        if before & self._words["to_do"]:
            return "future"
        return "present" if before & self._words["of_doing"] else None

    def _after(self, at: int) -> bool:
        return any(self._form(before) in self._words["after_words"] for before in range(max(0, at - 3), at))

    def _helpers(self, at: int) -> list[Token]:
        tokens = self._analysis.tokens
        around = range(max(0, at - _AROUND), min(len(tokens), at + _AROUND))
        return [
            tokens[other]
            for other in around
            if tokens[other].head == at and other != at and tokens[other].upos == "AUX"
        ]

    def _form(self, at: int) -> str:
        return self._analysis.form(at).lower()
