"""Which of two texts was taken from the other: earliest is not source.

An explicit credit that names the source is enough; else two signals of different kinds must agree, and neither text may
credit a third that nobody has.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sourcier.core.article import Article
from sourcier.core.credit import CreditMention
from sourcier.core.family import Reason
from sourcier.core.passage import Direction
from sourcier.core.span import Span
from sourcier.lineage.credit import credit, may_name, names_source
from sourcier.lineage.itself import alike, may_be_of
from sourcier.lineage.sharing import Sharing
from sourcier.lineage.stretches import Stretches
from sourcier.lineage.texts import Texts

_CONTAINED = 0.9  # of the shorter text's words
_LEAST_CONTAINED = 40  # words; a shorter text may be held whole by chance
_THIRD_TEXTS = 5  # are asked at most whose changes a text shares


@dataclass(frozen=True, slots=True)
class Verdict:
    """A direction and what shows it."""

    direction: Direction
    reasons: tuple[Reason, ...] = ()


class Compass:
    """Directions between the texts of one table; `sizes` are their words outside standing text."""

    def __init__(self, texts: Texts, table: Stretches, sharing: Sharing, sizes: NDArray[np.int64]) -> None:
        self._articles = texts.articles
        self._times = texts.times
        self.mentions = texts.mentions
        self._table = table
        self._sharing = sharing
        self._sizes = sizes.tolist()

    def verdict(self, derived: int, source: int, *, changes: bool = False) -> Verdict:
        """Return the direction of a pair; `changes` asks third texts and looks closer for credits, which costs more."""
        named = self._named if changes else self._credits
        forward, backward = named(derived, source), named(source, derived)
        if bool(forward) != bool(backward):
            return Verdict("source_first" if forward else "derived_first", forward or backward)
        signals = [*self._time(derived, source), *self._links(derived, source)]
        against = [*self._time(source, derived), *self._links(source, derived)]
        innovations = self._shared_changes(derived, source) if changes else ()
        opposed = self._shared_changes(source, derived) if changes and not self._before(source, derived) else ()
        if not innovations and (forward or self._names_another(derived, source)):
            return Verdict("unknown", tuple(signals))
        signals += [*innovations, *self._containment(derived, source)]
        if against or opposed or len(signals) < 2 or not any(signal.kind != "containment" for signal in signals):
            return Verdict("unknown", tuple(signals))
        return Verdict("source_first", tuple(signals))

    def credited_back(self, derived: int, source: int) -> bool:
        """Tell whether the source credits the derived text, which does not credit it."""
        return bool(self._named(source, derived)) and not self._named(derived, source)

    def direction(self, derived: int, source: int, *, changes: bool) -> Direction:
        """Return what `verdict` would say, without its reasons."""
        plain = not (self.mentions(derived) or self.mentions(source) or self._linked[derived] or self._linked[source])
        if plain and self._certain(derived, source) and self._contained(derived, source):
            return "source_first"
        if not changes and plain:
            return "unknown"
        return self.verdict(derived, source, changes=changes).direction

    @cached_property
    def _linked(self) -> list[bool]:
        return [bool(article.links) for article in self._articles]

    @cached_property
    def _ordered(self) -> dict[tuple[int, int], bool]:
        t = self._table
        return dict(zip(zip(t.derived.tolist(), t.source.tolist(), strict=True), t.ordered.tolist(), strict=True))

    def _certain(self, derived: int, source: int) -> bool:
        return self._ordered.get((derived, source), False)

    def rooted(self, one: int, other: int) -> Verdict | None:
        """Return the direction of two texts whose times do not tell, as if `one` were derived; None where unknown.

        A third text that certainly came before one of them, and beyond which one stands between it and the other,
        orders the two.
        """
        for derived, source, direction in ((one, other, "source_first"), (other, one, "derived_first")):
            forward, backward = self._credits(derived, source), self._credits(source, derived)
            if forward and not backward:
                return Verdict(direction, forward)  # type: ignore[arg-type]
            if reasons := self._shared_changes(derived, source, either=True):
                return Verdict(direction, reasons)  # type: ignore[arg-type]
        return None

    def _before(self, one: int, other: int) -> bool:
        return self._times.pair_before(one, other)

    def _credits(self, derived: int, source: int) -> tuple[Reason, ...]:
        found = []
        for mention in self.mentions(derived):
            reaches = mention.scope == "text" or any(
                span.overlaps(mention.covers) for span in self.spans(derived, source)
            )
            if mention.form != "link" and reaches and self._names(mention, derived, source):
                found.append(Reason("credit", mention.span.of(self._articles[derived].text) or mention.name))
        return tuple(found)

    def _named(self, derived: int, source: int) -> tuple[Reason, ...]:
        """As `_credits`, and any name of this very source: of a ministry, say, that no list of media holds."""
        one, other = self._articles[derived], self._articles[source]
        if not may_name(one, other) or any(alike(mention.name, one, other) for mention in self.mentions(derived)):
            return self._credits(derived, source)
        given = credit(one, other, self.spans(derived, source))
        if given.status not in {"full", "partial"} or not given.covers:
            return ()
        return tuple(Reason("credit", span.of(one.text)) for span in given.spans) or self._credits(derived, source)

    def _names(self, mention: CreditMention, by: int, other: int) -> bool:
        """Tell whether a credit names the other text, which is not known to be a reprint like its own."""
        one, whose = self._articles[by], self._articles[other]
        return names_source(mention, whose) and not alike(mention.name, one, whose)

    def spans(self, derived: int, source: int) -> list[Span]:
        """Return the stretches of `derived` that it shares with `source`, in code points."""
        rows = self._sharing.rows_of.get((derived, source))
        if rows:
            return [Span(*self._table.chars[row].tolist()) for row in rows]
        return [
            Span(*self._table.source_chars[row].tolist()) for row in self._sharing.rows_of.get((source, derived), [])
        ]

    def _names_another(self, derived: int, source: int) -> bool:
        """Tell whether either text as a whole is credited to a third.

        The name in which a source of unknown outlet is itself written names no third: it may be that outlet's text. In
        the text that would be derived it still does, since whoever it names would rather be the source.
        """
        for one, other in ((derived, source), (source, derived)):
            for mention in self.mentions(one):
                if (
                    mention.scope == "text"
                    and mention.form != "link"
                    and not self._names(mention, one, other)
                    and not (one == source and may_be_of(mention.name, self._articles[source]))
                ):
                    return True
        return False

    def _time(self, derived: int, source: int) -> tuple[Reason, ...]:
        if not self._before(source, derived):
            return ()
        return (Reason("time", f"{_when(self._articles[source])} < {_when(self._articles[derived])}"),)

    def _links(self, derived: int, source: int) -> tuple[Reason, ...]:
        url = self._articles[source].url
        linked = url and any(_same_address(link, url) for link in self._articles[derived].links)
        return (Reason("link", url),) if linked and url else ()

    def _containment(self, derived: int, source: int) -> tuple[Reason, ...]:
        part = self._contained(derived, source)
        return (Reason("containment", f"{min(1.0, part):.2f}"),) if part else ()

    def _contained(self, derived: int, source: int) -> float:
        """The part of the shorter text that stands in the other, 0 unless nearly all does."""
        shared = self._sharing.partners.get(derived, {}).get(source, 0)
        shorter = min(self._sizes[derived], self._sizes[source])
        return shared / shorter if shorter >= _LEAST_CONTAINED and shared >= _CONTAINED * shorter else 0.0

    def _shared_changes(self, derived: int, source: int, *, either: bool = False) -> tuple[Reason, ...]:
        """The third text beyond `source` whose wording `source` changed and `derived` kept so, if there is one."""
        partners = self._sharing.partners
        common = partners.get(derived, {}).keys() & partners.get(source, {}).keys()
        ranked = sorted(common, key=lambda third: (-partners[source][third], third))[:_THIRD_TEXTS]
        for third in ranked:
            earlier = self._before(third, source) or (either and self._before(third, derived))
            words = self._sharing.between(third, source, derived) if earlier else 0
            if words:
                name = self._articles[third].id
                changes = Reason("shared_changes", f"{words} ≠ {name}")
                return (changes, Reason("time", f"{name} < {self._articles[source].id}")) if either else (changes,)
        return ()


def _when(article: Article) -> str:
    return article.published.value if article.published else "?"


def _same_address(one: str, other: str) -> bool:
    return one.split("#", maxsplit=1)[0].rstrip("/") == other.split("#", maxsplit=1)[0].rstrip("/")
