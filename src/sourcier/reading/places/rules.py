"""What speaks of places in a language, from its table `places`, made once for quick asking."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from sourcier.core.place import PlaceKind
from sourcier.lang.language import Language

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that makes a place of the name after it: see the comment of its table."""

    kind: PlaceKind
    inside: bool
    alone: bool
    capital: bool
    inside_alone: bool


@dataclass(frozen=True)
class Rules:
    """The words of a language that speak of places, in small letters."""

    language: Language
    articles: Words
    of: Words
    conjunctions: Words
    with_conjunctions: Words
    firm: Words
    loose: Words
    passing: Words
    passing_verbs: Words
    of_land: Words
    of_town: Words
    given_verbs: Words
    given_words: Words
    near: Words
    reached: Words
    reached_unsure: Words
    before_places: Words
    way_from: Words
    way_to: Words
    endings: Words
    street: Words
    never_after: Words
    nouns: Mapping[str, Noun]
    office: Words
    between: Words
    phrases: frozenset[tuple[str, ...]]
    parts: Words
    before_parts: Words
    after_parts: Words
    borders: Words
    border_between: Words
    border_of: Words
    border_adjectives: Words
    after_in: Words
    apposed: Words
    kilometres: Words
    particles: Words
    bearings: Mapping[str, float]
    water: Words
    plural: str
    at_home: frozenset[str]

    @cached_property
    def between_listed(self) -> Words:
        """The words that may stand between a comma or a conjunction and the next name of a list."""
        return self.articles | self.of | self.with_conjunctions

    @cached_property
    def openers(self) -> Words:
        """The words that stand right before names."""
        return self.articles | self.of | self.firm

    @cached_property
    def telling(self) -> Words:
        """The words that make a place by themselves or of what follows: nouns, directions, borders."""
        return frozenset(self.nouns) | self.parts | self.before_parts | self.borders


@cache
def rules(code: str) -> Rules | None:
    """Return the rules of a language by its code, None where it has no table of places."""
    try:
        table = Language(code).table("places")
    except (FileNotFoundError, ModuleNotFoundError):
        return None
    return _made(Language(code), table)


def _made(language: Language, table: Mapping[str, Any]) -> Rules:
    nouns = {
        word: Noun(
            row["kind"],
            row.get("inside", False),
            row.get("alone", False),
            row.get("capital", False),
            row.get("inside_alone", False),
        )
        for row in table["noun"]
        for word in row["words"]
    }
    return Rules(
        language=language,
        articles=frozenset(table["articles"]),
        of=frozenset(table["of"]),
        conjunctions=frozenset(table["and"]),
        with_conjunctions=frozenset(table["and_also"]),
        firm=frozenset(table["prepositions"]["firm"]),
        loose=frozenset(table["prepositions"]["loose"]),
        passing=frozenset(table["prepositions"]["passing"]),
        passing_verbs=frozenset(table["prepositions"]["passing_verbs"]),
        of_land=frozenset(table["prepositions"]["of_land"]),
        of_town=frozenset(table["prepositions"]["of_town"]),
        given_verbs=frozenset(table["given"]["verbs"]),
        given_words=frozenset(table["given"]["words"]),
        near=frozenset(table["near"]["words"]),
        reached=frozenset(table["reached"]["verbs"]),
        reached_unsure=frozenset(table["reached"]["unsure"]),
        before_places=frozenset(table["reached"]["words"]),
        way_from=frozenset(table["way"]["from"]),
        way_to=frozenset(table["way"]["to"]),
        endings=frozenset(table["parts"]["endings"]),
        street=frozenset(table["street"]["words"]),
        never_after=frozenset(table["never_after"]["words"]),
        nouns=nouns,
        office=frozenset(table["office"]["words"]),
        between=frozenset(table["between"]["words"]),
        phrases=frozenset(tuple(phrase.replace("'", "' ").split()) for phrase in table["between"]["phrases"]),
        parts=frozenset(table["parts"]["words"]),
        before_parts=frozenset(table["parts"]["before"]),
        after_parts=frozenset(table["parts"]["after"]),
        borders=frozenset(table["border"]["words"]),
        border_between=frozenset(table["border"]["between"]),
        border_of=frozenset(table["border"]["of"]),
        border_adjectives=frozenset(table["border"]["adjectives"]),
        after_in=frozenset(table["after"]["in"]),
        apposed=frozenset(table["after"]["apposed"]),
        kilometres=frozenset(table["after"]["distance"]),
        particles=frozenset(table["particles"]["words"]),
        bearings=table["bearings"],
        plural=table["plural"],
        water=frozenset(table["water"]["words"]),
        at_home=frozenset(table["at_home"]["countries"]),
    )
