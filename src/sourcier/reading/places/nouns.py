"""Places that a noun tells: « région de Tillabéri », « lac Tchad », « village de Tondi Béri »."""

from collections.abc import Iterator
from dataclasses import dataclass

from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.names.words import Words
from sourcier.reading.places.lowered import is_lowered
from sourcier.reading.places.named import Name, further, listed, unlisted
from sourcier.reading.places.rules import Noun, Rules


@dataclass(frozen=True, slots=True)
class Told:
    """A name that the noun at token `first` makes a place, `linked` to it by « de » or not."""

    first: int
    noun: Noun
    name: Name
    linked: bool

    @property
    def inside(self) -> bool:
        """Whether the noun is part of what the place is called."""
        return self.noun.inside or (self.noun.inside_alone and not self.linked)


def told(words: Words, rules: Rules, gazetteer: Gazetteer, at: int) -> Told | None:
    """Return the place that begins with the noun at token `at`, None where there is neither noun nor name."""
    noun = rules.nouns.get(words.at(at))
    if noun is None or (noun.capital and not (_is_state_noun(words, at) and words.at(at - 1) in rules.articles)):
        return None
    if words.at(at - 1) in rules.of and words.at(at - 2) in rules.office:
        return None
    first, linked = after_noun(words, rules, at)
    if not (linked or noun.alone):
        return None
    name = _name(words, rules, gazetteer, first, noun) if linked or words.capitalised(first) else None
    if name is None or (noun.capital and not _is_state(words, name, first)):
        return None
    return Told(at, noun, name, linked)


def told_with(words: Words, rules: Rules, gazetteer: Gazetteer, of: Told) -> Iterator[Told]:
    """Yield the other names of a list after a plural noun: « les communes de Limete, de Kalamu et de N'Djili »."""
    if not words.at(of.first).endswith(rules.plural):
        return
    stop = of.name.stop
    while words.at(stop) == "," or words.at(stop) in rules.conjunctions:
        first = stop + 1
        while words.at(first) in rules.between_listed:
            first += 1
        name = _name(words, rules, gazetteer, first, of.noun) if words.capitalised(first) else None
        if name is None:
            return
        yield Told(of.first, of.noun, name, of.linked)
        stop = name.stop


def _is_state_noun(words: Words, at: int) -> bool:
    """Whether a noun that needs its capital has it, or capitals are not written."""
    return words.capitalised(at) or is_lowered(words)


def after_noun(words: Words, rules: Rules, at: int) -> tuple[int, bool]:
    """Return where the name after a noun begins, and whether « de » or an article binds it."""
    at += 1
    for _ in range(3):
        if words.at(at) in rules.between and not words.capitalised(at):
            at += 1
        elif (words.at(at), words.at(at + 1)) in rules.phrases:
            at += 2
        else:
            break
    linked = words.at(at) in rules.of
    if linked:
        at += 1
        if words.at(at) in rules.articles:
            at += 1
    return at, linked


def _name(words: Words, rules: Rules, gazetteer: Gazetteer, at: int, noun: Noun) -> Name | None:
    if words.capitalised(at) or words.at(at)[:1].isdigit():
        name = listed(words, gazetteer, at)
        if name:
            return further(words, rules, gazetteer, name) or name
        return unlisted(words, rules, gazetteer, at) or _dated(words, at, noun)
    if words.at(at) in rules.parts:
        small = noun.kind == "region" and noun.inside and words.at(at + 1) not in rules.of
    else:
        small = words.at(at).isalpha() and not words.known(at)
    return listed(words, gazetteer, at) if small else None


def _dated(words: Words, at: int, noun: Noun) -> Name | None:
    """« stade du 29-Juillet »."""
    dated = noun.kind == "site" and words.forms[at][:1].isdigit() and any(map(str.isalpha, words.forms[at]))
    return Name(at, at + 1, ()) if dated else None


def _is_state(words: Words, name: Name, first: int) -> bool:
    """Whether « État de NAME » is a region: a country is called so with its article (« État du Niger »)."""
    kinds = {place.kind for place in name.places}
    return "region" in kinds and (kinds != {"country"}) and words.at(first - 1) not in {"", "du"}
