"""Where the complement of a role ends: « de la Santé publique », « chargé de l'Intérieur et de la Sécurité »."""

from sourcier.reading.people import shape
from sourcier.reading.people.heads import Head
from sourcier.reading.people.nominal import Nominal
from sourcier.reading.people.runs import Namer

_LONGEST = 24  # tokens


class Complement:
    """Reads on after the noun of one role."""

    def __init__(self, namer: Namer, head: Head) -> None:
        """Take the text and what the noun is."""
        self._namer, self._words, self._nominal = namer, namer.words, Nominal(namer)
        self._head, noun = head, head.name.split()[-1]
        self._to = noun in namer.lexis.sets["phrases.taking_to"]
        self._for = noun in namer.lexis.sets["phrases.taking_for"]

    def stop(self, bare: int) -> int:
        """Return where the role ends whose noun ends at `bare`."""
        start = at = self._nominal.adjectives(bare)
        while at - bare < _LONGEST:
            further = self._part(at, start)
            if further == at:
                break
            at = further
        return at

    def _part(self, at: int, start: int) -> int:
        """Where the next part ends (« de la Santé », « et des Sports »), `at` where there is none."""
        opened = self._opened(at)
        if opened == at:
            return at if at == start else self._coordinated(at)
        ends = self._nominal.stop(opened)
        if ends == opened:  # « en chef » needs no more, « de » does
            return at if self._is_open(opened - 1) else opened
        return at if at == start and self._is_trade_of_place(opened, ends) else ends

    def _is_open(self, at: int) -> bool:
        return any(self._namer.is_in(f"phrases.{name}", at) for name in ("of", "to", "articles", "for"))

    def _opened(self, at: int) -> int:
        """After the preposition that goes on, with its article; `at` for none."""
        text, after = self._namer, self._after_article(at + 1)
        if at in text.words.taken or text.breaks(at):
            return at
        if text.is_in("phrases.of", at):
            ends = text.is_in("phrases.not_of", at + 1) or text.words.upos(at + 1) == "NUM"
            return at if ends else after
        if found := text.lexis.going_on.at(text.words, at):
            return self._after_article(found[0]) if text.is_in("phrases.of", found[0] - 1) else found[0]
        if text.is_in("phrases.to", at) and self._to:
            return after if after > at + 1 or not text.is_in("phrases.bare_to", at) else at
        if text.is_in("phrases.for", at) and (self._for or self._nominal.met_body):
            return after
        return at

    def _after_article(self, at: int) -> int:
        return at + 1 if self._namer.is_in("phrases.articles", at) else at

    def _is_trade_of_place(self, first: int, stop: int) -> bool:
        """« gardien de Misrata »: where a trade is at home is no part of it."""
        text = self._namer
        if self._head.kind != "trade" or self._head.name in text.lexis.sets["trades.of_clubs"]:
            return False
        if text.is_in("trades.at_home", first):
            return True
        articled = text.is_in("phrases.articles", first - 1)
        return not articled and bool(text.shape(first) & shape.CAPITAL) and text.is_place(first, stop)

    def _coordinated(self, at: int) -> int:
        """« et de la Culture », « , de la Sécurité publique et de … », « radio et télévision »."""
        text = self._namer
        if not text.is_in("phrases.joints", at) or text.breaks(at):
            return at
        if text.is_in("phrases.of", at + 1):
            opened = self._opened(at + 1)
            ends = self._nominal.stop(opened) if opened > at + 1 and self._is_like(opened, at) else opened
            return ends if ends > opened else at
        if not text.is_in("phrases.coordination", at):
            return at
        if text.shape(at - 1) & shape.CAPITAL:
            return self._nominal.stop(at + 1) if self._nominal.is_domain(at + 1) else at
        another = text.lexis.heads.at(text.words, at + 1) or text.is_in("titles.kin", at + 1)
        ends = text.words.upos(at + 1) == "NOUN" and not another and not text.is_in("phrases.of", at + 2)
        return at + 2 if ends else at

    def _is_like(self, opened: int, joint: int) -> bool:
        """Whether what is joined is like what stands before: no other office, and after a comma a domain."""
        if self._namer.lexis.heads.at(self._words, opened):
            return False
        if self._namer.is_in("phrases.coordination", joint):
            return not self._namer.starts_person(opened, alone=True)
        return self._nominal.is_domain(opened)
