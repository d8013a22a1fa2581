"""What may stand between a role and the name that it belongs to."""

from typing import Literal

from sourcier.reading.people import shape
from sourcier.reading.people.becoming import is_becoming
from sourcier.reading.people.marked import Marked
from sourcier.reading.people.role import RolePhrase

Link = Literal["title", "role", "apposition", "copula"]

_LONGEST = 9  # tokens between
_COPULA = 3  # tokens of « est le nouveau »
_AGE = 5  # tokens of « , 46 ans , »
_OPENERS = frozenset({",", "(", "–", "—", "-"})
_VERBS = frozenset({"VERB", "AUX"})


class Gaps:
    """Reads the tokens between a role and a name of one text."""

    def __init__(self, text: Marked) -> None:
        """Take the text."""
        self._text, self._words, self._lexis = text, text.words, text.lexis
        self._sets = text.lexis.sets

    def before(self, stop: int, first: int) -> Link | None:
        """Return how a role that ends at `stop` leads to a name that begins with `first`."""
        stop = self._after_remark(stop)
        between = self._between(stop, first)
        if between is None:
            return None
        self._drop_titles(between)
        if not between:
            return "title"
        if between in ([","], [":"]) or self._is_where(stop, between):
            return "role"
        is_name = (
            len(between) <= _COPULA and between[0] != "," and is_becoming(self._words, self._lexis, stop, stop + 1)
        )
        return "copula" if is_name else None

    def of_another(self, stop: int, first: int, ends: int, second: int) -> bool:
        """Tell whether a role is said of the second name after it: « l'agent de Mme X, Y », « … du maire X, Y »."""
        before, between = self._between(stop, first), self._between(ends, second)
        if before is None or between is None:
            return False
        self._drop_titles(before)
        led = not before or (len(before) == 1 and before[0] in self._sets["phrases.of"])
        return led and between == [","]

    def after(self, stop: int, opens: int) -> Link | None:
        """Return how a name that ends at `stop` leads to a role that opens, with its article, at `opens`."""
        between = self._between(stop, opens)
        if not between:
            return None
        apart = between[0] in _OPENERS
        if apart and (len(between) == 1 or self._is_remark(stop, between)):
            return "apposition"
        return "copula" if is_becoming(self._words, self._lexis, stop, opens) else None

    def joined(self, stop: int, following: RolePhrase) -> bool:
        """Tell whether two roles are of one person: « , » between them, or nothing, or « et » without article."""
        between = self._between(stop, following.opens)
        if between is None or between in ([], [","]):
            return between is not None
        return len(between) == 1 and between[0] in self._sets["phrases.coordination"] and following.article == "none"

    def listed(self, stop: int, opens: int) -> bool:
        """Tell whether two roles after a name are both its: « et », « , »."""
        between = self._between(stop, opens)
        return between is not None and all(word in self._sets["phrases.listed"] for word in between)

    def _between(self, first: int, stop: int) -> list[str] | None:
        """The tokens from `first` to `stop`, None where they are too many or not of one sentence."""
        if not 0 <= stop - first <= _LONGEST:
            return None
        if stop > first and any(map(self._text.breaks, range(first + 1, stop + 1))):
            return None
        found: list[str] = []
        for at in range(first, stop):
            word = self._words.at(at)
            if at not in self._words.taken and not (word == "," and found[-1:] == [","]):  # « depuis 2021 , »
                found.append(word)
        return found

    def _after_remark(self, stop: int) -> int:
        """After « d'alors » and « (EFA) »."""
        if after := self._lexis.former_after.at(self._words, stop):
            stop = after[0]
        bracketed = self._words.at(stop) == "(" and self._words.at(stop + 2) == ")"
        return stop + 3 if bracketed and self._words.capitalised(stop + 1) else stop

    def _drop_titles(self, between: list[str]) -> None:
        """Take titles of courtesy, kin and « jeune » off the end, with the article before them."""
        whole = len(between)
        while between and self._is_title(between[-1]):
            between.pop()
        if between and len(between) < whole and between[-1] in self._sets["phrases.article"]:
            between.pop()

    def _is_title(self, word: str) -> bool:
        named = any(word in self._sets[f"titles.{name}"] for name in ("before", "kin", "inside"))
        return named or word in self._lexis.courtesy or bool(self._lexis.shape(word) & shape.GLUED)

    def _is_where(self, stop: int, between: list[str]) -> bool:
        """« à Zinder , »."""
        located = between[0] in self._sets["phrases.located"] or between[0] in self._sets["phrases.of"]
        if not located or between[-1] != "," or "," in between[:-1]:
            return False
        if any(self._text.is_in("phrases.seats", at) for at in range(stop, stop + len(between))):
            return False  # « un journaliste dans la capitale du Tigré, Mekelle »
        return self._has_no_verb(stop, stop + len(between)) and self._words.capitalised(stop + len(between) - 2)

    def _is_remark(self, stop: int, between: list[str]) -> bool:
        """« , rescapé , désormais », « , 46 ans , »."""
        if between[-1] in self._sets["phrases.as"] and self._has_no_verb(stop, stop + len(between)):
            return True
        aged = len(between) <= _AGE and any(word in self._sets["other.ages"] for word in between)
        while between and between[-1] in self._sets["phrases.before_noun"]:
            between.pop()
        return len(between) == 1 or (aged and between[-1] == ",")

    def _has_no_verb(self, first: int, stop: int) -> bool:
        return all(self._words.upos(at) not in _VERBS for at in range(first, stop))
