"""Where the complement of a role ends: « de la Santé publique », « chargé de l'Intérieur et de la Sécurité »."""

from sourcier.reading.people import shape
from sourcier.reading.people.lexis import Head
from sourcier.reading.people.runs import Namer

_LONGEST = 24  # tokens
_NOUNS = frozenset({"NOUN", "PROPN", "X", "ADJ", "NUM", "SYM"})


class Complement:
    """Reads on after the noun of one role."""

    def __init__(self, namer: Namer, noun: int, head: Head) -> None:
        """Take the noun's token and what it is."""
        self._namer, self._words, self._lexis = namer, namer.words, namer.lexis
        self._sets = namer.lexis.sets
        self._noun, self._head = noun, head
        forms = head.name.split()[-1]
        self._to = forms in self._sets["phrases.taking_to"]
        self._open_ended = (
            self._sets["phrases.of"]
            | self._sets["phrases.to"]
            | self._sets["phrases.article"]
            | self._sets["phrases.for"]
        )
        self._for = forms in self._sets["phrases.taking_for"]

    def stop(self, bare: int) -> int:
        """Return where the role ends whose noun ends at `bare`."""
        at = adjectives = self._adjectives(bare)
        while at - bare < _LONGEST:
            further = self._part(at, first=at == adjectives)
            if further == at:
                break
            at = further
        return at

    def _part(self, at: int, *, first: bool) -> int:
        """Where the next part ends (« de la Santé », « et des Sports »), `at` where there is none."""
        opened = self._opened(at)
        if opened == at:
            return at if first else self._coordinated(at)
        return self._nouns(opened, at if self._words.at(opened - 1) in self._open_ended else opened)

    def _opened(self, at: int) -> int:
        """After the preposition that goes on, with its article; `at` for none."""
        words, word = self._words, self._words.at(at)
        if at in words.taken or self._namer.breaks(at):
            return at
        if word in self._sets["phrases.of"]:
            if words.at(at + 1) in self._sets["phrases.not_of"] or words.upos(at + 1) == "NUM":
                return at
            return self._after_article(at + 1)
        if found := self._lexis.going_on.at(words, at):
            return found[0] if words.at(found[0] - 1) not in self._sets["phrases.of"] else self._after_article(found[0])
        if word in self._sets["phrases.to"] and self._to:
            return self._domain(at)
        if word in self._sets["phrases.for"] and self._for:
            return self._after_article(at + 1)
        return at

    def _domain(self, at: int) -> int:
        """« à la Santé », « aux Affaires étrangères », but not « à Zinder »."""
        after = self._after_article(at + 1)
        articled = after > at + 1 or self._words.at(at) not in ("à",)
        return after if articled else at

    def _after_article(self, at: int) -> int:
        return at + 1 if self._words.at(at) in self._sets["phrases.article"] or self._words.at(at) == "les" else at

    def _nouns(self, first: int, otherwise: int) -> int:
        """The end of the nouns and adjectives from `first`; `otherwise` where there are none, or a person is named."""
        at = first
        while at - first < _LONGEST and self._is_part(at):
            if self._namer.starts_person(at, alone=at == first) or (at > first and self._is_name_after_noun(at)):
                break
            named = self._namer.gazetteer.longest(self._words.forms[at : at + 6]) if self._capital(at) else None
            at += max(1, named.end) if named else 1
            if self._words.at(at) == "-" and self._words.touches(at) and self._words.touches(at + 1):
                at += 1
        return otherwise if at == first or self._is_trade_of_place(first, at) else at

    def _is_name_after_noun(self, at: int) -> bool:
        """« rabbin d'origine marocaine Suleiman M. »: a name right after words in small letters, but « du lycée X »."""
        before = self._words.at(at - 1)
        if (
            self._capital(at - 1)
            or before == "-"
            or before in self._sets["other.foreign"]
            or (self._capital(at) and before in self._sets["other.named_after"])
        ):
            return False
        marks = self._namer.shape(at)
        if marks & (shape.OTHER | shape.WORD | shape.DEMONYM):
            return False
        following = self._namer.shape(at + 1)
        if not marks & shape.CAPITAL:
            return bool(following & shape.LETTERS and not following & (shape.WORD | shape.INSIDE | shape.DEMONYM))
        if self._words.upos(at) not in {"PROPN", "X"}:
            return False
        return bool(self._namer.shape(at + 1) & shape.CAPITAL) and not marks & shape.CAPITALS

    def _is_trade_of_place(self, first: int, stop: int) -> bool:
        """« gardien de Misrata »: where a trade is at home is no part of it."""
        if (
            self._head.kind != "trade"
            or self._head.name in self._sets["trades.of_clubs"]
            or self._words.at(first - 1) in self._sets["phrases.article"]
        ):
            return False
        return self._capital(first) and bool(self._namer.gazetteer.named(self._words.written(first, stop)))

    def _capital(self, at: int) -> bool:
        return bool(self._namer.shape(at) & shape.CAPITAL)

    def _is_part(self, at: int) -> bool:
        words, word = self._words, self._words.at(at)
        if at >= len(words) or at in words.taken or self._namer.breaks(at):
            return False
        upos = words.upos(at)
        if word in self._sets["other.foreign"] and self._capital(at - 1) and self._capital(at + 1):
            return True
        if word in self._sets["phrases.not_after_noun"] or word in self._sets["titles.courtesy"]:
            return False
        if self._capital(at) and upos not in {"PUNCT", "PRON", "DET", "ADP"}:
            return True
        if upos in _NOUNS or word in self._sets["phrases.after_noun"]:
            return upos != "NUM" or self._capital(at) or word.isdigit()
        return upos == "VERB" and "VerbForm=Part" in self._feats(at) and word in self._sets["phrases.after_noun"]

    def _adjectives(self, at: int) -> int:
        """After the adjectives of the noun itself (« général adjoint », « nigérien »), or a second noun of a role."""
        while at < len(self._words) and at not in self._words.taken and not self._namer.breaks(at):
            word, upos = self._words.at(at), self._words.upos(at)
            if word in self._sets["phrases.not_after_noun"] or self._namer.starts_person(at, alone=True):
                break
            marks = self._namer.shape(at)
            small = not marks & shape.CAPITAL or (marks & shape.WORD and not marks & shape.PERSONAL)
            fits = (upos == "ADJ" and small) or word in self._sets["phrases.after_noun"]
            if not fits and not (small and marks & shape.DEMONYM):
                break
            at += 1
        return at

    def _coordinated(self, at: int) -> int:
        """« et de la Culture », « , de la Sécurité publique et de … »."""
        words = self._words
        joint = words.at(at)
        if joint not in ("et", ",", "-") or self._namer.breaks(at):
            return at
        if words.at(at + 1) in self._sets["phrases.of"]:
            opened = self._opened(at + 1)
            if opened == at + 1 or not self._is_like(opened, joint):
                return at
            return self._nouns(opened, at)
        if joint == "et" and self._capital(at - 1) and self._capital(at + 1) and self._is_domain(at + 1):
            return self._nouns(at + 1, at)
        if (
            joint == "et"
            and words.upos(at + 1) == "NOUN"
            and not self._capital(at - 1)
            and not self._lexis.heads.at(words, at + 1)
        ):
            return at + 2
        return at

    def _is_like(self, opened: int, joint: str) -> bool:
        """Whether what is joined is of the same kind as what stands before: no other office, and after a comma a domain."""
        if self._lexis.heads.at(self._words, opened):
            return False
        return self._is_domain(opened) if joint == "," else not self._namer.starts_person(opened, alone=True)

    def _is_domain(self, at: int) -> bool:
        """A word of the language with a capital: « Intérieur », « Sports »."""
        marks = self._namer.shape(at)
        return bool(marks & shape.CAPITAL and marks & shape.WORD) and not self._namer.starts_person(at, alone=True)

    def _feats(self, at: int) -> str:
        return self._words.analysis.tokens[at].feats
