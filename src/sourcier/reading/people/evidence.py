"""How likely a run of words is somebody's name, by what it looks like and what stands around it."""

from sourcier.reading.people import shape
from sourcier.reading.people.gaps import Link
from sourcier.reading.people.pieces import Run
from sourcier.reading.people.runs import Namer

OF_LINK: dict[Link, float] = {"title": 1.0, "role": 0.97, "apposition": 0.92, "copula": 0.9}
Evidence = tuple[float, str, tuple[int, int] | None]  # weight, rule, cue

_FAR = 8  # tokens between a name and the kin that it is said to be
_BEFORE_SAID = frozenset({",", "»", "«", '"', "-", "”", "?", "!", "…"})
_NAMED = 0.4  # weight from which a run looks like a name
_PAIR = 2
_MANY = 4  # words, of a firm rather than of somebody of whom no list has a given name
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:caus"})
_OBJECTS = frozenset({"obj", "iobj", "obl:agent"})


class Weigher:
    """Weighs the runs of one text."""

    def __init__(self, namer: Namer) -> None:
        """Take the text."""
        self._namer, self._words, self._sets = namer, namer.words, namer.lexis.sets

    def weigh(self, run: Run) -> Evidence:
        """Return the weight of a run without a role beside it, the rule and its cue."""
        if run.titled:
            return (0.5 if self._is_body(run) else 1.0), "title", run.titled
        before = self._words.at(run.first - 1)
        weight, rule = self._looks(run)
        if before in self._sets["titles.before"] or before in self._sets["titles.kin"]:
            return max(weight, 0.85), "title", (run.first - 1, run.first)
        if self._namer.shape(run.first - 1) & shape.DEMONYM and self._words.capitalised(run.first - 1):
            return max(weight, 0.85 if weight >= _NAMED else 0.55), "title", (run.first - 1, run.first)
        if age := self._aged(run.stop):
            return max(weight, 0.9), "age", age
        weight += self._around(run, before)
        if kin := self._kin(run):
            return max(weight, 0.9), "kin", kin
        if said := self._said(run):
            return min(weight + 0.35, 0.95), "verb", (said, said + 1)
        if verb := self._human_verb(run):
            return min(weight + 0.25, 0.95), "verb", (verb, verb + 1)
        return weight, rule, None

    def _looks(self, run: Run) -> tuple[float, str]:
        marks = [self._namer.shape(at) for at in range(run.first, run.stop)]
        given, family = bool(marks[0] & shape.GIVEN), bool(marks[-1] & shape.FAMILY)
        if marks[-1] & shape.CAPITALS and not given:
            family = False
        if len(marks) == 1:
            if marks[0] & shape.CAPITALS:
                return 0.2, "capitals"
            one = 0.42 if family else 0.4 if given else 0.1
            return one - (0.25 if marks[0] & shape.WORD else 0), "name"
        if any(each & shape.BOND for each in marks[1:]):
            return 0.9 if given or family else 0.8, "particle"
        if given:
            return 0.95 if family or any(each & (shape.GIVEN | shape.FAMILY) for each in marks[1:]) else 0.85, "name"
        if marks[0] & shape.INITIAL:
            return 0.85 if family else 0.75, "initial"
        if any(each & shape.GIVEN for each in marks):
            return 0.75, "name"
        if marks[0] & shape.OPENING:
            return 0.6, "particle"
        if family and len(marks) < _MANY:
            return 0.55, "name"
        return (0.3 if len(marks) == _PAIR else 0.2), "capitals"

    def _around(self, run: Run, before: str) -> float:
        """What stands before a name weighs against it: a locative, an article, « stade »."""
        alone = run.stop - run.first == 1
        change = 0.0
        if before in self._sets["other.named_after"]:
            change -= 0.8
        elif before in self._sets["other.foreign"]:
            change -= 0.6
        elif before in self._sets["phrases.article"] or before in {"les", "du", "des", "au", "aux"}:
            change -= 0.5 if alone else 0.3
        elif before in self._sets["other.places_before"] and alone:
            known = self._namer.shape(run.first) & (shape.GIVEN | shape.FAMILY)
            change -= 0.0 if known and before not in self._sets["other.locative"] else 0.3
        elif before in self._sets["other.locative"]:
            change -= 0.25
        if alone and before == "(" and self._words.at(run.stop) == ")":
            change -= 0.2
        if self._words.at(run.stop) == "&":
            change -= 0.6
        if self._namer.shape(run.stop) & shape.OTHER and self._words.capitalised(run.stop):
            change -= 0.4
        if self._is_place(run):
            change -= 0.3 if alone else 0.4
        elif not alone and self._begins_with_place(run):
            change -= 0.3
        if before in self._sets["phrases.of"] and self._words.at(run.first - 2) in self._sets["other.acts"]:
            change += 0.05 if alone else 0.25
        return change

    def _begins_with_place(self, run: Run) -> bool:
        """« Paris St-Germain »: a place that is no given name, then a word that is none."""
        if any(self._namer.shape(at) & shape.GIVEN for at in range(run.first, run.stop)):
            return False
        return bool(self._namer.gazetteer.named(self._words.forms[run.first]))

    def _is_body(self, run: Run) -> bool:
        """Whether a word alone is an acronym or a place (« directeur Afrique »)."""
        marks = self._namer.shape(run.first)
        if run.stop - run.first > 1 or marks & (shape.GIVEN | shape.FAMILY):
            return False
        return bool(marks & shape.CAPITALS) or self._is_place(run)

    def _is_place(self, run: Run) -> bool:
        found = self._namer.gazetteer.longest(self._words.forms[run.first : run.stop])
        return bool(found and found.end == run.stop - run.first)

    def _aged(self, stop: int) -> tuple[int, int] | None:
        """« , 34 ans »."""
        words = self._words
        if words.at(stop + 3) in self._sets["other.past_ages"]:
            return None
        if words.at(stop) == "," and words.at(stop + 2) in self._sets["other.ages"] and words.upos(stop + 1) == "NUM":
            return (stop, stop + 3)
        if words.at(stop) == "(" and words.at(stop + 2) in self._sets["other.ages"]:
            return (stop + 1, stop + 3)
        return None

    def _human_verb(self, run: Run) -> int | None:
        """The verb that only people do, of which the run is subject or object."""
        tokens = self._words.analysis.tokens
        for at in range(run.first, run.stop):
            head = tokens[at].head
            if run.first <= head < run.stop:
                continue
            verb = tokens[head]
            if (
                verb.upos in {"VERB", "AUX"}
                and verb.lemma in self._sets["verbs.human"]
                and tokens[at].relation in _SUBJECTS
            ):
                return head
        after = run.stop
        if self._words.upos(after) in {"VERB", "AUX"} and self._words.lemma(after) in self._sets["verbs.human"]:
            return after
        return None

    def _said(self, run: Run) -> int | None:
        """The verb of « … », dit X."""
        words, verb = self._words, run.first - 1
        if words.upos(verb) == "AUX" or words.lemma(verb) not in self._sets["verbs.human"]:
            return None
        before = verb - 1
        while words.upos(before) in {"AUX", "PRON", "ADV"}:
            before -= 1
        return verb if words.at(before) in _BEFORE_SAID else None

    def _kin(self, run: Run) -> tuple[int, int] | None:
        """« sa sœur, X, », « X, sa fille »: the noun that tells it."""
        words, sets = self._words, self._sets
        if words.at(run.stop) == "," and words.at(run.stop + 1) in sets["phrases.definite"]:
            noun = run.stop + 2 + (words.at(run.stop + 2) in sets["titles.before"])
            if words.at(noun) in sets["titles.kin"]:
                return noun, noun + 1
        if words.at(run.first - 1) != "," or run.first in words.sentence_starts:
            return None
        before = sets["phrases.definite"] | sets["titles.before"] | sets["phrases.before_noun"]
        for at in range(run.first - 2, max(-1, run.first - _FAR), -1):
            if words.at(at) in sets["titles.kin"] and words.at(at - 1) in before:
                return at, at + 1
            if words.upos(at) in {"VERB", "AUX", "PUNCT", "CCONJ"} or at in words.sentence_starts:
                return None
        return None
