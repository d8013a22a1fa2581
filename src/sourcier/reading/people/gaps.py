"""What may stand between a role and the name that it belongs to."""

from typing import Literal

from sourcier.reading.names.words import Words
from sourcier.reading.people.lexis import Lexis
from sourcier.reading.people.role import RolePhrase

Link = Literal["title", "role", "apposition", "copula"]

_LONGEST = 9  # tokens between
_BACK = 4  # tokens before a role in which its verb stands, and before this one its subject
_OPENERS = frozenset({",", "(", "–", "—", "-"})


class Gaps:
    """Reads the tokens between a role and a name of one text."""

    def __init__(self, words: Words, lexis: Lexis) -> None:
        """Take the text and what its language says."""
        self._words, self._sets, self._lexis = words, lexis.sets, lexis

    def before(self, stop: int, first: int) -> Link | None:
        """Return how a role that ends at `stop` leads to a name that begins with `first`."""
        if after := self._lexis.former_after.at(self._words, stop):
            stop = after[0]
        between = self._between(self._after_acronym(stop), first)
        if between is None:
            return None
        self._drop_titles(between)
        if not between:
            return "title"
        if between in ([","], [":"]):
            return "role"
        if between[-1] == "," and self._is_where(stop, between):
            return "role"
        if len(between) <= 3 and self._words.lemma(stop) == "être" and between[0] != ",":
            return "copula"
        return None

    def _after_acronym(self, stop: int) -> int:
        """After « (EFA) »."""
        words = self._words
        return stop + 3 if words.at(stop) == "(" and words.at(stop + 2) == ")" and words.capitalised(stop + 1) else stop

    def of_another(self, stop: int, first: int, ends: int, second: int) -> bool:
        """Tell whether a role that ends at `stop` is said of the second name: « l'agent de Mme X, Y »."""
        before, between = self._between(stop, first), self._between(ends, second)
        if before is None or between is None:
            return False
        self._drop_titles(before)
        return len(before) == 1 and before[0] in self._sets["phrases.of"] and between == [","]

    def after(self, stop: int, first: int, article: bool) -> Link | None:
        """Return how a name that ends at `stop` leads to a role whose article, if it has one, begins with `first`."""
        between = self._between(stop, first)
        if not between:
            return None
        while between and between[-1] in self._sets["phrases.before_noun"]:
            between.pop()
        if not between:
            return None
        if len(between) == 1 and between[0] in _OPENERS:
            return "apposition"
        if between[0] == "," and between[-1] in self._sets["phrases.as"] and self._has_no_verb(stop, first):
            return "apposition"
        if between[0] in {",", "("} and between[-1] == "," and self._is_age(between):
            return "apposition"
        if self._is_becoming(stop, first):
            return "copula"
        return None

    def of_pronoun(self, role: RolePhrase) -> bool:
        """Tell whether a role without article is said of a pronoun: « il fut député », « Directeur du port, il … »."""
        words, pronouns = self._words, self._sets["phrases.pronouns"]
        if role.first in words.sentence_starts:
            ahead = range(role.stop, min(role.stop + _LONGEST, len(words) - 1))
            return any(words.at(at) == "," and words.at(at + 1) in self._sets["phrases.subjects"] for at in ahead)
        verbs = [at for at in range(max(0, role.first - _BACK), role.first) if words.upos(at) in {"VERB", "AUX"}]
        if not verbs or words.lemma(verbs[-1]) not in self._sets["phrases.becoming"]:
            return False
        if any(words.upos(at) not in {"ADV", "PRON", "VERB", "AUX"} for at in range(verbs[-1], role.first)):
            return False
        return any(words.at(at) in pronouns for at in range(max(0, verbs[0] - _BACK), verbs[0]))

    def joined(self, stop: int, following: RolePhrase) -> bool:
        """Tell whether two roles are of one person: « , » between them, or nothing, or « et » without article."""
        between = self._between(stop, following.opens)
        return between in ([], [","]) or (between == ["et"] and following.article == "none")

    def listed(self, stop: int, opens: int) -> bool:
        """Tell whether two roles after a name are both its: « et », « , »."""
        return self._between(stop, opens) in ([], [","], ["et"], [",", "et"], [",", "puis"], ["puis"])

    def _between(self, first: int, stop: int) -> list[str] | None:
        if not 0 <= stop - first <= _LONGEST:
            return None
        if any(at in self._words.sentence_starts for at in range(first + 1, stop + 1)) and stop > first:
            return None
        return [self._words.at(at) for at in range(first, stop)]

    def _drop_titles(self, between: list[str]) -> None:
        """Take titles of courtesy, kin and « jeune » off the end, with the article before them."""
        whole = len(between)
        while between and self._is_title(between[-1]):
            between.pop()
        if between and len(between) < whole and between[-1] in self._sets["phrases.article"]:
            between.pop()

    def _is_title(self, word: str) -> bool:
        return (
            word in self._lexis.courtesy
            or word in self._sets["titles.before"]
            or word in self._sets["titles.kin"]
            or word in self._sets["titles.inside"]
        )

    def _is_where(self, stop: int, between: list[str]) -> bool:
        """« à Zinder , »."""
        words = self._words
        if (
            between[0] not in self._sets["other.locative"]
            and between[0] not in self._sets["phrases.of"]
            and between[0] not in {"au", "aux"}
        ):
            return False
        return (
            "," not in between[:-1]
            and self._has_no_verb(stop, stop + len(between))
            and words.capitalised(stop + len(between) - 2)
        )

    def _is_age(self, between: list[str]) -> bool:
        return len(between) <= 5 and any(word in self._sets["other.ages"] for word in between)

    def _has_no_verb(self, first: int, stop: int) -> bool:
        return all(self._words.upos(at) not in {"VERB", "AUX"} for at in range(first, stop))

    def _is_becoming(self, first: int, stop: int) -> bool:
        """« est », « a été nommé », « , devenu », « , qui fut »."""
        words = self._words
        verbs = [at for at in range(first, stop) if words.upos(at) in {"VERB", "AUX"}]
        if not verbs or not all(
            words.lemma(at) in self._sets["phrases.becoming"] or words.upos(at) == "AUX" for at in verbs
        ):
            return False
        others = [words.at(at) for at in range(first, stop) if at not in verbs]
        return (
            words.lemma(verbs[-1]) in self._sets["phrases.becoming"]
            and len(others) <= 4
            and not any(word in {"et", "mais", ";", "que", "par", "de", "ni", "pas"} for word in others)
        )
