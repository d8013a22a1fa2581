"""A language's words for bodies, in the shape that the rules use."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Literal

from sourcier.core.organisation import OrganisationKind
from sourcier.lang.load import language
from sourcier.reading.organisations.phrases import Phrases, parts

RunKind = OrganisationKind | Literal["club"]
Manner = Literal["any", "named", "people", "capital"]

# The sections whose lists the rules ask word by word.
_SECTIONS = (
    *("apposed", "articles", "buildings", "complements", "firms", "indefinite"),
    *("kinds", "lead_kept", "metonymy", "never", "short", "titles"),
)


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun: the kind of what it begins, and what it needs beside it (see the table)."""

    noun: str
    kind: OrganisationKind
    manner: Manner


@dataclass(frozen=True)
class Table:
    """Words and phrases by the names of the table's sections; words are folded."""

    heads: Phrases[Head]
    leads: Phrases[OrganisationKind]
    apposed: Phrases[OrganisationKind]
    never: Phrases[None]
    formulas: Phrases[None]
    seats: Phrases[str]
    always: Phrases[None]
    sources: Phrases[None]
    lemmas: Mapping[str, frozenset[str]]
    runs: Mapping[str, RunKind]
    words: Mapping[str, frozenset[str]]
    alone: Phrases[None]
    hints: tuple[tuple[OrganisationKind, frozenset[str]], ...]
    given: frozenset[str]
    open_heads: Mapping[str, frozenset[str]]

    @cached_property
    def starts(self) -> Mapping[str, tuple[str, ...]]:
        """The folded words with which a head, a lead or an apposed noun begins, and which of these it is."""
        lists = {"heads": self.heads.starts, "leads": self.leads.starts, "apposed": self.apposed.starts}
        words = frozenset().union(*lists.values())
        return {word: tuple(name for name, of in lists.items() if word in of) for word in words}

    def within(self, name: str, word: str) -> bool:
        """Tell whether a folded word stands in the list « section.name »."""
        return word in self.words[name]


@cache
def table(code: str) -> Table | None:
    """Return the table of a language (ISO 639-1), None where it has none."""
    of = language(code)
    if of is None:
        return None
    try:
        rows = of.table("organisations")
    except FileNotFoundError:
        return None
    hints = rows["hints"]["words"]
    return Table(
        heads=Phrases(_heads(rows["heads"])),
        leads=Phrases(_kinds(rows["leads"])),
        apposed=Phrases(_kinds({kind: of for kind, of in rows["apposed"].items() if kind != "bare"})),
        never=_plain(rows["never"]["phrases"]),
        formulas=_plain(rows["complements"]["formulas"]),
        seats=Phrases((seat, country) for country, seats in rows["seats"].items() for seat in seats),
        always=_plain(rows["metonymy"]["always"]),
        sources=_plain(rows["metonymy"]["source"]),
        lemmas={
            name: frozenset(words) for name, words in (*rows["metonymy"].items(), ("firms", rows["firms"]["verbs"]))
        },
        runs={word: kind for kind, words in rows["runs"].items() for word in words},
        words=dict(_lists(rows)),
        alone=_plain([*rows["short"]["alone"], *rows["short"]["known_alone"]]),
        hints=tuple((kind, _folded(hints[kind])) for kind in rows["hints"]["order"] if kind in hints),
        given=_folded(of.words("given_names") | of.words("family_names")),
        open_heads={head: frozenset(kinds) for head, kinds in rows["hints"]["heads"].items()},
    )


def _heads(sections: Mapping[Manner, Mapping[OrganisationKind, Iterable[str]]]) -> Iterable[tuple[str, Head]]:
    for manner, kinds in sections.items():
        for noun, kind in _kinds(kinds):
            yield noun, Head(" ".join(parts(noun)), kind, manner)


def _kinds(section: Mapping[OrganisationKind, Iterable[str]]) -> Iterable[tuple[str, OrganisationKind]]:
    return ((phrase, kind) for kind, phrases in section.items() for phrase in phrases)


def _plain(phrases: Iterable[str]) -> Phrases[None]:
    return Phrases((phrase, None) for phrase in phrases)


def _lists(rows: Mapping[str, Any]) -> Iterable[tuple[str, frozenset[str]]]:
    """The lists of words of the sections that the rules ask word by word."""
    for section in _SECTIONS:
        for name, words in rows[section].items():
            yield f"{section}.{name}", _folded(words)


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(" ".join(parts(word)) for word in words)
